#include "command/commands.h"
#include "command/document_room.h"
#include "model/json.h"
#include "work/scratch.h"

#include <algorithm>
#include <filesystem>

namespace engross {
namespace {

namespace fs = std::filesystem;

std::string envelopeLine(const DocumentFile& file, int recipient, const Console& console) {
    std::string line;
    std::size_t pages = 0;
    for (const DocumentPaper& paper : file.papers) {
        if (paper.recipient == recipient) {
            pages += paper.pages;
            line += (line.empty() ? "" : " + ") +
                    console.counted("document.paper." + std::string(nameOf(paper.kind)), paper.pages);
        }
    }
    return line.empty() ? line : line + " = " + console.counted("document.pages", pages);
}

void showRecipients(const DocumentFile& file, Console& console) {
    for (const DocumentRecipient& recipient : file.recipients) {
        const DocumentService* served = standingService(file.services, recipient.number);
        console.out() << "  " << recipient.number << ". " << recipient.name;
        if (!recipient.capacity.empty()) {
            console.out() << ", " << recipient.capacity;
        }
        console.out() << (recipient.isCopy ? console.text("document.copy_only") : std::string()) << '\n';
        if (const std::string envelope = envelopeLine(file, recipient.number, console); !envelope.empty()) {
            console.out() << "     " << console.text("document.envelope", {{"papers", envelope}}) << '\n';
        }
        if (served == nullptr) {
            console.out() << "     "
                          << console.text("document.not_served",
                                          {{"method", recipient.method.empty() ? "-" : recipient.method},
                                           {"day", recipient.plannedOn.empty() ? "-" : recipient.plannedOn}})
                          << '\n';
        } else {
            console.out() << "     "
                          << console.text(served->isAssumed ? "document.served_assumed" : "document.served",
                                          {{"day", served->servedOn},
                                           {"basis", served->basis},
                                           {"method", served->method},
                                           {"step", served->stepAt},
                                           {"by", served->byWhom},
                                           {"source", served->source}})
                          << '\n';
        }
    }
}

Exit show(const Arguments& arguments, Console& console) {
    const std::string& id = arguments.operands().at(0);
    DocumentRoom room{arguments, console};
    const auto file = room.desk().file(id);
    if (!file) {
        return tellUnknown(id, console);
    }
    if (console.answersJson()) {
        console.answer(toValue(*file));
        return Exit::Done;
    }
    // The bytes are read and their hash compared: what is shown here is what was made, or this throws.
    (void)room.data().vault().get(file->document.artefact);
    console.out() << file->life.title << ", " << file->document.caseReference << '\n'
                  << console.text("document.state",
                                  {{"state", nameOf(file->document.state)},
                                   {"version", std::to_string(file->life.version)},
                                   {"locked", isLocked(file->document.state) ? console.text("document.locked") : ""}})
                  << '\n'
                  << "sha256 " << file->document.artefact.hex() << ", "
                  << console.counted("document.pages", file->document.pages) << '\n';
    if (!file->life.supersedes.empty()) {
        console.out() << console.text("document.supersedes", {{"id", file->life.supersedes}}) << '\n';
    }
    if (!file->life.supersededBy.empty()) {
        console.out() << console.text("document.superseded_by", {{"id", file->life.supersededBy}}) << '\n';
    }
    showRecipients(*file, console);
    for (const DocumentMove& move : file->moves) {
        console.out() << "  " << move.onDay << "  " << move.verb << "  " << move.byWhom
                      << (move.note.empty() ? "" : "  (" + move.note + ")") << '\n';
    }
    for (const TaskRecord& task : file->tasks) {
        console.out() << (task.doneAt ? "  [x] " : "  [ ] ") << task.dueOn << "  " << task.code << ": " << task.sentence
                      << '\n';
    }
    return Exit::Done;
}

Exit list(const Arguments& arguments, Console& console) {
    DocumentRoom room{arguments, console};
    const auto documents = room.data().database().snapshot([&](Transaction& transaction) {
        return Records(transaction).documents(room.actor().team, arguments.operands().at(0));
    });
    List values;
    for (const DocumentRecord& document : documents) {
        if (console.answersJson()) {
            values.push_back(Object{{"id", document.id},
                                    {"type", document.type},
                                    {"state", nameOf(document.state)},
                                    {"made_at", isoTime(document.madeAt)},
                                    {"sha256", document.artefact.hex()}});
        } else {
            console.out() << document.id << "  " << document.type << "  " << nameOf(document.state) << '\n';
        }
    }
    if (console.answersJson()) {
        console.answer(Object{{"documents", std::move(values)}});
    }
    return Exit::Done;
}

Exit writeFiles(const Arguments& arguments, Console& console) {
    const std::string& id = arguments.operands().at(0);
    const auto folder = arguments.value("output");
    if (!folder) {
        throw UsageFaults{{{UsageFault::Kind::MissingOption, "-o FOLDER", ""}}};
    }
    DocumentRoom room{arguments, console};
    const auto file = room.desk().file(id);
    if (!file) {
        return tellUnknown(id, console);
    }
    fs::create_directories(*folder);
    List names;
    const auto write = [&](const std::string& name, const Sha256& hash) {
        writeFile((fs::path(*folder) / name).string(), room.data().vault().get(hash));
        names.push_back(Object{{"name", name}, {"sha256", hash.hex()}});
        if (!console.answersJson()) {
            console.out() << hash.hex() << "  " << name << '\n';
        }
    };
    for (const DocumentPaper& paper : file->papers) {
        write(paper.name, paper.artefact);
    }
    if (file->papers.empty()) {
        write(file->document.name, file->document.artefact);
    }
    for (const DocumentMove& move : file->moves) {
        if (move.verb == "sign" && move.object) {
            write("signed-scan.pdf", *move.object);
        }
    }
    if (console.answersJson()) {
        console.answer(Object{{"files", std::move(names)}});
    }
    return Exit::Done;
}

}  // namespace

Command documentShowCommand() {
    return {.name = "document show", .operands = "ID", .options = documentOptions(), .run = show};
}

Command documentListCommand() {
    return {.name = "document list", .operands = "CASE", .options = documentOptions(), .run = list};
}

Command documentFilesCommand() {
    return {.name = "document files",
            .operands = "ID",
            .options = documentOptions({{.name = "output", .value = "FOLDER", .letter = 'o', .ownHelp = true}}),
            .run = writeFiles};
}

}  // namespace engross
