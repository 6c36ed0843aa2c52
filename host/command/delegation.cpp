#include "audit/trail.h"
#include "command/commands.h"
#include "command/document_room.h"
#include "command/produce_run.h"
#include "life/delegations.h"
#include "model/day.h"
#include "model/json.h"
#include "words/format.h"

namespace engross {
namespace {

std::string teamOf(const Arguments& arguments) {
    return arguments.valueOr("team", "housing");
}

void note(Transaction& transaction, const char* action, const std::string& id) {
    Trail(transaction)
        .append({.at = systemNow(), .actor = "command", .action = action, .subject = id, .request = {}, .details = {}});
}

Exit add(const Arguments& arguments, Console& console) {
    Object value;
    for (const char* name : {"post", "person", "title", "provision", "from", "until", "scheme", "limit"}) {
        if (const auto given = arguments.value(name)) {
            value.set(name, *given);
        }
    }
    if (const auto day = arguments.value("scheme-date")) {
        value.set("scheme_date", *day);
    }
    value.set("second_person", arguments.has("second-person"));
    std::vector<Diagnostic> faults;
    DelegationEntry entry = readDelegation(Value(std::move(value)), "", console.language(), faults);
    if (refuses(faults)) {
        return refuse(faults, console);
    }
    entry.id = makeUuid(systemNow());
    entry.team = teamOf(arguments);
    entry.addedAt = systemNow();
    entry.addedBy = "command";
    DataFolder data{arguments};
    data.database().transaction([&](Transaction& transaction) {
        LifeRecords(transaction).add(entry);
        note(transaction, "delegation.added", entry.id);
    });
    if (console.answersJson()) {
        console.answer(toValue(entry));
    } else {
        console.out() << entry.id << '\n';
    }
    return Exit::Done;
}

Exit list(const Arguments& arguments, Console& console) {
    DataFolder data{arguments};
    const auto entries = data.database().snapshot(
        [&](Transaction& transaction) { return LifeRecords(transaction).delegations(teamOf(arguments)); });
    List values;
    for (const DelegationEntry& entry : entries) {
        if (console.answersJson()) {
            values.push_back(toValue(entry));
            continue;
        }
        console.out() << entry.id << "  " << entry.provision << "  " << entry.post << ": " << entry.personTitle
                      << (entry.personTitle.empty() ? "" : " ") << entry.person << "  " << entry.fromDay << " - "
                      << entry.untilDay
                      << (entry.limitPence
                              ? "  " + console.text("delegation.up_to", {{"sum", money(*entry.limitPence, false)}})
                              : std::string())
                      << "  (" << entry.scheme << ")\n";
    }
    if (console.answersJson()) {
        console.answer(Object{{"delegations", std::move(values)}});
    }
    return Exit::Done;
}

Exit end(const Arguments& arguments, Console& console) {
    const std::string on = arguments.valueOr("on", "");
    if (!dayFrom(on)) {
        throw UsageFaults{{{UsageFault::Kind::UnfitValue, "--on " + on, "2026-11-25"}}};
    }
    DataFolder data{arguments};
    const std::string& id = arguments.operands().at(0);
    const bool ended = data.database().transaction([&](Transaction& transaction) {
        const bool found = LifeRecords(transaction).endDelegation(teamOf(arguments), id, on);
        if (found) {
            note(transaction, "delegation.ended", id);
        }
        return found;
    });
    if (!ended) {
        Diagnostic fault{.code = "delegation"};
        fault.message = console.text("delegation.not_open", {{"id", id}, {"day", on}});
        return refuse({fault}, console);
    }
    return Exit::Done;
}

Exit listTasks(const Arguments& arguments, Console& console) {
    DataFolder data{arguments};
    const auto tasks = data.database().snapshot([&](Transaction& transaction) {
        return LifeRecords(transaction).tasks(teamOf(arguments), arguments.has("all"));
    });
    List values;
    for (const TaskRecord& task : tasks) {
        if (console.answersJson()) {
            values.push_back(toValue(task));
        } else {
            console.out() << task.id << "  " << task.dueOn << "  " << task.caseReference << "  " << task.code << ": "
                          << task.sentence << (task.doneAt ? "  [x]" : "") << '\n';
        }
    }
    if (console.answersJson()) {
        console.answer(Object{{"tasks", std::move(values)}});
    }
    return Exit::Done;
}

Exit finishTask(const Arguments& arguments, Console& console) {
    UsageFaults faults;
    for (const char* name : {"by", "note"}) {
        if (arguments.valueOr(name, "").empty()) {
            faults.faults.push_back({UsageFault::Kind::MissingOption, "--" + std::string(name), ""});
        }
    }
    if (!faults.faults.empty()) {
        throw faults;
    }
    DataFolder data{arguments};
    const std::string& id = arguments.operands().at(0);
    const bool done = data.database().transaction([&](Transaction& transaction) {
        const bool found =
            LifeRecords(transaction)
                .finishTask(teamOf(arguments), id, *arguments.value("by"), *arguments.value("note"), systemNow());
        if (found) {
            note(transaction, "task.done", id);
        }
        return found;
    });
    if (!done) {
        Diagnostic fault{.code = "task"};
        fault.message = console.text("task.not_open", {{"id", id}});
        return refuse({fault}, console);
    }
    return Exit::Done;
}

std::vector<Option> storeOptions(std::vector<Option> own) {
    own.insert(own.end(), {dataOption(), {.name = "team", .value = "TEAM"}});
    return own;
}

}  // namespace

Command delegationAddCommand() {
    return {.name = "delegation add",
            .options = storeOptions({{.name = "post", .value = "TEXT"},
                                     {.name = "person", .value = "NAME"},
                                     {.name = "title", .value = "TEXT"},
                                     {.name = "provision", .value = "TEXT"},
                                     {.name = "limit", .value = "POUNDS"},
                                     {.name = "from", .value = "DAY"},
                                     {.name = "until", .value = "DAY"},
                                     {.name = "scheme", .value = "TEXT"},
                                     {.name = "scheme-date", .value = "DAY"},
                                     {.name = "second-person"}}),
            .run = add};
}

Command delegationListCommand() {
    return {.name = "delegation list", .options = storeOptions({}), .run = list};
}

Command delegationEndCommand() {
    return {.name = "delegation end",
            .operands = "ID",
            .options = storeOptions({{.name = "on", .value = "DAY", .ownHelp = true}}),
            .run = end};
}

Command tasksListCommand() {
    return {.name = "tasks", .options = storeOptions({{.name = "all"}}), .run = listTasks};
}

Command tasksDoneCommand() {
    return {.name = "tasks done",
            .operands = "ID",
            .options = storeOptions({{.name = "by", .value = "NAME"}, {.name = "note", .value = "TEXT"}}),
            .run = finishTask};
}

}  // namespace engross
