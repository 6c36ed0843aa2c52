#pragma once
#include "model/error.h"
#include "model/units.h"
#include "pdf/pdf_canvas.h"

#include <map>
#include <memory>
#include <string>
#include <vector>

namespace engross {

/// One source file of a bundle, in order. The file does not change while the linker runs.
struct LinkSource {
    std::string path;
    std::string password;
    std::string name;               // how faults call it: the exhibit's mark or the item's title
    bool ours = false;              // drawn by Engross: its link annotations name bundle targets
    std::size_t expectedPages = 0;  // 0 where unknown; a difference is an error, never a silent loss
};

struct LinkBookmark {
    std::string title;
    PageNumber page = 1;  // physical, in the finished file
    std::vector<LinkBookmark> children;
};

/// Everything that the finished bundle needs, decided before any page is written.
struct LinkPlan {
    std::vector<LinkSource> sources;
    std::vector<std::string> labels;  // one a page: stamped text = page label
    std::vector<LinkBookmark> bookmarks;
    std::map<std::string, PageNumber> targets;  // "doc:7" → physical page
    PdfMetadata metadata;
};

/// What was left behind of a source, by kind ("javascript", "attachment", "form made flat", "signature") and count.
struct LinkLoss {
    std::string source;
    std::string kind;
    std::size_t count = 0;
};

struct LinkReport {
    std::size_t pages = 0;
    std::vector<LinkLoss> losses;
};

/// Joins the sources into one PDF at `output`, which appears complete or not at all.
/// Throws PdfError naming the source at fault.
class Linker {
public:
    virtual ~Linker() = default;
    virtual LinkReport link(const LinkPlan& plan, const std::string& output) = 0;
};

/// The libqpdf linker.
[[nodiscard]] std::unique_ptr<Linker> makeLinker();

}  // namespace engross
