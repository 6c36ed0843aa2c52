#include "command/command_error.h"
#include "command/commands.h"
#include "command/home.h"
#include "command/password_file.h"
#include "command/produce_run.h"
#include "work/finished_files.h"

#include <filesystem>
#include <system_error>

namespace engross {
namespace {

namespace fs = std::filesystem;

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
