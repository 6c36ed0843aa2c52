#pragma once
#include "model/sha256.h"

#include <map>
#include <string>

namespace engross {

/// The digests of files that change once in a year, such as fonts, remembered from one run of the program to the next:
/// reading them is a third of the time that a letter takes. A file is known by its path, size, number and times; the
/// memory is a file of the user's own (XDG_CACHE_HOME or ~/.cache), and without one every file is read. For commands
/// only: the service and its workers read what they hash.
class FileDigests {
public:
    FileDigests();
    /// Remembers what is new; where that fails the next run reads again.
    ~FileDigests();
    FileDigests(const FileDigests&) = delete;
    FileDigests& operator=(const FileDigests&) = delete;

    [[nodiscard]] Sha256 of(const std::string& path);

private:
    std::string memory_;  // the file; empty for none
    std::map<std::string, std::string> known_;
    bool changed_ = false;
};

}  // namespace engross
