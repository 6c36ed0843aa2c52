#include "pdf/whole_file.h"

#include "pdf/pdf_error.h"

#include <fcntl.h>
#include <unistd.h>
#include <filesystem>
#include <memory>

namespace engross {

namespace {

[[noreturn]] void refuse(const std::string& path) {
    throw PdfError("pdf-not-written", std::filesystem::path(path).filename().string(),
                   "the disk did not take the file; make room and try again", Error::Retry::Yes);
}

struct FileCloser {
    void operator()(FILE* file) const noexcept {
        std::fclose(file);
    }
};

/// Removes what was begun unless it was finished.
class Part {
public:
    explicit Part(std::string path) : path_(std::move(path)) {}
    ~Part() {
        if (!path_.empty()) {
            ::unlink(path_.c_str());
        }
    }
    Part(const Part&) = delete;
    Part& operator=(const Part&) = delete;

    [[nodiscard]] const std::string& path() const noexcept {
        return path_;
    }
    void become(const std::string& final) {
        if (::rename(path_.c_str(), final.c_str()) != 0) {
            refuse(final);
        }
        path_.clear();
    }

private:
    std::string path_;
};

void flushFolderOf(const std::string& path) {
    std::string folder = std::filesystem::path(path).parent_path().string();
    folder = folder.empty() ? "." : folder;
    const int descriptor = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    const bool flushed = descriptor >= 0 && ::fsync(descriptor) == 0;
    if (descriptor >= 0) {
        ::close(descriptor);
    }
    if (!flushed) {
        refuse(path);
    }
}

}  // namespace

void writeWhole(const std::string& path, const std::function<void(FILE*)>& fill, Flush flush) {
    Part part(path + ".part");
    {
        std::unique_ptr<FILE, FileCloser> file(std::fopen(part.path().c_str(), "w+be"));
        if (!file) {
            refuse(path);
        }
        fill(file.get());
        const bool onDisk = flush == Flush::No || (std::fflush(file.get()) == 0 && ::fsync(::fileno(file.get())) == 0);
        // Some file systems say only on closing that the disk is full.
        if (!onDisk || std::fclose(file.release()) != 0) {
            refuse(path);
        }
    }
    part.become(path);
    if (flush == Flush::Yes) {
        flushFolderOf(path);
    }
}

}  // namespace engross
