#pragma once
#include "evidence/compound_writer.h"
#include "evidence/outlook_properties.h"

#include <cstdint>
#include <string>

namespace engross {

/// An Outlook message, as Outlook would save it: properties by their numbers in [MS-OXPROPS].
class SampleMessage {
public:
    /// Without anything.
    SampleMessage() = default;
    /// From Ms A. Example to Repairs, sent on 2 June 2026 at 10:00 by a clock in London.
    static SampleMessage usual();

    SampleMessage& text(std::uint16_t id, const std::u16string& value);
    SampleMessage& byteText(std::uint16_t id, const std::string& value);
    SampleMessage& binary(std::uint16_t id, const std::string& value);
    SampleMessage& number(std::uint16_t id, std::uint32_t value);
    SampleMessage& time(std::uint16_t id, std::uint64_t ticks);
    /// `kind` is 1 for a receiver, 2 for a copy, 3 for a hidden one.
    SampleMessage& receiver(const std::u16string& name, const std::u16string& address, std::uint32_t kind = 1);
    SampleMessage& file(const std::u16string& name, const std::string& content, const std::u16string& mediaType = {});
    /// Only a link to a file.
    SampleMessage& link(const std::u16string& name);
    SampleMessage& message(const std::u16string& name, const SampleMessage& inner);
    /// Any other part beside the properties.
    SampleMessage& part(CompoundPart part);

    [[nodiscard]] CompoundPart storage(OutlookHeader header) const;
    /// The bytes of the .msg.
    [[nodiscard]] std::string bytes() const;

private:
    SampleMessage& stream(std::uint16_t id, std::uint16_t type, const std::string& value);
    SampleMessage& fixed(std::uint16_t id, std::uint16_t type, std::uint64_t value);
    void add(const std::u16string& kind, std::size_t number, const SampleMessage& what);

    std::string fixed_{};
    std::vector<CompoundPart> parts_{};
    std::size_t receivers_ = 0;
    std::size_t files_ = 0;
};

/// UTF-16, the lower byte first.
[[nodiscard]] std::string wideBytes(const std::u16string& text);

/// RTF as Outlook packs it, in the way that leaves every letter as it is.
[[nodiscard]] std::string looselyPacked(const std::string& rtf);

}  // namespace engross
