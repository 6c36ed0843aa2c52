#include "evidence/outlook_names.h"

#include "evidence/evidence_error.h"
#include "evidence/little_endian.h"

#include <string_view>

namespace engross {

namespace {

using namespace std::string_view_literals;

// {00062002-0000-0000-C000-000000000046} ([MS-OXPROPS] 1.3.2)
constexpr std::string_view appointments = "\x02\x20\x06\0\0\0\0\0\xC0\0\0\0\0\0\0\x46"sv;
constexpr std::size_t setLength = 16;
constexpr std::size_t entryLength = 8;
constexpr std::uint64_t firstOwnSet = 3;      // the first three numbers of sets mean others
constexpr std::uint64_t mostBytes = 1 << 19;  // 65,536 entries

}  // namespace

OutlookNames::OutlookNames(const CompoundFile& file, const std::string& name) {
    const auto storage = file.find(CompoundFile::root, u"__nameid_version1.0");
    const auto sets = storage ? file.find(*storage, u"__substg1.0_00020102") : std::nullopt;
    const auto entries = storage ? file.find(*storage, u"__substg1.0_00030102") : std::nullopt;
    if (!sets || !entries) {
        return;
    }
    if (file.lengthOf(*sets) > mostBytes || file.lengthOf(*entries) > mostBytes) {
        throw EvidenceError("evidence-too-large", name, "it names more properties than the limit; print it to a PDF",
                            EvidenceKind::Outlook);
    }
    sets_ = file.read(*sets);
    entries_ = file.read(*entries);
}

std::optional<std::uint16_t> OutlookNames::idOf(std::uint32_t number) const {
    constexpr std::uint64_t firstId = 0x8000;
    const std::string_view all(entries_);
    for (std::size_t at = 0; at + entryLength <= all.size(); at += entryLength) {
        const std::uint64_t kind = littleEndian(all.substr(at + 4, 2));
        const std::uint64_t set = kind >> 1U;
        const bool isNumber = (kind & 1U) == 0;
        if (!isNumber || set < firstOwnSet || littleEndian(all.substr(at, 4)) != number) {
            continue;
        }
        const std::size_t place = static_cast<std::size_t>(set - firstOwnSet) * setLength;
        if (place + setLength <= sets_.size() && std::string_view(sets_).substr(place, setLength) == appointments) {
            const std::uint64_t id = firstId + littleEndian(all.substr(at + 6, 2));
            return id <= 0xFFFF ? std::optional(static_cast<std::uint16_t>(id)) : std::nullopt;
        }
    }
    return std::nullopt;
}

}  // namespace engross
