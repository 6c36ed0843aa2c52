#pragma once
#include "evidence/compound_file.h"

#include <cstdint>
#include <optional>
#include <string>

namespace engross {

/// What precedes the properties of fixed size ([MS-OXMSG] 2.4.1): of a message that is a file of its own, of one within
/// another, of a receiver or an attached file.
enum class OutlookHeader : std::size_t { Message = 32, MessageWithin = 24, Other = 8 };

/// The properties of a message, a receiver or an attached file ([MS-OXMSG]); identifiers are those of [MS-OXPROPS].
class OutlookProperties {
public:
    /// `file` is borrowed and outlives the object. A text of more than `longest` bytes throws EvidenceError
    /// "evidence-too-large", as do more than a few thousand properties.
    OutlookProperties(const CompoundFile& file, CompoundFile::Entry storage, OutlookHeader header, std::string name,
                      std::size_t longest);

    /// The code page of texts that are not in Unicode.
    void setCodePage(std::uint32_t page) {
        codePage_ = page;
    }

    /// UTF-8; nothing where there is none, and not what follows a zero.
    [[nodiscard]] std::string text(std::uint16_t id) const;
    [[nodiscard]] std::optional<std::string> binary(std::uint16_t id) const;
    [[nodiscard]] std::optional<std::uint32_t> number(std::uint16_t id) const;
    /// Hundreds of nanoseconds since the beginning of 1601.
    [[nodiscard]] std::optional<std::uint64_t> time(std::uint16_t id) const;
    /// The storage or stream that holds a property of that type, such as 0x000D for an object.
    [[nodiscard]] std::optional<CompoundFile::Entry> partOf(std::uint16_t id, std::uint16_t type) const;

private:
    [[nodiscard]] std::optional<std::uint64_t> fixed(std::uint16_t id, std::uint16_t type) const;
    [[nodiscard]] std::string read(CompoundFile::Entry stream) const;

    const CompoundFile& file_;
    CompoundFile::Entry storage_;
    std::string name_;
    std::size_t longest_;
    std::uint32_t codePage_ = 1252;
    std::string fixed_{};  // entries of 16 bytes
};

}  // namespace engross
