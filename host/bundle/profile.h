#pragma once
#include "bundle/rule_list.h"
#include "calendar/calendar.h"
#include "model/diagnostic.h"
#include "model/finding.h"
#include "model/sha256.h"
#include "words/messages.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace engross {

/// What a profile says of one rule.
struct ProfileRule {
    enum class Level { Off, Information, Warning, Error };
    Level level = Level::Off;
    std::string source{};  // "General guidance on electronic court bundles, paragraph 4"
    std::string mark{};    // how it is known: "P" read at its source, "S" in a restatement, "K" from practice
    std::map<std::string, double> parameters{};
    bool operator==(const ProfileRule&) const = default;
};

/// A rule that shall not refuse, because the court or tribunal directed so.
struct RuleWaiver {
    std::string rule{};  // id
    RuleWaived waived{};
    std::string pointer{};  // of the waiver in the request
    bool operator==(const RuleWaiver&) const = default;
};

/// A named set of rules that a bundle is made and checked by, with the directions of the case laid over it.
struct BundleProfile {
    /// How a page that is wider than high stands. Guidance contradicts itself: hence a switch.
    enum class Landscape {
        Across,           // reads from left to right as the reader shows it
        TurnedClockwise,  // stands in portrait with its head to the right
        Either
    };
    /// Where pages go that come later.
    enum class LaterPages { AtEnd, Suffixes };

    std::string name{};
    std::vector<std::string> formerly{};  // names that it had
    std::string title{};
    std::string titleWelsh{};
    std::string source{};                  // the guidance as a whole
    std::string numbering = "continuous";  // or "sections": see pageNumberingFrom
    Landscape landscape = Landscape::Across;
    LaterPages laterPages = LaterPages::AtEnd;
    bool authorities = false;             // a bundle of authorities: nothing else belongs in it
    bool subNumbered = false;             // a supplemental bundle may go on from another's last number
    bool deep = false;                    // what is made by it is read page by page before anybody sees it
    std::vector<std::string> contents{};  // kinds of documents that there must be
    std::map<std::string, ProfileRule, std::less<>> rules{};  // by id; of every rule of the list

    // What the directions of the case say.
    bool numberingDirected = false;  // `numbering` is what was ordered
    std::string directedBy{};
    std::string directedOn{};              // ISO day
    std::optional<Day> fileBy{};           // the last day for filing
    bool late = false;                     // it was over on the day that the directions were read
    std::vector<std::string> sections{};   // titles that there must be, in this order
    std::vector<std::string> documents{};  // kinds of documents that there must be
    std::vector<RuleWaiver> waivers{};

    /// What must stand nowhere in the file, such as the address of a refuge (rule 45). Findings and certificates tell
    /// of them by number, never in clear.
    std::vector<std::string> protectedTerms{};

    Sha256 hash{};  // of all that decides it: its file, what it extends, the directions
    bool operator==(const BundleProfile&) const = default;

    /// What it says of a rule; an id that is none is our bug: std::logic_error.
    [[nodiscard]] const ProfileRule& rule(std::string_view id) const;
    /// A parameter of a rule; nothing where neither the profile nor the directions give one.
    [[nodiscard]] std::optional<double> parameter(std::string_view rule, std::string_view name) const;
    [[nodiscard]] const std::string& titleIn(Language language) const;
};

/// "General guidance …, paragraph 4 [S]", or empty.
[[nodiscard]] std::string lawOf(const ProfileRule& rule);

/// A profile's file: "courts-2021" and its JSON (docs/bundle-rules.md).
struct ProfileText {
    std::string name;
    std::string file;  // what faults call it
    std::string text;
};

/// Profiles by name, and every fault of every file. A profile with faults is left out.
struct ProfileSet {
    std::map<std::string, BundleProfile, std::less<>> profiles;
    std::vector<Diagnostic> faults;

    [[nodiscard]] std::vector<std::string> names() const;
    /// Also by a name that it had; nullptr where there is none.
    [[nodiscard]] const BundleProfile* find(std::string_view name) const;
};
[[nodiscard]] ProfileSet readProfiles(const std::vector<ProfileText>& texts, Language reader = Language::English);

/// Lays the directions of a case (a group of fields; `pointer` is where it stands in the request) over a profile. All
/// their faults: unknown members, rules that are none, promises that nobody waives, waivers that have ended by `today`.
[[nodiscard]] std::vector<Diagnostic> direct(BundleProfile& profile, const Value& directions, Day today,
                                             Language reader, const std::string& pointer = "/directions");

/// The profile as the certificate of a release keeps it: name, source, directions and, by rule, level, parameters and
/// source.
[[nodiscard]] Value toValue(const BundleProfile& profile);

}  // namespace engross
