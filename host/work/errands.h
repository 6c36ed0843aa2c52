#pragma once
#include "evidence/exhibit.h"
#include "pdf/linker.h"
#include "work/isolation.h"
#include "work/produce.h"
#include "work/worker.h"

#include <optional>
#include <string>
#include <vector>

namespace engross {

/// The child's side: looks at uploads, turns them into harmless PDFs, joins files, and reads finished ones
/// (work/finished_files.h). Fonts are loaded when first needed.
[[nodiscard]] TaskHandler makeErrandHandler();

/// What came of looking at an upload, or of preparing it for a bundle.
struct Looked {
    std::optional<Diagnostic> refusal;  // why it cannot be used, with what may be done; then the rest is empty
    Value facts;
    std::string mediaType;
    std::size_t pages = 0;
    bool isDigest = false;  // of a preparation: see Prepared
    std::vector<LinkLoss> losses;
};

/// Errands to a child process that may die of a hostile file: the file is then refused, and a new child does the next.
class Errands {
public:
    /// `program` answers with `makeErrandHandler()`.
    explicit Errands(std::vector<std::string> program);

    /// `name` is what faults call the file. Throws Error only where the operation itself failed (a full disk).
    [[nodiscard]] Looked inspect(const std::string& path, const std::string& name, Language reader,
                                 const std::string& password = {});

    /// Writes what stands for the exhibit in a bundle: engross::prepare().
    struct Preparation {
        std::string path;
        std::string name;
        std::string password;
        std::string title;  // read aloud in a picture's place
        std::string output;
        PdfMetadata metadata;  // of a picture's page
    };
    [[nodiscard]] Looked prepare(const Preparation& preparation, Language reader);

    /// Writes the picture of an exhibit for a page of ours: a JPEG's own scan, or the samples of a PNG. Its `facts`
    /// say "coding" ("jpeg", "rgb", "grey"), "width", "height", "components" and "orientation".
    [[nodiscard]] Looked picture(const std::string& path, const std::string& name, const std::string& output,
                                 Language reader);

    /// Writes one of the files in an e-mail or a PDF, counted from 1. Its `facts` say "name".
    [[nodiscard]] Looked attachment(const std::string& path, const std::string& name, int number,
                                    const std::string& output, Language reader);

    /// Joins the sources as `Linker` does. Throws PdfError naming the source at fault.
    [[nodiscard]] LinkReport link(const LinkPlan& plan, const std::string& output, std::size_t pages,
                                  const std::function<void(double)>& progress);

private:
    [[nodiscard]] Looked look(const Value& errand, const std::string& path, const std::string& name, Language reader);

    Isolation isolation_;
};

}  // namespace engross
