#include "command/command_error.h"
#include "command/commands.h"
#include "command/home.h"
#include "command/produce_run.h"
#include "script/new_type.h"

#include <filesystem>
#include <fstream>
#include <system_error>

namespace engross {
namespace {

namespace fs = std::filesystem;

/// Never over a file that is there.
void writeNew(const fs::path& path, const std::string& text) {
    std::error_code fault;
    fs::create_directories(path.parent_path(), fault);
    std::ofstream file(path, std::ios::binary);
    if (!file || !(file << text) || !file.flush()) {
        throw CommandError("type-not-written", path.string(), "cannot be written");
    }
}

Exit start(const Arguments& arguments, Console& console) {
    const std::string home = findHome(arguments);
    const NewType started = startType(foldersOf(home), arguments.operands().at(0), arguments.operands().at(1));
    if (refuses(started.faults)) {
        return refuse(started.faults, console);
    }
    for (const ScriptFile& file : started.files) {
        if (fs::exists(fs::path(home) / file.name)) {
            throw CommandError("type-exists", file.name, console.text("types.exists", {{"file", file.name}}));
        }
    }
    List written;
    for (const ScriptFile& file : started.files) {
        writeNew(fs::path(home) / file.name, file.text);
        written.emplace_back(file.name);
        if (!console.answersJson()) {
            console.out() << console.text("types.written", {{"file", file.name}}) << '\n';
        }
    }
    if (console.answersJson()) {
        console.answer(Object{{"files", std::move(written)}});
    }
    return Exit::Done;
}

}  // namespace

Command typesNewCommand() {
    return {.name = "types new", .operands = "FAMILY ID", .options = {homeOption()}, .run = start};
}

}  // namespace engross
