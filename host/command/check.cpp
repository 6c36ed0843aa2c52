#include "command/command_error.h"
#include "command/commands.h"
#include "command/home.h"
#include "command/produce_run.h"
#include "command/verdict_text.h"
#include "model/json.h"
#include "model/request.h"
#include "words/faults.h"
#include "work/finished_files.h"
#include "work/profiles.h"
#include "work/scratch.h"

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <system_error>

namespace engross {
namespace {

std::string joined(const std::vector<std::string>& names) {
    std::string text;
    for (const std::string& name : names) {
        text += (text.empty() ? "" : ", ") + name;
    }
    return text;
}

/// What was said of a bundle outside the file itself.
struct Said {
    std::optional<Value> directions;
    std::vector<std::string> protectedTerms;
};

/// Of a plan its directions and its protected terms; of another file its whole contents are directions.
Said saidIn(const std::string& path, Language reader, std::vector<Diagnostic>& faults) {
    const JsonLimits limits;
    const JsonResult read = readJson(readFile(path), limits);
    if (!read.value) {
        faults.push_back(diagnosticOf(*read.fault, limits, path, reader));
        return {};
    }
    const Value* inPlan = read.value->find("directions");
    if (read.value->find("type") == nullptr && inPlan == nullptr) {
        return {*read.value, {}};
    }
    Said said{inPlan == nullptr ? std::nullopt : std::optional(*inPlan), {}};
    const RequestResult plan = readRequest(*read.value);
    for (const RequestFault& fault : plan.faults) {
        if (fault.pointer.starts_with("/protected")) {
            faults.push_back(diagnosticOf(fault, reader));
        }
    }
    said.protectedTerms = plan.request.protectedTerms;
    return said;
}

/// What was asked of a check, read before any file is.
struct CheckOrder {
    std::string file;
    std::string name;
    std::optional<BundleProfile> bundle;  // absent for a profile of documents
    std::vector<Diagnostic> faults;
};

CheckOrder orderOf(const Arguments& arguments, Language reader) {
    const auto profile = arguments.value("profile");
    if (!profile) {
        throw UsageFaults{{{UsageFault::Kind::MissingOption, "--profile", ""}}};
    }
    const ProfileSet set = profilesIn(foldersOf(findHome(arguments)).plugins, reader);
    CheckOrder order{.file = arguments.operands().at(0), .name = *profile, .bundle = {}, .faults = {}};
    const auto names = profileNames(set);
    if (const BundleProfile* found = set.find(*profile)) {
        order.bundle = *found;
    } else if (std::find(names.begin(), names.end(), *profile) == names.end()) {
        const std::string file = "/" + *profile + ".json";
        std::ranges::copy_if(set.faults, std::back_inserter(order.faults),
                             [&file](const Diagnostic& fault) { return fault.where.file.ends_with(file); });
        if (order.faults.empty()) {
            throw UsageFaults{{{UsageFault::Kind::UnfitValue, "--profile " + *profile, joined(names)}}};
        }
    }
    if (const auto file = arguments.value("directions"); file && order.bundle) {
        const Said said = saidIn(*file, reader, order.faults);
        order.bundle->protectedTerms = said.protectedTerms;
        if (said.directions) {
            const Day today{std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now())};
            const auto wrong = direct(*order.bundle, *said.directions, today, reader);
            order.faults.insert(order.faults.end(), wrong.begin(), wrong.end());
        }
    }
    return order;
}

/// In a process of its own: anybody may have made the file.
Verdict verdictOn(const CheckOrder& order, bool deep, Console& console) {
    FinishedFiles files(errandProgram());
    if (!order.bundle) {
        return files.check(order.file, order.name);
    }
    Verdict verdict = files.check(order.file, *order.bundle, console.language(), deep ? Depth::Pages : Depth::Structure,
                                  [&](double share) { console.progress(order.file, share); });
    console.progress(order.file, 1);
    return verdict;
}

Exit check(const Arguments& arguments, Console& console) {
    const CheckOrder order = orderOf(arguments, console.language());
    std::error_code fault;
    if (!std::filesystem::is_regular_file(order.file, fault)) {
        throw CommandError("file-missing", order.file, "is no file");
    }
    if (refuses(order.faults)) {
        return refuse(order.faults, console);
    }
    // Protected terms are looked for on every page, or not at all.
    const bool deep = arguments.has("deep") || (order.bundle && !order.bundle->protectedTerms.empty());
    const Verdict verdict = verdictOn(order, deep, console);
    if (console.answersJson()) {
        console.answer(toValue(verdict));
    } else {
        tellVerdict(verdict, order.bundle ? &*order.bundle : nullptr, deep, order.file, console);
    }
    return verdict.passed() ? Exit::Done : Exit::Diagnostics;
}

}  // namespace

Command checkCommand() {
    return {.name = "check",
            .operands = "FILE.pdf",
            .options = {{.name = "profile", .value = "NAME"},
                        {.name = "deep"},
                        {.name = "directions", .value = "FILE.json"},
                        homeOption()},
            .run = check};
}

}  // namespace engross
