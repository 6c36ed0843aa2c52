#pragma once
#include "power_cut/recorder.h"
#include "vault/files.h"

#include <memory>
#include <string>
#include <vector>

namespace engross {

/// The vault's calls to the file system, done and recorded. Nothing is flushed in truth.
class RecordedFiles : public Files {
public:
    /// The recorder must outlive the files.
    explicit RecordedFiles(Recorder& recorder);
    std::unique_ptr<Output> create(const std::string& path) override;
    void syncFile(const std::string& path) override;
    void makeReadOnly(const std::string& path) override;
    void rename(const std::string& from, const std::string& to) override;
    bool sameFileSystem(const std::string& left, const std::string& right) override;
    void syncFolder(const std::string& path) override;
    void makeFolder(const std::string& path) override;
    void remove(const std::string& path) override;
    std::vector<Entry> list(const std::string& folder) override;

private:
    class RecordedOutput;
    Recorder& recorder_;
    std::shared_ptr<Files> inner_;
};

}  // namespace engross
