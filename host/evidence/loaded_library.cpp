#include "evidence/loaded_library.h"

#include <dlfcn.h>
#include <stdexcept>

namespace engross {

LoadedLibrary::LoadedLibrary(const char* file) : file_(file), handle_(::dlopen(file, RTLD_NOW | RTLD_LOCAL)) {}

void* LoadedLibrary::address(const char* name) const {
    void* found = handle_ == nullptr ? nullptr : ::dlsym(handle_, name);
    if (found == nullptr) {
        throw std::logic_error(file_ + " has no " + name);
    }
    return found;
}

}  // namespace engross
