#pragma once
#include "power_cut/model_disk.h"

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

namespace engross {

/// Remembers, in order, what a program does to the files under a folder, so that afterwards the power can be cut
/// between any two of these steps. For one thread.
class Recorder {
public:
    using Step = std::function<void(ModelDisk&)>;
    /// What is left out is a planted defect: the program believes that it flushed.
    enum class Leaves { NothingOut, FileSyncsOut, FolderSyncsOut };

    explicit Recorder(std::string root, Leaves leaves = Leaves::NothingOut);
    void add(Step step);
    /// Each answers whether the disk confirmed it.
    [[nodiscard]] bool addFileSync(const std::string& path);
    [[nodiscard]] bool addFolderSync(const std::string& path);
    /// The nth flush from now on fails; 1 is the next one.
    void failSync(int nth) noexcept;
    [[nodiscard]] bool hasFailed() const noexcept;
    /// From now on the same folder is found at another place: what is done to the old one is not recorded any more.
    void moveTo(std::string root);
    [[nodiscard]] bool covers(const std::string& path) const;
    /// The path from the root, without a slash at its ends; empty for the root itself.
    [[nodiscard]] std::string relative(const std::string& path) const;
    [[nodiscard]] const std::vector<Step>& steps() const noexcept;

private:
    [[nodiscard]] bool fails(const std::string& path);
    std::string root_;
    Leaves leaves_;
    std::vector<Step> steps_;
    int failAt_ = 0;
    int syncs_ = 0;
    bool failed_ = false;
};

/// Cuts the power after each step (every `stride`th, beginning with `first`) and hands the finder what is left, with
/// the number of steps that were done. Each cut is made with nothing, with everything and with `mixtures` random parts
/// of what was not confirmed.
struct Cuts {
    std::size_t first = 0;
    std::size_t stride = 1;
    std::uint32_t mixtures = 1;
};
using Finder = std::function<void(const std::map<std::string, std::string>& files, std::size_t stepsDone)>;
/// Answers how often the power was cut.
std::size_t cutPower(const Recorder& recorder, const Cuts& cuts, const Finder& finder);

/// Writes what was left into an empty folder.
void restore(const std::map<std::string, std::string>& files, const std::string& folder);

}  // namespace engross
