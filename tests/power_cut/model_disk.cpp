#include "power_cut/model_disk.h"

#include <algorithm>
#include <utility>

namespace engross {
namespace {

constexpr std::size_t sector = 512;

void put(std::string& content, std::size_t offset, std::string_view bytes) {
    content.resize(std::max(content.size(), offset + bytes.size()), '\0');
    content.replace(offset, bytes.size(), bytes);
}

std::pair<std::string, std::string> folderAndName(const std::string& path) {
    const std::size_t slash = path.rfind('/');
    return slash == std::string::npos ? std::pair(std::string(), path)
                                      : std::pair(path.substr(0, slash), path.substr(slash + 1));
}

}  // namespace

Luck::Luck(Kind kind, std::uint32_t seed) : kind_(kind), random_(seed), kept_(1 + random_() % 9) {}

bool Luck::coin() {
    return random_() % 10 < kept_;
}

bool Luck::survives() {
    return kind_ == Kind::AllKept || (kind_ == Kind::Mixed && coin());
}

void Luck::write(std::string& content, std::size_t offset, std::string_view bytes) {
    const bool torn = kind_ == Kind::Mixed && random_() % 2 == 0;
    if (!torn) {
        if (survives()) {
            put(content, offset, bytes);
        }
        return;
    }
    while (!bytes.empty()) {
        const std::string_view piece = bytes.substr(0, sector - offset % sector);
        if (coin()) {
            put(content, offset, piece);
        }
        offset += piece.size();
        bytes.remove_prefix(piece.size());
    }
}

ModelDisk::ModelDisk() : nodes_(1) {
    nodes_.front().isFolder = true;
}

ModelDisk::NodeNumber ModelDisk::numberOf(const std::string& path) const {
    NodeNumber number = 0;
    for (std::size_t start = 0; start < path.size();) {
        const std::size_t end = std::min(path.find('/', start), path.size());
        number = nodes_.at(number).seen.at(path.substr(start, end - start));
        start = end + 1;
    }
    return number;
}

ModelDisk::Node& ModelDisk::fileAt(const std::string& path) {
    return nodes_.at(numberOf(path));
}

void ModelDisk::setEntry(const std::string& path, std::optional<NodeNumber> node) {
    const auto [folder, name] = folderAndName(path);
    Node& parent = nodes_.at(numberOf(folder));
    if (node) {
        parent.seen[name] = *node;
    } else {
        parent.seen.erase(name);
    }
    parent.changes.push_back({name, node});
}

void ModelDisk::add(const std::string& path, bool isFolder) {
    const auto [folder, name] = folderAndName(path);
    if (nodes_.at(numberOf(folder)).seen.contains(name)) {
        return;
    }
    nodes_.push_back({.isFolder = isFolder});
    setEntry(path, nodes_.size() - 1);
}

void ModelDisk::createFile(const std::string& path) {
    add(path, false);
}

void ModelDisk::makeFolder(const std::string& path) {
    add(path, true);
}

void ModelDisk::write(const std::string& path, std::size_t offset, std::string_view bytes) {
    fileAt(path).writes.push_back({.offset = offset, .bytes = std::string(bytes)});
}

void ModelDisk::truncate(const std::string& path, std::size_t size) {
    fileAt(path).writes.push_back({.offset = size, .truncates = true});
}

void ModelDisk::syncFile(const std::string& path) {
    Node& file = fileAt(path);
    for (const Write& write : std::exchange(file.writes, {})) {
        if (write.truncates) {
            file.safe.resize(write.offset, '\0');
        } else {
            put(file.safe, write.offset, write.bytes);
        }
    }
}

void ModelDisk::syncFolder(const std::string& path) {
    Node& folder = nodes_.at(numberOf(path));
    folder.safeEntries = folder.seen;
    folder.changes.clear();
}

void ModelDisk::rename(const std::string& from, const std::string& to) {
    const NodeNumber node = numberOf(from);
    setEntry(to, node);
    setEntry(from, std::nullopt);
}

void ModelDisk::remove(const std::string& path) {
    setEntry(path, std::nullopt);
}

void ModelDisk::failSync(const std::string& path) {
    Node& node = nodes_.at(numberOf(path));
    node.writes.clear();
    node.changes.clear();
}

void ModelDisk::collect(NodeNumber folder, const std::string& prefix, Luck& luck,
                        std::map<std::string, std::string>& found) const {
    Entries entries = nodes_.at(folder).safeEntries;
    for (const EntryChange& change : nodes_.at(folder).changes) {
        if (!luck.survives()) {
            continue;
        }
        if (change.node) {
            entries[change.name] = *change.node;
        } else {
            entries.erase(change.name);
        }
    }
    for (const auto& [name, number] : entries) {
        const Node& node = nodes_.at(number);
        if (node.isFolder) {
            found.emplace(prefix + name + "/", "");
            collect(number, prefix + name + "/", luck, found);
            continue;
        }
        std::string content = node.safe;
        for (const Write& write : node.writes) {
            if (!write.truncates) {
                luck.write(content, write.offset, write.bytes);
            } else if (luck.survives()) {
                content.resize(write.offset, '\0');
            }
        }
        found[prefix + name] = std::move(content);
    }
}

std::map<std::string, std::string> ModelDisk::afterPowerCut(Luck& luck) const {
    std::map<std::string, std::string> found;
    collect(0, "", luck, found);
    return found;
}

}  // namespace engross
