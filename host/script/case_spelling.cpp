#include "script/case_spelling.h"

#include "script/field_shapes.h"

#include <algorithm>

namespace engross {
namespace {

Value addressFrom(const Value& value) {
    List lines;
    if (const std::string* text = value.text()) {
        for (std::size_t at = 0; at <= text->size();) {
            const std::size_t end = std::min(text->find('\n', at), text->size());
            if (end > at) {
                lines.emplace_back(text->substr(at, end - at));
            }
            at = end + 1;
        }
    } else if (value.list() != nullptr) {
        lines = *value.list();
    } else {
        return value;
    }
    Object address{{"lines", lines}};
    const std::string* last = lines.empty() ? nullptr : lines.back().text();
    if (const auto postcode = last == nullptr ? std::nullopt : postcodeFrom(*last)) {
        address.set("postcode", *postcode);
    }
    return address;
}

}  // namespace

bool isBlank(const Value& value) {
    return value.text() != nullptr && value.text()->find_first_not_of(" \n\t") == std::string::npos;
}

Value spelledOut(const Field& field, const Value& value) {
    const bool text = value.text() != nullptr;
    switch (field.kind) {
        case FieldKind::Person:
        case FieldKind::Organisation:
            return text ? Value(Object{{"name", value}}) : value;
        case FieldKind::Exhibit:
            return text ? Value(Object{{"mark", value}}) : value;
        case FieldKind::Image:
            return text ? Value(Object{{"exhibit", value}}) : value;
        case FieldKind::Premises:
            return text || value.list() != nullptr || value.find("lines") != nullptr ? Value(Object{{"address", value}})
                                                                                     : value;
        case FieldKind::Address:
            return addressFrom(value);
        default:
            return value;
    }
}

}  // namespace engross
