#include "pdf/gate_object.h"

#include "pdf/gate_source.h"

namespace engross {

GateObject::GateObject(const GateSource& file, const PdfValue& value)
    : file_(&file), value_(value.followed()), number_(value.isReference() && !value_.isNull() ? value.object() : 0) {
    file.touch(value_.text());
}

GateObject::GateObject(const GateSource& file, const PdfValue& value, std::uint32_t number)
    : file_(&file), value_(value), number_(number) {
    file.touch(value_.text());
}

bool GateObject::isStream() const {
    return number_ != 0 && file_->isStream(number_);
}

bool GateObject::isDictionary() const {
    return value_.isDictionary() && !isStream();
}

GateObject GateObject::operator[](std::string_view key) const {
    if (file_ == nullptr) {
        return {};
    }
    file_->touch(value_.text());
    return {*file_, value_.entry(key)};
}

bool GateObject::hasText(std::string_view key) const {
    const PdfValue text = value_[key];
    return text.isString() && !text.words().empty();
}

std::vector<GateObject> GateObject::items() const {
    const std::vector<PdfValue> values = value_.items();
    std::vector<GateObject> items;
    items.reserve(values.size());
    for (const PdfValue& item : values) {
        items.emplace_back(*file_, item);
    }
    return items;
}

GateObject GateObject::item(std::size_t index) const {
    const std::vector<PdfValue> items = value_.items();
    return index < items.size() ? GateObject(*file_, items[index]) : GateObject();
}

std::string_view GateObject::packed() const {
    return isStream() ? file_->packed(number_) : std::string_view();
}

bool GateObject::unpack(std::string& out) const {
    return isStream() && file_->unpack(*this, out);
}

std::string GateObject::unpacked() const {
    std::string bytes;
    if (!unpack(bytes)) {
        bytes.clear();
    }
    return bytes;
}

}  // namespace engross
