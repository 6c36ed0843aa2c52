#include "store/cells.h"
#include "store/life_records.h"

#include <algorithm>
#include <array>
#include <iterator>

namespace engross {
namespace {

constexpr std::array<std::string_view, 3> taskNames{"follow_up", "correct_or_reissue", "serve_again"};

constexpr std::string_view delegationColumns =
    "id, team, post, person_title, person, provision, limit_pence, from_day, until_day, scheme, scheme_day, "
    "second_person, added_at, added_by";
constexpr std::string_view taskColumns =
    "id, team, case_reference, document_id, kind, code, sentence, due_on, made_at, done_at, done_by, note";

DelegationEntry delegationIn(const Row& row) {
    return {.id = row.text("id"),
            .team = row.text("team"),
            .post = row.text("post"),
            .personTitle = row.text("person_title"),
            .person = row.text("person"),
            .provision = row.text("provision"),
            .limitPence = row.integerIfAny("limit_pence"),
            .fromDay = row.text("from_day"),
            .untilDay = row.text("until_day"),
            .scheme = row.text("scheme"),
            .schemeDay = row.text("scheme_day"),
            .secondPerson = row.integer("second_person") == 1,
            .addedAt = instantIn(row, "added_at"),
            .addedBy = row.text("added_by")};
}

TaskKind taskKindIn(const Row& row) {
    const auto found = std::ranges::find(taskNames, row.text("kind"));
    if (found == taskNames.end()) {
        throwDamaged("kind", row.text("kind"));
    }
    return static_cast<TaskKind>(found - taskNames.begin());
}

TaskRecord taskIn(const Row& row) {
    TaskRecord task{.id = row.text("id"),
                    .team = row.text("team"),
                    .caseReference = row.text("case_reference"),
                    .documentId = row.text("document_id"),
                    .kind = taskKindIn(row),
                    .code = row.text("code"),
                    .sentence = row.text("sentence"),
                    .dueOn = row.text("due_on"),
                    .madeAt = instantIn(row, "made_at"),
                    .doneBy = row.text("done_by"),
                    .note = row.text("note")};
    if (!row.isNull("done_at")) {
        task.doneAt = instantIn(row, "done_at");
    }
    return task;
}

std::vector<TaskRecord> tasksIn(const std::vector<Row>& rows) {
    std::vector<TaskRecord> found;
    std::ranges::transform(rows, std::back_inserter(found), taskIn);
    return found;
}

}  // namespace

std::string_view nameOf(TaskKind kind) noexcept {
    return taskNames[static_cast<std::size_t>(kind)];
}

std::string LifeRecords::personOfToken(const std::string& tokenId) const {
    const auto rows = transaction_.query("SELECT person_id FROM tokens WHERE id = $1", {tokenId});
    return rows.empty() ? std::string() : rows.front().textOrEmpty("person_id");
}

void LifeRecords::add(const DelegationEntry& entry) {
    transaction_.execute(
        "INSERT INTO delegations (" + std::string(delegationColumns) +
            ") VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)",
        {entry.id, entry.team, entry.post, entry.personTitle, entry.person, entry.provision,
         entry.limitPence ? Cell{*entry.limitPence} : Cell{}, entry.fromDay, entry.untilDay, entry.scheme,
         entry.schemeDay, std::int64_t{entry.secondPerson}, toCell(entry.addedAt), entry.addedBy});
}

std::vector<DelegationEntry> LifeRecords::delegations(const std::string& team) const {
    std::vector<DelegationEntry> found;
    std::ranges::transform(transaction_.query("SELECT " + std::string(delegationColumns) +
                                                  " FROM delegations WHERE team = $1 ORDER BY provision, post, id",
                                              {team}),
                           std::back_inserter(found), delegationIn);
    return found;
}

bool LifeRecords::endDelegation(const std::string& team, const std::string& id, const std::string& lastDay) {
    return transaction_.execute(
               "UPDATE delegations SET until_day = $3 WHERE team = $1 AND id = $2 "
               "AND (until_day = '' OR until_day > $3)",
               {team, id, lastDay}) == 1;
}

void LifeRecords::add(const TaskRecord& task) {
    transaction_.execute("INSERT INTO tasks (" + std::string(taskColumns) +
                             ") VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)",
                         {task.id, task.team, task.caseReference, task.documentId, std::string(nameOf(task.kind)),
                          task.code, task.sentence, task.dueOn, toCell(task.madeAt),
                          task.doneAt ? toCell(*task.doneAt) : Cell{}, task.doneBy, task.note});
}

std::vector<TaskRecord> LifeRecords::tasks(const std::string& team, bool all) const {
    return tasksIn(transaction_.query("SELECT " + std::string(taskColumns) + " FROM tasks WHERE team = $1" +
                                          (all ? "" : " AND done_at IS NULL") + " ORDER BY due_on, id",
                                      {team}));
}

std::vector<TaskRecord> LifeRecords::tasksOf(const std::string& documentId) const {
    return tasksIn(transaction_.query(
        "SELECT " + std::string(taskColumns) + " FROM tasks WHERE document_id = $1 ORDER BY due_on, id", {documentId}));
}

bool LifeRecords::finishTask(const std::string& team, const std::string& id, const std::string& byWhom,
                             const std::string& note, Instant now) {
    return transaction_.execute(
               "UPDATE tasks SET done_at = $3, done_by = $4, note = $5 WHERE team = $1 AND id = $2 "
               "AND done_at IS NULL",
               {team, id, toCell(now), byWhom, note}) == 1;
}

}  // namespace engross
