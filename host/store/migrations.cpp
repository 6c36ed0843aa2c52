#include "store/migrations.h"

#include "store/cells.h"
#include "store/migrations_bundles.h"
#include "store/migrations_life.h"
#include "store/migrations_types.h"

namespace engross {
namespace {

Migration people() {
    return {1,
            "people, tokens and sign-in links",
            {R"(CREATE TABLE people (
                  id TEXT PRIMARY KEY,
                  name TEXT NOT NULL,
                  role TEXT NOT NULL
                    CHECK (role IN ('officer', 'signatory', 'server', 'legal', 'administrator', 'auditor')),
                  team TEXT NOT NULL,
                  active BIGINT NOT NULL CHECK (active IN (0, 1)),
                  added_at BIGINT NOT NULL))",
             R"(CREATE TABLE tokens (
                  id TEXT PRIMARY KEY,
                  secret_sha256 TEXT NOT NULL UNIQUE,
                  kind TEXT NOT NULL CHECK (kind IN ('bearer', 'session')),
                  person_id TEXT REFERENCES people (id),
                  role TEXT NOT NULL
                    CHECK (role IN ('officer', 'signatory', 'server', 'legal', 'administrator', 'auditor')),
                  team TEXT NOT NULL,
                  made_at BIGINT NOT NULL,
                  expires_at BIGINT NOT NULL,
                  revoked_at BIGINT))",
             R"(CREATE TABLE sign_in_links (
                  key_sha256 TEXT PRIMARY KEY,
                  person_id TEXT REFERENCES people (id),
                  role TEXT NOT NULL
                    CHECK (role IN ('officer', 'signatory', 'server', 'legal', 'administrator', 'auditor')),
                  team TEXT NOT NULL,
                  grant_expires_at BIGINT NOT NULL,
                  made_at BIGINT NOT NULL,
                  expires_at BIGINT NOT NULL,
                  used_at BIGINT))"}};
}

Migration exhibits() {
    return {2,
            "cases and exhibits",
            {R"(CREATE TABLE cases (
                  team TEXT NOT NULL,
                  reference TEXT NOT NULL,
                  first_seen_at BIGINT NOT NULL,
                  PRIMARY KEY (team, reference)))",
             R"(CREATE TABLE exhibits (
                  handle TEXT PRIMARY KEY,
                  case_reference TEXT NOT NULL,
                  team TEXT NOT NULL,
                  name TEXT NOT NULL,
                  sha256 TEXT NOT NULL,
                  size BIGINT NOT NULL CHECK (size >= 0),
                  media_type TEXT NOT NULL,
                  inspection TEXT NOT NULL CHECK (inspection IN ('pending', 'inspected', 'refused')),
                  facts TEXT NOT NULL,
                  uploaded_by TEXT NOT NULL,
                  uploaded_at BIGINT NOT NULL,
                  FOREIGN KEY (team, case_reference) REFERENCES cases (team, reference)))",
             "CREATE INDEX exhibits_by_case ON exhibits (team, case_reference, handle)",
             "CREATE INDEX exhibits_by_object ON exhibits (sha256)"}};
}

Migration documents() {
    return {3,
            "documents, packs and releases",
            {R"(CREATE TABLE documents (
                  id TEXT PRIMARY KEY,
                  request_id TEXT NOT NULL,
                  type TEXT NOT NULL,
                  type_version BIGINT NOT NULL,
                  closure TEXT NOT NULL,
                  case_reference TEXT NOT NULL,
                  team TEXT NOT NULL,
                  language TEXT NOT NULL,
                  state TEXT NOT NULL CHECK (state IN ('draft', 'checked', 'approved', 'signed', 'issued', 'served',
                                                       'superseded', 'withdrawn')),
                  artefact TEXT NOT NULL,
                  name TEXT NOT NULL,
                  media_type TEXT NOT NULL,
                  pages BIGINT NOT NULL CHECK (pages >= 0),
                  made_at BIGINT NOT NULL,
                  FOREIGN KEY (team, case_reference) REFERENCES cases (team, reference)))",
             "CREATE INDEX documents_by_case ON documents (team, case_reference, id)",
             "CREATE INDEX documents_by_request ON documents (request_id)",
             R"(CREATE TABLE packs (
                  id TEXT PRIMARY KEY,
                  case_reference TEXT NOT NULL,
                  team TEXT NOT NULL,
                  title TEXT NOT NULL,
                  last_release BIGINT NOT NULL,
                  made_at BIGINT NOT NULL,
                  FOREIGN KEY (team, case_reference) REFERENCES cases (team, reference)))",
             "CREATE INDEX packs_by_case ON packs (team, case_reference, id)",
             R"(CREATE TABLE releases (
                  pack_id TEXT NOT NULL REFERENCES packs (id),
                  number BIGINT NOT NULL CHECK (number > 0),
                  request_id TEXT NOT NULL,
                  artefact TEXT NOT NULL,
                  identity_sha256 TEXT NOT NULL,
                  name TEXT NOT NULL,
                  pages BIGINT NOT NULL CHECK (pages >= 0),
                  made_at BIGINT NOT NULL,
                  PRIMARY KEY (pack_id, number),
                  UNIQUE (pack_id, request_id)))"}};
}

