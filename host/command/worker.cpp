#include "command/commands.h"
#include "command/home.h"
#include "work/errands.h"
#include "work/limits.h"
#include "work/task_handler.h"

namespace engross {
namespace {

constexpr std::uint64_t kMemory = std::uint64_t{2} << 30U;
constexpr std::uint64_t kErrandMemory = std::uint64_t{8} << 30U;  // at most; each errand is allowed its own
constexpr std::uint64_t kLargestFile = std::uint64_t{8} << 30U;

Exit errands() {
    confine({.memoryBytes = kErrandMemory, .fileBytes = kLargestFile});
    return answerTasks(makeErrandHandler()) == 0 ? Exit::Done : Exit::Failed;
}

Exit worker(const Arguments& arguments, Console&) {
    if (arguments.has("errands")) {
        return errands();
    }
    confine({.memoryBytes = kMemory, .fileBytes = kLargestFile});
    const std::string home = findHome(arguments);
    const auto load = [home] {
        Types types = loadTypes(home);
        Workshop workshop;
        workshop.unpack = [fonts = drawnFiles(*types.typesetter)](const std::vector<ScriptFile>& files) {
            return Catalogue::loadPackage(files, fonts, digestOfFile, readLogo);
        };
        workshop.catalogue = std::move(types.catalogue);
        workshop.typesetter = std::move(types.typesetter);
        workshop.errandProgram = errandProgram();
        return workshop;
    };
    return answerTasks(makeTaskHandler(load)) == 0 ? Exit::Done : Exit::Failed;
}

}  // namespace

Command workerCommand() {
    return {.name = "worker", .options = {{.name = "errands"}, homeOption()}, .run = worker, .hidden = true};
}

}  // namespace engross
