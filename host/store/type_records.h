#pragma once
#include "model/identifier.h"
#include "model/sha256.h"
#include "store/database.h"

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace engross {

/// A published version of a document type. It never changes.
struct TypeVersion {
    std::string type{};
    int version = 1;
    std::string title{};
    std::string inForceFrom{};  // ISO days; empty for no end
    std::string inForceUntil{};
    Sha256 sources{};           // the package of its files in the vault
    int tests = 0;              // how many of its own it passed
    std::string signedOffBy{};  // the person who answers for its law and wording
    std::string signedOffPost{};
    std::string note{};
    std::string publishedBy{};
    Instant publishedAt{};
    bool operator==(const TypeVersion&) const = default;
};

enum class TypeMoveKind { Published, Withdrawn, Restored };
[[nodiscard]] std::string_view nameOf(TypeMoveKind kind) noexcept;

/// One step that puts a version to use or takes it out of use.
struct TypeMove {
    std::int64_t number = 0;  // given by the store
    std::string type{};
    int version = 1;
    TypeMoveKind kind = TypeMoveKind::Published;
    std::string byWhom{};
    std::string reason{};
    Instant movedAt{};
    bool operator==(const TypeMove&) const = default;
};

/// Something that a closure rests on: a clause, an entry of the law data, a family, a text of the type, or a file.
struct ClosureUse {
    std::string kind{};
    std::string name{};
    Sha256 hash{};
    bool operator==(const ClosureUse&) const = default;
};

/// What documents are made with: the package of sources in the vault, and what stands in it.
struct ClosureRecord {
    Sha256 closure{};
    std::string type{};
    int version = 1;
    std::string engine{};
    Sha256 sources{};
    std::vector<ClosureUse> uses{};
    std::vector<std::pair<std::string, int>> made{};  // types and versions of what is made beside the document itself
    Instant firstUsedAt{};
    bool operator==(const ClosureRecord&) const = default;
};

/// A document that was made with something.
struct DocumentUse {
    std::string document{};
    std::string type{};
    int version = 1;
    std::string caseReference{};
    std::string team{};
    Sha256 closure{};
    Instant madeAt{};
    bool operator==(const DocumentUse&) const = default;
};

/// Published types and closures, within the transaction it was made with.
class TypeRecords {
public:
    explicit TypeRecords(Transaction& transaction);

    /// Adds a version and the move that puts it to use; false where that version was published before.
    bool publish(const TypeVersion& version);
    /// Adds a move of a version that is there; its number is given.
    void add(const TypeMove& move);
    /// Every version of one type (or of all, for an empty id), by id, newest first.
    [[nodiscard]] std::vector<TypeVersion> versions(const std::string& type = {}) const;
    /// Those of them that are in use.
    [[nodiscard]] std::vector<TypeVersion> inUse(const std::string& type = {}) const;
    /// Every move of a type, oldest first.
    [[nodiscard]] std::vector<TypeMove> moves(const std::string& type) const;
    /// The number of the newest move of any type; 0 before the first. What it was is what is in use.
    [[nodiscard]] std::int64_t newestMove() const;

    /// Keeps a closure; one that is known already stays as it is.
    void note(const ClosureRecord& closure);
    [[nodiscard]] std::optional<ClosureRecord> closure(const Sha256& closure) const;

    /// Documents whose closure rests on something of that name (a clause, a law, a family, a text, a file), or whose
    /// type has that id, or that have a document of that type made beside or in them, as bundles have. With a version
    /// above 0 only those in which the type has that version. Newest first.
    [[nodiscard]] std::vector<DocumentUse> documentsUsing(const std::string& name, int version = 0) const;

private:
    Transaction& transaction_;
};

}  // namespace engross
