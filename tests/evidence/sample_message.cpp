#include "evidence/sample_message.h"

namespace engross {

namespace {

std::string little(std::uint64_t number, std::size_t length) {
    std::string bytes;
    for (std::size_t i = 0; i < length; ++i) {
        bytes += static_cast<char>(number >> i * 8 & 0xFFU);
    }
    return bytes;
}

std::u16string hex(std::uint64_t number, int digits) {
    std::u16string text;
    for (int i = digits - 1; i >= 0; --i) {
        text += u"0123456789ABCDEF"[number >> static_cast<unsigned>(i) * 4U & 0xFU];
    }
    return text;
}

}  // namespace

std::string wideBytes(const std::u16string& text) {
    std::string bytes;
    for (const char16_t letter : text) {
        bytes += little(letter, 2);
    }
    return bytes;
}

std::string looselyPacked(const std::string& rtf) {
    std::string packed;
    for (std::size_t at = 0; at < rtf.size(); at += 8) {
        packed += '\0';
        packed += rtf.substr(at, 8);
    }
    return little(packed.size() + 12, 4) + little(rtf.size(), 4) + "LZFu" + little(0, 4) + packed;
}

SampleMessage SampleMessage::usual() {
    SampleMessage message;
    message.text(0x001A, u"IPM.Note")
        .text(0x0037, u"Damp in the bedroom – again")
        .text(0x0042, u"Example, Ms A.")
        .text(0x0064, u"EX")
        .text(0x0065, u"/O=COUNCIL/CN=RECIPIENTS/CN=A.EXAMPLE")
        .text(0x5D02, u"a@example.org")
        .text(0x1000, u"Hello,\r\n\r\nit is wet.\r\n")
        .number(0x0E07, 1)
        .time(0x0039, 134'248'644'000'000'000)  // 2026-06-02 09:00 UTC
        .receiver(u"Repairs", u"repairs@example.org");
    return message;
}

SampleMessage& SampleMessage::stream(std::uint16_t id, std::uint16_t type, const std::string& value) {
    parts_.push_back({.name = u"__substg1.0_" + hex(id, 4) + hex(type, 4), .content = value});
    return fixed(id, type, value.size());
}

SampleMessage& SampleMessage::fixed(std::uint16_t id, std::uint16_t type, std::uint64_t value) {
    fixed_ += little(type, 2) + little(id, 2) + little(6, 4) + little(value, 8);
    return *this;
}

SampleMessage& SampleMessage::text(std::uint16_t id, const std::u16string& value) {
    return stream(id, 0x001F, wideBytes(value));
}

SampleMessage& SampleMessage::byteText(std::uint16_t id, const std::string& value) {
    return stream(id, 0x001E, value);
}

SampleMessage& SampleMessage::binary(std::uint16_t id, const std::string& value) {
    return stream(id, 0x0102, value);
}

SampleMessage& SampleMessage::number(std::uint16_t id, std::uint32_t value) {
    return fixed(id, 0x0003, value);
}

SampleMessage& SampleMessage::time(std::uint16_t id, std::uint64_t ticks) {
    return fixed(id, 0x0040, ticks);
}

void SampleMessage::add(const std::u16string& kind, std::size_t number, const SampleMessage& what) {
    CompoundPart part = what.storage(OutlookHeader::Other);
    part.name = kind + hex(number, 8);
    parts_.push_back(std::move(part));
}

SampleMessage& SampleMessage::receiver(const std::u16string& name, const std::u16string& address, std::uint32_t kind) {
    SampleMessage about;
    about.text(0x3001, name).text(0x3002, u"SMTP").text(0x3003, address).number(0x0C15, kind);
    add(u"__recip_version1.0_#", receivers_++, about);
    return *this;
}

SampleMessage& SampleMessage::file(const std::u16string& name, const std::string& content,
                                   const std::u16string& mediaType) {
    SampleMessage about;
    about.text(0x3707, name).number(0x3705, 1).binary(0x3701, content);
    if (!mediaType.empty()) {
        about.text(0x370E, mediaType);
    }
    add(u"__attach_version1.0_#", files_++, about);
    return *this;
}

SampleMessage& SampleMessage::link(const std::u16string& name) {
    SampleMessage about;
    about.text(0x3707, name).number(0x3705, 7);
    add(u"__attach_version1.0_#", files_++, about);
    return *this;
}

SampleMessage& SampleMessage::message(const std::u16string& name, const SampleMessage& inner) {
    SampleMessage about;
    CompoundPart object = inner.storage(OutlookHeader::MessageWithin);
    object.name = u"__substg1.0_3701000D";
    about.text(0x3001, name).number(0x3705, 5).part(std::move(object));
    add(u"__attach_version1.0_#", files_++, about);
    return *this;
}

SampleMessage& SampleMessage::part(CompoundPart part) {
    parts_.push_back(std::move(part));
    return *this;
}

CompoundPart SampleMessage::storage(OutlookHeader header) const {
    CompoundPart whole{.isStorage = true, .parts = parts_};
    whole.parts.push_back(
        {.name = u"__properties_version1.0", .content = std::string(static_cast<std::size_t>(header), '\0') + fixed_});
    return whole;
}

std::string SampleMessage::bytes() const {
    return compoundFileOf(storage(OutlookHeader::Message));
}

}  // namespace engross
