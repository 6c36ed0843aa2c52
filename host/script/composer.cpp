#include "script/composer.h"

#include "script/bundle_binding.h"
#include "script/constructors.h"
#include "script/page_binding.h"
#include "script/rules.h"
#include "script/shelf.h"

#include <lauxlib.h>
#include <lua.h>
#include <algorithm>

namespace engross {
namespace {

const char* composeName(Part::Kind kind) {
    switch (kind) {
        case Part::Kind::Cover:
            return "compose_cover";
        case Part::Kind::Index:
            return "compose_index";
        case Part::Kind::Concordance:
            return "compose_concordance";
        case Part::Kind::Divider:
            return "compose_divider";
        case Part::Kind::Sheet:
            return "compose_sheet";
        case Part::Kind::Document:
            break;
    }
    return "compose";
}

/// The clauses that the law demands are in what was composed, and no other path was taken.
void proveClauses(const CheckedCase& checked, const std::set<std::string>& said, std::vector<Diagnostic>& faults) {
    const Messages& messages = Messages::in(checked.language);
    for (const CheckRule& rule : checked.type->checks) {
        if (rule.kind != CheckRule::Kind::MustSay) {
            continue;
        }
        const bool demanded = !rule.when || holds(*rule.when, checked.values);
        for (const std::string& name : rule.names) {
            if (said.contains(name) != demanded) {
                Diagnostic fault{
                    .code = rule.code,
                    .severity = rule.severity,
                    .where = (rule.source == nullptr ? *checked.type->source : *rule.source).at(rule.line, name)};
                fault.message =
                    messages.text(demanded ? "script.clause_absent" : "script.clause_unwanted", {{"name", name}});
                fault.law = lawOf(rule, checked.type->summary.law);
                faults.push_back(std::move(fault));
            }
        }
    }
}

std::array<const TypeTexts*, 2> textsOf(const CheckedCase& checked) {
    std::array<const TypeTexts*, 2> texts{};
    texts.at(static_cast<std::size_t>(checked.language)) = checked.texts.get();
    const Language other = checked.language == Language::English ? Language::Welsh : Language::English;
    texts.at(static_cast<std::size_t>(other)) = checked.otherTexts.get();
    return texts;
}

std::string copyOf(const CheckedCase& checked, const Part& part) {
    if (checked.copy != "each") {
        return checked.copy;
    }
    return part.recipient == 0 ? "file" : "service";
}

void callFamily(lua_State* lua, const ScriptSource& family, const Part& part) {
    Sandbox::runChunk(lua, family);
    pushAtPath(lua, {composeName(part.kind)});
    if (!lua_isfunction(lua, -1)) {
        throw ScriptFault(
            Messages::in(Language::English).text("script.no_compose", {{"name", composeName(part.kind)}}));
    }
    pushType(lua);
    pushCase(lua);
    pushPage(lua);
    lua_call(lua, 3 + pushBundle(lua, part), 0);
}

void beginStyle(const CheckedCase& checked, Composition& composition) {
    composition.style.accent = checked.house->accent;
    composition.style.font = checked.house->font;
    composition.style.bodySize = checked.house->bodySize;
    composition.style.leading = checked.house->leading;
    composition.author = checked.house->council.in(checked.language);
}

void finishStyle(const CheckedCase& checked, const std::string& copy, Composition& composition) {
    const Messages& messages = Messages::in(checked.language);
    if (checked.draft) {
        composition.style.mark = messages.text("script.draft_mark");
    }
    composition.style.largePrint = checked.largePrint;
    if (!copy.empty()) {
        composition.style.copyMark =
            messages.text(copy == "file" ? "script.file_copy_mark" : "script.service_copy_mark");
    }
    if (composition.style.continued.empty()) {
        composition.style.continued = messages.text("script.continued");
    }
}

}  // namespace

std::optional<Composition> composePart(const CheckedCase& checked, const Part& part, const ComposeContext& context,
                                       std::vector<Diagnostic>& faults) {
    const DocumentType& type = *checked.type;
    PageBuilder builder({.type = type, .values = checked.values, .texts = textsOf(checked), .images = part.images},
                        checked.language);
    beginStyle(checked, builder.composition());
    std::vector<std::shared_ptr<const ScriptSource>> used{type.family->source};
    PageScope scope{.builder = &builder,
                    .type = &type,
                    .house = checked.house.get(),
                    .values = &checked.values,
                    .language = checked.language,
                    .draft = checked.draft,
                    .copy = copyOf(checked, part),
                    .recipient = part.recipient,
                    .looks = [&](const std::string& name) {
                        auto source = context.looks(name);
                        if (source != nullptr) {
                            used.push_back(source);
                        }
                        return source;
                    }};
    CaseScope caseScope{&checked.values, &context.calendar, checked.language, type.family->name};
    scope.speak = [&](Language language) {
        if (!checked.house->speaks(language) || !builder.speak(language)) {
            return false;
        }
        scope.language = language;
        caseScope.language = language;
        return true;
    };
    Sandbox sandbox;
    sandbox.offer(constructors(context.families, context.lawNames));
    sandbox.offer(caseNames());
    sandbox.offer(pageNames());
    const bool good = sandbox.protect([&](lua_State* lua) {
        openCase(lua, caseScope);
        openPage(lua, scope);
        callFamily(lua, *type.family->source, part);
    });
    if (!good) {
        std::vector<const ScriptSource*> sources;
        std::ranges::transform(used, std::back_inserter(sources), [](const auto& source) { return source.get(); });
        faults.push_back(sandbox.fault(sources));
        return std::nullopt;
    }
    const std::size_t before = faults.size();
    faults.insert(faults.end(), builder.faults().begin(), builder.faults().end());
    if (part.kind == Part::Kind::Document) {
        proveClauses(checked, builder.said(), faults);
    }
    if (std::any_of(faults.begin() + static_cast<std::ptrdiff_t>(before), faults.end(),
                    [](const Diagnostic& fault) { return fault.severity == Severity::Error; })) {
        return std::nullopt;
    }
    finishStyle(checked, scope.copy, builder.composition());
    return std::move(builder.composition());
}

std::optional<Composition> composeOnShelf(const CheckedCase& checked, const Part& part,
                                          std::vector<Diagnostic>& faults) {
    const Shelf& shelf = *checked.shelf;
    const ComposeContext context{shelf.familyNames(), shelf.lawNames(), shelf.law().calendar,
                                 [&shelf](const std::string& name) { return shelf.looks(name); }};
    return composePart(checked, part, context, faults);
}

}  // namespace engross
