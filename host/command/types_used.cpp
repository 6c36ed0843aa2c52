#include "command/commands.h"
#include "command/data_folder.h"
#include "command/home.h"
#include "model/day.h"
#include "script/type_uses.h"
#include "store/type_records.h"
#include "words/zone.h"

#include <charconv>
#include <iomanip>

namespace engross {
namespace {

constexpr int idWidth = 28;

std::string wordsFor(const TypeUse& use, const Console& console) {
    switch (use.kind) {
        case TypeUse::Kind::Clause:
            return console.text("types.use_clause", {{"language", use.detail}});
        case TypeUse::Kind::Law:
            return console.text("types.use_law", {{"name", use.detail}});
        case TypeUse::Kind::Family:
            return console.text("types.use_family");
        case TypeUse::Kind::Text:
            return console.text("types.use_text", {{"file", use.detail}});
    }
    return {};
}

std::string nameOf(TypeUse::Kind kind) {
    switch (kind) {
        case TypeUse::Kind::Clause:
            return "clause";
        case TypeUse::Kind::Law:
            return "law";
        case TypeUse::Kind::Family:
            return "family";
        case TypeUse::Kind::Text:
            return "text";
    }
    return {};
}

int versionFrom(const Arguments& arguments) {
    const std::string text = arguments.valueOr("of-version", "0");
    int version = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), version);
    if (read.ec != std::errc{} || read.ptr != text.data() + text.size()) {
        throw UsageFaults{{{UsageFault::Kind::UnfitValue, "--of-version " + text, "1"}}};
    }
    return version;
}

/// Documents that were made, of the store: with a clause, a law, a family, a text, a file, or of a type.
Exit usedByDocuments(const Arguments& arguments, Console& console) {
    const std::string& name = arguments.operands().at(0);
    const int version = versionFrom(arguments);
    DataFolder data{arguments};
    const auto uses = data.database().snapshot(
        [&](Transaction& transaction) { return TypeRecords(transaction).documentsUsing(name, version); });
    List answer;
    for (const DocumentUse& use : uses) {
        if (console.answersJson()) {
            answer.emplace_back(Object{{"document", use.document},
                                       {"type", use.type},
                                       {"version", use.version},
                                       {"case_ref", use.caseReference},
                                       {"team", use.team},
                                       {"closure", use.closure.hex()},
                                       {"made_at", isoTime(use.madeAt)}});
        } else {
            console.out() << use.document << "  " << std::left << std::setw(idWidth)
                          << use.type + " " + std::to_string(use.version) << use.caseReference << "  "
                          << isoDay(localTimeOf(use.madeAt).day) << '\n';
        }
    }
    if (console.answersJson()) {
        console.answer(std::move(answer));
    } else if (uses.empty()) {
        console.say(console.text("types.unused_by_documents", {{"name", name}}));
    }
    return Exit::Done;
}

Exit used(const Arguments& arguments, Console& console) {
    if (arguments.has("data")) {
        return usedByDocuments(arguments, console);
    }
    const std::string& name = arguments.operands().at(0);
    const auto uses = typesUsing(foldersOf(findHome(arguments)), name);
    List answer;
    for (const TypeUse& use : uses) {
        if (console.answersJson()) {
            answer.emplace_back(Object{{"id", use.id}, {"as", nameOf(use.kind)}, {"detail", use.detail}});
        } else {
            console.out() << std::left << std::setw(idWidth) << use.id << wordsFor(use, console) << '\n';
        }
    }
    if (console.answersJson()) {
        console.answer(std::move(answer));
    } else if (uses.empty()) {
        console.say(console.text("types.unused", {{"name", name}}));
    }
    return Exit::Done;
}

}  // namespace

Command typesUsedCommand() {
    return {.name = "types used",
            .operands = "NAME",
            .options = {homeOption(), dataOption(), {.name = "of-version", .value = "N"}},
            .run = used};
}

}  // namespace engross
