#include "command/password_file.h"

#include "command/command_error.h"
#include "model/utf8.h"
#include "work/scratch.h"

#include <filesystem>
#include <string_view>
#include <system_error>

namespace engross {

std::string passwordIn(const std::string& path) {
    std::error_code fault;
    if (!std::filesystem::is_regular_file(path, fault)) {
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

}  // namespace engross
