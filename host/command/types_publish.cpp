#include "audit/trail.h"
#include "command/commands.h"
#include "command/data_folder.h"
#include "command/home.h"
#include "model/json.h"
#include "script/source_package.h"
#include "script/type_tests.h"
#include "store/type_records.h"

#include <algorithm>
#include <fstream>
#include <sstream>

namespace engross {
namespace {

Exit refuse(Console& console, std::string_view key, Messages::Values values) {
    console.complain(console.text(key, values));
    return Exit::Diagnostics;
}

/// The files of a type, with its tests, and without house styles: these are the host's own.
std::vector<ScriptFile> filesOf(const Catalogue& catalogue, const Request& example, const TypeTestReport& tests,
                                const std::string& home) {
    std::vector<ScriptFile> files = catalogue.sources(example).files;
    std::erase_if(files, [](const ScriptFile& file) { return file.name.starts_with("templates/house/"); });
    std::ifstream file(home + "/" + tests.file, std::ios::binary);
    std::ostringstream text;
    text << file.rdbuf();
    files.push_back({tests.file, std::move(text).str()});
    return files;
}

/// Whether the type may be published as it stands in the folder; says why not.
bool passesItsTests(const std::string& id, const Catalogue& catalogue, const std::optional<TypeTestReport>& tests,
                    Console& console) {
    const auto faults = catalogue.faultsOf(id);
    console.show(faults);
    if (refuses(faults)) {
        return false;
    }
    if (!tests || tests->results.empty()) {
        console.complain(console.text("types.publish_untested", {{"id", id}}));
        return false;
    }
    console.show(tests->faults);
    for (const TypeTestResult& result : tests->results) {
        if (!result.faults.empty()) {
            console.say(console.text("types.test_failed", {{"id", id}, {"title", result.title}}));
            console.show(result.faults);
        }
    }
    if (!tests->passed()) {
        console.complain(console.text("types.publish_failed_tests", {{"id", id}}));
    }
    return tests->passed();
}

bool record(DataFolder& data, const TypeVersion& version) {
    return data.database().transaction([&](Transaction& transaction) {
        const bool added = TypeRecords(transaction).publish(version);
        if (added) {
            Trail{transaction}.append(
                {.at = version.publishedAt,
                 .actor = "command",
                 .action = "type.published",
                 .subject = version.type,
                 .details = canonicalJson(Object{{"version", version.version}, {"sources", version.sources.hex()}})});
        }
        return added;
    });
}

Exit publish(const Arguments& arguments, Console& console) {
    const std::string& id = arguments.operands().at(0);
    const std::string signedOffBy = arguments.valueOr("signed-off-by", "");
    if (signedOffBy.empty()) {
        return refuse(console, "types.publish_unsigned", {{"id", id}});
    }
    const std::string home = findHome(arguments);
    const auto catalogue = loadTypes(home).catalogue;
    const TypeSummary* type = catalogue->find(id);
    const auto tests = type == nullptr ? std::nullopt : testType(*catalogue, foldersOf(home), id);
    if (!passesItsTests(id, *catalogue, tests, console)) {
        return Exit::Diagnostics;
    }
    DataFolder data{arguments};
    const auto before =
        data.database().snapshot([&](Transaction& transaction) { return TypeRecords(transaction).versions(id); });
    const std::string bytes = writePackage(filesOf(*catalogue, *catalogue->example(id), *tests, home));
    if (!before.empty() && before.front().sources == Sha256::of(bytes)) {
        return refuse(console, "types.published_already",
                      {{"id", id}, {"version", std::to_string(before.front().version)}});
    }
    if (!before.empty() && type->version <= before.front().version) {
        return refuse(console, "types.publish_count_up",
                      {{"id", id},
                       {"version", std::to_string(type->version)},
                       {"next", std::to_string(before.front().version + 1)}});
    }
    const TypeVersion version{.type = id,
                              .version = type->version,
                              .title = type->title,
                              .inForceFrom = type->inForceFrom,
                              .inForceUntil = type->inForceUntil,
                              .sources = data.vault().put(bytes),
                              .tests = static_cast<int>(tests->results.size()),
                              .signedOffBy = signedOffBy,
                              .signedOffPost = arguments.valueOr("post", ""),
                              .note = arguments.valueOr("note", ""),
                              .publishedBy = arguments.valueOr("by", signedOffBy),
                              .publishedAt = systemNow()};
    if (!record(data, version)) {
        return refuse(
            console, "types.publish_count_up",
            {{"id", id}, {"version", std::to_string(version.version)}, {"next", std::to_string(version.version + 1)}});
    }
    if (console.answersJson()) {
        console.answer(Object{{"id", id}, {"version", version.version}, {"sources", version.sources.hex()}});
    } else {
        console.out() << console.text("types.published", {{"id", id},
                                                          {"version", std::to_string(version.version)},
                                                          {"who", signedOffBy},
                                                          {"tests", std::to_string(version.tests)}})
                      << '\n';
    }
    return Exit::Done;
}

}  // namespace

Command typesPublishCommand() {
    return {.name = "types publish",
            .operands = "ID",
            .options = {dataOption(),
                        homeOption(),
                        {.name = "signed-off-by", .value = "NAME"},
                        {.name = "post", .value = "POST"},
                        {.name = "note", .value = "TEXT"},
                        {.name = "by", .value = "NAME"}},
            .run = publish};
}

}  // namespace engross
