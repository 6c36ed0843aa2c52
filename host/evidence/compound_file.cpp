#include "evidence/compound_file.h"

#include "evidence/evidence_error.h"
#include "evidence/little_endian.h"

#include <algorithm>

namespace engross {

namespace {

using namespace std::string_view_literals;

constexpr std::size_t headerLength = 512;
constexpr std::size_t entryLength = 128;
constexpr std::size_t smallLength = 64;
constexpr std::size_t placesInHeader = 109;
constexpr std::uint32_t lastSpecial = 0xFFFFFFFA;  // above it are no sectors ([MS-CFB] 2.1)
constexpr std::uint32_t endOfChain = 0xFFFFFFFE;
constexpr std::uint32_t noEntry = 0xFFFFFFFF;

char16_t small(char16_t letter) {
    return letter >= u'A' && letter <= u'Z' ? static_cast<char16_t>(letter + 32) : letter;
}

std::uint32_t littleWord(std::string_view bytes, std::size_t at) {
    return static_cast<std::uint32_t>(littleEndian(bytes.substr(at, 4)));
}

}  // namespace

CompoundFile::CompoundFile(std::string_view bytes, std::string name, std::size_t mostEntries)
    : bytes_(bytes), name_(std::move(name)) {
    readHeader();
    findAllocation();
    readDirectory(mostEntries);
    buildTree();
}

void CompoundFile::refuse() const {
    throw EvidenceError("evidence-damaged", name_, "its parts contradict each other or break off; upload another copy",
                        EvidenceKind::Outlook);
}

/// Number of `length` bytes at a place of the file.
std::uint64_t CompoundFile::number(std::uint64_t at, std::size_t length) const {
    if (at > bytes_.size() || bytes_.size() - at < length) {
        refuse();
    }
    return littleEndian(bytes_.substr(static_cast<std::size_t>(at), length));
}

void CompoundFile::readHeader() {
    constexpr std::uint64_t usualCutoff = 4096;
    if (bytes_.size() < headerLength || bytes_.substr(0, 8) != "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv) {
        refuse();
    }
    const std::uint64_t version = number(26, 2);
    const std::uint64_t shift = number(30, 2);
    smallBelow_ = number(56, 4);
    if ((version != 3 || shift != 9) && (version != 4 || shift != 12)) {
        refuse();
    }
    if (number(32, 2) != 6 || smallBelow_ != usualCutoff) {
        refuse();
    }
    sectorLength_ = std::size_t{1} << shift;
    sectorCount_ = bytes_.size() <= sectorLength_ ? 0 : (bytes_.size() - 1) / sectorLength_;
}

/// The last one may break off where what it holds has ended.
std::string_view CompoundFile::sector(std::uint32_t number) const {
    if (number >= sectorCount_) {
        refuse();
    }
    return bytes_.substr((std::size_t{number} + 1) * sectorLength_, sectorLength_);
}

void CompoundFile::findAllocation() {
    const std::size_t inSector = sectorLength_ / 4;
    const auto isComplete = [&] { return allocation_.size() * inSector >= sectorCount_; };
    const auto take = [&](std::uint32_t place) {
        if (place < lastSpecial && !isComplete()) {
            (void)sector(place);
            allocation_.push_back(place);
        }
    };
    for (std::size_t i = 0; i < placesInHeader; ++i) {
        take(static_cast<std::uint32_t>(number(76 + i * 4, 4)));
    }
    auto more = static_cast<std::uint32_t>(number(68, 4));
    for (std::uint64_t steps = 0; more < lastSpecial && !isComplete(); ++steps) {
        const std::string_view places = sector(more);
        if (places.size() < sectorLength_ || steps > sectorCount_) {
            refuse();
        }
        for (std::size_t i = 0; i + 1 < inSector; ++i) {
            take(littleWord(places, i * 4));
        }
        more = littleWord(places, sectorLength_ - 4);
    }
}

std::uint32_t CompoundFile::after(std::uint32_t sector) const {
    const std::size_t inSector = sectorLength_ / 4;
    if (sector / inSector >= allocation_.size()) {
        refuse();
    }
    const std::uint64_t place = std::uint64_t{allocation_[sector / inSector]} + 1;
    return static_cast<std::uint32_t>(number(place * sectorLength_ + sector % inSector * 4, 4));
}

std::uint32_t CompoundFile::afterSmall(std::uint32_t small) const {
    const std::size_t inSector = sectorLength_ / 4;
    if (small / inSector >= smallAllocation_.size()) {
        refuse();
    }
    const std::uint64_t place = std::uint64_t{smallAllocation_[small / inSector]} + 1;
    return static_cast<std::uint32_t>(number(place * sectorLength_ + small % inSector * 4, 4));
}

/// Of what does not say how long it is.
CompoundFile::Sectors CompoundFile::wholeChain(std::uint32_t start) const {
    Sectors chain;
    for (std::uint32_t at = start; at < lastSpecial; at = after(at)) {
        if (at >= sectorCount_ || chain.size() >= sectorCount_) {
            refuse();
        }
        chain.push_back(at);
    }
    return chain;
}

CompoundFile::Sectors CompoundFile::chainOf(std::uint32_t start, std::uint64_t length) const {
    if (length > bytes_.size()) {
        refuse();
    }
    Sectors chain;
    const std::uint64_t count = (length + sectorLength_ - 1) / sectorLength_;
    for (std::uint32_t at = start; chain.size() < count;) {
        if (at >= sectorCount_) {
            refuse();
        }
        chain.push_back(at);
        if (chain.size() < count) {
            at = after(at);
        }
    }
    return chain;
}

CompoundFile::Part CompoundFile::partFrom(std::string_view entry) const {
    constexpr char storage = 1;
    constexpr char stream = 2;
    constexpr char rootStorage = 5;
    Part part;
    const char type = entry[66];
    const std::size_t nameLength = static_cast<std::size_t>(littleEndian(entry.substr(64, 2)));
    if (type != storage && type != stream && type != rootStorage) {
        return part;
    }
    if (nameLength > 64) {
        refuse();
    }
    for (std::size_t i = 0; i + 2 < nameLength; i += 2) {
        part.name += static_cast<char16_t>(littleEndian(entry.substr(i, 2)));
    }
    part.isStorage = type != stream;
    std::copy_n(entry.begin() + 80, part.classId.size(), part.classId.begin());
    part.left = littleWord(entry, 68);
    part.right = littleWord(entry, 72);
    part.child = littleWord(entry, 76);
    part.start = littleWord(entry, 116);
    // Of version 3 the upper half may hold anything ([MS-CFB] 2.6.1).
    part.length = littleEndian(entry.substr(120, sectorLength_ == headerLength ? 4 : 8));
    return part;
}

void CompoundFile::readDirectory(std::size_t mostEntries) {
    const Sectors chain = wholeChain(static_cast<std::uint32_t>(number(48, 4)));
    if (chain.size() > mostEntries / (sectorLength_ / entryLength)) {
        throw EvidenceError("evidence-too-large", name_, "it has more parts than the limit; save its attachments apart",
                            EvidenceKind::Outlook);
    }
    for (const std::uint32_t place : chain) {
        const std::string_view entries = sector(place);
        for (std::size_t at = 0; at + entryLength <= entries.size(); at += entryLength) {
            parts_.push_back(partFrom(entries.substr(at, entryLength)));
        }
    }
    if (parts_.empty() || !parts_.front().isStorage) {
        refuse();
    }
    smallAllocation_ = wholeChain(static_cast<std::uint32_t>(number(60, 4)));
    smallSectors_ = chainOf(parts_.front().start, parts_.front().length);
}

/// Each entry has one place in the tree: what is met twice is a circle.
void CompoundFile::buildTree() {
    std::vector<bool> isMet(parts_.size());
    std::vector<std::pair<Entry, Entry>> open{{root, parts_.front().child}};  // a storage, and an entry in it
    isMet[root] = true;
    std::uint64_t total = 0;
    while (!open.empty()) {
        const auto [storage, entry] = open.back();
        open.pop_back();
        if (entry == noEntry) {
            continue;
        }
        if (entry >= parts_.size() || isMet[entry]) {
            refuse();
        }
        isMet[entry] = true;
        const Part& part = parts_[entry];
        if (part.name.empty()) {
            refuse();
        }
        parts_[storage].children.push_back(entry);
        open.emplace_back(storage, part.left);
        open.emplace_back(storage, part.right);
        if (part.isStorage) {
            open.emplace_back(entry, part.child);
        } else if (part.length > bytes_.size() || (total += part.length) > bytes_.size()) {
            refuse();
        }
    }
    for (Part& part : parts_) {
        std::sort(part.children.begin(), part.children.end(), [this](Entry first, Entry second) {
            return parts_[first].name != parts_[second].name ? parts_[first].name < parts_[second].name
                                                             : first < second;
        });
    }
}

const std::vector<CompoundFile::Entry>& CompoundFile::in(Entry storage) const {
    return parts_.at(storage).children;
}

const std::u16string& CompoundFile::nameOf(Entry entry) const {
    return parts_.at(entry).name;
}

const CompoundFile::ClassId& CompoundFile::classOf(Entry entry) const {
    return parts_.at(entry).classId;
}

bool CompoundFile::isStorage(Entry entry) const {
    return parts_.at(entry).isStorage;
}

std::uint64_t CompoundFile::lengthOf(Entry entry) const {
    return parts_.at(entry).isStorage ? 0 : parts_.at(entry).length;
}

std::optional<CompoundFile::Entry> CompoundFile::find(Entry storage, std::u16string_view name) const {
    for (const Entry entry : parts_.at(storage).children) {
        const std::u16string& own = parts_[entry].name;
        if (std::equal(own.begin(), own.end(), name.begin(), name.end(),
                       [](char16_t first, char16_t second) { return small(first) == small(second); })) {
            return entry;
        }
    }
    return std::nullopt;
}

std::string CompoundFile::read(Entry stream) const {
    const Part& part = parts_.at(stream);
    if (part.isStorage || part.length == 0) {
        return {};
    }
    if (part.length < smallBelow_) {
        return readSmall(part);
    }
    std::string content;
    content.reserve(static_cast<std::size_t>(part.length));
    for (const std::uint32_t place : chainOf(part.start, part.length)) {
        content += sector(place).substr(0, static_cast<std::size_t>(part.length) - content.size());
    }
    if (content.size() != part.length) {
        refuse();
    }
    return content;
}

std::string CompoundFile::readSmall(const Part& part) const {
    std::string content;
    for (std::uint32_t at = part.start; content.size() < part.length;) {
        const std::uint64_t place = std::uint64_t{at} * smallLength;
        if (place / sectorLength_ >= smallSectors_.size()) {
            refuse();
        }
        const std::string_view around = sector(smallSectors_[static_cast<std::size_t>(place / sectorLength_)]);
        const std::size_t wanted = std::min(smallLength, static_cast<std::size_t>(part.length) - content.size());
        const auto within = static_cast<std::size_t>(place % sectorLength_);
        if (around.size() < within + wanted) {
            refuse();
        }
        content += around.substr(within, wanted);
        if (content.size() < part.length) {
            at = afterSmall(at);
        }
    }
    return content;
}

}  // namespace engross
