#include "evidence/compound_writer.h"

#include "evidence/evidence_error.h"

#include <algorithm>
#include <stdexcept>

namespace engross {

namespace {

constexpr std::size_t sectorLength = 512;
constexpr std::size_t smallLength = 64;
constexpr std::size_t smallBelow = 4096;
constexpr std::size_t entryLength = 128;
constexpr std::size_t mostInName = 31;
constexpr std::size_t placesInHeader = 109;
constexpr std::size_t placesInSector = sectorLength / 4;
constexpr std::size_t mostBytes = std::size_t{2} << 30U;
constexpr std::uint32_t listSector = 0xFFFFFFFC;
constexpr std::uint32_t allocationSector = 0xFFFFFFFD;
constexpr std::uint32_t endOfChain = 0xFFFFFFFE;
constexpr std::uint32_t none = 0xFFFFFFFF;

void addNumber(std::string& bytes, std::uint64_t number, std::size_t length) {
    for (std::size_t i = 0; i < length; ++i) {
        bytes += static_cast<char>(number >> i * 8 & 0xFFU);
    }
}

void fill(std::string& bytes, std::size_t unit, char with = '\0') {
    bytes.resize((bytes.size() + unit - 1) / unit * unit, with);
}

char16_t capital(char16_t letter) {
    return letter >= u'a' && letter <= u'z' ? static_cast<char16_t>(letter - 32) : letter;
}

/// The order of a directory: the shorter name first ([MS-CFB] 2.6.4).
bool comesBefore(const std::u16string& first, const std::u16string& second) {
    if (first.size() != second.size()) {
        return first.size() < second.size();
    }
    return std::lexicographical_compare(first.begin(), first.end(), second.begin(), second.end(),
                                        [](char16_t a, char16_t b) { return capital(a) < capital(b); });
}

class CompoundWriter {
public:
    std::string write(const CompoundPart& root) {
        entries_.push_back({.part = &root, .isRoot = true});
        addChildren(0);
        entries_.front().length = smallContent_.size();
        fill(smallContent_, sectorLength);
        entries_.front().start = placed(std::exchange(smallContent_, {}));
        const std::uint32_t smallTable = placed(wordsOf(smallNext_, sectorLength));
        const auto smallTableSectors = (smallNext_.size() + placesInSector - 1) / placesInSector;
        const std::uint32_t directory = placed(directoryBytes());
        return finish(directory, smallTable, smallTableSectors);
    }

private:
    struct Entry {
        const CompoundPart* part = nullptr;
        bool isRoot = false;
        bool isRed = false;
        std::uint32_t left = none;
        std::uint32_t right = none;
        std::uint32_t child = none;
        std::uint32_t start = endOfChain;
        std::uint64_t length = 0;
    };

    void addChildren(std::uint32_t storage) {
        std::vector<const CompoundPart*> parts;
        for (const CompoundPart& part : entries_.at(storage).part->parts) {
            parts.push_back(&part);
        }
        std::sort(parts.begin(), parts.end(),
                  [](const auto* first, const auto* second) { return comesBefore(first->name, second->name); });
        const auto first = static_cast<std::uint32_t>(entries_.size());
        for (const CompoundPart* part : parts) {
            entries_.push_back({.part = part});
            place(entries_.back());
        }
        std::size_t black = 0;  // levels that are full: nodes below them are red
        while ((std::size_t{2} << black) - 1 <= parts.size()) {
            ++black;
        }
        entries_.at(storage).child = balanced(first, static_cast<std::uint32_t>(entries_.size()), black);
        for (std::uint32_t i = 0; i < parts.size(); ++i) {
            if (parts[i]->isStorage) {
                addChildren(first + i);
            }
        }
    }

    /// The root of a tree of the entries from the first to before the last.
    std::uint32_t balanced(std::uint32_t first, std::uint32_t last, std::size_t blackLevels) {
        if (first == last) {
            return none;
        }
        const std::uint32_t middle = first + (last - first) / 2;
        const std::size_t below = blackLevels == 0 ? 0 : blackLevels - 1;
        const std::uint32_t left = balanced(first, middle, below);
        const std::uint32_t right = balanced(middle + 1, last, below);
        entries_[middle].isRed = blackLevels == 0;
        entries_[middle].left = left;
        entries_[middle].right = right;
        return middle;
    }

    void place(Entry& entry) {
        const CompoundPart& part = *entry.part;
        if (part.name.empty() || part.name.size() > mostInName) {
            throw std::length_error("a name in a compound file has 1 to 31 characters");
        }
        entry.length = part.content.size();
        if (part.isStorage || part.content.empty()) {
            entry.start = part.isStorage ? 0 : endOfChain;
        } else if (part.content.size() >= smallBelow) {
            entry.start = placed(part.content);
        } else {
            entry.start = static_cast<std::uint32_t>(smallNext_.size());
            smallContent_ += part.content;
            fill(smallContent_, smallLength);
            while (smallNext_.size() * smallLength < smallContent_.size()) {
                smallNext_.push_back(static_cast<std::uint32_t>(smallNext_.size() + 1));
            }
            smallNext_.back() = endOfChain;
        }
    }

