#include "store/migrations_life.h"

namespace engross {

// A document of before this step has no request that could be checked again: its column is empty.
Migration documentLives() {
    return {8,
            "the life of documents",
            {R"(CREATE TABLE document_lives (
                  document_id TEXT PRIMARY KEY REFERENCES documents (id),
                  version BIGINT NOT NULL CHECK (version > 0),
                  supersedes TEXT NOT NULL,
                  superseded_by TEXT NOT NULL,
                  author TEXT NOT NULL,
                  title TEXT NOT NULL,
                  law TEXT NOT NULL,
                  provision TEXT NOT NULL,
                  regime TEXT NOT NULL,
                  is_signed BIGINT NOT NULL CHECK (is_signed IN (0, 1)),
                  is_served BIGINT NOT NULL CHECK (is_served IN (0, 1)),
                  request TEXT NOT NULL))",
             R"(INSERT INTO document_lives
                SELECT id, 1, '', '', '', type, '', '', 'statute', 1, 1, '' FROM documents)",
             R"(CREATE TABLE document_moves (
                  document_id TEXT NOT NULL REFERENCES documents (id),
                  number BIGINT NOT NULL CHECK (number > 0),
                  verb TEXT NOT NULL,
                  from_state TEXT NOT NULL,
                  to_state TEXT NOT NULL,
                  by_whom TEXT NOT NULL,
                  on_day TEXT NOT NULL,
                  note TEXT NOT NULL,
                  object TEXT NOT NULL,
                  details TEXT NOT NULL,
                  recorded_at BIGINT NOT NULL,
                  recorded_by TEXT NOT NULL,
                  PRIMARY KEY (document_id, number)))",
             R"(CREATE TABLE document_recipients (
                  document_id TEXT NOT NULL REFERENCES documents (id),
                  number BIGINT NOT NULL CHECK (number > 0),
                  name TEXT NOT NULL,
                  capacity TEXT NOT NULL,
                  address TEXT NOT NULL,
                  method TEXT NOT NULL,
                  planned_on TEXT NOT NULL,
                  is_copy BIGINT NOT NULL CHECK (is_copy IN (0, 1)),
                  unsafe_address BIGINT NOT NULL CHECK (unsafe_address IN (0, 1)),
                  language TEXT NOT NULL,
                  email_consent TEXT NOT NULL,
                  PRIMARY KEY (document_id, number)))",
             R"(CREATE TABLE document_papers (
                  document_id TEXT NOT NULL REFERENCES documents (id),
                  recipient BIGINT NOT NULL CHECK (recipient >= 0),
                  position BIGINT NOT NULL CHECK (position > 0),
                  kind TEXT NOT NULL CHECK (kind IN ('file_copy', 'copy', 'covering_letter')),
                  artefact TEXT NOT NULL,
                  name TEXT NOT NULL,
                  media_type TEXT NOT NULL,
                  pages BIGINT NOT NULL CHECK (pages >= 0),
                  contents TEXT NOT NULL,
                  PRIMARY KEY (document_id, recipient, position)))",
             R"(CREATE TABLE document_services (
                  document_id TEXT NOT NULL REFERENCES documents (id),
                  recipient BIGINT NOT NULL CHECK (recipient > 0),
                  number BIGINT NOT NULL CHECK (number > 0),
                  result TEXT NOT NULL CHECK (result IN ('served', 'not_service', 'returned')),
                  method TEXT NOT NULL,
                  step_at TEXT NOT NULL,
                  by_whom TEXT NOT NULL,
                  place TEXT NOT NULL,
                  received_by TEXT NOT NULL,
                  received_on TEXT NOT NULL,
                  tracking TEXT NOT NULL,
                  proof TEXT NOT NULL,
                  proof_name TEXT NOT NULL,
                  note TEXT NOT NULL,
                  served_on TEXT NOT NULL,
                  basis TEXT NOT NULL,
                  is_assumed BIGINT NOT NULL CHECK (is_assumed IN (0, 1)),
                  source TEXT NOT NULL,
                  recorded_at BIGINT NOT NULL,
                  recorded_by TEXT NOT NULL,
                  PRIMARY KEY (document_id, recipient, number),
                  CHECK ((result = 'served') = (served_on <> ''))))"}};
}

Migration delegationRegister() {
    return {9,
            "the register of delegations",
            {R"(CREATE TABLE delegations (
                  id TEXT PRIMARY KEY,
                  team TEXT NOT NULL,
                  post TEXT NOT NULL,
                  person_title TEXT NOT NULL,
                  person TEXT NOT NULL,
                  provision TEXT NOT NULL,
                  limit_pence BIGINT CHECK (limit_pence >= 0),
                  from_day TEXT NOT NULL,
                  until_day TEXT NOT NULL,
                  scheme TEXT NOT NULL,
                  scheme_day TEXT NOT NULL,
                  second_person BIGINT NOT NULL CHECK (second_person IN (0, 1)),
                  added_at BIGINT NOT NULL,
                  added_by TEXT NOT NULL))",
             "CREATE INDEX delegations_by_team ON delegations (team, provision)"}};
}

Migration taskList() {
    return {10,
            "tasks that documents leave",
            {R"(CREATE TABLE tasks (
                  id TEXT PRIMARY KEY,
                  team TEXT NOT NULL,
                  case_reference TEXT NOT NULL,
                  document_id TEXT NOT NULL REFERENCES documents (id),
                  kind TEXT NOT NULL CHECK (kind IN ('follow_up', 'correct_or_reissue', 'serve_again')),
                  code TEXT NOT NULL,
                  sentence TEXT NOT NULL,
                  due_on TEXT NOT NULL,
                  made_at BIGINT NOT NULL,
                  done_at BIGINT,
                  done_by TEXT NOT NULL,
                  note TEXT NOT NULL))",
             "CREATE INDEX tasks_by_team ON tasks (team, due_on)",
             "CREATE INDEX tasks_by_document ON tasks (document_id)"}};
}

}  // namespace engross
