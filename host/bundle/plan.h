#pragma once
#include "calendar/calendar.h"
#include "model/diagnostic.h"
#include "model/identifier.h"
#include "model/sha256.h"
#include "words/messages.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace engross {

/// How a document of an earlier release stands in a later one. Pages that were numbered stay: where the document has
/// gone, sheets stand in its place.
enum class Standing { Present, Replaced, Withdrawn };

/// A document by its section and its place in it.
struct PlanPlace {
    std::size_t section = 0;
    std::size_t item = 0;
    bool operator==(const PlanPlace&) const = default;
};

/// One document of a bundle, in its place.
struct PlannedItem {
    std::string title;
    std::optional<Day> date;  // nothing for an undated document
    std::string mark;         // "AB/1"; empty for none
    Sha256 hash;              // of the exhibit's own bytes, or of a made document's inputs
    Place where;              // of the item in the request, for faults
    Standing standing = Standing::Present;
    int changedIn = 0;                     // the release that replaced or withdrew it
    std::optional<PlanPlace> replacement;  // of a replaced document: what stands for it now
    /// By choice, in a later release: the pages follow the page with this number, and are 45A, 45B … (checklist 36).
    std::string afterPage;
    int addedIn = 0;                   // of such a document: the release that put it there; else 0
    std::string kind;                  // what it is among what the bundle must hold; empty where nobody said
    std::vector<std::string> marks{};  // that statements know it by, beside its own
    bool operator==(const PlannedItem&) const = default;
};

struct PlannedSection {
    std::string title;
    std::vector<PlannedItem> items;
    Place where;
    int addedIn = 1;  // the release in which it first stood
    bool operator==(const PlannedSection&) const = default;
};

/// How pages are numbered. `OneRun`: 1, 2, 3 … through the whole bundle. `Sections`: A1, A2 … B1 … (FPR PD 27A, chapter
/// 7.2), where what stands before section A is i, ii, iii.
enum class PageNumbering { OneRun, Sections };
/// "continuous", "sections": as a plan or a profile says it.
[[nodiscard]] std::string_view nameOf(PageNumbering scheme) noexcept;
[[nodiscard]] std::optional<PageNumbering> pageNumberingFrom(std::string_view name);

/// Where a document of the release before stood, for the concordance.
struct FormerPlace {
    std::string title;
    std::string first;  // printed numbers of its first and last page
    std::string last;
    std::size_t pages = 0;
    bool sheets = false;           // sheets stood there already
    bool changed = false;          // what stands now has other bytes: its pages are not those of before
    bool older = false;            // page numbers in its words may be of a numbering before that of these pages
    std::optional<PlanPlace> now;  // nothing where it has left the bundle
    bool operator==(const FormerPlace&) const = default;
};

/// A release that numbers the pack afresh, which only a person orders.
struct Renumbering {
    std::string orderedBy;
    std::string on;  // ISO day
    std::string reason;
    int release = 0;  // that was numbered afresh
    int before = 0;   // the release whose numbers ended, and its identity
    Sha256 identity;
    std::string madeOn{};             // ISO day on which the renumbered release was made; empty where nobody kept it
    std::vector<FormerPlace> former;  // in the order of their old pages
    bool operator==(const Renumbering&) const = default;
};

/// Which rows of sections that a later release added stand in the index at the front. The index keeps the pages that
/// the first release gave it; what has no room there stands in the section's own index, on its divider.
enum class LaterRows { All, Sections, None };

/// What a bundle holds and in which order, before any page of it exists.
struct BundlePlan {
    std::string title;  // for the reader's title bar: "Hearing bundle: …"
    std::string author;
    Language language = Language::English;
    std::string letter;  // put before every number where a case has several bundles ("A 41"); empty for one bundle
    std::vector<PlannedSection> sections;
    bool dividers = true;  // a divider page before each section
    PageNumbering numbering = PageNumbering::OneRun;
    std::optional<Renumbering> renumbered;  // its concordance stands behind the index, in every later release too
    std::vector<std::size_t> volumes;       // the first section of the second volume, of the third …; empty: one file
    bool commonIndex = false;               // the first volume opens with an index of all of them
    std::string profile = "courts-2021";
    int release = 1;
    std::string pack;  // the identity of the pack's first release; empty for the first itself
    LaterRows laterRows = LaterRows::All;
    Sha256 inputs;        // of the request and everything it rests on, where that is known: part of the identity
    std::string closure;  // hash of type, plugin, house style, fonts and engine: part of the identity
    Instant made{};       // from the request
    bool operator==(const BundlePlan&) const = default;
};

/// SHA-256 over everything that decides the bundle: titles, dates, order, the bytes of every exhibit, what was replaced
/// and withdrawn, release number, closure, inputs and profile. Two files with one identity are the same release.
[[nodiscard]] Sha256 identityOf(const BundlePlan& plan);

/// The first eight digits of an identity, as the cover and the index show it.
[[nodiscard]] std::string shortIdentity(const Sha256& identity);

/// "A" for the first section, "AA" after "Z". Never with I or O, which are read as 1 and 0: no "I1", no "45O".
[[nodiscard]] std::string sectionLetter(std::size_t section);

/// For each section the numbers of its documents: "1", "2" … through the bundle; "2A" for one that was put after "2".
[[nodiscard]] std::vector<std::vector<std::string>> documentNumbers(const BundlePlan& plan);
/// The volume that a section stands in, from 0.
[[nodiscard]] std::size_t volumeOf(const BundlePlan& plan, std::size_t section);

}  // namespace engross
