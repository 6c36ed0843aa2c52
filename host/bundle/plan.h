#pragma once
#include "calendar/calendar.h"
#include "model/diagnostic.h"
#include "model/identifier.h"
#include "model/sha256.h"
#include "words/messages.h"

#include <optional>
#include <string>
#include <vector>

namespace engross {

/// One document of a bundle, in its place.
struct PlannedItem {
    std::string title;
    std::optional<Day> date;  // nothing for an undated document
    std::string mark;         // "AB/1"; empty for none
    Sha256 hash;              // of the exhibit's own bytes, or of a made document's inputs
    Place where;              // of the item in the request, for faults
};

struct PlannedSection {
    std::string title;
    std::vector<PlannedItem> items;
    Place where;
};

/// What a bundle holds and in which order, before any page of it exists.
struct BundlePlan {
    std::string title;  // for the reader's title bar: "Hearing bundle: …"
    std::string author;
    Language language = Language::English;
    std::string letter;  // put before every number where a case has several bundles ("A 41"); empty for one bundle
    std::vector<PlannedSection> sections;
    bool dividers = true;  // a divider page before each section
    std::string profile = "courts-2021";
    int release = 1;
    std::string closure;  // hash of type, plugin, house style, fonts and engine: part of the identity
    Instant made{};       // from the request
};

/// SHA-256 over everything that decides the bundle: titles, dates, order, the bytes of every exhibit, release number,
/// closure and profile. Two files with one identity are the same release.
[[nodiscard]] Sha256 identityOf(const BundlePlan& plan);

/// The first eight digits of an identity, as the cover and the index show it.
[[nodiscard]] std::string shortIdentity(const Sha256& identity);

/// "A" for the first section, "AA" after "Z".
[[nodiscard]] std::string sectionLetter(std::size_t section);

/// Faults that the plan has before any page is read (checklist 12, 13, 30 and 31 of the bundle rules): titles that are
/// empty, repeated, or a bare file name; undated documents; dates out of order; one exhibit twice; a section or a
/// bundle with nothing in it. All of them.
[[nodiscard]] std::vector<Diagnostic> check(const BundlePlan& plan);

}  // namespace engross
