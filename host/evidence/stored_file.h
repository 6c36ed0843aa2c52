#pragma once
#include <cstddef>
#include <string>
#include <string_view>

namespace engross {

/// The bytes of a file that does not change while it is looked at, mapped into memory.
class StoredFile {
public:
    /// Throws EvidenceError ("evidence-unreadable"); `name` is what the fault calls it.
    StoredFile(const std::string& path, const std::string& name);
    ~StoredFile();
    StoredFile(const StoredFile&) = delete;
    StoredFile& operator=(const StoredFile&) = delete;

    [[nodiscard]] std::string_view bytes() const noexcept;

private:
    void* address_ = nullptr;
    std::size_t size_ = 0;
};

}  // namespace engross
