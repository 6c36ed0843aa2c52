#include "bundle/json_fields.h"
#include "bundle/profile.h"
#include "model/json.h"
#include "words/faults.h"

#include <algorithm>
#include <array>
#include <sstream>

namespace engross {
namespace {

using Level = ProfileRule::Level;

const std::vector<std::string> levels{"off", "information", "warning", "error"};
const std::vector<std::string> marks{"P", "S", "K"};
const std::vector<std::string> numberings{"continuous", "sections"};
const std::vector<std::string> landscapes{"across", "turned-clockwise", "either"};
const std::vector<std::string> laterPlaces{"at-end", "suffixes"};

std::size_t placeIn(const std::vector<std::string>& offered, const std::string& found) {
    return static_cast<std::size_t>(std::ranges::find(offered, found) - offered.begin());
}

std::vector<std::string> wordsOf(std::string_view text) {
    std::istringstream in{std::string(text)};
    std::vector<std::string> words;
    for (std::string word; in >> word;) {
        words.push_back(word);
    }
    return words;
}

/// Reads one profile's file after the one that it extends.
class ProfileFile {
public:
    ProfileFile(const ProfileText& text, BundleProfile base, JsonFields::Desk& desk)
        : text_(text), desk_(desk), profile_(std::move(base)) {}

    BundleProfile read(const Value& value) {
        const bool extends = value.find("extends") != nullptr;
        JsonFields fields(value, "", desk_);
        profile_.name = text_.name;
        profile_.formerly = fields.texts("formerly");
        static_cast<void>(fields.text("extends"));
        const Value* title = fields.value("title");
        if (title == nullptr) {
            fields.fault("", "missing", {{"name", "title"}});
        } else {
            JsonFields languages(*title, "/title", desk_);
            profile_.title = languages.requiredText("en");
            profile_.titleWelsh = languages.requiredText("cy");
            languages.finish();
        }
        profile_.source = fields.requiredText("source");
        readSwitches(fields);
        if (fields.value("contents") != nullptr) {
            profile_.contents = fields.texts("contents");
        }
        readRules(fields, extends);
        fields.finish();
        return std::move(profile_);
    }

private:
    void readSwitches(JsonFields& fields) {
        if (const auto numbering = fields.choice("numbering", numberings)) {
            profile_.numbering = *numbering;
        }
        if (const auto landscape = fields.choice("landscape", landscapes)) {
            profile_.landscape = static_cast<BundleProfile::Landscape>(placeIn(landscapes, *landscape));
        }
        if (const auto later = fields.choice("later_pages", laterPlaces)) {
            profile_.laterPages = static_cast<BundleProfile::LaterPages>(placeIn(laterPlaces, *later));
        }
        profile_.authorities = fields.flag("authorities").value_or(profile_.authorities);
        profile_.subNumbered = fields.flag("sub_numbered").value_or(profile_.subNumbered);
        profile_.deep = fields.flag("deep").value_or(profile_.deep);
    }

    void readRules(JsonFields& fields, bool extends) {
        const Value* rules = fields.value("rules");
        if (rules == nullptr) {
            if (!extends) {
                fields.fault("", "missing", {{"name", "rules"}});
            }
            return;
        }
        JsonFields named(*rules, "/rules", desk_);
        std::vector<std::string> missing;
        for (const BundleRule& rule : bundleRules()) {
            const Value* said = named.value(rule.id);
            if (said != nullptr) {
                readRule(rule, *said);
            } else if (!profile_.rules.contains(rule.id)) {
                missing.emplace_back(rule.id);
            }
        }
        named.finish();
        if (!missing.empty() && !extends) {
            std::string list;
            for (const std::string& id : missing) {
                list += (list.empty() ? "" : ", ") + id;
            }
            fields.fault("rules", "rules_missing", {{"rules", list}});
        }
    }

