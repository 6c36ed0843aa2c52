#include "evidence/stored_file.h"

#include "evidence/evidence_error.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

namespace engross {

StoredFile::StoredFile(const std::string& path, const std::string& name) {
    const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    struct stat status {};
    bool readable = file >= 0 && ::fstat(file, &status) == 0 && S_ISREG(status.st_mode);
    if (readable && status.st_size > 0) {
        size_ = static_cast<std::size_t>(status.st_size);
        address_ = ::mmap(nullptr, size_, PROT_READ, MAP_PRIVATE, file, 0);
        readable = address_ != MAP_FAILED;
    }
    if (file >= 0) {
        ::close(file);
    }
    if (!readable) {
        throw EvidenceError("evidence-unreadable", name, "the file cannot be opened", EvidenceKind::Unknown);
    }
}

StoredFile::~StoredFile() {
    if (size_ > 0) {
        ::munmap(address_, size_);
    }
}

std::string_view StoredFile::bytes() const noexcept {
    return {static_cast<const char*>(address_), size_};
}

}  // namespace engross
