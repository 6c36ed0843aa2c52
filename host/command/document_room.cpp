#include "command/document_room.h"

#include "command/published_types.h"
#include "work/pinned_sources.h"

#include "audit/trail.h"
#include "command/produce_run.h"
#include "life/delegations.h"
#include "model/json.h"
#include "words/zone.h"
#include "work/publish.h"
#include "work/scratch.h"

#include <algorithm>
#include <filesystem>
#include <iterator>

namespace engross {
namespace {

namespace fs = std::filesystem;

void append(std::vector<Diagnostic>& to, const std::vector<Diagnostic>& from) {
    to.insert(to.end(), from.begin(), from.end());
}

List diagnosticsOf(const std::vector<Diagnostic>& diagnostics) {
    List list;
    std::ranges::transform(diagnostics, std::back_inserter(list),
                           [](const Diagnostic& diagnostic) { return toValue(diagnostic); });
    return list;
}

Diagnostic faultOf(const char* code, std::string message) {
    Diagnostic fault{.code = code};
    fault.message = std::move(message);
    return fault;
}

Workshop workshopOf(DocumentRoom& room, const std::string& folder, const std::string& scratch) {
    Workshop workshop;
    workshop.catalogue = room.types().catalogue;
    workshop.typesetter = room.types().typesetter;
    workshop.vault = &room.data().vault();
    workshop.errandProgram = errandProgram();
    workshop.scratch = scratch;
    workshop.exhibits = [folder](const std::string& name) -> std::optional<ResolvedExhibit> {
        const fs::path path = fs::path(folder) / name;
        std::error_code fault;
        if (name.empty() || !fs::is_regular_file(path, fault)) {
            return std::nullopt;
        }
        return ResolvedExhibit{
            .name = path.filename().string(), .path = fs::absolute(path).string(), .hash = hashFile(path.string())};
    };
    return workshop;
}

}  // namespace

DocumentRoom::DocumentRoom(const Arguments& arguments, Console& console)
    : data_(arguments),
      types_(withPublished(loadTypes(arguments), findHome(arguments), data_.database(), data_.vault())),
      actor_{.team = arguments.valueOr("team", "housing"), .id = "command", .name = arguments.valueOr("by", "")},
      reader_(console.language()),
      now_(systemNow()) {}

DataFolder& DocumentRoom::data() noexcept {
    return data_;
}

const Types& DocumentRoom::types() const noexcept {
    return types_;
}

DocumentDesk DocumentRoom::desk() const {
    return {data_.database(), data_.vault(), *types_.catalogue, actor_, reader_, now_};
}

LifeActor DocumentRoom::actor() const {
    return actor_;
}

Instant DocumentRoom::now() const noexcept {
    return now_;
}

Exit tellUnknown(const std::string& id, Console& console) {
    return refuse({faultOf("document-unknown", console.text("document.unknown", {{"id", id}}))}, console);
}

Exit tell(const LifeAnswer& answer, const std::string& id, Console& console) {
    if (!answer.found) {
        return tellUnknown(id, console);
    }
    if (console.answersJson()) {
        console.answer(Object{{"document", id},
                              {"done", answer.done},
                              {"state", nameOf(answer.state)},
                              {"diagnostics", diagnosticsOf(answer.diagnostics)},
                              {"findings", diagnosticsOf(answer.findings)}});
    } else {
        console.show(answer.diagnostics);
        console.show(answer.findings);
        if (answer.done) {
            console.out() << nameOf(answer.state) << '\n';
        }
    }
    return answer.done ? Exit::Done : Exit::Diagnostics;
}

StatedStep stepFrom(const Arguments& arguments) {
    return {
        .by = arguments.valueOr("by", ""), .on = arguments.valueOr("on", ""), .note = arguments.valueOr("note", "")};
}

std::vector<Option> documentOptions(std::vector<Option> own) {
    own.insert(own.end(), {dataOption(), {.name = "team", .value = "TEAM", .ownHelp = false}, homeOption()});
    return own;
}

std::vector<Option> stepOptions(std::vector<Option> own) {
    own.insert(own.end(),
               {{.name = "by", .value = "NAME"}, {.name = "on", .value = "DAY"}, {.name = "note", .value = "TEXT"}});
    return documentOptions(std::move(own));
}

RecordedDocument makeAndRecord(DocumentRoom& room, Request request, const std::string& author, Instant at,
                               const std::string& folder, Language reader) {
    RecordedDocument result;
    const LifeActor actor = room.actor();
    const Catalogue& catalogue = *room.types().catalogue;
    const TypeSummary* type = catalogue.chosen(request, at);
    Database& database = room.data().database();
    database.snapshot([&](Transaction& transaction) {
        result.diagnostics = successionFaults(transaction, actor.team, request, reader);
        if (type != nullptr) {
            const auto entries = LifeRecords(transaction).delegations(actor.team);
            append(result.diagnostics, enterSignatory(request, *type, entries, localTimeOf(at).day, reader));
        }
    });
    if (request.caseRecord.reference.empty()) {
        result.diagnostics.push_back(faultOf("case-ref", Messages::in(reader).text("document.no_case_ref")));
    }
    const WorkFolder scratch{room.data().scratch()};
    const Outcome outcome = produce(request, workshopOf(room, folder, scratch.makeFolder("work")), at);
    append(result.diagnostics, outcome.diagnostics);
    if (outcome.state != Outcome::State::Done || refuses(result.diagnostics)) {
        return result;
    }
    MadeDocument made{
        .document = documentOf(outcome.artefacts.front(), outcome, request,
                               {makeUuid(room.now()), actor.team, *catalogue.closure(request, at)}, room.now()),
        .request = request,
        .requestObject = room.data().vault().put(canonicalJson(toValue(request)))};
    made.document.madeAt = at;
    made.type = type;
    made.author = author;
    made.papers = papersOf(outcome, request);
    made.diagnostics = outcome.diagnostics;
    const auto sources = PinnedSources(room.data().vault()).keep(catalogue, request, made.document.closure, room.now());
    database.transaction([&](Transaction& transaction) {
        if (sources) {
            TypeRecords(transaction).note(*sources);
        }
        Records(transaction).noteCase(actor.team, request.caseRecord.reference, room.now());
        Records(transaction).add(made.document);
        Trail(transaction)
            .append({.at = room.now(),
                     .actor = actor.id,
                     .action = "document.made",
                     .subject = made.document.id,
                     .request = {},
                     .details = canonicalJson(Object{{"sha256", made.document.artefact.hex()}})});
        recordMade(transaction, made, actor, reader, room.now());
    });
    result.document = made.document;
    result.papers = std::move(made.papers);
    return result;
}

}  // namespace engross
