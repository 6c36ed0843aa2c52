#include "command/commands.h"
#include "command/document_room.h"
#include "command/produce_run.h"
#include "command/request_input.h"
#include "life/certificate.h"
#include "work/scratch.h"

#include <filesystem>

namespace engross {
namespace {

namespace fs = std::filesystem;

void demandSource(const Arguments& arguments) {
    UsageFaults faults;
    if (!arguments.has("request") && (arguments.operands().empty() || !arguments.has("case"))) {
        faults.faults.push_back({UsageFault::Kind::MissingOption, "TYPE --case FILE", "--request FILE"});
    }
    if (!arguments.has("by")) {
        faults.faults.push_back({UsageFault::Kind::MissingOption, "--by NAME", ""});
    }
    if (!faults.faults.empty()) {
        throw faults;
    }
}

/// Where the type has several recipients each gets a copy of their own.
void chooseCopies(const Types& types, Request& request) {
    const TypeSummary* type = types.catalogue->find(request.type);
    if (request.copy.empty() && type != nullptr && type->schema.find("recipients") != nullptr) {
        request.copy = "each";
    }
}

void writeTo(const std::string& path, DocumentRoom& room, const Sha256& artefact) {
    writeFile(path, room.data().vault().get(artefact));
}

Exit tellMade(const RecordedDocument& made, Console& console) {
    if (!made.document) {
        return refuse(made.diagnostics, console);
    }
    if (console.answersJson()) {
        List diagnostics;
        for (const Diagnostic& diagnostic : made.diagnostics) {
            diagnostics.push_back(toValue(diagnostic));
        }
        console.answer(Object{{"document", made.document->id},
                              {"state", nameOf(made.document->state)},
                              {"sha256", made.document->artefact.hex()},
                              {"pages", static_cast<std::int64_t>(made.document->pages)},
                              {"papers", static_cast<std::int64_t>(made.papers.size())},
                              {"diagnostics", std::move(diagnostics)}});
    } else {
        console.show(made.diagnostics);
        console.out() << made.document->id << '\n';
    }
    return Exit::Done;
}

Exit makeInStore(const Arguments& arguments, Console& console) {
    demandSource(arguments);
    DocumentRoom room{arguments, console};
    RequestInput input = arguments.has("request")
                             ? requestFromFile(*arguments.value("request"), console.language())
                             : requestFromCase(arguments.operands().at(0), *arguments.value("case"),
                                               arguments.values("set"), *room.types().catalogue, console.language());
    if (!input.request) {
        return refuse(input.faults, console);
    }
    applyOptions(arguments, *input.request);
    chooseCopies(room.types(), *input.request);
    input.request->supersedes = arguments.valueOr("supersedes", input.request->supersedes);
    const std::string beside = arguments.valueOr("request", arguments.valueOr("case", "."));
    const auto made = makeAndRecord(room, *input.request, arguments.valueOr("by", ""), statedTime(arguments),
                                    fs::path(beside).parent_path().string(), console.language());
    if (made.document && arguments.has("output")) {
        writeTo(*arguments.value("output"), room, made.document->artefact);
    }
    return tellMade(made, console);
}

Exit certify(const Arguments& arguments, Console& console) {
    if (!arguments.has("by")) {
        throw UsageFaults{{{UsageFault::Kind::MissingOption, "--by NAME", ""}}};
    }
    DocumentRoom room{arguments, console};
    const std::string& id = arguments.operands().at(0);
    const auto file = room.desk().file(id);
    if (!file) {
        return tellUnknown(id, console);
    }
    const CertificateRequest certificate = certificateOfService(
        *file, room.data().vault(), {.server = *arguments.value("by"), .post = arguments.valueOr("post", "")},
        console.language());
    if (refuses(certificate.faults)) {
        return refuse(certificate.faults, console);
    }
    const auto made =
        makeAndRecord(room, certificate.request, *arguments.value("by"), statedTime(arguments), "", console.language());
    if (made.document && arguments.has("output")) {
        writeTo(*arguments.value("output"), room, made.document->artefact);
    }
    return tellMade(made, console);
}

}  // namespace

Command documentMakeCommand() {
    std::vector<Option> options{{.name = "case", .value = "FILE"},
                                {.name = "set", .value = "NAME=VALUE", .repeats = true},
                                {.name = "request", .value = "FILE"},
                                {.name = "supersedes", .value = "ID"},
                                {.name = "by", .value = "NAME"},
                                outputOption(),
                                timeOption()};
    return {.name = "document make",
            .operands = "[TYPE]",
            .options = documentOptions(withRequestOptions(std::move(options))),
            .run = makeInStore};
}

Command documentCertificateCommand() {
    return {.name = "document certificate",
            .operands = "ID",
            .options = documentOptions(
                {{.name = "by", .value = "NAME"}, {.name = "post", .value = "TEXT"}, outputOption(), timeOption()}),
            .run = certify};
}

}  // namespace engross
