#include "audit/trail.h"
#include "command/commands.h"
#include "command/data_folder.h"
#include "command/home.h"
#include "model/day.h"
#include "model/json.h"
#include "store/type_records.h"
#include "words/zone.h"

#include <algorithm>
#include <charconv>
#include <iomanip>

namespace engross {
namespace {

constexpr int idWidth = 34;

struct Standing {
    std::vector<TypeVersion> all;    // newest first
    std::vector<TypeVersion> inUse;  // of those
};

Standing standingOf(Transaction& transaction, const std::string& id) {
    const TypeRecords records(transaction);
    return {records.versions(id), records.inUse(id)};
}

bool isAmong(const std::vector<TypeVersion>& versions, int number) {
    return std::ranges::find(versions, number, &TypeVersion::version) != versions.end();
}

std::string forceOf(const TypeVersion& version) {
    return version.inForceFrom + " – " + version.inForceUntil;
}

Exit showVersions(const Arguments& arguments, Console& console) {
    DataFolder data{arguments};
    const std::string id = arguments.operands().empty() ? std::string() : arguments.operands().at(0);
    const auto standing =
        data.database().snapshot([&](Transaction& transaction) { return standingOf(transaction, id); });
    List answer;
    for (const TypeVersion& one : standing.all) {
        const bool used = std::ranges::find(standing.inUse, one) != standing.inUse.end();
        if (console.answersJson()) {
            answer.emplace_back(Object{{"id", one.type},
                                       {"version", one.version},
                                       {"in_use", used},
                                       {"in_force_from", one.inForceFrom},
                                       {"in_force_until", one.inForceUntil},
                                       {"signed_off_by", one.signedOffBy},
                                       {"post", one.signedOffPost},
                                       {"note", one.note},
                                       {"published_by", one.publishedBy},
                                       {"published_at", isoTime(one.publishedAt)},
                                       {"tests", one.tests},
                                       {"sources", one.sources.hex()}});
            continue;
        }
        console.out() << std::left << std::setw(idWidth) << one.type + " " + std::to_string(one.version)
                      << console.text(used ? "types.version_used" : "types.version_withdrawn",
                                      {{"force", forceOf(one)},
                                       {"day", isoDay(localTimeOf(one.publishedAt).day)},
                                       {"who", one.signedOffBy}})
                      << '\n';
    }
    if (console.answersJson()) {
        console.answer(std::move(answer));
    } else if (standing.all.empty()) {
        console.say(console.text("types.none_published"));
    }
    return Exit::Done;
}

/// The moves that make `target` the newest version in use.
std::vector<TypeMove> movesTo(int target, const Standing& standing, const TypeMove& common) {
    std::vector<TypeMove> moves;
    if (!isAmong(standing.inUse, target)) {
        moves.push_back(common);
        moves.back().version = target;
        moves.back().kind = TypeMoveKind::Restored;
    }
    for (const TypeVersion& one : standing.inUse) {
        if (one.version > target) {
            moves.push_back(common);
            moves.back().version = one.version;
            moves.back().kind = TypeMoveKind::Withdrawn;
        }
    }
    return moves;
}

int targetOf(const Arguments& arguments, const Standing& standing) {
    const std::string text = arguments.valueOr("to", "");
    int target = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), target);
    if (!text.empty() && (read.ec != std::errc{} || read.ptr != text.data() + text.size())) {
        throw UsageFaults{{{UsageFault::Kind::UnfitValue, "--to " + text, "1"}}};
    }
    return !text.empty() ? target : standing.inUse.size() > 1 ? standing.inUse.at(1).version : 0;
}

Exit rollBack(const Arguments& arguments, Console& console) {
    const std::string& id = arguments.operands().at(0);
    const TypeMove common{.type = id,
                          .byWhom = arguments.valueOr("by", ""),
                          .reason = arguments.valueOr("reason", ""),
                          .movedAt = systemNow()};
    if (common.byWhom.empty() || common.reason.empty()) {
        console.complain(console.text("types.rollback_unsigned", {{"id", id}}));
        return Exit::Diagnostics;
    }
    DataFolder data{arguments};
    int target = 0;
    std::vector<TypeMove> moves;
    Standing standing;
    data.database().transaction([&](Transaction& transaction) {
        standing = standingOf(transaction, id);
        target = targetOf(arguments, standing);
        moves = isAmong(standing.all, target) ? movesTo(target, standing, common) : std::vector<TypeMove>{};
        for (const TypeMove& move : moves) {
            TypeRecords(transaction).add(move);
            Trail{transaction}.append({.at = move.movedAt,
                                       .actor = "command",
                                       .action = "type." + std::string(nameOf(move.kind)),
                                       .subject = id,
                                       .details = canonicalJson(Object{{"version", move.version}})});
        }
    });
    if (moves.empty()) {
        const bool there = isAmong(standing.all, target);
        console.complain(console.text(there         ? "types.rollback_is_there"
                                      : target == 0 ? "types.rollback_no_earlier"
                                                    : "types.rollback_unknown",
                                      {{"id", id}, {"version", std::to_string(target)}}));
        return Exit::Diagnostics;
    }
    if (console.answersJson()) {
        console.answer(Object{{"id", id}, {"version", target}});
    } else {
        console.out() << console.text("types.rolled_back", {{"id", id}, {"version", std::to_string(target)}}) << '\n';
    }
    return Exit::Done;
}

}  // namespace

Command typesVersionsCommand() {
    return {.name = "types versions", .operands = "[ID]", .options = {dataOption()}, .run = showVersions};
}

Command typesRollbackCommand() {
    return {.name = "types rollback",
            .operands = "ID",
            .options = {dataOption(),
                        {.name = "to", .value = "VERSION"},
                        {.name = "by", .value = "NAME"},
                        {.name = "reason", .value = "TEXT"}},
            .run = rollBack};
}

}  // namespace engross
