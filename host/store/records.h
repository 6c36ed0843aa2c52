#pragma once
#include "model/identifier.h"
#include "model/sha256.h"
#include "store/database.h"

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace engross {

enum class PersonRole { Officer, Signatory, Server, Legal, Administrator, Auditor };
[[nodiscard]] std::string_view nameOf(PersonRole role) noexcept;
[[nodiscard]] std::optional<PersonRole> roleFrom(std::string_view name);

struct Person {
    std::string id{};
    std::string name{};
    PersonRole role = PersonRole::Officer;
    std::string team{};
    bool active = true;
    Instant addedAt{};
    bool operator==(const Person&) const = default;
};

/// What a token opens. `personId` is empty for a service.
struct Grant {
    std::string personId{};
    PersonRole role = PersonRole::Officer;
    std::string team{};
    Instant expiresAt{};
    bool operator==(const Grant&) const = default;
};

/// Bearer for programs, Session for browsers.
enum class TokenKind { Bearer, Session };

struct Token {
    std::string id{};
    TokenKind kind = TokenKind::Bearer;
    Grant grant{};
    Instant madeAt{};
    bool operator==(const Token&) const = default;
};

/// A secret leaves the program once, when it is made: the store keeps its SHA-256 only.
struct IssuedToken {
    Token token{};
    std::string secret{};
};

enum class Inspection { Pending, Inspected, Refused };
[[nodiscard]] std::string_view nameOf(Inspection inspection) noexcept;
[[nodiscard]] std::optional<Inspection> inspectionFrom(std::string_view name);

/// An uploaded evidence file. The handle belongs to one case of one team; the bytes in the vault may be shared.
struct ExhibitRecord {
    std::string handle{};
    std::string caseReference{};
    std::string team{};
    std::string name{};  // as uploaded
    Sha256 hash{};
    std::uint64_t size = 0;
    std::string mediaType{};  // as declared until a worker has looked
    Inspection inspection = Inspection::Pending;
    std::string facts = "{}";  // JSON
    std::string uploadedBy{};
    Instant uploadedAt{};
    bool operator==(const ExhibitRecord&) const = default;
};

enum class DocumentState { Draft, Checked, Approved, Signed, Issued, Served, Superseded, Withdrawn };
[[nodiscard]] std::string_view nameOf(DocumentState state) noexcept;
[[nodiscard]] std::optional<DocumentState> documentStateFrom(std::string_view name);

struct DocumentRecord {
    std::string id{};
    std::string requestId{};
    std::string type{};
    int typeVersion = 1;
    Sha256 closure{};
    std::string caseReference{};
    std::string team{};
    std::string language{};
    DocumentState state = DocumentState::Draft;
    Sha256 artefact{};
    std::string name{};  // for the download
    std::string mediaType = "application/pdf";
    std::size_t pages = 0;
    Instant madeAt{};
    bool operator==(const DocumentRecord&) const = default;
};

/// A tribunal bundle through all its releases.
struct PackRecord {
    std::string id{};
    std::string caseReference{};
    std::string team{};
    std::string title{};
    Instant madeAt{};
    bool operator==(const PackRecord&) const = default;
};

struct ReleaseRecord {
    std::string packId{};
    int number = 0;  // given by the store: 1, 2, 3 … without a gap
    std::string requestId{};
    Sha256 artefact{};
    Sha256 identity{};  // of what the release says, whatever its bytes
    std::string name{};
    std::size_t pages = 0;
    Sha256 certificate{};  // what it printed where; all noughts where none was kept
    Instant madeAt{};
    bool operator==(const ReleaseRecord&) const = default;
};

struct CaseSummary {
    std::string reference{};
    std::string team{};
    Instant firstSeenAt{};
    bool operator==(const CaseSummary&) const = default;
};

/// The durable records, read and written within the transaction it was made with; it lives no longer than that.
/// Everything that belongs to a team is looked up with the team: a wrong one finds nothing.
class Records {
public:
    explicit Records(Transaction& transaction);

    void add(const Person& person);
    [[nodiscard]] std::optional<Person> person(const std::string& id) const;
    [[nodiscard]] std::vector<Person> people() const;

    /// Keeps the token that `makeToken` made.
    void add(const IssuedToken& token);
    /// The token of a secret that has neither expired nor been revoked, and whose person, if any, is active.
    [[nodiscard]] std::optional<Token> token(std::string_view secret, Instant now) const;
    /// Whether there was such a token to revoke.
    bool revoke(const std::string& tokenId, Instant now);

    /// Keeps a sign-in link that gives `grant` to the first who opens it before `expiresAt`.
    void addSignInLink(std::string_view key, const Grant& grant, Instant expiresAt, Instant now);
    /// The link's grant, once; nothing for a link that is used, expired or unknown.
    [[nodiscard]] std::optional<Grant> useSignInLink(std::string_view key, Instant now);

    /// Remembers that the team works on the case.
    void noteCase(const std::string& team, const std::string& reference, Instant now);
    [[nodiscard]] std::vector<CaseSummary> cases(const std::string& team) const;

    void add(const ExhibitRecord& exhibit);
    [[nodiscard]] std::optional<ExhibitRecord> exhibit(const std::string& team, const std::string& handle) const;
    [[nodiscard]] std::vector<ExhibitRecord> exhibits(const std::string& team, const std::string& reference) const;
    /// What a worker found. Whether the handle was still waiting for it.
    bool setInspection(const std::string& handle, Inspection inspection, const std::string& mediaType,
                       const std::string& facts);

    void add(const DocumentRecord& document);
    [[nodiscard]] std::optional<DocumentRecord> document(const std::string& team, const std::string& id) const;
    [[nodiscard]] std::vector<DocumentRecord> documents(const std::string& team, const std::string& reference) const;
    [[nodiscard]] std::vector<DocumentRecord> documentsOf(const std::string& requestId) const;
    /// Whether the document was in `from` and is now in `to`.
    bool move(const std::string& documentId, DocumentState from, DocumentState to);

    void add(const PackRecord& pack);
    [[nodiscard]] std::optional<PackRecord> pack(const std::string& team, const std::string& id) const;
    [[nodiscard]] std::vector<PackRecord> packs(const std::string& team, const std::string& reference) const;
    /// Adds the next release of its pack and answers its number; one request has one release of a pack at most.
    [[nodiscard]] int addRelease(const ReleaseRecord& release);
    [[nodiscard]] std::vector<ReleaseRecord> releases(const std::string& packId) const;

    /// Every object that a record names, for the vault's verification and disposal.
    [[nodiscard]] std::vector<Sha256> namedObjects() const;

private:
    Transaction& transaction_;
};

/// A new token, not yet in the store: "egr_" and 256 random bits.
[[nodiscard]] IssuedToken makeToken(TokenKind kind, const Grant& grant, Instant now);

}  // namespace engross
