#include "power_cut/recorder.h"

#include <filesystem>
#include <fstream>
#include <utility>

namespace engross {

namespace fs = std::filesystem;

Recorder::Recorder(std::string root, Leaves leaves) : root_(std::move(root)), leaves_(leaves) {}

void Recorder::add(Step step) {
    steps_.push_back(std::move(step));
}

bool Recorder::fails(const std::string& path) {
    if (++syncs_ != failAt_) {
        return false;
    }
    add([path](ModelDisk& disk) { disk.failSync(path); });
    failed_ = true;
    return true;
}

bool Recorder::addFileSync(const std::string& path) {
    if (fails(path)) {
        return false;
    }
    if (leaves_ != Leaves::FileSyncsOut) {
        add([path](ModelDisk& disk) { disk.syncFile(path); });
    }
    return true;
}

bool Recorder::addFolderSync(const std::string& path) {
    if (fails(path)) {
        return false;
    }
    if (leaves_ != Leaves::FolderSyncsOut) {
        add([path](ModelDisk& disk) { disk.syncFolder(path); });
    }
    return true;
}

void Recorder::failSync(int nth) noexcept {
    failAt_ = nth;
    syncs_ = 0;
}

bool Recorder::hasFailed() const noexcept {
    return failed_;
}

void Recorder::moveTo(std::string root) {
    root_ = std::move(root);
}

bool Recorder::covers(const std::string& path) const {
    return !fs::path(path).lexically_normal().lexically_relative(root_).string().starts_with("..");
}

std::string Recorder::relative(const std::string& path) const {
    const std::string found = fs::path(path).lexically_normal().lexically_relative(root_).string();
    return found == "." ? "" : found.substr(0, found.size() - (found.ends_with('/') ? 1 : 0));
}

const std::vector<Recorder::Step>& Recorder::steps() const noexcept {
    return steps_;
}

std::size_t cutPower(const Recorder& recorder, const Cuts& cuts, const Finder& finder) {
    ModelDisk disk;
    std::size_t count = 0;
    for (std::size_t done = 0; done <= recorder.steps().size(); ++done) {
        if (done > 0) {
            recorder.steps().at(done - 1)(disk);
        }
        if (done < cuts.first || (done - cuts.first) % cuts.stride != 0) {
            continue;
        }
        const auto cut = [&](Luck luck) {
            ++count;
            finder(disk.afterPowerCut(luck), done);
        };
        cut(Luck(Luck::Kind::AllLost));
        cut(Luck(Luck::Kind::AllKept));
        for (std::uint32_t mixture = 0; mixture < cuts.mixtures; ++mixture) {
            cut(Luck(Luck::Kind::Mixed, static_cast<std::uint32_t>(done) * 1000 + mixture));
        }
    }
    return count;
}

void restore(const std::map<std::string, std::string>& files, const std::string& folder) {
    for (const auto& [path, content] : files) {
        if (path.ends_with('/')) {
            fs::create_directories(fs::path(folder) / path);
        } else {
            std::ofstream(fs::path(folder) / path, std::ios::binary) << content;
        }
    }
}

}  // namespace engross
