#pragma once
#include "power_cut/recorder.h"

#include <memory>

namespace engross {

/// While it lives, SQLite's own file system records what it does. One at a time, and no store may be open when it comes
/// or goes.
class RecordedSqlite {
public:
    /// Without a recorder nothing is recorded and nothing is flushed: a quick disk. The recorder must outlive this
    /// object.
    explicit RecordedSqlite(Recorder* recorder = nullptr);
    ~RecordedSqlite();
    RecordedSqlite(const RecordedSqlite&) = delete;
    RecordedSqlite& operator=(const RecordedSqlite&) = delete;

private:
    struct Shim;
    std::unique_ptr<Shim> shim_;
};

}  // namespace engross
