#include "vault/files.h"

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <utility>

namespace engross {
namespace {

constexpr mode_t folderRights = S_IRWXU;
constexpr mode_t fileRights = S_IRUSR | S_IWUSR;

[[noreturn]] void raise(int cause, const std::string& path, const char* doing) {
    if (cause == ENOSPC || cause == EDQUOT || cause == EFBIG) {
        throw VaultError("vault-full", path, "no space is left; free space on the disk", Error::Retry::Yes);
    }
    throw VaultError("vault-failed", path, std::string(doing) + " failed: " + std::strerror(cause));
}

class Descriptor {
public:
    explicit Descriptor(int number) noexcept : number_(number) {}
    ~Descriptor() {
        if (number_ >= 0) {
            ::close(number_);
        }
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    [[nodiscard]] int number() const noexcept {
        return number_;
    }

private:
    int number_;
};

// A failed fsync is never tried again: the kernel may have dropped the pages, and a second call would say "done".
enum class WhenFull { Tell, Stop };

void syncOrRaise(int descriptor, const std::string& path, WhenFull whenFull) {
    if (::fsync(descriptor) != 0) {
        const int cause = errno;
        if (whenFull == WhenFull::Tell && (cause == ENOSPC || cause == EDQUOT)) {
            raise(cause, path, "fsync");
        }
        throw VaultError("vault-fsync", path, "the disk did not confirm a write; stop and look at the disk");
    }
}

class PosixOutput : public Files::Output {
public:
    PosixOutput(int descriptor, std::string path) : descriptor_(descriptor), path_(std::move(path)) {}

    void write(std::string_view bytes) override {
        while (!bytes.empty()) {
            const ssize_t written = ::write(descriptor_.number(), bytes.data(), bytes.size());
            if (written < 0) {
                if (errno == EINTR) {
                    continue;
                }
                raise(errno, path_, "write");
            }
            bytes.remove_prefix(static_cast<std::size_t>(written));
        }
    }
    void sync() override {
        syncOrRaise(descriptor_.number(), path_, WhenFull::Tell);
    }

private:
    Descriptor descriptor_;
    std::string path_;
};

struct FolderCloser {
    void operator()(DIR* folder) const noexcept {
        ::closedir(folder);
    }
};

class PosixFiles : public Files {
public:
    std::unique_ptr<Output> create(const std::string& path) override {
        const int descriptor = ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, fileRights);
        if (descriptor < 0) {
            raise(errno, path, "open");
        }
        return std::make_unique<PosixOutput>(descriptor, path);
    }
    void syncFile(const std::string& path) override {
        openAndSync(path, O_RDONLY, WhenFull::Tell);
    }
    void makeReadOnly(const std::string& path) override {
        if (::chmod(path.c_str(), S_IRUSR) != 0) {
            raise(errno, path, "chmod");
        }
    }
    void rename(const std::string& from, const std::string& to) override {
        if (std::rename(from.c_str(), to.c_str()) != 0) {
            raise(errno, to, "rename");
        }
    }
    bool sameFileSystem(const std::string& left, const std::string& right) override {
        struct stat leftFacts = {};
        struct stat rightFacts = {};
        if (::stat(left.c_str(), &leftFacts) != 0) {
            raise(errno, left, "stat");
        }
        if (::stat(right.c_str(), &rightFacts) != 0) {
            raise(errno, right, "stat");
        }
        return leftFacts.st_dev == rightFacts.st_dev;
    }
    void syncFolder(const std::string& path) override {
        openAndSync(path, O_RDONLY | O_DIRECTORY, WhenFull::Stop);
    }
    void makeFolder(const std::string& path) override {
        if (::mkdir(path.c_str(), folderRights) != 0 && errno != EEXIST) {
            raise(errno, path, "mkdir");
        }
    }
    void remove(const std::string& path) override {
        if (::unlink(path.c_str()) != 0 && errno != ENOENT) {
            raise(errno, path, "unlink");
        }
    }
    std::vector<Entry> list(const std::string& path) override {
        const std::unique_ptr<DIR, FolderCloser> folder(::opendir(path.c_str()));
        if (!folder) {
            raise(errno, path, "opendir");
        }
        std::vector<Entry> entries;
        while (const dirent* entry = ::readdir(folder.get())) {
            struct stat facts = {};
            const bool isFile = ::fstatat(::dirfd(folder.get()), entry->d_name, &facts, AT_SYMLINK_NOFOLLOW) == 0 &&
                                S_ISREG(facts.st_mode);
            if (isFile) {
                entries.push_back({entry->d_name, facts.st_mtim.tv_sec});
            }
        }
        return entries;
    }

private:
    static void openAndSync(const std::string& path, int flags, WhenFull whenFull) {
        const Descriptor descriptor(::open(path.c_str(), flags | O_CLOEXEC));
        if (descriptor.number() < 0) {
            raise(errno, path, "open");
        }
        syncOrRaise(descriptor.number(), path, whenFull);
    }
};

}  // namespace

std::shared_ptr<Files> posixFiles() {
    return std::make_shared<PosixFiles>();
}

}  // namespace engross