    /// Behind all that is there; its first sector.
    std::uint32_t placed(const std::string& content) {
        if (content.empty()) {
            return endOfChain;
        }
        if (content.size() > mostBytes - std::min(mostBytes, body_.size())) {
            throw std::length_error("a compound file of two gigabytes");
        }
        const auto first = static_cast<std::uint32_t>(next_.size());
        body_ += content;
        fill(body_, sectorLength);
        while (next_.size() * sectorLength < body_.size()) {
            next_.push_back(static_cast<std::uint32_t>(next_.size() + 1));
        }
        next_.back() = endOfChain;
        return first;
    }

    static std::string wordsOf(const std::vector<std::uint32_t>& words, std::size_t unit) {
        std::string bytes;
        for (const std::uint32_t word : words) {
            addNumber(bytes, word, 4);
        }
        fill(bytes, unit, '\xFF');
        return bytes;
    }

    [[nodiscard]] std::string directoryBytes() const {
        std::string bytes;
        for (const Entry& entry : entries_) {
            const std::u16string name = entry.isRoot ? u"Root Entry" : entry.part->name;
            const std::size_t begin = bytes.size();
            for (const char16_t letter : name) {
                addNumber(bytes, letter, 2);
            }
            bytes.resize(begin + 64);
            addNumber(bytes, (name.size() + 1) * 2, 2);
            addNumber(bytes, entry.isRoot ? 5U : entry.part->isStorage ? 1U : 2U, 1);
            addNumber(bytes, entry.isRed ? 0U : 1U, 1);
            addNumber(bytes, entry.left, 4);
            addNumber(bytes, entry.right, 4);
            addNumber(bytes, entry.child, 4);
            bytes.append(entry.part->classId.begin(), entry.part->classId.end());
            bytes.append(20, '\0');  // state and times
            addNumber(bytes, entry.start, 4);
            addNumber(bytes, entry.length, 8);
        }
        while (bytes.size() % sectorLength != 0) {
            bytes.append(68, '\0').append(12, '\xFF').append(48, '\0');
        }
        return bytes;
    }

    /// How many sectors the allocation takes, itself among them, and the list of its places where the header has no
    /// room for them.
    [[nodiscard]] std::pair<std::size_t, std::size_t> allocationSectors() const {
        std::size_t tables = 0;
        std::size_t lists = 0;
        while (tables * placesInSector < next_.size() + tables + lists) {
            ++tables;
            lists =
                tables <= placesInHeader ? 0 : (tables - placesInHeader + placesInSector - 2) / (placesInSector - 1);
        }
        return {tables, lists};
    }

    std::string finish(std::uint32_t directory, std::uint32_t smallTable, std::size_t smallTableSectors) {
        const auto [tables, lists] = allocationSectors();
        const std::size_t firstTable = next_.size();
        const std::size_t firstList = firstTable + tables;
        next_.insert(next_.end(), tables, allocationSector);
        next_.insert(next_.end(), lists, listSector);
        std::string file("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8);
        file.append(16, '\0');
        for (const unsigned field : {0x3EU, 3U, 0xFFFEU, 9U, 6U}) {
            addNumber(file, field, 2);
        }
        file.append(10, '\0');
        addNumber(file, tables, 4);
        addNumber(file, directory, 4);
        addNumber(file, 0, 4);
        addNumber(file, smallBelow, 4);
        addNumber(file, smallTable, 4);
        addNumber(file, smallTableSectors, 4);
        addNumber(file, lists == 0 ? endOfChain : firstList, 4);
        addNumber(file, lists, 4);
        for (std::size_t i = 0; i < placesInHeader; ++i) {
            addNumber(file, i < tables ? firstTable + i : none, 4);
        }
        file += body_;
        file += wordsOf(next_, sectorLength);
        std::size_t table = placesInHeader;
        for (std::size_t list = 0; list < lists; ++list) {
            for (std::size_t i = 0; i + 1 < placesInSector; ++i, ++table) {
                addNumber(file, table < tables ? firstTable + table : none, 4);
            }
            addNumber(file, list + 1 < lists ? firstList + list + 1 : endOfChain, 4);
        }
        return file;
    }

    std::vector<Entry> entries_;
    std::string body_;
    std::vector<std::uint32_t> next_;
    std::string smallContent_;
    std::vector<std::uint32_t> smallNext_;
};

}  // namespace

std::string compoundFileOf(const CompoundPart& root) {
    return CompoundWriter().write(root);
}

CompoundPart copyOf(const CompoundFile& file, CompoundFile::Entry storage, const std::string& name, int mostDeep) {
    if (mostDeep < 0) {
        throw EvidenceError("evidence-too-large", name,
                            "its parts lie too deep in each other; save its attachments apart", EvidenceKind::Outlook);
    }
    CompoundPart copy{.name = file.nameOf(storage), .isStorage = file.isStorage(storage)};
    copy.classId = file.classOf(storage);
    copy.content = file.read(storage);
    for (const CompoundFile::Entry entry : file.in(storage)) {
        copy.parts.push_back(copyOf(file, entry, name, mostDeep - 1));
    }
    return copy;
}

}  // namespace engross
