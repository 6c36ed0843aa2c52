#include "store/migrations_types.h"

namespace engross {

// Versions and moves are only ever added: what is in use follows from the moves, in their order.
Migration publishedTypes() {
    return {11,
            "published types and closures",
            {R"(CREATE TABLE type_versions (
                  type_id TEXT NOT NULL,
                  version BIGINT NOT NULL CHECK (version > 0),
                  title TEXT NOT NULL,
                  in_force_from TEXT NOT NULL,
                  in_force_until TEXT NOT NULL,
                  sources TEXT NOT NULL,
                  tests BIGINT NOT NULL CHECK (tests > 0),
                  signed_off_by TEXT NOT NULL CHECK (signed_off_by <> ''),
                  signed_off_post TEXT NOT NULL,
                  note TEXT NOT NULL,
                  published_by TEXT NOT NULL,
                  published_at BIGINT NOT NULL,
                  PRIMARY KEY (type_id, version)))",
             R"(CREATE TABLE type_moves (
                  number BIGINT PRIMARY KEY CHECK (number > 0),
                  type_id TEXT NOT NULL,
                  version BIGINT NOT NULL,
                  move TEXT NOT NULL CHECK (move IN ('published', 'withdrawn', 'restored')),
                  by_whom TEXT NOT NULL,
                  reason TEXT NOT NULL,
                  moved_at BIGINT NOT NULL,
                  FOREIGN KEY (type_id, version) REFERENCES type_versions (type_id, version)))",
             R"(CREATE TABLE closures (
                  closure TEXT PRIMARY KEY,
                  type_id TEXT NOT NULL,
                  version BIGINT NOT NULL,
                  engine TEXT NOT NULL,
                  sources TEXT NOT NULL,
                  first_used_at BIGINT NOT NULL))",
             R"(CREATE TABLE closure_uses (
                  closure TEXT NOT NULL REFERENCES closures (closure),
                  kind TEXT NOT NULL CHECK (kind IN ('clause', 'law', 'family', 'text', 'file')),
                  name TEXT NOT NULL,
                  sha256 TEXT NOT NULL,
                  PRIMARY KEY (closure, kind, name)))",
             "CREATE INDEX closure_uses_by_name ON closure_uses (name, closure)"}};
}

Migration typesMadeBeside() {
    return {12,
            "types of what is made beside a document",
            {R"(CREATE TABLE closure_types (
                  closure TEXT NOT NULL REFERENCES closures (closure),
                  type_id TEXT NOT NULL,
                  version BIGINT NOT NULL CHECK (version > 0),
                  PRIMARY KEY (closure, type_id, version)))",
             "CREATE INDEX closure_types_by_type ON closure_types (type_id, closure)"}};
}

}  // namespace engross
