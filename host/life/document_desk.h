#pragma once
#include "life/life_answer.h"
#include "life/life_table.h"
#include "life/scan_comparison.h"
#include "script/catalogue.h"
#include "store/database.h"
#include "vault/vault.h"

#include <string>
#include <vector>

namespace engross {

/// A step as a person states it: who does it, on which day (ISO; the day of the record where it is not said), and why.
struct StatedStep {
    std::string by{};
    std::string on{};
    std::string note{};
};

/// How a document is signed: a scan of what was signed in ink, or by the electronic process that the note names.
struct Signing {
    StatedStep step{};
    std::string scan{};  // a local PDF; empty for an electronic signature, which needs a note
    /// Who laid scan and approved version side by side. Needed where the comparison found differences or could not
    /// read the scan.
    std::string comparedBy{};
};

/// What was done to serve one recipient.
struct ServiceAct {
    int recipient = 0;      // from 1
    bool returned = false;  // not an act of service: an earlier one came back undelivered
    std::string method{};   // as `nameOf(ServiceMethod)`; of what came back it may be left open
    std::string on{};       // the day on which it was handed over, left, posted or sent
    std::string at{};       // "14:10", where it is known
    std::string by{};
    std::string place{};
    std::string receivedBy{};
    std::string receivedOn{};
    std::string tracking{};
    std::string emailConsent{};  // when and how, where the request does not say
    std::string note{};
    std::string proof{};  // the bytes of a photograph, receipt or tracking record; empty for none
    std::string proofName{};
};

/// Moves documents through their life (docs/life-of-a-document.md). Every step is one transaction with its record and
/// its entry in the trail; what is refused changes nothing. Throws StoreError and VaultError.
class DocumentDesk {
public:
    DocumentDesk(Database& database, Vault& vault, const Catalogue& catalogue, LifeActor actor, Language reader,
                 Instant now);

    /// Who calls in their own name approves in no other. Nobody whom the scheme of delegation asks to be a second
    /// person approves what they wrote; a document whose type names its provision is approved only where the register
    /// has its signatory on the day of signing (GEN-08).
    [[nodiscard]] LifeAnswer approve(const std::string& id, const StatedStep& step);
    [[nodiscard]] LifeAnswer sendBack(const std::string& id, const StatedStep& step);
    /// Compares the scan with the approved version; its bytes are kept. From here on the document is locked (GEN-09).
    [[nodiscard]] LifeAnswer sign(const std::string& id, const Signing& signing);
    /// The document may now be served; the one in whose place it comes is superseded.
    [[nodiscard]] LifeAnswer issue(const std::string& id, const StatedStep& step);
    /// Records service on one recipient and checks the document again as if that had been planned (GEN-03). When every
    /// recipient is served, so is the document; nothing else makes it so (GEN-05).
    [[nodiscard]] LifeAnswer serve(const std::string& id, const ServiceAct& act);
    [[nodiscard]] LifeAnswer withdraw(const std::string& id, const StatedStep& step);

    [[nodiscard]] std::optional<DocumentFile> file(const std::string& id) const;

private:
    /// A document with what speaks against the verb.
    struct Opened {
        std::optional<DocumentFile> file{};
        std::vector<Diagnostic> faults{};
    };
    [[nodiscard]] Opened open(const std::string& id, LifeVerb verb) const;
    /// Throws StoreError ("store-conflict", worth trying again) where a step was recorded after the file was read.
    static void demandUnmoved(Transaction& transaction, const DocumentFile& file);
    [[nodiscard]] std::string dayOfStep(const StatedStep& step) const;
    [[nodiscard]] std::vector<Diagnostic> statedFaults(const StatedStep& step, bool noteNeeded) const;
    [[nodiscard]] std::vector<Diagnostic> approvalFaults(const DocumentFile& file, const StatedStep& step) const;
    [[nodiscard]] std::vector<Diagnostic> registerFaults(const DocumentFile& file, const std::string& day) const;
    LifeAnswer record(const DocumentFile& file, LifeVerb verb, const StatedStep& step, DocumentMove extra = {});
    void recordMove(Transaction& transaction, const DocumentRecord& document, LifeVerb verb, DocumentState to,
                    DocumentMove move) const;
    [[nodiscard]] std::vector<Diagnostic> serviceFaults(const DocumentFile& file, const ServiceAct& act) const;
    [[nodiscard]] DocumentService serviceFrom(const DocumentFile& file, const ServiceAct& act,
                                              std::vector<Diagnostic>& warnings) const;
    /// With the sources that the document is pinned to, where they are kept; else with today's type, which each finding
    /// then tells.
    [[nodiscard]] std::vector<Diagnostic> recheck(const DocumentFile& file, const Request& request) const;
    void leaveTasks(Transaction& transaction, const DocumentFile& file, TaskKind kind,
                    const std::vector<Diagnostic>& findings) const;
    /// Those with the sentence; where it is empty, all that service has left. Follow-ups stay.
    void finishTasks(Transaction& transaction, const std::vector<TaskRecord>& tasks, const std::string& sentence,
                     const std::string& by, const std::string& note) const;
    [[nodiscard]] Diagnostic fault(std::string_view code, std::string_view key, Messages::Values values = {}) const;
    [[nodiscard]] std::string today() const;

    Database& database_;
    Vault& vault_;
    const Catalogue& catalogue_;
    LifeActor actor_;
    Language reader_;
    Instant now_;
};

/// Everything that publishing a finished document records beside its `DocumentRecord`.
struct MadeDocument {
    DocumentRecord document{};
    Request request{};
    Sha256 requestObject{};             // canonical JSON of the request, already in the vault
    const TypeSummary* type = nullptr;  // nothing where the type is no longer known
    std::string author{};
    std::vector<DocumentPaper> papers{};
    std::vector<Diagnostic> diagnostics{};  // of the making: manager's waivers leave follow-ups
};

/// Within the transaction that publishes: life, recipients, papers, follow-ups of emergency overrides (GEN-11), and the
/// end of an unsigned document in whose place this one comes.
void recordMade(Transaction& transaction, const MadeDocument& made, const LifeActor& actor, Language reader,
                Instant now);

/// GEN-09, before work begins: why the request may not come in the place of the document that it names. Empty where it
/// names none, or may.
[[nodiscard]] std::vector<Diagnostic> successionFaults(Transaction& transaction, const std::string& team,
                                                       const Request& request, Language reader);

}  // namespace engross
