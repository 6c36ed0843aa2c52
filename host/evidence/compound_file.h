#pragma once
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace engross {

/// A file of the kind that Outlook and the older Office programs write ([MS-CFB]): storages that lie in each other as
/// folders do, and streams in them as files. Every number in it is doubted: no part is read outside the file, none is
/// followed twice, and the streams together are no longer than the file.
class CompoundFile {
public:
    /// A storage or stream, by its place in the directory.
    using Entry = std::uint32_t;
    using ClassId = std::array<char, 16>;
    static constexpr Entry root = 0;

    /// `bytes` are borrowed and outlive the object. Throws EvidenceError: "evidence-damaged" where it contradicts
    /// itself or breaks off, "evidence-too-large" above that many entries.
    CompoundFile(std::string_view bytes, std::string name, std::size_t mostEntries = 200'000);

    /// What lies in a storage, sorted by name; nothing of a stream.
    [[nodiscard]] const std::vector<Entry>& in(Entry storage) const;
    [[nodiscard]] const std::u16string& nameOf(Entry entry) const;
    [[nodiscard]] const ClassId& classOf(Entry entry) const;
    [[nodiscard]] bool isStorage(Entry entry) const;
    /// Of a stream, in bytes; 0 of a storage.
    [[nodiscard]] std::uint64_t lengthOf(Entry entry) const;
    /// By name; capital and small letters of ASCII are the same.
    [[nodiscard]] std::optional<Entry> find(Entry storage, std::u16string_view name) const;
    /// The bytes of a stream. Throws EvidenceError "evidence-damaged".
    [[nodiscard]] std::string read(Entry stream) const;

private:
    struct Part {
        std::u16string name{};
        bool isStorage = false;
        ClassId classId{};
        std::uint32_t left = 0;
        std::uint32_t right = 0;
        std::uint32_t child = 0;
        std::uint32_t start = 0;
        std::uint64_t length = 0;
        std::vector<Entry> children{};
    };
    using Sectors = std::vector<std::uint32_t>;

    [[noreturn]] void refuse() const;
    void readHeader();
    void findAllocation();
    void readDirectory(std::size_t mostEntries);
    [[nodiscard]] Part partFrom(std::string_view entry) const;
    void buildTree();
    [[nodiscard]] std::uint64_t number(std::uint64_t at, std::size_t length) const;
    [[nodiscard]] std::string_view sector(std::uint32_t number) const;
    [[nodiscard]] std::uint32_t after(std::uint32_t sector) const;
    [[nodiscard]] std::uint32_t afterSmall(std::uint32_t small) const;
    [[nodiscard]] Sectors wholeChain(std::uint32_t start) const;
    [[nodiscard]] Sectors chainOf(std::uint32_t start, std::uint64_t length) const;
    [[nodiscard]] std::string readSmall(const Part& part) const;

    std::string_view bytes_;
    std::string name_;
    std::size_t sectorLength_ = 0;
    std::uint64_t sectorCount_ = 0;
    std::uint64_t smallBelow_ = 0;
    Sectors allocation_{};       // the sectors that say which sector follows which
    Sectors smallAllocation_{};  // and of the small streams
    Sectors smallSectors_{};     // that the small streams lie in
    std::vector<Part> parts_{};
};

}  // namespace engross
