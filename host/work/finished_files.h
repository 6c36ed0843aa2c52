#pragma once
#include "bundle/read_back.h"
#include "pdf/fingerprint.h"
#include "pdf/finished_copy.h"
#include "work/isolation.h"

#include <string>
#include <vector>

namespace engross {

/// What is asked about finished PDFs, whoever made them: strangers' bytes, and ours with strangers' pages in them. They
/// are read in a child process under limits, as exhibits are (work/errands.h). A file that crashes, hangs or eats
/// memory costs nothing but its own answer.
class FinishedFiles {
public:
    /// `program` answers with `makeErrandHandler()`.
    explicit FinishedFiles(std::vector<std::string> program);

    /// checkBundle(). A file that ends its reader breaks rule 1, and the verdict says so.
    [[nodiscard]] Verdict check(
        const std::string& path, const BundleProfile& profile, Language language, Depth depth,
        const ReadProgress& progress = [](double) {});
    /// checkFile(), by a profile that is not of bundles. Throws as that does, and as fingerprint().
    [[nodiscard]] Verdict check(const std::string& path, const std::string& profile);

    /// A volume (from 0) of a bundle against its plan: readBack().
    struct Volume {
        std::string path;
        const BundlePlan& plan;
        const Numbering& numbering;  // of the whole bundle
        std::size_t volume = 0;
        std::vector<LaidLink> laid{};
        std::string name{};  // under which it goes out
    };
    [[nodiscard]] Verdict readBack(
        const Volume& volume, const BundleProfile& profile, Depth depth, const ReadProgress& progress = [](double) {});

    /// fingerprintOf(). Throws PdfError, and WorkError ("file-stopped") for a file that ends its reader.
    [[nodiscard]] PdfFingerprint fingerprint(const std::string& path, const std::string& name);

    /// writeFinishedCopy(). Throws as fingerprint() does.
    void copy(const std::string& path, const std::string& output, const FinishedCopyOptions& options);

private:
    [[nodiscard]] Value ask(
        Object question, const std::string& path, const std::string& name, Depth depth,
        const ReadProgress& progress = [](double) {});

    Isolation isolation_;
};

/// The child's side: whether the errand is one of these, and its answer.
[[nodiscard]] bool isAboutFinishedFile(const Value& errand);
[[nodiscard]] Value answerAboutFinishedFile(const Value& errand, const ReadProgress& progress);

}  // namespace engross