Migration queue() {
    return {
        4,
        "the queue",
        {R"(CREATE TABLE jobs (
                  id TEXT PRIMARY KEY,
                  kind TEXT NOT NULL CHECK (kind IN ('request', 'inspection')),
                  lane TEXT NOT NULL CHECK (lane IN ('letters', 'bundles', 'inspections')),
                  priority BIGINT NOT NULL,
                  type TEXT NOT NULL,
                  case_reference TEXT NOT NULL,
                  team TEXT NOT NULL,
                  caller TEXT NOT NULL,
                  payload TEXT NOT NULL,
                  closure TEXT NOT NULL,
                  state TEXT NOT NULL CHECK (state IN ('queued', 'running', 'waiting', 'needs_attention', 'done',
                                                       'failed', 'cancelled', 'quarantined')),
                  token BIGINT NOT NULL,
                  worker TEXT NOT NULL,
                  lease_until BIGINT,
                  progress BIGINT NOT NULL CHECK (progress BETWEEN 0 AND 1000),
                  attempts BIGINT NOT NULL,
                  crashes BIGINT NOT NULL,
                  submitted_at BIGINT NOT NULL,
                  state_since BIGINT NOT NULL,
                  run_at BIGINT NOT NULL,
                  waited_ms BIGINT NOT NULL CHECK (waited_ms >= 0),
                  worked_ms BIGINT NOT NULL CHECK (worked_ms >= 0),
                  note TEXT NOT NULL,
                  last_words TEXT NOT NULL,
                  outcome TEXT NOT NULL,
                  result TEXT,
                  version BIGINT NOT NULL,
                  CHECK ((state = 'running') = (lease_until IS NOT NULL)),
                  CHECK (state <> 'done' OR result IS NOT NULL)))",
         "CREATE INDEX jobs_to_claim ON jobs (lane, priority, run_at, id) WHERE state = 'queued'",
         "CREATE INDEX jobs_under_lease ON jobs (lease_until) WHERE state = 'running'",
         "CREATE INDEX jobs_by_case ON jobs (team, case_reference, id)", "CREATE INDEX jobs_by_team ON jobs (team, id)",
         R"(CREATE TABLE idempotency_keys (
                  caller TEXT NOT NULL,
                  idempotency_key TEXT NOT NULL,
                  body_sha256 TEXT NOT NULL,
                  job_id TEXT NOT NULL REFERENCES jobs (id),
                  PRIMARY KEY (caller, idempotency_key)))"}};
}

Migration trail() {
    return {5,
            "the audit trail",
            {R"(CREATE TABLE trail (
                  number BIGINT PRIMARY KEY,
                  at BIGINT NOT NULL,
                  actor TEXT NOT NULL,
                  action TEXT NOT NULL,
                  subject TEXT NOT NULL,
                  request TEXT NOT NULL,
                  details TEXT NOT NULL,
                  previous TEXT NOT NULL,
                  hash TEXT NOT NULL))",
             "CREATE INDEX trail_by_subject ON trail (subject, number)",
             "CREATE INDEX trail_by_previous ON trail (previous)",
             R"(CREATE TABLE trail_end (
                  id BIGINT PRIMARY KEY CHECK (id = 1),
                  number BIGINT NOT NULL,
                  hash TEXT NOT NULL))",
             "INSERT INTO trail_end (id, number, hash) VALUES (1, 0, '" + Sha256{}.hex() + "')"}};
}

// A lease is renewed every few seconds, and a row is rewritten whole: a case of many megabytes must not stand in it.
Migration payloads() {
    return {6,
            "payloads beside the queue",
            {R"(CREATE TABLE job_payloads (
                  job_id TEXT PRIMARY KEY REFERENCES jobs (id),
                  payload TEXT NOT NULL))",
             "INSERT INTO job_payloads (job_id, payload) SELECT id, payload FROM jobs",
             "ALTER TABLE jobs DROP COLUMN payload",
             "CREATE INDEX jobs_waiting_by_caller ON jobs (caller, lane) WHERE state = 'queued'"}};
}

Migration certificates() {
    return {7, "certificates of releases", {"ALTER TABLE releases ADD COLUMN certificate TEXT NOT NULL DEFAULT ''"}};
}

int versionIn(Transaction& transaction) {
    transaction.execute(
        "CREATE TABLE IF NOT EXISTS schema_steps (number BIGINT PRIMARY KEY, name TEXT NOT NULL, "
        "applied_at BIGINT NOT NULL)");
    const auto rows = transaction.query("SELECT COALESCE(MAX(number), 0) AS newest FROM schema_steps");
    return static_cast<int>(rows.at(0).integer("newest"));
}

}  // namespace

const std::vector<Migration>& migrations() {
    static const std::vector<Migration> steps{
        people(),         exhibits(),      documents(),          queue(),    trail(),          payloads(),
        certificates(),   documentLives(), delegationRegister(), taskList(), publishedTypes(), typesMadeBeside(),
        releaseRegister()};
    return steps;
}

void migrate(Database& database, Instant now) {
    migrate(database, migrations(), now);
}

void migrate(Database& database, const std::vector<Migration>& steps, Instant now) {
    const int newestKnown = steps.empty() ? 0 : steps.back().number;
    if (const int found = schemaVersion(database); found > newestKnown) {
        throw StoreError("store-newer", "schema step " + std::to_string(found),
                         "this program knows steps up to " + std::to_string(newestKnown) + "; install a newer one");
    }
    for (const Migration& step : steps) {
        database.transaction([&](Transaction& transaction) {
            if (versionIn(transaction) >= step.number) {
                return;
            }
            for (const std::string& statement : step.statements) {
                transaction.execute(statement);
            }
            transaction.execute("INSERT INTO schema_steps (number, name, applied_at) VALUES ($1, $2, $3)",
                                {std::int64_t{step.number}, step.name, toCell(now)});
        });
    }
}

int schemaVersion(Database& database) {
    return database.transaction(versionIn);
}

void proveWritable(Database& database) {
    database.transaction([](Transaction& transaction) {
        transaction.execute("UPDATE schema_steps SET applied_at = applied_at WHERE number = 1");
    });
}

}  // namespace engross
