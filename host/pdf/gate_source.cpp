#include "pdf/gate_source.h"

#include "pdf/content_decoder.h"
#include "pdf/page_walk.h"
#include "pdf/reader_refusal.h"

#include <algorithm>
#include <qpdf/Pl_String.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFExc.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFWriter.hh>

namespace engross {

namespace {

constexpr std::size_t headBytes = 64;
constexpr std::size_t mostUnpacked = std::size_t{256} << 20U;  // of one stream
constexpr const char* fileName = "document";

bool isIdentity(const PdfValue& id) {
    const std::vector<PdfValue> items = id.items();
    return items.size() == 2 && items[0].followed().isString() && !items[0].followed().bytes().empty() &&
           items[1].followed().isString();
}

bool isIdentity(QPDFObjectHandle id) {
    return id.isArray() && id.getArrayNItems() == 2 && id.getArrayItem(0).isString() &&
           !id.getArrayItem(0).getStringValue().empty() && id.getArrayItem(1).isString();
}

bool packsObjects(QPDF& pdf) {
    const auto table = pdf.getXRefTable();
    return pdf.getTrailer().getKey("/Type").isNameAndEquals("/XRef") ||
           std::any_of(table.begin(), table.end(), [](const auto& entry) { return entry.second.getType() == 2; });
}

std::string writtenAnew(QPDF& pdf) {
    std::string bytes;
    Pl_String sink(fileName, nullptr, bytes);
    QPDFWriter writer(pdf);
    writer.setOutputPipeline(&sink);
    writer.setObjectStreamMode(qpdf_o_disable);
    writer.setStreamDataMode(qpdf_s_preserve);
    writer.setPreserveUnreferencedObjects(true);
    writer.setPreserveEncryption(false);
    writer.setStaticID(true);
    writer.write();
    return bytes;
}

}  // namespace

GateSource::GateSource(std::string_view bytes, HeldMemory* held) : bytes_(bytes), held_(held) {
    try {
        read(bytes_);
        readTrailer();
        readable_ = true;
        return;
    } catch (const ReaderRefused&) {
        objects_.clear();
        pages_.clear();
        pageNumbers_.clear();
        anew_ = rewritten();
    }
    try {
        if (!anew_.empty()) {
            read(anew_);
            readable_ = true;
        }
    } catch (const ReaderRefused&) {
        pages_.clear();
    }
}

GateSource::~GateSource() = default;

void GateSource::read(std::string_view bytes) {
    file_ = std::make_unique<ReaderObjects>(bytes, fileName);
    const std::vector<XrefEntry>& entries = file_->entries();
    streams_.assign(entries.size(), {});
    objects_.reserve(entries.size());
    for (std::uint32_t number = 0; number < entries.size(); ++number) {
        const XrefEntry& entry = entries[number];
        if (entry.kind != XrefEntry::Kind::Free) {
            const std::uint32_t generation = entry.kind == XrefEntry::Kind::InFile ? entry.index : 0;
            const ReadObject object = file_->read(number, generation);
            streams_[number] = object.data;
            touch(object.data.substr(object.data.size()));  // where it ends: so far the reader looked
            objects_.emplace_back(*this, object.value, number);
        }
    }
    const PdfValue catalog = file_->trailer()["/Root"];
    (void)walkPages(*file_, catalog, [this](const PdfValue&, std::uint32_t number, const InheritedEntries& entries) {
        pageNumbers_.emplace(number, pages_.size() + 1);
        pages_.push_back({object(number), {*this, entries.resources}, {*this, entries.mediaBox}});
    });
}

void GateSource::readTrailer() {
    const PdfValue trailer = file_->trailer();
    const std::vector<XrefEntry>& entries = file_->entries();
    identified_ = isIdentity(trailer["/ID"]);
    repaired_ = trailer["/Size"].number() != static_cast<double>(entries.size());
    packed_ = trailer["/Type"].isName("/XRef") ||
              std::any_of(entries.begin(), entries.end(),
                          [](const XrefEntry& entry) { return entry.kind == XrefEntry::Kind::InStream; });
}

void GateSource::touch(std::string_view part) const {
    if (held_ != nullptr) {
        held_->touch(part);
    }
}

// libqpdf tells of a broken file with QPDFExc or another runtime_error; nothing to read is left then.
std::string GateSource::rewritten() {
    std::string anew;
    QPDF pdf;
    pdf.setSuppressWarnings(true);
    try {
        pdf.processMemoryFile(fileName, bytes_.data(), bytes_.size());
        encrypted_ = pdf.isEncrypted();
        accessible_ = !encrypted_ || pdf.allowAccessibility();
        identified_ = isIdentity(pdf.getTrailer().getKey("/ID"));
        packed_ = packsObjects(pdf);
        QPDFPageDocumentHelper(pdf).pushInheritedAttributesToPage();
        anew = writtenAnew(pdf);
    } catch (const QPDFExc& error) {
        locked_ = error.getErrorCode() == qpdf_e_password;
        anew.clear();
    } catch (const std::runtime_error&) {
        anew.clear();
    }
    repaired_ = !pdf.getWarnings().empty();
    return anew;
}

std::string_view GateSource::head() const noexcept {
    return bytes_.substr(0, headBytes);
}

GateObject GateSource::trailer() const {
    return {*this, file_->trailer()};
}

GateObject GateSource::catalog() const {
    return trailer()["/Root"];
}

GateObject GateSource::object(std::uint32_t number) const {
    return number != 0 && number < streams_.size() ? GateObject(*this, file_->value(number), number) : GateObject();
}

std::size_t GateSource::pageNumber(std::uint32_t object) const {
    const auto found = pageNumbers_.find(object);
    return found == pageNumbers_.end() ? 0 : found->second;
}

bool GateSource::isStream(std::uint32_t object) const {
    return object < streams_.size() && streams_[object].data() != nullptr;
}

std::string_view GateSource::packed(std::uint32_t object) const {
    return streams_.at(object);
}

bool GateSource::unpack(const GateObject& stream, std::string& out) const {
    const std::size_t most = out.size() + mostUnpacked;
    const DecodeOutcome outcome = decodeContent(stream.value(), stream.packed(), [&](std::string_view piece) {
        out += piece;
        return out.size() <= most;
    });
    touch(stream.packed());
    repaired_ = repaired_ || outcome == DecodeOutcome::BrokeOff;
    return outcome == DecodeOutcome::Whole;
}

}  // namespace engross