    void readRule(const BundleRule& rule, const Value& value) {
        JsonFields fields(value, pointerTo("/rules", rule.id), desk_);
        ProfileRule& said = profile_.rules[std::string(rule.id)];
        if (const auto level = fields.choice("severity", levels)) {
            said.level = static_cast<Level>(placeIn(levels, *level));
            if (rule.promise && said.level != Level::Error && rule.evidence != RuleEvidence::Release) {
                fields.fault("severity", "promise", {{"rule", rule.id}});
            }
        } else if (value.object() != nullptr && value.find("severity") == nullptr) {
            fields.fault("", "missing", {{"name", "severity"}});
        }
        if (const std::string source = fields.text("source"); !source.empty()) {
            said.source = source;
            said.mark.clear();
        }
        if (const auto mark = fields.choice("mark", marks)) {
            said.mark = *mark;
        }
        for (const std::string& name : wordsOf(rule.parameters)) {
            if (const auto number = fields.number(name)) {
                said.parameters[name] = *number;
            }
        }
        fields.finish();
    }

    const ProfileText& text_;
    JsonFields::Desk& desk_;
    BundleProfile profile_;
};

/// Reads each profile after what it extends.
class ProfileShelf {
public:
    ProfileShelf(const std::vector<ProfileText>& texts, Language reader)
        : texts_(texts), reader_(reader), messages_(Messages::in(reader)) {}

    ProfileSet read() {
        for (const ProfileText& text : texts_) {
            static_cast<void>(load(text));
        }
        return std::move(set_);
    }

private:
    // NOLINTNEXTLINE(misc-no-recursion): `open_` ends a ring
    const BundleProfile* load(const ProfileText& text) {
        if (const BundleProfile* known = set_.find(text.name); known != nullptr || failed_.contains(text.name)) {
            return known;
        }
        const std::size_t before = set_.faults.size();
        auto profile = readText(text);
        if (!profile || set_.faults.size() > before) {
            failed_.emplace(text.name, true);
            return nullptr;
        }
        return &set_.profiles.emplace(text.name, std::move(*profile)).first->second;
    }

    // NOLINTNEXTLINE(misc-no-recursion)
    std::optional<BundleProfile> readText(const ProfileText& text) {
        const JsonLimits limits;
        const JsonResult json = readJson(text.text, limits);
        if (!json.value) {
            set_.faults.push_back(diagnosticOf(*json.fault, limits, text.file, reader_));
            return std::nullopt;
        }
        JsonFields::Desk desk{messages_, set_.faults, "bundle-profile", text.file, text.text};
        BundleProfile base;
        Sha256Hasher hasher;
        if (const Value* extends = json.value->find("extends"); extends != nullptr && extends->text() != nullptr) {
            const BundleProfile* found = baseOf(*extends->text(), *json.value, desk, text.name);
            if (found == nullptr) {
                return std::nullopt;
            }
            base = *found;
            hasher.addField(base.hash.hex());
        }
        hasher.addField(text.text);
        BundleProfile profile = ProfileFile(text, std::move(base), desk).read(*json.value);
        profile.hash = hasher.finish();
        return profile;
    }

    // NOLINTNEXTLINE(misc-no-recursion)
    const BundleProfile* baseOf(const std::string& name, const Value& value, JsonFields::Desk& desk,
                                const std::string& own) {
        const auto text = std::ranges::find(texts_, name, &ProfileText::name);
        const bool ring = std::ranges::find(open_, name) != open_.end() || name == own;
        if (text == texts_.end() || ring) {
            std::vector<std::string> names;
            std::ranges::transform(texts_, std::back_inserter(names), &ProfileText::name);
            JsonFields(value, "", desk)
                .fault("extends", ring ? "extends_ring" : "extends_unknown", {{"name", name}},
                       ring ? std::string() : nearest(name, names));
            return nullptr;
        }
        open_.push_back(own);
        const BundleProfile* found = load(*text);
        open_.pop_back();
        if (found == nullptr && std::ranges::find(open_, name) == open_.end()) {
            JsonFields(value, "", desk).fault("extends", "extends_faulty", {{"name", name}});
        }
        return found;
    }

    const std::vector<ProfileText>& texts_;
    Language reader_;
    const Messages& messages_;
    ProfileSet set_;
    std::map<std::string, bool> failed_;
    std::vector<std::string> open_;
};

}  // namespace

ProfileSet readProfiles(const std::vector<ProfileText>& texts, Language reader) {
    return ProfileShelf(texts, reader).read();
}

}  // namespace engross
