#include "store/migrations_bundles.h"

namespace engross {

// A release is told by its identity: one that was made on the command line has no row in `releases`.
Migration releaseRegister() {
    return {13,
            "who was given which release",
            {R"(CREATE TABLE releases_given (
                  id TEXT PRIMARY KEY,
                  team TEXT NOT NULL,
                  case_reference TEXT NOT NULL,
                  pack TEXT NOT NULL CHECK (pack <> ''),
                  number BIGINT NOT NULL CHECK (number > 0),
                  identity_sha256 TEXT NOT NULL CHECK (identity_sha256 <> ''),
                  given_to TEXT NOT NULL CHECK (given_to <> ''),
                  method TEXT NOT NULL CHECK (method IN ('email', 'post', 'hand', 'portal', 'dx')),
                  given_on TEXT NOT NULL,
                  by_whom TEXT NOT NULL CHECK (by_whom <> ''),
                  volume BIGINT NOT NULL CHECK (volume >= 0),
                  note TEXT NOT NULL,
                  recorded_at BIGINT NOT NULL,
                  recorded_by TEXT NOT NULL))",
             "CREATE INDEX releases_given_by_pack ON releases_given (team, pack, number, given_on)",
             "CREATE INDEX releases_given_by_identity ON releases_given (identity_sha256)",
             R"(CREATE TABLE release_files (
                  pack_id TEXT NOT NULL,
                  number BIGINT NOT NULL,
                  volume BIGINT NOT NULL CHECK (volume > 0),
                  artefact TEXT NOT NULL,
                  name TEXT NOT NULL,
                  pages BIGINT NOT NULL CHECK (pages >= 0),
                  PRIMARY KEY (pack_id, number, volume),
                  FOREIGN KEY (pack_id, number) REFERENCES releases (pack_id, number)))"}};
}

}  // namespace engross
