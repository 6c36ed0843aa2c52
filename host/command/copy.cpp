#include "command/command_error.h"
#include "command/commands.h"
#include "command/home.h"
#include "command/produce_run.h"
#include "model/utf8.h"
#include "work/finished_files.h"
#include "work/scratch.h"

#include <filesystem>
#include <string_view>
#include <system_error>

namespace engross {
namespace {

namespace fs = std::filesystem;

/// The first line of a file: a password on the command line would stand in the list of processes.
std::string passwordIn(const std::string& path) {
    std::error_code fault;
    if (!fs::is_regular_file(path, fault)) {
        throw CommandError("file-missing", path, "is no file; it is to hold the password in its first line");
    }
    constexpr std::string_view byteOrderMark = "\xEF\xBB\xBF";  // Notepad writes it; nobody can type it
    std::string text = readFile(path);
    text.erase(0, text.rfind(byteOrderMark, 0) == 0 ? byteOrderMark.size() : 0);
    std::string line = text.substr(0, text.find_first_of("\r\n"));
    if (line.empty()) {
        throw CommandError("password-empty", path, "has no password in its first line");
    }
    if (wellFormedPrefix(line) != line.size() || line.find('\0') != std::string::npos) {
        throw CommandError("password-unreadable", path, "is not UTF-8 text; save it as UTF-8");
    }
    return line;
}

Exit copyFinished(const Arguments& arguments, Console& console) {
    const std::string& path = arguments.operands().front();
    std::error_code fault;
    if (!fs::is_regular_file(path, fault)) {
        throw CommandError("file-missing", path, "is no file");
    }
    const std::string output = outputPath(arguments);
    if (fs::equivalent(path, output, fault)) {
        throw CommandError("same-file", output, "is the release itself, which stays as it is; name another file");
    }
    FinishedCopyOptions options;
    options.linearised = arguments.has("linearised");
    const std::string password = arguments.valueOr("password-file", "");
    if (!password.empty()) {
        options.password = passwordIn(password);
    }
    FinishedFiles(errandProgram()).copy(path, output, options);
    if (!options.password.empty()) {
        console.say(console.text("copy.encrypted", {{"file", output}}));
    }
    return Exit::Done;
}

}  // namespace

Command copyCommand() {
    return {.name = "copy",
            .operands = "FILE.pdf",
            .options = {outputOption(), {.name = "linearised"}, {.name = "password-file", .value = "FILE"}},
            .run = copyFinished};
}

}  // namespace engross
