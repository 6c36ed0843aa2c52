#include "command/command_error.h"
#include "command/commands.h"
#include "command/data_folder.h"
#include "command/home.h"
#include "command/produce_run.h"
#include "life/release_register.h"
#include "model/day.h"
#include "model/json.h"
#include "work/finished_files.h"
#include "work/scratch.h"

#include <charconv>
#include <filesystem>
#include <system_error>

namespace engross {
namespace {

namespace fs = std::filesystem;

constexpr std::int64_t mostReleases = 100'000;

std::string teamOf(const Arguments& arguments) {
    return arguments.valueOr("team", "housing");
}

int numberFrom(const std::string& text) {
    int number = 0;
    const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), number);
    return fault == std::errc() && end == text.data() + text.size() ? number : 0;
}

[[noreturn]] void refuseName(const std::string& what) {
    throw CommandError("release-unknown", what,
                       "it is no release: give its certificate (bundle.release.json), its PDF, or eight or more digits "
                       "of its identity");
}

KnownRelease fromCertificate(const std::string& path) {
    const JsonResult read = readJson(readFile(path), {.bytes = std::size_t{64} << 20U});
    const auto identity = read.value ? Sha256::fromHex(read.value->textOr("identity", "")) : std::nullopt;
    const Value* number = read.value ? read.value->find("release") : nullptr;
    if (!identity || number == nullptr || number->integer() == nullptr || *number->integer() < 1 ||
        *number->integer() > mostReleases) {
        refuseName(path);
    }
    const Value* file = read.value->find("file");
    const auto made = dayFrom(read.value->textOr("made_at", "").substr(0, 10));
    return {.pack = Sha256::fromHex(read.value->textOr("pack", "")).value_or(*identity),
            .number = static_cast<int>(*number->integer()),
            .identity = *identity,
            .caseReference = read.value->textOr("case_ref", ""),
            .name = file == nullptr ? "" : file->textOr("name", ""),
            .madeAt = made ? Instant{std::chrono::sys_days(*made)} : Instant{}};
}

KnownRelease fromBundle(const std::string& path) {
    const PdfFingerprint file = FinishedFiles(errandProgram()).fingerprint(path, path);
    const auto fact = [&file](const char* name) {
        const auto found = file.provenance.find(name);
        return found == file.provenance.end() ? std::string() : found->second;
    };
    const auto identity = Sha256::fromHex(fact("identity"));
    const auto pack = Sha256::fromHex(fact("pack"));
    const int number = numberFrom(fact("release"));
    if (!identity || !pack || number < 1) {
        refuseName(path);
    }
    return {.pack = *pack,
            .number = number,
            .identity = *identity,
            .caseReference = {},
            .name = fs::path(path).filename().string(),
            .madeAt = {}};
}

/// A certificate, a bundle's PDF, or the beginning of an identity that the store knows.
KnownRelease releaseNamed(const std::string& what, const std::string& team, Transaction& transaction) {
    std::error_code fault;
    if (fs::is_regular_file(what, fault)) {
        return fs::path(what).extension() == ".json" ? fromCertificate(what) : fromBundle(what);
    }
    const ReleaseRecords records(transaction);
    const auto known = records.releasesWith(team, what);
    if (known.size() == 1) {
        return known.front();
    }
    const auto given = records.givenWith(team, what);
    if (known.empty() && !given.empty()) {
        return {.pack = given.front().pack,
                .number = given.front().number,
                .identity = given.front().identity,
                .caseReference = given.front().caseReference,
                .name = {},
                .madeAt = {}};
    }
    refuseName(what);
}

Exit give(const Arguments& arguments, Console& console) {
    Object value;
    for (const char* name : {"to", "method", "on", "by", "note"}) {
        if (const auto said = arguments.value(name)) {
            value.set(name, *said);
        }
    }
    if (!arguments.has("on")) {
        value.set("on", isoDay(Day(std::chrono::floor<std::chrono::days>(statedTime(arguments)))));
    }
    if (const auto volume = arguments.value("volume")) {
        value.set("volume", numberFrom(*volume) > 0 ? Value(numberFrom(*volume)) : Value(*volume));
    }
    const Instant now = statedTime(arguments);
    DataFolder data{arguments};
    std::vector<Diagnostic> faults;
    ReleaseGiven given;
    data.database().transaction([&](Transaction& transaction) {
        faults.clear();
        const KnownRelease release = releaseNamed(arguments.operands().at(0), teamOf(arguments), transaction);
        given = readGiven(Value(value), release, now, console.language(), faults);
        given.team = teamOf(arguments);
        if (!refuses(faults)) {
            recordGiven(transaction, given, "command", now);
        }
    });
    if (refuses(faults)) {
        return refuse(faults, console);
    }
    if (console.answersJson()) {
        console.answer(toValue(given));
    } else {
        console.mention(sentenceOf(given, console.language()));
    }
    return Exit::Done;
}

Exit listGiven(const Arguments& arguments, Console& console) {
    DataFolder data{arguments};
    const std::string team = teamOf(arguments);
    KnownRelease release;
    const auto given = data.database().snapshot([&](Transaction& transaction) {
        release = releaseNamed(arguments.operands().at(0), team, transaction);
        return ReleaseRecords(transaction).givenOf(team, release.pack);
    });
    List values;
    for (const ReleaseGiven& one : given) {
        if (console.answersJson()) {
            values.push_back(toValue(one));
        } else {
            console.out() << (one.identity == release.identity ? "* " : "  ") << sentenceOf(one, console.language())
                          << '\n';
        }
    }
    if (console.answersJson()) {
        console.answer(Object{{"release", release.number},
                              {"identity", release.identity.hex()},
                              {"pack", release.pack.hex()},
                              {"given", std::move(values)}});
    } else if (given.empty()) {
        console.mention(console.text("bundle_given.nobody", {{"release", std::to_string(release.number)}}));
    }
    return Exit::Done;
}

std::vector<Option> withStore(std::vector<Option> options) {
    options.push_back(dataOption());
    options.push_back({.name = "team", .value = "TEAM"});
    return options;
}

}  // namespace

Command bundleGiveCommand() {
    return {.name = "bundle give",
            .operands = "RELEASE",
            .options = withStore({{.name = "to", .value = "NAME", .ownHelp = true},
                                  {.name = "method", .value = "email|post|hand|portal|dx", .ownHelp = true},
                                  {.name = "on", .value = "DAY", .ownHelp = true},
                                  {.name = "by", .value = "NAME"},
                                  {.name = "volume", .value = "N"},
                                  {.name = "note", .value = "TEXT"},
                                  timeOption()}),
            .run = give};
}

Command bundleGivenCommand() {
    return {.name = "bundle given", .operands = "RELEASE", .options = withStore({}), .run = listGiven};
}

}  // namespace engross
