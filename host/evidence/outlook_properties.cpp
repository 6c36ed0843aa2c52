#include "evidence/outlook_properties.h"

#include "evidence/code_page.h"
#include "evidence/evidence_error.h"
#include "evidence/little_endian.h"

namespace engross {

namespace {

constexpr std::size_t mostProperties = 4096;
constexpr std::size_t entryLength = 16;
constexpr std::uint16_t typeNumber = 0x0003;
constexpr std::uint16_t typeTruth = 0x000B;
constexpr std::uint16_t typeByteText = 0x001E;
constexpr std::uint16_t typeText = 0x001F;
constexpr std::uint16_t typeTime = 0x0040;
constexpr std::uint16_t typeBinary = 0x0102;

void addHex(std::u16string& text, std::uint16_t number) {
    for (int shift = 12; shift >= 0; shift -= 4) {
        text += u"0123456789ABCDEF"[number >> static_cast<unsigned>(shift) & 0xFU];
    }
}

}  // namespace

OutlookProperties::OutlookProperties(const CompoundFile& file, CompoundFile::Entry storage, OutlookHeader header,
                                     std::string name, std::size_t longest)
    : file_(file), storage_(storage), name_(std::move(name)), longest_(longest) {
    const auto stream = file.find(storage, u"__properties_version1.0");
    if (!stream) {
        return;
    }
    const auto start = static_cast<std::size_t>(header);
    if (file.lengthOf(*stream) > start + mostProperties * entryLength) {
        throw EvidenceError("evidence-too-large", name_, "it has more properties than the limit; print it to a PDF",
                            EvidenceKind::Outlook);
    }
    fixed_ = file.read(*stream);
    fixed_.erase(0, start);
}

std::optional<std::uint64_t> OutlookProperties::fixed(std::uint16_t id, std::uint16_t type) const {
    const std::string_view all(fixed_);
    for (std::size_t at = 0; at + entryLength <= all.size(); at += entryLength) {
        if (littleEndian(all.substr(at + 2, 2)) == id && littleEndian(all.substr(at, 2)) == type) {
            return littleEndian(all.substr(at + 8, 8));
        }
    }
    return std::nullopt;
}

std::optional<CompoundFile::Entry> OutlookProperties::partOf(std::uint16_t id, std::uint16_t type) const {
    std::u16string name = u"__substg1.0_";
    addHex(name, id);
    addHex(name, type);
    return file_.find(storage_, name);
}

std::string OutlookProperties::read(CompoundFile::Entry stream) const {
    if (file_.lengthOf(stream) > longest_) {
        throw EvidenceError("evidence-too-large", name_, "the e-mail says more than the limit; print it to a PDF",
                            EvidenceKind::Outlook);
    }
    return file_.read(stream);
}

std::string OutlookProperties::text(std::uint16_t id) const {
    std::string text;
    if (const auto wide = partOf(id, typeText)) {
        text = fromWideText(read(*wide));
    } else if (const auto bytes = partOf(id, typeByteText)) {
        text = fromCodePage(read(*bytes), codePage_);
    }
    return text.substr(0, text.find('\0'));
}

std::optional<std::string> OutlookProperties::binary(std::uint16_t id) const {
    const auto stream = partOf(id, typeBinary);
    return stream ? std::optional(read(*stream)) : std::nullopt;
}

std::optional<std::uint32_t> OutlookProperties::number(std::uint16_t id) const {
    auto value = fixed(id, typeNumber);
    value = value ? value : fixed(id, typeTruth);
    return value ? std::optional(static_cast<std::uint32_t>(*value)) : std::nullopt;
}

std::optional<std::uint64_t> OutlookProperties::time(std::uint16_t id) const {
    const auto value = fixed(id, typeTime);
    return value && *value != 0 ? value : std::nullopt;
}

}  // namespace engross
