#include "command/commands.h"
#include "command/document_room.h"
#include "work/scratch.h"

#include <charconv>
#include <filesystem>

namespace engross {
namespace {

using Move = LifeAnswer (DocumentDesk::*)(const std::string&, const StatedStep&);

template <Move move>
Exit step(const Arguments& arguments, Console& console) {
    const std::string& id = arguments.operands().at(0);
    const DocumentRoom room{arguments, console};
    DocumentDesk desk = room.desk();
    return tell((desk.*move)(id, stepFrom(arguments)), id, console);
}

Command stepCommand(std::string_view name, Exit (*run)(const Arguments&, Console&)) {
    return {.name = name, .operands = "ID", .options = stepOptions(), .run = run};
}

Exit sign(const Arguments& arguments, Console& console) {
    if (!arguments.has("scan") && !arguments.has("electronic")) {
        throw UsageFaults{{{UsageFault::Kind::MissingOption, "--scan FILE", "--electronic"}}};
    }
    const std::string& id = arguments.operands().at(0);
    Signing signing{.step = stepFrom(arguments),
                    .scan = arguments.valueOr("scan", ""),
                    .comparedBy = arguments.valueOr("compared-by", "")};
    if (!signing.scan.empty() && !std::filesystem::is_regular_file(signing.scan)) {
        throw UsageFaults{{{UsageFault::Kind::UnfitValue, "--scan " + signing.scan, "FILE.pdf"}}};
    }
    const DocumentRoom room{arguments, console};
    DocumentDesk desk = room.desk();
    return tell(desk.sign(id, signing), id, console);
}

int recipientFrom(const Arguments& arguments) {
    const std::string text = arguments.valueOr("recipient", "");
    int number = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
    if (text.empty()) {
        throw UsageFaults{{{UsageFault::Kind::MissingOption, "--recipient N", ""}}};
    }
    if (read.ptr != text.data() + text.size() || number < 1) {
        throw UsageFaults{{{UsageFault::Kind::UnfitValue, "--recipient " + text, "1, 2, 3"}}};
    }
    return number;
}

Exit recordService(const Arguments& arguments, Console& console) {
    const std::string& id = arguments.operands().at(0);
    ServiceAct act{.recipient = recipientFrom(arguments), .returned = arguments.has("returned")};
    act.method = arguments.valueOr("method", "");
    if (!act.returned && act.method.empty()) {
        throw UsageFaults{{{UsageFault::Kind::MissingOption, "--method METHOD", "--returned"}}};
    }
    act.on = arguments.valueOr("on", "");
    act.at = arguments.valueOr("at", "");
    act.by = arguments.valueOr("by", "");
    act.place = arguments.valueOr("place", "");
    act.receivedBy = arguments.valueOr("received-by", "");
    act.receivedOn = arguments.valueOr("received-on", "");
    act.tracking = arguments.valueOr("tracking", "");
    act.emailConsent = arguments.valueOr("consent", "");
    act.note = arguments.valueOr("note", "");
    if (const auto proof = arguments.value("proof")) {
        act.proof = readFile(*proof);
        act.proofName = std::filesystem::path(*proof).filename().string();
    }
    const DocumentRoom room{arguments, console};
    DocumentDesk desk = room.desk();
    return tell(desk.serve(id, act), id, console);
}

}  // namespace

Command documentApproveCommand() {
    return stepCommand("document approve", step<&DocumentDesk::approve>);
}

Command documentSendBackCommand() {
    return stepCommand("document send-back", step<&DocumentDesk::sendBack>);
}

Command documentIssueCommand() {
    return stepCommand("document issue", step<&DocumentDesk::issue>);
}

Command documentWithdrawCommand() {
    return stepCommand("document withdraw", step<&DocumentDesk::withdraw>);
}

Command documentSignCommand() {
    return {
        .name = "document sign",
        .operands = "ID",
        .options = stepOptions(
            {{.name = "scan", .value = "FILE.pdf"}, {.name = "electronic"}, {.name = "compared-by", .value = "NAME"}}),
        .run = sign};
}

Command documentServeCommand() {
    return {.name = "document serve",
            .operands = "ID",
            .options = stepOptions({{.name = "recipient", .value = "N"},
                                    {.name = "method", .value = "METHOD"},
                                    {.name = "returned"},
                                    {.name = "at", .value = "CLOCK", .ownHelp = true},
                                    {.name = "place", .value = "TEXT"},
                                    {.name = "received-by", .value = "NAME"},
                                    {.name = "received-on", .value = "DAY"},
                                    {.name = "tracking", .value = "TEXT"},
                                    {.name = "consent", .value = "TEXT"},
                                    {.name = "proof", .value = "FILE"}}),
            .run = recordService};
}

}  // namespace engross
