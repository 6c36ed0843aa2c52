#include "command/commands.h"
#include "command/produce_run.h"

#include <filesystem>

namespace engross {
namespace {

Exit bundle(const Arguments& arguments, Console& console) {
    (void)outputPath(arguments);
    const std::string& plan = arguments.operands().at(0);
    RequestInput input = requestFromFile(plan, console.language());
    if (!input.request) {
        return refuse(input.faults, console);
    }
    applyOptions(arguments, *input.request);
    input.request->profile = arguments.valueOr("profile", input.request->profile);
    input.request->deep = input.request->deep || arguments.has("deep");
    const std::string folder = std::filesystem::path(plan).parent_path().string();
    return produceTo(arguments, *input.request, loadTypes(arguments), folder, console);
}

}  // namespace

Command bundleCommand() {
    std::vector<Option> options{{.name = "profile", .value = "NAME"},
                                {.name = "deep", .ownHelp = true},
                                {.name = "after", .value = "FILE.release.json"},
                                outputOption(),
                                {.name = "no-cache"},
                                timeOption(),
                                homeOption()};
    return {
        .name = "bundle", .operands = "PLAN.json", .options = withRequestOptions(std::move(options)), .run = bundle};
}

}  // namespace engross
