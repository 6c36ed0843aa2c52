#include "script/type_texts.h"

#include "script/text_names.h"

#include <algorithm>
#include <set>

namespace engross {
namespace {

std::string clauseFile(const std::string& name, Language language) {
    return "templates/clauses/" + name + "." + std::string(tagOf(language).substr(0, 2)) + ".md";
}

bool plainName(const std::string& name) {
    return !name.empty() && name.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_-") == std::string::npos;
}

}  // namespace

Clauses::Clauses(const Library& library) : library_(library) {}

std::optional<ClauseText> Clauses::find(const std::string& name, Language language) const {
    if (!plainName(name)) {
        return std::nullopt;
    }
    const std::string file = clauseFile(name, language);
    const std::lock_guard lock(mutex_);
    auto found = read_.find(file);
    if (found == read_.end()) {
        found = read_.emplace(file, library_.read(file)).first;
    }
    return found->second ? std::optional(ClauseText(*found->second, file)) : std::nullopt;
}

std::vector<std::string> Clauses::names() const {
    std::set<std::string> names;
    for (const std::string& file : library_.list("templates/clauses", ".md")) {
        const std::string name = file.substr(file.rfind('/') + 1);
        names.insert(name.substr(0, name.find('.')));
    }
    return {names.begin(), names.end()};
}

TypeTexts::TypeTexts(const DocumentType& type, Language language, const Clauses& clauses) {
    const ClauseSource source = [&](const std::string& name) {
        auto text = clauses.find(name, language);
        if (text) {
            used_[name] = text->text;
        }
        // A missing clause is reported with all the other names of the text, not in place of them.
        return text ? text : std::optional(ClauseText("…", clauseFile(name, language)));
    };
    std::map<std::string, std::vector<ClausePlace>> places;
    const auto take = [&](std::string_view text, const std::string& file, std::size_t line) -> std::optional<Template> {
        Template::Result result = Template::parse(text, file, line, source);
        std::ranges::move(result.faults, std::back_inserter(faults_));
        if (!result.value) {
            return std::nullopt;
        }
        checkNames(type, result.value->uses(), faults_);
        for (const TemplateUse& use : result.value->uses()) {
            if (use.form == TemplateUse::Form::Clause) {
                places[use.name].push_back(placeOf(type, use));
                missingClause(use.name, use.where, language, clauses);
            }
        }
        return std::move(result.value);
    };
    for (const TextPart& part : type.texts) {
        const TextPart::Version& version = part.in(language);
        parts_.push_back(version.present ? take(version.text, version.file, version.firstLine) : std::nullopt);
    }
    for (const std::string& name : type.family->clauses) {
        const auto text = clauses.find(name, language);
        if (!text) {
            missingClause(name, type.family->source->atKey(1, "clauses"), language, clauses);
        } else if (auto parsed = take(text->text, text->file, text->firstLine)) {
            used_[name] = text->text;
            clauses_.emplace(name, std::move(*parsed));
            places[name].push_back({});
        }
    }
    const Messages& messages = Messages::in(Language::English);
    for (const CheckRule& rule : type.checks) {
        for (const std::string& name :
             rule.kind == CheckRule::Kind::MustSay ? rule.names : std::vector<std::string>{}) {
            if (const auto disproof = disprove(rule, places[name], messages)) {
                Diagnostic fault{.code = "text.must_say",
                                 .where = (rule.source == nullptr ? *type.source : *rule.source).at(rule.line, name)};
                fault.message =
                    messages.text(disproof->missing ? "script.clause_not_said" : "script.clause_said_too_much",
                                  {{"name", name}, {"way", disproof->way}});
                fault.law = rule.law;
                faults_.push_back(std::move(fault));
            }
        }
    }
}

void TypeTexts::missingClause(const std::string& name, const Place& where, Language language, const Clauses& clauses) {
    if (clauses.find(name, language)) {
        return;
    }
    const Messages& messages = Messages::in(Language::English);
    Diagnostic fault{
        .code = "text.no_clause", .where = where, .message = messages.text("script.no_clause", {{"name", name}})};
    const std::string near = nearest(name, clauses.names());
    fault.hints.push_back(near.empty() || near == name
                              ? messages.text("script.clause_stands_in", {{"file", clauseFile(name, language)}})
                              : messages.text("script.did_you_mean", {{"name", near}}));
    faults_.push_back(std::move(fault));
}

const std::vector<Diagnostic>& TypeTexts::faults() const noexcept {
    return faults_;
}

const Template* TypeTexts::part(std::size_t index) const {
    const auto& found = parts_.at(index);
    return found ? &*found : nullptr;
}

const Template* TypeTexts::clause(const std::string& name) const {
    const auto found = clauses_.find(name);
    return found == clauses_.end() ? nullptr : &found->second;
}

const std::map<std::string, std::string>& TypeTexts::usedClauses() const noexcept {
    return used_;
}

}  // namespace engross
