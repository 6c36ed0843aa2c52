#include "pdf/source_bytes.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>
#include <cerrno>

namespace engross {

namespace {

/// A file up to this size is read; a larger one is mapped: giving a map back stops all threads of the process.
constexpr std::size_t smallFile = std::size_t{512} << 10U;

}  // namespace

class OpenSourceFile {
public:
    explicit OpenSourceFile(const std::string& path) : descriptor_(::open(path.c_str(), O_RDONLY | O_CLOEXEC)) {}
    ~OpenSourceFile() {
        if (descriptor_ >= 0) {
            ::close(descriptor_);
        }
    }
    OpenSourceFile(const OpenSourceFile&) = delete;
    OpenSourceFile& operator=(const OpenSourceFile&) = delete;

    [[nodiscard]] int descriptor() const noexcept {
        return descriptor_;
    }
    /// Its first `size` bytes; fewer where it became shorter.
    [[nodiscard]] std::string read(std::size_t size) const {
        std::string bytes(size, '\0');
        std::size_t had = 0;
        for (ssize_t taken = 1; had < size && (taken > 0 || (taken < 0 && errno == EINTR));) {
            taken = ::pread(descriptor_, bytes.data() + had, size - had, static_cast<off_t>(had));
            had += taken > 0 ? static_cast<std::size_t>(taken) : 0;
        }
        bytes.resize(had);
        return bytes;
    }

private:
    int descriptor_;
};

SourceBytes::SourceBytes() = default;

std::shared_ptr<const SourceBytes> SourceBytes::map(const std::string& path, const std::string& name,
                                                    const PdfLimits& limits) {
    auto file = std::make_unique<OpenSourceFile>(path);
    struct stat status {};
    if (file->descriptor() < 0 || ::fstat(file->descriptor(), &status) != 0 || !S_ISREG(status.st_mode)) {
        throw PdfError("pdf-damaged", name, "the file cannot be opened");
    }
    const auto size = static_cast<std::size_t>(status.st_size);
    if (size == 0) {
        throw PdfError("pdf-empty", name, "the file is empty; upload it again");
    }
    if (size > limits.bytes) {
        throw PdfError("pdf-too-large", name, "the file is larger than the limit; split it");
    }
    if (size <= smallFile) {
        return own(file->read(size));
    }
    void* address = ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE, file->descriptor(), 0);
    if (address == MAP_FAILED) {
        throw PdfError("pdf-too-large", name, "there is not enough memory to read the file");
    }
    const std::shared_ptr<SourceBytes> bytes(new SourceBytes());
    bytes->file_ = std::move(file);
    bytes->address_ = address;
    bytes->size_ = size;
    return bytes;
}

std::shared_ptr<const SourceBytes> SourceBytes::own(std::string bytes) {
    const std::shared_ptr<SourceBytes> result(new SourceBytes());
    result->owned_ = std::move(bytes);
    return result;
}

SourceBytes::~SourceBytes() {
    if (address_ != nullptr) {
        ::munmap(address_, size_);
    }
}

std::string_view SourceBytes::view() const noexcept {
    return address_ != nullptr ? std::string_view(static_cast<const char*>(address_), size_) : owned_;
}

int SourceBytes::descriptor() const noexcept {
    return file_ ? file_->descriptor() : -1;
}

void SourceBytes::forget(std::uint64_t offset, std::uint64_t length) const noexcept {
    static const auto page = static_cast<std::uint64_t>(::sysconf(_SC_PAGESIZE));
    if (address_ == nullptr || offset > size_ || length > size_ - offset) {
        return;
    }
    const std::uint64_t first = (offset + page - 1) / page * page;
    const std::uint64_t last = (offset + length) / page * page;
    if (last > first) {
        ::madvise(static_cast<char*>(address_) + first, last - first, MADV_DONTNEED);
    }
}

}  // namespace engross
