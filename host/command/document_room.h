#pragma once
#include "command/command.h"
#include "command/data_folder.h"
#include "command/home.h"
#include "life/document_desk.h"

#include <optional>
#include <string>
#include <vector>

namespace engross {

/// What a command about a document in the store works with.
class DocumentRoom {
public:
    /// Opens --data and loads the types. Throws what these throw.
    DocumentRoom(const Arguments& arguments, Console& console);

    [[nodiscard]] DataFolder& data() noexcept;
    [[nodiscard]] const Types& types() const noexcept;
    [[nodiscard]] DocumentDesk desk() const;
    [[nodiscard]] LifeActor actor() const;
    [[nodiscard]] Instant now() const noexcept;

private:
    mutable DataFolder data_;
    Types types_;
    LifeActor actor_;
    Language reader_;
    Instant now_;
};

/// Says what came of a step: diagnostics and findings on standard error, with --json everything on standard output.
[[nodiscard]] Exit tell(const LifeAnswer& answer, const std::string& id, Console& console);
/// Says that there is no such document.
[[nodiscard]] Exit tellUnknown(const std::string& id, Console& console);

/// --by, --on and --note.
[[nodiscard]] StatedStep stepFrom(const Arguments& arguments);
/// The options of every command about a document, and those of a step.
[[nodiscard]] std::vector<Option> documentOptions(std::vector<Option> own = {});
[[nodiscard]] std::vector<Option> stepOptions(std::vector<Option> own = {});

/// A document that was made and recorded, or why not.
struct RecordedDocument {
    std::optional<DocumentRecord> document{};
    std::vector<DocumentPaper> papers{};
    std::vector<Diagnostic> diagnostics{};
};
/// Makes the document of a request with the room's types, register and vault, and records it with its life. `at` is
/// the time that the file states; exhibits by file are relative to `folder`.
[[nodiscard]] RecordedDocument makeAndRecord(DocumentRoom& room, Request request, const std::string& author, Instant at,
                                             const std::string& folder, Language reader);

}  // namespace engross
