#include "command/home.h"

#include "command/command_error.h"
#include "command/file_digests.h"
#include "evidence/picture.h"
#include "pdf/output_intent.h"
#include "work/worker_process.h"

#include <cstdlib>
#include <filesystem>
#include <system_error>
#include <vector>

namespace engross {
namespace {

namespace fs = std::filesystem;

bool isHome(const fs::path& folder) {
    std::error_code ignored;
    return fs::is_directory(folder / "plugins", ignored) && fs::is_directory(folder / "scripts", ignored);
}

}  // namespace

std::string findHome(const Arguments& arguments) {
    const char* variable = std::getenv("ENGROSS_HOME");
    if (arguments.has("home") || (variable != nullptr && *variable != '\0')) {
        std::string given = arguments.valueOr("home", variable == nullptr ? "" : variable);
        if (!isHome(given)) {
            throw CommandError("home-missing", given, "has no folders 'plugins' and 'scripts'");
        }
        return given;
    }
    const fs::path program = fs::path(ownProgram()).parent_path();
    const std::vector<fs::path> candidates{program, program / ".." / "..", program / ".." / "share" / "engross"};
    for (const fs::path& candidate : candidates) {
        if (isHome(candidate)) {
            return candidate.lexically_normal().string();
        }
    }
    throw CommandError("home-missing", program.string(),
                       "no folders 'plugins' and 'scripts' near it; name them by --home");
}

SourceFolders foldersOf(const std::string& home) {
    const fs::path folder{home};
    return {.plugins = (folder / "plugins").string(),
            .scripts = (folder / "scripts").string(),
            .templates = (folder / "templates").string()};
}

Option homeOption() {
    return {.name = "home", .value = "FOLDER"};
}

Option dataOption() {
    return {.name = "data", .value = "FOLDER"};
}

Types loadTypes(const std::string& home) {
    auto typesetter = Typesetter::standard();
    auto catalogue = Catalogue::load(foldersOf(home), drawnFiles(*typesetter), digestOfFile, readLogo);
    return {.typesetter = std::move(typesetter), .catalogue = std::move(catalogue)};
}

std::vector<std::string> drawnFiles(const Typesetter& typesetter) {
    std::vector<std::string> files = typesetter.fontFiles();
    files.emplace_back(colourProfilePath());
    return files;
}

Picture readLogo(std::string_view bytes, const std::string& name) {
    return readPicture(bytes, name);
}

std::vector<std::string> errandProgram() {
    return {ownProgram(), "worker", "--errands"};
}

Types loadTypes(const Arguments& arguments) {
    auto digests = std::make_shared<FileDigests>();
    auto typesetter = Typesetter::standard();
    auto catalogue = Catalogue::load(
        foldersOf(findHome(arguments)), drawnFiles(*typesetter),
        [digests](const std::string& path) { return digests->of(path); }, readLogo);
    return {.typesetter = std::move(typesetter), .catalogue = std::move(catalogue)};
}

}  // namespace engross
