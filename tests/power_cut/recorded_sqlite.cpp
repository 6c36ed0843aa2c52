#include "power_cut/recorded_sqlite.h"

#include <sqlite3.h>

#include <filesystem>
#include <map>
#include <stdexcept>
#include <string>

namespace engross {

/// SQLite's callbacks carry nothing of ours, hence the one shim that `current` names.
struct RecordedSqlite::Shim {
    struct Open {
        std::string path{};
        const sqlite3_io_methods* inner = nullptr;
    };

    Recorder* recorder = nullptr;
    sqlite3_vfs* inner = sqlite3_vfs_find(nullptr);
    sqlite3_vfs outer = *inner;
    sqlite3_syscall_ptr innerOpenDirectory = inner->xGetSystemCall(inner, "openDirectory");
    std::map<const sqlite3_io_methods*, std::unique_ptr<sqlite3_io_methods>> wrapped{};
    std::map<sqlite3_file*, Open> files{};
    int foldersOpened = 0;

    static inline Shim* current = nullptr;

    explicit Shim(Recorder* given) : recorder(given) {
        if (current != nullptr) {
            throw std::logic_error("SQLite is recorded already");
        }
        current = this;
        outer.zName = "recorded";
        outer.xOpen = open;
        outer.xDelete = remove;
        sqlite3_vfs_register(&outer, 1);
        inner->xSetSystemCall(inner, "openDirectory", reinterpret_cast<sqlite3_syscall_ptr>(openDirectory));
    }
    ~Shim() {
        inner->xSetSystemCall(inner, "openDirectory", nullptr);
        sqlite3_vfs_register(inner, 1);
        sqlite3_vfs_unregister(&outer);
        current = nullptr;
    }
    Shim(const Shim&) = delete;
    Shim& operator=(const Shim&) = delete;

    void record(const std::string& path, const std::function<void(ModelDisk&, const std::string&)>& step) const {
        if (records(path)) {
            recorder->add([name = recorder->relative(path), step](ModelDisk& disk) { step(disk, name); });
        }
    }
    [[nodiscard]] bool records(const std::string& path) const {
        return recorder != nullptr && recorder->covers(path);
    }
    // SQLite opens a folder for one purpose only: to flush it.
    [[nodiscard]] bool recordFolderSync(const std::string& path, int openedBefore) const {
        return !records(path) || foldersOpened == openedBefore ||
               recorder->addFolderSync(recorder->relative(std::filesystem::path(path).parent_path().string()));
    }

    const sqlite3_io_methods* wrap(const sqlite3_io_methods* methods) {
        auto& found = wrapped[methods];
        if (!found) {
            found = std::make_unique<sqlite3_io_methods>(*methods);
            found->xClose = close;
            found->xWrite = write;
            found->xTruncate = truncate;
            found->xSync = sync;
        }
        return found.get();
    }

    static int open(sqlite3_vfs*, const char* name, sqlite3_file* file, int flags, int* outFlags) {
        const int code = current->inner->xOpen(current->inner, name, file, flags, outFlags);
        if (code == SQLITE_OK && name != nullptr) {
            current->files[file] = {name, file->pMethods};
            file->pMethods = current->wrap(file->pMethods);
            current->record(name, [](ModelDisk& disk, const std::string& path) { disk.createFile(path); });
        }
        return code;
    }
    static int close(sqlite3_file* file) {
        const Open closing = current->files.at(file);
        current->files.erase(file);
        return closing.inner->xClose(file);
    }
    static int write(sqlite3_file* file, const void* bytes, int count, sqlite3_int64 offset) {
        const Open& open = current->files.at(file);
        const std::string text(static_cast<const char*>(bytes), static_cast<std::size_t>(count));
        current->record(open.path, [text, offset](ModelDisk& disk, const std::string& path) {
            disk.write(path, static_cast<std::size_t>(offset), text);
        });
        return open.inner->xWrite(file, bytes, count, offset);
    }
    static int truncate(sqlite3_file* file, sqlite3_int64 size) {
        const Open& open = current->files.at(file);
        current->record(open.path, [size](ModelDisk& disk, const std::string& path) {
            disk.truncate(path, static_cast<std::size_t>(size));
        });
        return open.inner->xTruncate(file, size);
    }
    static int sync(sqlite3_file* file, int flags) {
        const Open& open = current->files.at(file);
        if (!current->records(open.path)) {
            return SQLITE_OK;
        }
        const int before = current->foldersOpened;
        const int code = open.inner->xSync(file, flags);
        const bool confirmed = current->recorder->addFileSync(current->recorder->relative(open.path)) &&
                               current->recordFolderSync(open.path, before);
        return confirmed ? code : SQLITE_IOERR_FSYNC;
    }
    static int remove(sqlite3_vfs*, const char* name, int syncFolder) {
        const bool there = std::filesystem::exists(name);
        const int before = current->foldersOpened;
        const int code = current->inner->xDelete(current->inner, name, current->recorder == nullptr ? 0 : syncFolder);
        if (there && code == SQLITE_OK) {
            current->record(name, [](ModelDisk& disk, const std::string& path) { disk.remove(path); });
            return current->recordFolderSync(name, before) ? code : SQLITE_IOERR_DIR_FSYNC;
        }
        return code;
    }
    static int openDirectory(const char* path, int* descriptor) {
        ++current->foldersOpened;
        return reinterpret_cast<int (*)(const char*, int*)>(current->innerOpenDirectory)(path, descriptor);
    }
};

RecordedSqlite::RecordedSqlite(Recorder* recorder) : shim_(std::make_unique<Shim>(recorder)) {}
RecordedSqlite::~RecordedSqlite() = default;

}  // namespace engross
