#pragma once
#include "model/identifier.h"
#include "model/sha256.h"
#include "store/database.h"
#include "store/records.h"

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace engross {

/// What is kept of a document beside its `DocumentRecord`. Days in these records are ISO texts, as they stand in a
/// case; an empty one is not known.
struct DocumentLife {
    std::string documentId{};
    int version = 1;                  // 1, 2, 3 …: how many came before it in its place, and itself
    std::string supersedes{};         // the document before it
    std::string supersededBy{};       // the document that came in its place
    std::string author{};             // who asked for it: a person's id or name, or a token's id
    std::string title{};              // of the type
    std::string law{};                // of the type
    std::string provision{};          // what its signatory must be delegated for; empty where nobody is looked up
    std::string regime = "statute";   // the rules that say when it counts as served
    bool isSigned = true;             // a person signs it before it is issued
    bool isServed = true;             // it has recipients and is served on each
    std::optional<Sha256> request{};  // the request as it was accepted, canonical JSON in the vault
    bool operator==(const DocumentLife&) const = default;
};

/// One step of a document's life.
struct DocumentMove {
    std::string documentId{};
    int number = 0;  // 1, 2, 3 … within the document; given by the store
    std::string verb{};
    DocumentState from{};
    DocumentState to{};
    std::string byWhom{};
    std::string onDay{};  // as stated by the person
    std::string note{};
    std::optional<Sha256> object{};  // a signed scan
    std::string details = "{}";      // JSON
    Instant recordedAt{};
    std::string recordedBy{};  // token or "command"
    bool operator==(const DocumentMove&) const = default;
};

/// One of those on whom a document is to be served.
struct DocumentRecipient {
    std::string documentId{};
    int number = 0;  // from 1, as in the request
    std::string name{};
    std::string capacity{};  // as printed
    std::vector<std::string> address{};
    std::string method{};
    std::string plannedOn{};
    bool isCopy = false;  // gets a copy for information; nothing is required of them
    bool unsafeAddress = false;
    std::string language{};
    std::string emailConsent{};  // when and how they agreed to be served by e-mail; empty for never
    bool operator==(const DocumentRecipient&) const = default;
};

enum class PaperKind { FileCopy, Copy, CoveringLetter };
[[nodiscard]] std::string_view nameOf(PaperKind kind) noexcept;

/// A file that goes into a recipient's envelope, or (recipient 0) stays in the file.
struct DocumentPaper {
    std::string documentId{};
    int recipient = 0;
    int position = 1;  // in the envelope, from the front
    PaperKind kind = PaperKind::Copy;
    Sha256 artefact{};
    std::string name{};
    std::string mediaType = "application/pdf";
    std::size_t pages = 0;
    std::string contents = "[]";  // JSON: what it encloses, [{"title", "first_page", "pages"}]
    bool operator==(const DocumentPaper&) const = default;
};

/// Served: done in a way that the law knows. NotService: done, but no service (e-mail without consent). Returned: it
/// came back, so that the service before it is upset.
enum class ServiceResult { Served, NotService, Returned };
[[nodiscard]] std::string_view nameOf(ServiceResult result) noexcept;

/// What one person did to serve one recipient, once.
struct DocumentService {
    std::string documentId{};
    int recipient = 0;
    int number = 0;  // 1, 2, 3 … of this recipient; given by the store
    ServiceResult result = ServiceResult::Served;
    std::string method{};
    std::string stepAt{};  // local date and time: "2026-11-25T14:10", or the day alone
    std::string byWhom{};
    std::string place{};
    std::string receivedBy{};
    std::string receivedOn{};
    std::string tracking{};
    std::optional<Sha256> proof{};
    std::string proofName{};
    std::string note{};
    std::string servedOn{};  // the day on which it counts as served
    std::string basis{};     // "deemed", "proved"
    bool isAssumed = false;
    std::string source{};  // the provision that gives the day
    Instant recordedAt{};
    std::string recordedBy{};
    bool operator==(const DocumentService&) const = default;
};

/// An entry of the register: a post, and who holds it, may act under a provision.
struct DelegationEntry {
    std::string id{};
    std::string team{};
    std::string post{};
    std::string personTitle{};
    std::string person{};
    std::string provision{};
    std::optional<std::int64_t> limitPence{};  // nothing for no limit
    std::string fromDay{};
    std::string untilDay{};     // the last day; empty for no end
    std::string scheme{};       // what it rests on: "Scheme of Delegation, item 4.12"
    std::string schemeDay{};    // when that was adopted
    bool secondPerson = false;  // who approves must not be who wrote it
    Instant addedAt{};
    std::string addedBy{};
    bool operator==(const DelegationEntry&) const = default;
};

enum class TaskKind { FollowUp, CorrectOrReissue, ServeAgain };
[[nodiscard]] std::string_view nameOf(TaskKind kind) noexcept;

/// Something that a person has still to do about a document.
struct TaskRecord {
    std::string id{};
    std::string team{};
    std::string caseReference{};
    std::string documentId{};
    TaskKind kind = TaskKind::FollowUp;
    std::string code{};  // of the check that asks for it
    std::string sentence{};
    std::string dueOn{};
    Instant madeAt{};
    std::optional<Instant> doneAt{};
    std::string doneBy{};
    std::string note{};
    bool operator==(const TaskRecord&) const = default;
};

/// The records of documents' lives, within the transaction it was made with. What has no team here belongs to a
/// document: look that up first, with its team. Nothing here is ever changed or removed but `supersededBy`, the last
/// day of a delegation and whether a task is done.
class LifeRecords {
public:
    explicit LifeRecords(Transaction& transaction);

    void add(const DocumentLife& life);
    [[nodiscard]] std::optional<DocumentLife> life(const std::string& documentId) const;
    /// Whether the document had no successor yet.
    bool setSupersededBy(const std::string& documentId, const std::string& successor);
    /// Documents that were made to come in the place of this one, oldest first.
    [[nodiscard]] std::vector<std::string> successors(const std::string& documentId) const;

    /// Adds the next step and answers its number.
    int add(const DocumentMove& move);
    [[nodiscard]] std::vector<DocumentMove> moves(const std::string& documentId) const;

    void add(const DocumentRecipient& recipient);
    [[nodiscard]] std::vector<DocumentRecipient> recipients(const std::string& documentId) const;
    void add(const DocumentPaper& paper);
    [[nodiscard]] std::vector<DocumentPaper> papers(const std::string& documentId) const;

    /// Adds the next record of its recipient and answers its number.
    int add(const DocumentService& service);
    /// In the order of recipients, then of time.
    [[nodiscard]] std::vector<DocumentService> services(const std::string& documentId) const;

    /// The person whose token it is; empty for a service's, and for a token that is not there.
    [[nodiscard]] std::string personOfToken(const std::string& tokenId) const;

    void add(const DelegationEntry& entry);
    [[nodiscard]] std::vector<DelegationEntry> delegations(const std::string& team) const;
    /// Whether there was such an entry without an end, or with a later one.
    bool endDelegation(const std::string& team, const std::string& id, const std::string& lastDay);

    void add(const TaskRecord& task);
    /// Those still to do, the most urgent first; with those done where `all`.
    [[nodiscard]] std::vector<TaskRecord> tasks(const std::string& team, bool all) const;
    [[nodiscard]] std::vector<TaskRecord> tasksOf(const std::string& documentId) const;
    /// Whether there was such a task to do.
    bool finishTask(const std::string& team, const std::string& id, const std::string& byWhom, const std::string& note,
                    Instant now);

private:
    Transaction& transaction_;
};

}  // namespace engross
