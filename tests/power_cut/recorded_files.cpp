#include "power_cut/recorded_files.h"

#include <filesystem>
#include <utility>

namespace engross {
namespace {

// As the vault's own files have it for a disk that turns out to be full when it is flushed.
void refuseUnconfirmed(bool confirmed, const std::string& path) {
    if (!confirmed) {
        throw VaultError("vault-full", path, "no space is left; free space on the disk", Error::Retry::Yes);
    }
}

}  // namespace

class RecordedFiles::RecordedOutput : public Files::Output {
public:
    RecordedOutput(Recorder& recorder, std::string path, std::unique_ptr<Output> inner)
        : recorder_(recorder), path_(std::move(path)), inner_(std::move(inner)) {}
    void write(std::string_view bytes) override {
        inner_->write(bytes);
        recorder_.add([path = path_, offset = size_, text = std::string(bytes)](ModelDisk& disk) {
            disk.write(path, offset, text);
        });
        size_ += bytes.size();
    }
    void sync() override {
        refuseUnconfirmed(recorder_.addFileSync(path_), path_);
    }

private:
    Recorder& recorder_;
    std::string path_;
    std::unique_ptr<Output> inner_;
    std::size_t size_ = 0;
};

RecordedFiles::RecordedFiles(Recorder& recorder) : recorder_(recorder), inner_(posixFiles()) {}

std::unique_ptr<Files::Output> RecordedFiles::create(const std::string& path) {
    auto output = inner_->create(path);
    const std::string name = recorder_.relative(path);
    recorder_.add([name](ModelDisk& disk) { disk.createFile(name); });
    return std::make_unique<RecordedOutput>(recorder_, name, std::move(output));
}

void RecordedFiles::syncFile(const std::string& path) {
    refuseUnconfirmed(recorder_.addFileSync(recorder_.relative(path)), path);
}

void RecordedFiles::makeReadOnly(const std::string& path) {
    inner_->makeReadOnly(path);
}

void RecordedFiles::rename(const std::string& from, const std::string& to) {
    inner_->rename(from, to);
    recorder_.add(
        [from = recorder_.relative(from), to = recorder_.relative(to)](ModelDisk& disk) { disk.rename(from, to); });
}

bool RecordedFiles::sameFileSystem(const std::string& left, const std::string& right) {
    return inner_->sameFileSystem(left, right);
}

void RecordedFiles::syncFolder(const std::string& path) {
    if (!recorder_.addFolderSync(recorder_.relative(path))) {
        throw VaultError("vault-fsync", path, "the disk did not confirm a write; stop and look at the disk");
    }
}

void RecordedFiles::makeFolder(const std::string& path) {
    inner_->makeFolder(path);
    recorder_.add([name = recorder_.relative(path)](ModelDisk& disk) { disk.makeFolder(name); });
}

void RecordedFiles::remove(const std::string& path) {
    const bool there = std::filesystem::exists(path);
    inner_->remove(path);
    if (there) {
        recorder_.add([name = recorder_.relative(path)](ModelDisk& disk) { disk.remove(name); });
    }
}

std::vector<Files::Entry> RecordedFiles::list(const std::string& folder) {
    return inner_->list(folder);
}

}  // namespace engross
