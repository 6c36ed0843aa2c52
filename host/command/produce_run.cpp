#include "command/produce_run.h"

#include "command/output_file.h"
#include "command/prepared_cache.h"
#include "words/zone.h"
#include "work/scratch.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <filesystem>
#include <memory>
#include <set>
#include <string_view>
#include <system_error>
#include <utility>

namespace engross {
namespace {

namespace fs = std::filesystem;

/// Files beside a plan, each hashed once.
std::optional<ResolvedExhibit> fileBeside(const fs::path& folder, const std::string& name) {
    const fs::path path = folder / name;
    std::error_code fault;
    if (name.empty() || !fs::is_regular_file(path, fault)) {
        return std::nullopt;
    }
    return ResolvedExhibit{
        .name = path.filename().string(), .path = fs::absolute(path).string(), .hash = hashFile(path.string())};
}

Value answerOf(const Outcome& outcome, const std::string& path) {
    Value answer = toValue(outcome);
    if (outcome.state == Outcome::State::Done) {
        answer.object()->set("file", path);
    }
    return answer;
}

/// "every page was read again in 1.3 s": what was looked at is told apart from what was made.
std::string readTold(const Outcome& outcome, std::chrono::duration<double> read, const Console& console) {
    const auto& rules = outcome.verdict.rulesRun;
    const bool deep = std::ranges::find(rules, "18-searchable") != rules.end();
    const auto tenths = static_cast<long long>(std::ceil(read.count() * 10));
    return console.text(deep ? "bundle.read_pages" : "bundle.read_structure",
                        {{"seconds", std::to_string(tenths / 10) + "." + std::to_string(tenths % 10)},
                         {"rules", std::to_string(rules.size())}});
}

/// Pages that a signed document knows by numbers of an earlier release.
void tellMoved(const Value& document, Console& console) {
    const Value* linked = document.find("linked");
    std::set<std::string> told;
    std::string pages;
    std::size_t moved = 0;
    for (const Value& reference : linked == nullptr || linked->list() == nullptr ? List{} : *linked->list()) {
        const std::string was = reference.textOr("was", "");
        if (was.empty()) {
            continue;
        }
        ++moved;
        if (told.insert(was).second) {
            pages += (pages.empty() ? "" : "; ") +
                     console.text("bundle.references_moved.page", {{"was", was}, {"is", reference.textOr("to", "")}});
        }
    }
    if (moved > 0) {
        console.say(console.text(
            "bundle.references_moved",
            {{"title", document.textOr("title", "")}, {"moved", std::to_string(moved)}, {"pages", pages}}));
    }
}

/// What became of the references in each signed document of a bundle.
void tellReferences(const Value& references, Console& console) {
    const auto count = [](const Value& document, std::string_view name) {
        const Value* list = document.find(name);
        return list == nullptr || list->list() == nullptr ? std::size_t{0} : list->list()->size();
    };
    for (const Value& document : references.list() == nullptr ? List{} : *references.list()) {
        console.say(console.text("bundle.references", {{"title", document.textOr("title", "")},
                                                       {"linked", std::to_string(count(document, "linked"))},
                                                       {"lost", std::to_string(count(document, "not_found"))},
                                                       {"blind", std::to_string(count(document, "not_searched"))}}));
        tellMoved(document, console);
    }
}

/// Where the files of a bundle go: the bundle to `path`, or its volumes beside it under their names, then the
/// certificate.
std::vector<std::string> placesOf(const Outcome& outcome, const fs::path& path) {
    std::vector<std::string> places;
    const bool volumes = outcome.artefacts.size() > 2;
    for (const Artefact& artefact : outcome.artefacts) {
        const bool whole = !volumes && artefact.mediaType == "application/pdf";
        places.push_back(whole ? path.string() : (path.parent_path() / artefact.name).string());
    }
    return places;
}

}  // namespace

Option outputOption() {
    return {.name = "output", .value = "FILE.pdf", .letter = 'o'};
}

Option timeOption() {
    return {.name = "at", .value = "TIME"};
}

std::string outputPath(const Arguments& arguments) {
    const auto path = arguments.value("output");
    if (!path || path->empty()) {
        throw UsageFaults{{{UsageFault::Kind::MissingOption, "-o FILE.pdf", ""}}};
    }
    return *path;
}

Instant statedTime(const Arguments& arguments) {
    const auto text = arguments.value("at");
    if (!text) {
        return std::chrono::floor<std::chrono::seconds>(systemNow());
    }
    const auto local = localTimeFrom(*text);
    const auto instant = local ? instantOf(*local) : std::nullopt;
    if (!instant) {
        throw UsageFaults{{{UsageFault::Kind::UnfitValue, "--at " + *text, "2026-11-23T10:00"}}};
    }
    return *instant;
}

Exit refuse(const std::vector<Diagnostic>& faults, Console& console) {
    if (console.answersJson()) {
        List diagnostics;
        for (const Diagnostic& fault : faults) {
            diagnostics.push_back(toValue(fault));
        }
        console.answer(Object{{"state", "failed"}, {"diagnostics", std::move(diagnostics)}});
    } else {
        console.show(faults);
    }
    return Exit::Diagnostics;
}

Exit produceCopies(const Arguments& arguments, const Request& request, const Types& types, const std::string& folder,
                   Console& console) {
    const fs::path target = *arguments.value("copies");
    const WorkFolder scratch{fs::temp_directory_path() / "engross"};
    ScratchVault vault{scratch.makeFolder("copies")};
    Workshop workshop;
    workshop.catalogue = types.catalogue;
    workshop.typesetter = types.typesetter;
    workshop.vault = &vault;
    workshop.errandProgram = errandProgram();
    workshop.exhibits = [&](const std::string& name) { return fileBeside(folder, name); };
    workshop.scratch = scratch.makeFolder("work");
    const Outcome outcome = produce(request, workshop, statedTime(arguments));
    const bool done = outcome.state == Outcome::State::Done;
    if (done) {
        fs::create_directories(target);
        for (const Artefact& artefact : outcome.artefacts) {
            OutputFile file{(target / artefact.name).string()};
            file.put(vault.get(artefact.hash));
            file.keep();
        }
    }
    if (console.answersJson()) {
        console.answer(answerOf(outcome, target.string()));
    } else {
        console.show(outcome.diagnostics);
        for (const Artefact& artefact : done ? outcome.artefacts : std::vector<Artefact>()) {
            console.mention(
                console.counted("make.done", artefact.pages, {{"file", (target / artefact.name).string()}}));
        }
    }
    return done ? Exit::Done : Exit::Diagnostics;
}

Exit produceTo(const Arguments& arguments, const Request& request, const Types& types, const std::string& folder,
               Console& console, bool standIns) {
    const std::string path = outputPath(arguments);
    const TypeSummary* type = types.catalogue->find(request.type);
    const bool bundle = type != nullptr && type->isBundle;
    OutputFile output{path, bundle ? fs::path(path).replace_extension(".release.json").string() : std::string()};
    std::unique_ptr<WorkFolder> scratch;
    Workshop workshop;
    if (const auto before = arguments.value("after")) {
        workshop.before = certifiedRelease(readFile(*before), *before);
        workshop.release = releaseAfter(*workshop.before);
    }
    workshop.catalogue = types.catalogue;
    workshop.typesetter = types.typesetter;
    workshop.standIns = standIns;
    workshop.vault = &output;
    workshop.fileStem = fs::path(path).stem().string();
    workshop.errandProgram = errandProgram();
    workshop.prepared = bundle && !arguments.has("no-cache") ? preparedCache() : std::string();
    workshop.exhibits = [&](const std::string& name) { return fileBeside(folder, name); };
    workshop.progress = [&](double share) { console.progress(path, share); };
    if (bundle || !request.exhibits.empty()) {
        scratch = std::make_unique<WorkFolder>(fs::temp_directory_path() / "engross");
        workshop.scratch = scratch->makeFolder("work");
    }
    std::chrono::duration<double> read{};
    workshop.readAgain = [&](std::chrono::duration<double> took) { read += took; };
    const Outcome outcome = produce(request, workshop, statedTime(arguments));
    console.progress(path, 1);
    const bool done = outcome.state == Outcome::State::Done;
    const std::vector<std::string> places = done && bundle ? placesOf(outcome, path) : std::vector<std::string>();
    if (done) {
        output.keep(places);
    }
    if (console.answersJson()) {
        console.answer(answerOf(outcome, path));
    } else {
        console.show(outcome.diagnostics);
        tellReferences(done ? outcome.references : Value(), console);
        const std::size_t files = !done ? 0 : bundle ? outcome.artefacts.size() - 1 : 1;
        if (done && bundle) {
            console.mention(readTold(outcome, read, console));
        }
        for (std::size_t i = 0; i < files; ++i) {
            console.mention(console.counted("make.done", outcome.artefacts.at(i).pages,
                                            {{"file", places.empty() ? path : places.at(i)}}));
        }
    }
    return done ? Exit::Done : Exit::Diagnostics;
}

}  // namespace engross
