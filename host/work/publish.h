#pragma once
#include "queue/queue.h"
#include "script/catalogue.h"
#include "store/database.h"
#include "store/life_records.h"
#include "vault/vault.h"
#include "work/produce.h"
#include "work/task.h"

#include <string>

namespace engross {

/// The task of a job, with its exhibits as local files. An exhibit that the job's team does not have stays out: the
/// work then says so. Throws StoreError, VaultError.
[[nodiscard]] Task taskOf(const Job& job, const std::string& scratch, Database& database, const Vault& vault);

/// Takes what a worker made for a request to the vault, then records it: `done` with its documents (and the release of
/// a bundle), `failed`, or `needs_attention`. The answer is the worker's: it is checked, not trusted. False where the
/// claim was lost. Throws WorkError, StoreError, VaultError; the job is then as it was.
/// `catalogue` says what the type's documents are called and what their life needs; it may be absent.
[[nodiscard]] bool publishOutcome(const ClaimedJob& claimed, const Value& answer, const Task& task, Queue& queue,
                                  Vault& vault, Instant now, const Catalogue* catalogue = nullptr);

/// Where a document that was made belongs.
struct MadeFor {
    std::string request;  // its id
    std::string team;
    Sha256 closure;
};

/// The record of one file of an outcome, as its life begins.
[[nodiscard]] DocumentRecord documentOf(const Artefact& artefact, const Outcome& outcome, const Request& request,
                                        const MadeFor& made, Instant now);

/// What is recorded of a document besides its file: the papers of its envelopes.
[[nodiscard]] std::vector<DocumentPaper> papersOf(const Outcome& outcome, const Request& request);

/// Records what a worker found out about an exhibit: `{"accepted", "media_type", "facts"}`.
[[nodiscard]] bool publishInspection(const ClaimedJob& claimed, const Value& answer, Queue& queue, Instant now);

/// The outcome of a job that failed for a reason outside the case.
[[nodiscard]] std::string failureOutcome(const std::string& code, const std::string& message);

}  // namespace engross
