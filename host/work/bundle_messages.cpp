#include "work/bundle_messages.h"

#include "model/day.h"
#include "work/errand_messages.h"
#include "work/work_error.h"

#include <utility>

namespace engross {
namespace {

const Object& objectAt(const Value& value, std::string_view name) {
    const Object* object = memberAt(value, name).object();
    if (object == nullptr) {
        throw WorkError("worker-answer", std::string(name), "is no group");
    }
    return *object;
}

int intAt(const Value& value, std::string_view name) {
    return static_cast<int>(countAt(value, name));
}

std::string textAt(const Value& value, std::string_view name) {
    const std::string* text = memberAt(value, name).text();
    if (text == nullptr) {
        throw WorkError("worker-answer", std::string(name), "is no text");
    }
    return *text;
}

Sha256 hashOf(const Value& value) {
    const auto hash = value.text() == nullptr ? std::nullopt : Sha256::fromHex(*value.text());
    if (!hash) {
        throw WorkError("worker-answer", "hash", "is none");
    }
    return *hash;
}

Value dayValue(const std::optional<Day>& day) {
    return day ? isoDay(*day) : std::string();
}

List textsOf(const std::vector<std::string>& texts) {
    return {texts.begin(), texts.end()};
}

std::vector<std::string> textsAt(const Value& value, std::string_view name) {
    std::vector<std::string> texts;
    for (const Value& text : listAt(value, name)) {
        texts.push_back(text.text() == nullptr ? std::string() : *text.text());
    }
    return texts;
}

List numbersOf(const std::vector<std::size_t>& numbers) {
    List list;
    for (const std::size_t number : numbers) {
        list.push_back(numberOf(number));
    }
    return list;
}

std::vector<std::size_t> numbersIn(const List& list) {
    std::vector<std::size_t> numbers;
    for (const Value& number : list) {
        if (number.integer() == nullptr || *number.integer() < 0) {
            throw WorkError("worker-answer", "numbers", "one is no count");
        }
        numbers.push_back(static_cast<std::size_t>(*number.integer()));
    }
    return numbers;
}

Value placeValue(const std::optional<PlanPlace>& place) {
    return place ? Value(numbersOf({place->section, place->item})) : Value();
}

std::optional<PlanPlace> placeAt(const Value& value, std::string_view name) {
    const Value& place = memberAt(value, name);
    if (place.list() == nullptr) {
        return std::nullopt;
    }
    const std::vector<std::size_t> numbers = numbersIn(*place.list());
    if (numbers.size() != 2) {
        throw WorkError("worker-answer", std::string(name), "is no place");
    }
    return PlanPlace{numbers.at(0), numbers.at(1)};
}

Value itemValue(const PlannedItem& item) {
    return Object{{"title", item.title},
                  {"date", dayValue(item.date)},
                  {"mark", item.mark},
                  {"sha256", item.hash.hex()},
                  {"pointer", item.where.pointer},
                  {"standing", static_cast<std::int64_t>(item.standing)},
                  {"changed_in", item.changedIn},
                  {"replacement", placeValue(item.replacement)},
                  {"after_page", item.afterPage},
                  {"added_in", item.addedIn},
                  {"kind", item.kind},
                  {"marks", textsOf(item.marks)}};
}

PlannedItem itemFrom(const Value& value) {
    PlannedItem item;
    item.title = textAt(value, "title");
    item.date = dayFrom(textAt(value, "date"));
    item.mark = textAt(value, "mark");
    item.hash = hashOf(memberAt(value, "sha256"));
    item.where.pointer = textAt(value, "pointer");
    item.standing = static_cast<Standing>(intAt(value, "standing"));
    item.changedIn = intAt(value, "changed_in");
    item.replacement = placeAt(value, "replacement");
    item.afterPage = textAt(value, "after_page");
    item.addedIn = intAt(value, "added_in");
    item.kind = textAt(value, "kind");
    item.marks = textsAt(value, "marks");
    return item;
}

Value sectionValue(const PlannedSection& section) {
    List items;
    for (const PlannedItem& item : section.items) {
        items.push_back(itemValue(item));
    }
    return Object{{"title", section.title},
                  {"pointer", section.where.pointer},
                  {"added_in", section.addedIn},
                  {"items", std::move(items)}};
}

PlannedSection sectionFrom(const Value& value) {
    PlannedSection section;
    section.title = textAt(value, "title");
    section.where.pointer = textAt(value, "pointer");
    section.addedIn = intAt(value, "added_in");
    for (const Value& item : listAt(value, "items")) {
        section.items.push_back(itemFrom(item));
    }
    return section;
}

Value renumberingValue(const Renumbering& renumbering) {
    List former;
    for (const FormerPlace& place : renumbering.former) {
        former.push_back(Object{{"title", place.title},
                                {"first", place.first},
                                {"last", place.last},
                                {"pages", numberOf(place.pages)},
                                {"sheets", place.sheets},
                                {"changed", place.changed},
                                {"older", place.older},
                                {"now", placeValue(place.now)}});
    }
    return Object{{"ordered_by", renumbering.orderedBy}, {"on", renumbering.on},
                  {"reason", renumbering.reason},        {"release", renumbering.release},
                  {"before", renumbering.before},        {"identity", renumbering.identity.hex()},
                  {"made_on", renumbering.madeOn},       {"former", std::move(former)}};
}

Renumbering renumberingFrom(const Value& value) {
    Renumbering renumbering{.orderedBy = textAt(value, "ordered_by"),
                            .on = textAt(value, "on"),
                            .reason = textAt(value, "reason"),
                            .release = intAt(value, "release"),
                            .before = intAt(value, "before"),
                            .identity = hashOf(memberAt(value, "identity")),
                            .madeOn = textAt(value, "made_on"),
                            .former = {}};
    for (const Value& place : listAt(value, "former")) {
        renumbering.former.push_back({.title = textAt(place, "title"),
                                      .first = textAt(place, "first"),
                                      .last = textAt(place, "last"),
                                      .pages = countAt(place, "pages"),
                                      .sheets = truthAt(place, "sheets"),
                                      .changed = truthAt(place, "changed"),
                                      .older = truthAt(place, "older"),
                                      .now = placeAt(place, "now")});
    }
    return renumbering;
}

Value ruleValue(const ProfileRule& rule) {
    Object parameters;
    for (const auto& [name, number] : rule.parameters) {
        parameters.set(name, number);
    }
    return Object{{"level", static_cast<std::int64_t>(rule.level)},
                  {"source", rule.source},
                  {"mark", rule.mark},
                  {"parameters", std::move(parameters)}};
}

ProfileRule ruleFrom(const Value& value) {
    ProfileRule rule{.level = static_cast<ProfileRule::Level>(intAt(value, "level")),
                     .source = textAt(value, "source"),
                     .mark = textAt(value, "mark"),
                     .parameters = {}};
    for (const auto& [name, number] : objectAt(value, "parameters")) {
        if (number.real() == nullptr && number.integer() == nullptr) {
            throw WorkError("worker-answer", name, "is no number");
        }
        rule.parameters[name] = number.real() != nullptr ? *number.real() : static_cast<double>(*number.integer());
    }
    return rule;
}

Value waivedValue(const RuleWaived& waived) {
    return Object{{"by", waived.by}, {"on", waived.on}, {"until", waived.until}, {"why", waived.why}};
}

RuleWaived waivedFrom(const Value& value) {
    return {.by = value.textOr("by", ""),
            .on = value.textOr("on", ""),
            .until = value.textOr("until", ""),
            .why = value.textOr("why", "")};
}

Finding findingFrom(const Value& value) {
    const std::string level = textAt(value, "severity");
    Finding finding{.rule = textAt(value, "rule"),
                    .severity = level == "error" ? Severity::Error : Severity::Warning,
                    .note = level == "information",
                    .waived = {},
                    .pages = numbersIn(listAt(value, "pages")),
                    .message = textAt(value, "message"),
                    .cure = value.textOr("cure", ""),
                    .source = value.textOr("source", "")};
    if (const Value* waived = value.find("waived")) {
        finding.waived = waivedFrom(*waived);
    }
    return finding;
}

}  // namespace

Value messageOf(const BundlePlan& plan) {
    List sections;
    for (const PlannedSection& section : plan.sections) {
        sections.push_back(sectionValue(section));
    }
    return Object{{"title", plan.title},
                  {"author", plan.author},
                  {"language", tagOf(plan.language)},
                  {"letter", plan.letter},
                  {"sections", std::move(sections)},
                  {"dividers", plan.dividers},
                  {"numbering", nameOf(plan.numbering)},
                  {"renumbered", plan.renumbered ? renumberingValue(*plan.renumbered) : Value()},
                  {"volumes", numbersOf(plan.volumes)},
                  {"common_index", plan.commonIndex},
                  {"profile", plan.profile},
                  {"release", plan.release},
                  {"pack", plan.pack},
                  {"later_rows", static_cast<std::int64_t>(plan.laterRows)},
                  {"inputs", plan.inputs.hex()},
                  {"closure", plan.closure},
                  {"made", std::int64_t{plan.made.time_since_epoch().count()}}};
}

BundlePlan planFrom(const Value& value) {
    BundlePlan plan;
    plan.title = textAt(value, "title");
    plan.author = textAt(value, "author");
    plan.language = languageFrom(textAt(value, "language")).value_or(Language::English);
    plan.letter = textAt(value, "letter");
    for (const Value& section : listAt(value, "sections")) {
        plan.sections.push_back(sectionFrom(section));
    }
    plan.dividers = truthAt(value, "dividers");
    plan.numbering = pageNumberingFrom(textAt(value, "numbering")).value_or(PageNumbering::OneRun);
    if (const Value& renumbered = memberAt(value, "renumbered"); !renumbered.isNull()) {
        plan.renumbered = renumberingFrom(renumbered);
    }
    plan.volumes = numbersIn(listAt(value, "volumes"));
    plan.commonIndex = truthAt(value, "common_index");
    plan.profile = textAt(value, "profile");
    plan.release = intAt(value, "release");
    plan.pack = textAt(value, "pack");
    plan.laterRows = static_cast<LaterRows>(intAt(value, "later_rows"));
    plan.inputs = hashOf(memberAt(value, "inputs"));
    plan.closure = textAt(value, "closure");
    plan.made = Instant{std::chrono::milliseconds{static_cast<std::int64_t>(countAt(value, "made"))}};
    return plan;
}

Value messageOf(const std::vector<LaidLink>& laid) {
    List list;
    for (const LaidLink& link : laid) {
        list.push_back(
            Object{{"page", link.page}, {"target", link.target}, {"goal", link.goal}, {"words", link.words}});
    }
    return list;
}

std::vector<LaidLink> laidLinksFrom(const Value& value) {
    if (value.list() == nullptr) {
        throw WorkError("worker-answer", "laid", "is no list");
    }
    std::vector<LaidLink> laid;
    for (const Value& link : *value.list()) {
        laid.push_back({textAt(link, "page"), textAt(link, "target"), textAt(link, "goal"), textAt(link, "words")});
    }
    return laid;
}

Value messageOf(const PartCounts& counts) {
    return numbersOf(counts);
}

PartCounts countsFrom(const Value& value) {
    if (value.list() == nullptr) {
        throw WorkError("worker-answer", "counts", "is no list");
    }
    return numbersIn(*value.list());
}

Value messageOf(const BundleProfile& profile) {
    Object rules;
    for (const auto& [id, rule] : profile.rules) {
        rules.set(id, ruleValue(rule));
    }
    List waivers;
    for (const RuleWaiver& waiver : profile.waivers) {
        waivers.push_back(
            Object{{"rule", waiver.rule}, {"waived", waivedValue(waiver.waived)}, {"pointer", waiver.pointer}});
    }
    return Object{{"name", profile.name},
                  {"formerly", textsOf(profile.formerly)},
                  {"title", profile.title},
                  {"title_cy", profile.titleWelsh},
                  {"source", profile.source},
                  {"numbering", profile.numbering},
                  {"landscape", static_cast<std::int64_t>(profile.landscape)},
                  {"later_pages", static_cast<std::int64_t>(profile.laterPages)},
                  {"authorities", profile.authorities},
                  {"sub_numbered", profile.subNumbered},
                  {"deep", profile.deep},
                  {"contents", textsOf(profile.contents)},
                  {"rules", std::move(rules)},
                  {"numbering_directed", profile.numberingDirected},
                  {"directed_by", profile.directedBy},
                  {"directed_on", profile.directedOn},
                  {"file_by", dayValue(profile.fileBy)},
                  {"late", profile.late},
                  {"sections", textsOf(profile.sections)},
                  {"documents", textsOf(profile.documents)},
                  {"waivers", std::move(waivers)},
                  {"protected", textsOf(profile.protectedTerms)},
                  {"sha256", profile.hash.hex()}};
}

BundleProfile profileFrom(const Value& value) {
    BundleProfile profile;
    profile.name = textAt(value, "name");
    profile.formerly = textsAt(value, "formerly");
    profile.title = textAt(value, "title");
    profile.titleWelsh = textAt(value, "title_cy");
    profile.source = textAt(value, "source");
    profile.numbering = textAt(value, "numbering");
    profile.landscape = static_cast<BundleProfile::Landscape>(intAt(value, "landscape"));
    profile.laterPages = static_cast<BundleProfile::LaterPages>(intAt(value, "later_pages"));
    profile.authorities = truthAt(value, "authorities");
    profile.subNumbered = truthAt(value, "sub_numbered");
    profile.deep = truthAt(value, "deep");
    profile.contents = textsAt(value, "contents");
    for (const auto& [id, rule] : *memberAt(value, "rules").object()) {
        profile.rules[id] = ruleFrom(rule);
    }
    profile.numberingDirected = truthAt(value, "numbering_directed");
    profile.directedBy = textAt(value, "directed_by");
    profile.directedOn = textAt(value, "directed_on");
    profile.fileBy = dayFrom(textAt(value, "file_by"));
    profile.late = truthAt(value, "late");
    profile.sections = textsAt(value, "sections");
    profile.documents = textsAt(value, "documents");
    for (const Value& waiver : listAt(value, "waivers")) {
        profile.waivers.push_back({.rule = textAt(waiver, "rule"),
                                   .waived = waivedFrom(memberAt(waiver, "waived")),
                                   .pointer = textAt(waiver, "pointer")});
    }
    profile.protectedTerms = textsAt(value, "protected");
    profile.hash = hashOf(memberAt(value, "sha256"));
    return profile;
}

Verdict verdictFrom(const Value& value) {
    Verdict verdict;
    verdict.profile = textAt(value, "profile");
    verdict.pages = countAt(value, "pages");
    verdict.rulesRun = textsAt(value, "rules_run");
    for (const Value& finding : listAt(value, "findings")) {
        verdict.findings.push_back(findingFrom(finding));
    }
    return verdict;
}

Value messageOf(const PdfFingerprint& print) {
    const auto hexes = [](const std::vector<Sha256>& hashes) {
        List list;
        for (const Sha256& hash : hashes) {
            list.emplace_back(hash.hex());
        }
        return list;
    };
    Object provenance;
    for (const auto& [name, text] : print.provenance) {
        provenance.set(name, text);
    }
    return Object{{"file", print.file.hex()},           {"pages", hexes(print.pages)},
                  {"contents", hexes(print.contents)},  {"notes", hexes(print.notes)},
                  {"labels", textsOf(print.labels)},    {"navigation", print.navigation.hex()},
                  {"provenance", std::move(provenance)}};
}

PdfFingerprint fingerprintFrom(const Value& value) {
    const auto hashes = [&value](std::string_view name) {
        std::vector<Sha256> found;
        for (const Value& hash : listAt(value, name)) {
            found.push_back(hashOf(hash));
        }
        return found;
    };
    PdfFingerprint print;
    print.file = hashOf(memberAt(value, "file"));
    print.pages = hashes("pages");
    print.contents = hashes("contents");
    print.notes = hashes("notes");
    print.labels = textsAt(value, "labels");
    print.navigation = hashOf(memberAt(value, "navigation"));
    for (const auto& [name, text] : objectAt(value, "provenance")) {
        print.provenance[name] = text.text() == nullptr ? std::string() : *text.text();
    }
    return print;
}

}  // namespace engross
