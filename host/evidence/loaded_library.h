#pragma once
#include <memory>
#include <string>

namespace engross {

/// A library that is loaded when it is first needed, so that a program that meets no such file does not pay for it.
/// It stays loaded.
class LoadedLibrary {
public:
    /// `file` is the library's name with its version, such as "libtiff.so.6".
    explicit LoadedLibrary(const char* file);

    /// Whether it is installed.
    [[nodiscard]] bool isThere() const noexcept {
        return handle_ != nullptr;
    }
    /// One of its functions; throws std::logic_error where it has none of that name. `Function` is the type that the
    /// library's own header gives it.
    template <typename Function>
    [[nodiscard]] Function* function(const char* name) const {
        return reinterpret_cast<Function*>(address(name));
    }

private:
    [[nodiscard]] void* address(const char* name) const;

    std::string file_;
    void* handle_;
};

}  // namespace engross
