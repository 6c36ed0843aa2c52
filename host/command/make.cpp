#include "command/commands.h"
#include "command/produce_run.h"
#include "life/delegations.h"
#include "model/json.h"
#include "pdf/archive.h"
#include "words/faults.h"
#include "words/zone.h"
#include "work/scratch.h"

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
    if (!arguments.has("output") && !arguments.has("copies")) {
        faults.faults.push_back({UsageFault::Kind::MissingOption, "-o FILE.pdf", ""});
    }
    if (!faults.faults.empty()) {
        throw faults;
    }
}

/// Without a register the signatory stays as typed: nothing is approved or issued by this command.
void lookUpSignatory(const Arguments& arguments, const Types& types, Request& request, const Console& console,
                     std::vector<Diagnostic>& faults) {
    const auto file = arguments.value("register");
    const TypeSummary* type = types.catalogue->find(request.type);
    if (!file || type == nullptr) {
        return;
    }
    const JsonLimits limits;
    const JsonResult read = readJson(readFile(*file), limits);
    if (!read.value) {
        faults.push_back(diagnosticOf(*read.fault, limits, *file, console.language()));
        return;
    }
    RegisterFile entries = readRegister(*read.value, console.language());
    for (Diagnostic& fault : entries.faults) {
        fault.where.file = *file;
    }
    faults = std::move(entries.faults);
    if (faults.empty()) {
        faults =
            enterSignatory(request, *type, entries.entries, localTimeOf(statedTime(arguments)).day, console.language());
    }
}

/// The files that the document carries: they ask for a-3a.
void applyArchive(const Arguments& arguments, Request& request) {
    UsageFaults unfit = applyFlavour(arguments, request);
    const std::vector<std::string> files = arguments.values("attach");
    if (!files.empty() && request.profile.empty()) {
        request.profile = nameOf(ArchiveFlavour::A3a);
    }
    if (!files.empty() && request.profile != nameOf(ArchiveFlavour::A3a)) {
        unfit.faults.push_back({UsageFault::Kind::UnfitValue, "--attach", "--archive a-3a"});
    }
    for (std::size_t number = 1; number <= files.size(); ++number) {
        const std::filesystem::path file = std::filesystem::absolute(files[number - 1]);
        if (!std::filesystem::is_regular_file(file)) {
            unfit.faults.push_back({UsageFault::Kind::UnfitValue, "--attach " + files[number - 1], ""});
        }
        request.exhibits.push_back({.mark = "ATTACHED/" + std::to_string(number), .file = file.string()});
    }
    if (!unfit.faults.empty()) {
        throw unfit;
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
    applyArchive(arguments, *input.request);
    if (arguments.has("copies")) {
        input.request->copy = "each";
    } else if (input.request->copy == "each") {
        throw UsageFaults{{{UsageFault::Kind::MissingOption, "--copies FOLDER", ""}}};
    }
    std::vector<Diagnostic> faults;
    lookUpSignatory(arguments, types, *input.request, console, faults);
    if (refuses(faults)) {
        return refuse(faults, console);
    }
    const std::string beside = arguments.valueOr("request", arguments.valueOr("case", "."));
    const std::string folder = std::filesystem::path(beside).parent_path().string();
    return arguments.has("copies") ? produceCopies(arguments, *input.request, types, folder, console)
                                   : produceTo(arguments, *input.request, types, folder, console);
}

}  // namespace

Command makeCommand() {
    std::vector<Option> options{{.name = "case", .value = "FILE"},
                                {.name = "set", .value = "NAME=VALUE", .repeats = true},
                                {.name = "request", .value = "FILE"},
                                {.name = "register", .value = "FILE"},
                                {.name = "copies", .value = "FOLDER"},
                                {.name = "archive", .value = "a-1b|a-2a|a-3a"},
                                {.name = "attach", .value = "FILE", .repeats = true},
                                outputOption(),
                                timeOption(),
                                homeOption()};
    return {.name = "make", .operands = "[TYPE]", .options = withRequestOptions(std::move(options)), .run = make};
}

}  // namespace engross
