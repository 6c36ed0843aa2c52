#pragma once
#include "pdf/source_file.h"
#include "pdf/source_place.h"
#include "pdf/source_survey.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace engross {

/// A link annotation that was kept: the one at `index` of its page's /Annots. Its destination is still to be written.
struct SourceLink {
    std::size_t page = 0;
    int index = 0;
    std::optional<SourcePlace> place;
    std::string target;  // a named target that this file does not know; only of pages of ours
};

/// The named and explicit destinations of a file.
class Destinations {
public:
    explicit Destinations(const SourceFile& file);
    ~Destinations();

    /// Where a name or an array leads, or nothing where it leads nowhere in the file.
    [[nodiscard]] std::optional<SourcePlace> resolve(QPDFObjectHandle destination) const;
    /// The destination of a link or a bookmark: its own, or that of its action.
    [[nodiscard]] static QPDFObjectHandle of(QPDFObjectHandle holder);

private:
    struct Names;
    const SourceFile& file_;
    std::unique_ptr<Names> names_;
};

struct SourceBookmark {
    std::string title;
    std::optional<SourcePlace> place;
    std::vector<SourceBookmark> children;
};

/// A file's bookmarks, nested: those with a title that lead somewhere or hold some that do. Bounded in depth and
/// number.
[[nodiscard]] std::vector<SourceBookmark> bookmarksOf(const SourceFile& file, const Destinations& destinations);

struct SourceNavigation {
    std::vector<SourceLink> links;
    std::vector<SourceBookmark> bookmarks;
    std::size_t brokenLinks = 0;    // led nowhere even in the source
    std::size_t hiddenLinks = 0;    // never shown, by their flags or their layer
    std::size_t externalLinks = 0;  // addresses other than web and mail
};

/// Leaves on every page nothing but link annotations, each made afresh: within the source, to the web, or to mail.
/// Where `ours`, a link to an unknown name is kept with its `target`; of a foreign file it counts as broken.
[[nodiscard]] SourceNavigation keepNavigation(SourceFile& file, const SourceSurvey& found, bool ours);

}  // namespace engross
