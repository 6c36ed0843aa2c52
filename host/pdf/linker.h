#pragma once
#include "model/units.h"
#include "pdf/input.h"
#include "pdf/page_ink.h"
#include "pdf/pdf_canvas.h"
#include "pdf/pdf_error.h"
#include "type/typesetter.h"

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace engross {

/// A link that is laid over words of a page. It looks like nothing: the page is read as it was.
struct AddedLink {
    std::size_t page = 1;  // of its source
    SheetArea area;
    std::string target;  // of the plan
    std::string says;    // what is read aloud
    bool operator==(const AddedLink&) const = default;
};

/// Words that are set where a page is blank, in a colour of their own, and marked as no part of its content.
struct AddedNote {
    std::size_t page = 1;
    SheetArea area;  // the words are as large as its height allows, and no wider than it is
    std::string text;
    bool boxed = true;
    bool operator==(const AddedNote&) const = default;
};

/// What is added to the pages of a foreign source, whose own content stays as it was. Areas are on the visible page as
/// it is shown, before /UserUnit makes it larger: where wordsShown() finds words.
struct PageAdditions {
    std::vector<AddedLink> links{};
    std::vector<AddedNote> notes{};
    bool operator==(const PageAdditions&) const = default;
};

/// One source file of a bundle, in order. The file does not change while the linker runs.
struct LinkSource {
    std::string path;
    std::string password;
    std::string name;               // how faults call it: the exhibit's mark or the item's title; read aloud too
    bool ours = false;              // drawn by Engross: its links name bundle targets, its structure is taken along
    std::size_t expectedPages = 0;  // 0 where unknown; a difference is an error, never a silent loss
    std::string digest{};           // a file that prepareSource() wrote of it; where it does not fit, it is made afresh
    PageAdditions additions{};
};

struct LinkBookmark {
    std::string title;
    PageNumber page = 1;  // physical, in the finished file
    std::vector<LinkBookmark> children;
    std::optional<std::size_t> source;  // the source, by its place in the plan, whose own bookmarks follow below
};

/// Everything that the finished bundle needs, decided before any page is written.
struct LinkPlan {
    std::vector<LinkSource> sources;
    std::vector<std::string> labels;  // one a page: stamped text = page label
    std::vector<LinkBookmark> bookmarks;
    std::map<std::string, PageNumber> targets;  // "doc:7" → physical page
    /// Targets of other files that lie beside this one: "doc:9" → "bundle-volume-2.pdf". A link leads to that file and
    /// to its named destination.
    std::map<std::string, std::string> elsewhere{};
    PdfMetadata metadata;
};

/// What was left behind of a source. Kinds:
///   javascript launch submit-form import-data remote-link multimedia action   actions and players, taken out
///   attachment       files inside the file, taken out: they may be evidence of their own
///   external-data    pictures and the like whose data a reader is to take from another file: what is in this one stays
///   other-page       pages of other files that are to be shown in the place of a drawing: the drawing stays
///   substitute       other pictures that are to be printed in the place of one: that one stays
///   portfolio        a file that is a cover of the files inside it: each of those may be evidence of its own
///   page-size        pages that say no size that can be, taken for US Letter
///   xfa              an XFA form, taken out: Acrobat may have shown other content than its pages
///   form             fields, made flat
///   form-answer      answers that could not be drawn whole: compare with the original
///   form-fresh       answers drawn afresh, as the form asks, in place of a look that did not show them
///   form-hidden      answers that the source hides, left out
///   form-password    passwords, drawn as asterisks
///   form-tick        tick boxes that show one state where their field says another; drawn as they show
///   comment          words of a note behind a mark that is still drawn
///   annotation       notes that have no look of their own, taken out
///   signature        signatures that no longer verify in the bundle
///   broken-link      links that led nowhere in the source either, or lay off the page
///   hidden-link      links that the source never shows
///   layer-state      layers that differ between screen and paper; drawn as on screen
///   external-link    links to other than web and mail addresses
///   damaged-page     pages whose content broke off in the source
struct LinkLoss {
    std::string source;
    std::string kind;
    std::size_t count = 0;
};

struct LinkReport {
    std::size_t pages = 0;
    std::vector<LinkLoss> losses;
};

/// Joins the sources into one PDF at `output`, which appears complete or not at all; who publishes it flushes it to the
/// disk. Every page is numbered by its label; nothing active is taken along; hidden layers stay hidden. The same plan
/// and sources give the same bytes. Throws PdfError naming the source at fault.
class Linker {
public:
    virtual ~Linker() = default;
    virtual LinkReport link(const LinkPlan& plan, const std::string& output) = 0;
};

struct LinkOptions {
    unsigned readers = 2;      // threads that read sources ahead of the one that writes; 0: that one reads them too
    bool sharesEqual = true;   // objects that are equal, with all they lead to, are written once
    bool packsObjects = true;  // into object streams; else every object by itself and the table of PDF 1.0
};

/// Page numbers are set in the typesetter's bold face. The bytes of the result do not depend on the readers.
[[nodiscard]] std::unique_ptr<Linker> makeLinker(std::shared_ptr<const Typesetter> typesetter,
                                                 const PdfLimits& limits = {}, const LinkOptions& options = {});

}  // namespace engross
