#include "store/cells.h"
#include "store/records.h"

namespace engross {
namespace {

constexpr std::size_t secretBytes = 32;

PersonRole roleIn(const Row& row) {
    const auto role = roleFrom(row.text("role"));
    if (!role) {
        throwDamaged("role", row.text("role"));
    }
    return *role;
}

Person personIn(const Row& row) {
    return {.id = row.text("id"),
            .name = row.text("name"),
            .role = roleIn(row),
            .team = row.text("team"),
            .active = row.integer("active") == 1,
            .addedAt = instantIn(row, "added_at")};
}

Grant grantIn(const Row& row, std::string_view expiry) {
    return {.personId = row.textOrEmpty("person_id"),
            .role = roleIn(row),
            .team = row.text("team"),
            .expiresAt = instantIn(row, expiry)};
}

}  // namespace

void Records::add(const Person& person) {
    transaction_.execute("INSERT INTO people (id, name, role, team, active, added_at) VALUES ($1, $2, $3, $4, $5, $6)",
                         {person.id, person.name, std::string(nameOf(person.role)), person.team,
                          std::int64_t{person.active}, toCell(person.addedAt)});
}

std::optional<Person> Records::person(const std::string& id) const {
    const auto rows =
        transaction_.query("SELECT id, name, role, team, active, added_at FROM people WHERE id = $1", {id});
    return rows.empty() ? std::nullopt : std::optional(personIn(rows.front()));
}

std::vector<Person> Records::people() const {
    std::vector<Person> found;
    for (const Row& row : transaction_.query("SELECT id, name, role, team, active, added_at FROM people ORDER BY id")) {
        found.push_back(personIn(row));
    }
    return found;
}

void Records::add(const IssuedToken& issued) {
    const Token& token = issued.token;
    transaction_.execute(
        "INSERT INTO tokens (id, secret_sha256, kind, person_id, role, team, made_at, expires_at) "
        "VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
        {token.id, toCell(Sha256::of(issued.secret)), token.kind == TokenKind::Session ? "session" : "bearer",
         textOrNull(token.grant.personId), std::string(nameOf(token.grant.role)), token.grant.team,
         toCell(token.madeAt), toCell(token.grant.expiresAt)});
}

std::optional<Token> Records::token(std::string_view secret, Instant now) const {
    const auto rows = transaction_.query(
        "SELECT id, kind, person_id, role, team, made_at, expires_at FROM tokens "
        "WHERE secret_sha256 = $1 AND expires_at > $2 AND revoked_at IS NULL "
        "AND (person_id IS NULL OR person_id IN (SELECT id FROM people WHERE active = 1))",
        {toCell(Sha256::of(secret)), toCell(now)});
    if (rows.empty()) {
        return std::nullopt;
    }
    const Row& row = rows.front();
    return Token{.id = row.text("id"),
                 .kind = row.text("kind") == "session" ? TokenKind::Session : TokenKind::Bearer,
                 .grant = grantIn(row, "expires_at"),
                 .madeAt = instantIn(row, "made_at")};
}

bool Records::revoke(const std::string& tokenId, Instant now) {
    return transaction_.execute("UPDATE tokens SET revoked_at = $2 WHERE id = $1 AND revoked_at IS NULL",
                                {tokenId, toCell(now)}) == 1;
}

void Records::addSignInLink(std::string_view key, const Grant& grant, Instant expiresAt, Instant now) {
    transaction_.execute(
        "INSERT INTO sign_in_links (key_sha256, person_id, role, team, grant_expires_at, made_at, expires_at) "
        "VALUES ($1, $2, $3, $4, $5, $6, $7)",
        {toCell(Sha256::of(key)), textOrNull(grant.personId), std::string(nameOf(grant.role)), grant.team,
         toCell(grant.expiresAt), toCell(now), toCell(expiresAt)});
}

std::optional<Grant> Records::useSignInLink(std::string_view key, Instant now) {
    const auto rows = transaction_.query(
        "UPDATE sign_in_links SET used_at = $2 WHERE key_sha256 = $1 AND used_at IS NULL AND expires_at > $2 "
        "RETURNING person_id, role, team, grant_expires_at",
        {toCell(Sha256::of(key)), toCell(now)});
    return rows.empty() ? std::nullopt : std::optional(grantIn(rows.front(), "grant_expires_at"));
}

IssuedToken makeToken(TokenKind kind, const Grant& grant, Instant now) {
    return {.token = {.id = makeUuid(now), .kind = kind, .grant = grant, .madeAt = now},
            .secret = "egr_" + makeSecret(secretBytes)};
}

}  // namespace engross
