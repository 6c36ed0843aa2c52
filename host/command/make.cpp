#include "command/commands.h"
#include "command/produce_run.h"

#include <filesystem>

namespace engross {
namespace {

RequestInput readInput(const Arguments& arguments, const Types& types, Language language) {
    if (const auto file = arguments.value("request")) {
        return requestFromFile(*file, language);
    }
    return requestFromCase(arguments.operands().at(0), *arguments.value("case"), arguments.values("set"),
                           *types.catalogue, language);
}

void demandOneSource(const Arguments& arguments) {
    UsageFaults faults;
    if (arguments.has("request")) {
        for (const char* other : {"case", "set"}) {
            if (arguments.has(other)) {
                faults.faults.push_back({UsageFault::Kind::UnfitValue, "--" + std::string(other), "--request"});
            }
        }
    } else {
        if (arguments.operands().empty()) {
            faults.faults.push_back({UsageFault::Kind::MissingOperand, "TYPE", ""});
        }
        if (!arguments.has("case")) {
            faults.faults.push_back({UsageFault::Kind::MissingOption, "--case FILE", ""});
        }
    }
    if (!arguments.has("output")) {
        faults.faults.push_back({UsageFault::Kind::MissingOption, "-o FILE.pdf", ""});
    }
    if (!faults.faults.empty()) {
        throw faults;
    }
}

Exit make(const Arguments& arguments, Console& console) {
    demandOneSource(arguments);
    const Types types = loadTypes(arguments);
    RequestInput input = readInput(arguments, types, console.language());
    if (!input.request) {
        return refuse(input.faults, console);
    }
    if (!arguments.operands().empty() && arguments.operands().at(0) != input.request->type) {
        throw UsageFaults{{{UsageFault::Kind::UnfitValue, arguments.operands().at(0), input.request->type}}};
    }
    applyOptions(arguments, *input.request);
    const std::string beside = arguments.valueOr("request", arguments.valueOr("case", "."));
    return produceTo(arguments, *input.request, types, std::filesystem::path(beside).parent_path().string(), console);
}

}  // namespace

Command makeCommand() {
    std::vector<Option> options{{.name = "case", .value = "FILE"},
                                {.name = "set", .value = "NAME=VALUE", .repeats = true},
                                {.name = "request", .value = "FILE"},
                                outputOption(),
                                timeOption(),
                                homeOption()};
    return {.name = "make", .operands = "[TYPE]", .options = withRequestOptions(std::move(options)), .run = make};
}

}  // namespace engross
