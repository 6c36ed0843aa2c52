#pragma once
#include "model/diagnostic.h"
#include "model/identifier.h"
#include "store/life_records.h"
#include "store/records.h"
#include "words/messages.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace engross {

/// Who acts, for the records and the trail.
struct LifeActor {
    std::string team{};
    std::string id{};      // token's id, or "command": what the trail has
    std::string person{};  // the person's id; empty for a service and on the command line
    std::string name{};    // as the records have it: a person's name, or their id where that is all that is known
};

/// What came of a step of a document's life.
struct LifeAnswer {
    bool found = true;  // false: the team has no such document
    bool done = false;  // the step is recorded; only then anything has changed
    DocumentState state{};
    std::vector<Diagnostic> diagnostics{};  // why not, all at once; warnings where it was done
    std::vector<Diagnostic> findings{};     // what the recorded service has upset: "correct or re-issue"
};

/// A document with everything that is kept of it.
struct DocumentFile {
    DocumentRecord document{};
    DocumentLife life{};
    std::vector<DocumentMove> moves{};
    std::vector<DocumentRecipient> recipients{};
    std::vector<DocumentPaper> papers{};
    std::vector<DocumentService> services{};
    std::vector<TaskRecord> tasks{};
};

/// Nothing where the team has no such document.
[[nodiscard]] std::optional<DocumentFile> documentFile(Transaction& transaction, const std::string& team,
                                                       const std::string& id);

/// The day of the last step of that name; empty for none.
[[nodiscard]] std::string dayOfMove(const DocumentFile& file, std::string_view verb);

/// Whether what came back is that earlier act: of the method that the return names, else whatever was not handed over
/// to a person.
[[nodiscard]] bool upsets(const DocumentService& returned, const DocumentService& earlier);
/// What came back later was no service, whatever was deemed until then (Interpretation Act 1978 s.7).
[[nodiscard]] bool cameBack(const DocumentService& service, const std::vector<DocumentService>& services);
/// The service that counts for a recipient: the last that was service and did not come back. Nothing for none.
[[nodiscard]] const DocumentService* standingService(const std::vector<DocumentService>& services, int recipient);

/// As `document show --json` and the API show it. Names and addresses of recipients are in it.
[[nodiscard]] Value toValue(const DocumentFile& file);
[[nodiscard]] Value toValue(const TaskRecord& task);

}  // namespace engross
