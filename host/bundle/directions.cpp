#include "bundle/json_fields.h"
#include "bundle/profile.h"
#include "model/day.h"
#include "model/json.h"
#include "words/format.h"

#include <algorithm>
#include <array>

namespace engross {
namespace {

using Level = ProfileRule::Level;

/// Numbers that directions give, and the rules that they are parameters of.
struct DirectedNumber {
    const char* name;
    const char* rule;
    const char* parameter;
};
constexpr std::array<DirectedNumber, 6> numbers{{{"pages_at_most", "26-page-cap", "most"},
                                                 {"megabytes_at_most", "27-size", "most"},
                                                 {"dots_at_most", "23-dots", "most"},
                                                 {"dots_at_least", "23-dots", "least"},
                                                 {"core_bundle_above_pages", "33-core-bundle", "most"},
                                                 {"volumes_above_megabytes", "28-volumes", "most"}}};

constexpr std::size_t shortestReason = 10;  // characters: "see file" is none

class DirectionsReader {
public:
    DirectionsReader(BundleProfile& profile, const Value& directions, Day today, Language reader,
                     const std::string& pointer)
        : profile_(profile),
          today_(today),
          reader_(reader),
          messages_(Messages::in(reader)),
          desk_{messages_, faults_, "bundle-directions"},
          fields_(directions, pointer, desk_) {}

    std::vector<Diagnostic> read() {
        profile_.directedBy = fields_.requiredText("by");
        profile_.directedOn = fields_.day("on");
        if (profile_.directedOn.empty() && fields_.value("on") == nullptr) {
            fields_.fault("", "missing", {{"name", "on"}});
        }
        for (const DirectedNumber& number : numbers) {
            if (const auto value = fields_.number(number.name)) {
                ProfileRule& rule = profile_.rules.at(number.rule);
                rule.parameters[number.parameter] = *value;
                directed(rule);
            }
        }
        readSwitches();
        profile_.sections = fields_.texts("sections");
        profile_.documents = fields_.texts("documents");
        if (!profile_.documents.empty() || !profile_.sections.empty()) {
            directed(profile_.rules.at("41-contents"));
        }
        const std::vector<std::string> terms = fields_.texts("protected");
        profile_.protectedTerms.insert(profile_.protectedTerms.end(), terms.begin(), terms.end());
        readWaivers();
        fields_.finish();
        return std::move(faults_);
    }

private:
    /// What a tribunal orders in a case refuses where it is not done, whatever the profile makes of it.
    void directed(ProfileRule& rule) {
        rule.level = Level::Error;
        rule.source = messages_.text(
            "bundle.directions.of",
            {{"by", profile_.directedBy},
             {"on", profile_.directedOn.empty() ? std::string() : longDate(*dayFrom(profile_.directedOn), reader_)}});
        rule.mark.clear();
    }

    void readSwitches() {
        if (const auto numbering = fields_.choice("numbering", {"continuous", "sections"})) {
            profile_.numbering = *numbering;
            profile_.numberingDirected = true;
        }
        if (const auto landscape = fields_.choice("landscape", {"across", "turned-clockwise", "either"})) {
            profile_.landscape = *landscape == "across"   ? BundleProfile::Landscape::Across
                                 : *landscape == "either" ? BundleProfile::Landscape::Either
                                                          : BundleProfile::Landscape::TurnedClockwise;
            directed(profile_.rules.at("21-landscape"));
        }
        if (const auto later = fields_.choice("later_pages", {"at-end", "suffixes"})) {
            profile_.laterPages =
                *later == "at-end" ? BundleProfile::LaterPages::AtEnd : BundleProfile::LaterPages::Suffixes;
        }
        profile_.subNumbered = fields_.flag("sub_numbered").value_or(profile_.subNumbered);
        if (const std::string day = fields_.day("file_by"); !day.empty()) {
            profile_.fileBy = dayFrom(day);
            profile_.late = today_ > *profile_.fileBy;
            directed(profile_.rules.at("46-deadline"));
        }
    }

    void readWaivers() {
        const Value* waive = fields_.value("waive");
        if (waive == nullptr) {
            return;
        }
        if (waive->list() == nullptr) {
            fields_.fault("waive", "kind", {{"name", "waive"}, {"expected", messages_.text("kind.list")}});
            return;
        }
        const std::string list = pointerTo(fields_.pointer(), "waive");
        for (std::size_t i = 0; i < waive->list()->size(); ++i) {
            readWaiver(waive->list()->at(i), pointerTo(list, i));
        }
    }

    void readWaiver(const Value& value, const std::string& pointer) {
        JsonFields fields(value, pointer, desk_);
        const std::size_t before = faults_.size();
        RuleWaiver waiver{.pointer = pointer};
        const std::string asked = fields.requiredText("rule");
        const BundleRule* rule = bundleRule(asked);
        if (!asked.empty() && rule == nullptr) {
            fields.fault("rule", "rule_unknown", {{"rule", asked}}, nearest(asked, bundleRuleIds()));
        } else if (rule != nullptr && rule->promise) {
            fields.fault("rule", "waiver_promise", {{"rule", rule->id}});
        } else if (rule != nullptr &&
                   std::ranges::find(profile_.waivers, rule->id, &RuleWaiver::rule) != profile_.waivers.end()) {
            fields.fault("rule", "waiver_twice", {{"rule", rule->id}});
        }
        const std::string by = fields.text("by");
        const std::string on = fields.day("on");
        waiver.waived.by = by.empty() ? profile_.directedBy : by;
        waiver.waived.on = on.empty() ? profile_.directedOn : on;
        waiver.waived.until = fields.day("until");
        waiver.waived.why = fields.requiredText("why");
        fields.finish();
        const std::string& why = waiver.waived.why;
        if (!why.empty() && (why.size() < shortestReason || why.find(' ') == std::string::npos)) {
            fields.fault("why", "waiver_reason", {{"rule", asked}});
        }
        checkForce(waiver, asked, fields);
        if (rule != nullptr && faults_.size() == before) {
            waiver.rule = std::string(rule->id);
            profile_.waivers.push_back(std::move(waiver));
        }
    }

    void checkForce(const RuleWaiver& waiver, const std::string& asked, JsonFields& fields) {
        const auto on = dayFrom(waiver.waived.on);
        const auto until = dayFrom(waiver.waived.until);
        if (on && today_ < *on) {
            fields.fault("on", "waiver_early", {{"rule", asked}, {"day", longDate(*on, reader_)}});
        }
        if (until && today_ > *until) {
            fields.fault("until", "waiver_ended", {{"rule", asked}, {"day", longDate(*until, reader_)}});
        }
    }

    BundleProfile& profile_;
    Day today_;
    Language reader_;
    const Messages& messages_;
    std::vector<Diagnostic> faults_;
    JsonFields::Desk desk_;
    JsonFields fields_;
};

}  // namespace

std::vector<Diagnostic> direct(BundleProfile& profile, const Value& directions, Day today, Language reader,
                               const std::string& pointer) {
    Sha256Hasher hasher;
    hasher.addField(profile.hash.hex());
    hasher.addField(canonicalJson(directions));
    std::vector<Diagnostic> faults = DirectionsReader(profile, directions, today, reader, pointer).read();
    profile.hash = hasher.finish();
    return faults;
}

}  // namespace engross
