#pragma once
#include "bundle/numbering.h"
#include "bundle/profile.h"
#include "model/finding.h"
#include "pdf/linker.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace engross {

/// The pages of one part. The bundle does not know who makes them.
class PageSource {
public:
    virtual ~PageSource() = default;
    /// How many pages it has where the bundle is numbered like this.
    [[nodiscard]] virtual std::size_t pageCount(const Numbering& numbering) = 0;
    /// A PDF with exactly these pages: an existing file, or one that it writes into `folder`.
    [[nodiscard]] virtual std::string file(const Numbering& numbering, const std::string& folder) = 0;
    /// What prepareSource() made of that file: LinkSource::digest. Empty where there is none.
    [[nodiscard]] virtual std::string digest() const {
        return {};
    }
    /// What is laid over its pages. A target "page:93" is the page with that number, whatever stands there.
    [[nodiscard]] virtual PageAdditions additions() const {
        return {};
    }
    /// Drawn by Engross: its links name targets of the bundle, and its structure is taken along.
    [[nodiscard]] virtual bool ours() const = 0;
};

/// Pages that exist already, such as a prepared exhibit; `ours` for the page of a picture, which Engross drew; `digest`
/// for an exhibit that goes in as it is.
[[nodiscard]] std::unique_ptr<PageSource> filePages(std::string path, std::size_t pages, bool ours = false,
                                                    std::string digest = {});

/// One source for each part of the plan, in the order of PartCounts.
using PageSources = std::vector<std::unique_ptr<PageSource>>;

struct Settled {
    std::optional<Numbering> numbering;  // absent exactly when a fault refuses
    std::vector<Diagnostic> faults;
};

/// Numbers the bundle: asks every source for its length, numbers, and asks again until no length changes. An index that
/// will not settle in eight rounds is a fault ("bundle-unsettled").
[[nodiscard]] Settled settle(const BundlePlan& plan, const PageSources& sources);

/// The file of a volume: where it is written, and what the others call it in their links.
struct VolumeFile {
    std::string path;
    std::string name;
};

/// Writes the parts of one volume (from 0) into `folder` and joins them. A link to what stands in another volume leads
/// to that file by its name. `files` has one entry for each volume of the numbering, which is that of the whole bundle;
/// the sources are those of all parts. Throws PdfError naming the document at fault.
LinkReport joinVolume(const BundlePlan& plan, const Numbering& numbering, std::size_t volume,
                      const std::vector<VolumeFile>& files, const PageSources& sources, Linker& linker,
                      const std::string& folder);

/// "Hearing bundle: EN/2026/0142, volume 2 of 3"; the plan's title where there is one volume.
[[nodiscard]] std::string volumeTitle(const BundlePlan& plan, std::size_t volume);

struct Assembled {
    LinkReport report;
    Verdict verdict;  // of the finished file, read back
};

/// Writes the parts into `folder`, joins them at `output`, and reads the result back against the plan. Throws PdfError
/// naming the document at fault. A verdict with errors means that `output` must not leave the house.
[[nodiscard]] Assembled assemble(const BundlePlan& plan, const Numbering& numbering, const PageSources& sources,
                                 Linker& linker, const std::string& folder, const std::string& output,
                                 const BundleProfile& profile);

}  // namespace engross
