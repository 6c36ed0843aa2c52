#pragma once
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace engross {

/// What becomes, when the power fails, of changes that the disk had not confirmed.
class Luck {
public:
    enum class Kind {
        AllLost,
        AllKept,  // as after `kill -9`
        Mixed     // any of them may survive, in any order, and a write may survive in some of its sectors only
    };
    explicit Luck(Kind kind, std::uint32_t seed = 0);

    [[nodiscard]] bool survives();
    /// Puts onto `content` what survives of a write.
    void write(std::string& content, std::size_t offset, std::string_view bytes);

private:
    [[nodiscard]] bool coin();
    Kind kind_;
    std::mt19937 random_;
    std::uint64_t kept_ = 0;  // of ten
};

/// A disk as POSIX promises it and no better. What was written to a file is safe once the file was flushed; a name is
/// safe once the folder that holds it was. Everything else may be there after a power cut, or not. Paths are relative
/// to the root; a path that leads nowhere is a fault of the test: std::out_of_range.
class ModelDisk {
public:
    ModelDisk();
    /// Does nothing where there is such a file.
    void createFile(const std::string& path);
    void write(const std::string& path, std::size_t offset, std::string_view bytes);
    void truncate(const std::string& path, std::size_t size);
    void syncFile(const std::string& path);
    void makeFolder(const std::string& path);
    void syncFolder(const std::string& path);
    void rename(const std::string& from, const std::string& to);
    void remove(const std::string& path);
    /// A flush that failed: what was written since the last one never reaches the disk, and the program goes on seeing
    /// it, for the system now takes it for flushed.
    void failSync(const std::string& path);

    /// What is found after a power cut at this moment: files by path, and folders as paths that end in '/'.
    [[nodiscard]] std::map<std::string, std::string> afterPowerCut(Luck& luck) const;

private:
    using NodeNumber = std::size_t;
    using Entries = std::map<std::string, NodeNumber>;
    struct Write {
        std::size_t offset = 0;
        std::string bytes{};
        bool truncates = false;  // to `offset`
    };
    struct EntryChange {
        std::string name{};
        std::optional<NodeNumber> node{};  // nothing where the name is removed
    };
    struct Node {
        bool isFolder = false;
        std::string safe{};
        std::vector<Write> writes{};
        Entries seen{};
        Entries safeEntries{};
        std::vector<EntryChange> changes{};
    };

    [[nodiscard]] NodeNumber numberOf(const std::string& path) const;
    [[nodiscard]] Node& fileAt(const std::string& path);
    void add(const std::string& path, bool isFolder);
    void setEntry(const std::string& path, std::optional<NodeNumber> node);
    void collect(NodeNumber folder, const std::string& prefix, Luck& luck,
                 std::map<std::string, std::string>& found) const;

    std::vector<Node> nodes_;
};

}  // namespace engross
