#include "script/request_checks.h"

#include "model/document_kind.h"
#include "script/case_reader.h"
#include "script/derive_values.h"
#include "script/rules.h"
#include "script/waivers.h"
#include "words/format.h"
#include "words/text.h"

#include <algorithm>

namespace engross {
namespace {

class RequestChecks {
public:
    RequestChecks(const Shelf& shelf, const LoadedType& loaded, const Request& request, Language reader,
                  CheckResult& result)
        : shelf_(shelf),
          loaded_(loaded),
          request_(request),
          reader_(reader),
          messages_(Messages::in(reader)),
          faults_(result.diagnostics),
          derived_(result.derived) {}

    std::shared_ptr<CheckedCase> run(Instant now) {
        auto checked = std::make_shared<CheckedCase>();
        checked->type = loaded_.type();
        checked->draft = request_.draft;
        checked->largePrint = request_.largePrint;
        checked->copy = request_.copy;
        const bool speaks = chooseLanguage(*checked);
        chooseHouse(*checked);
        if (speaks) {
            checked->texts = loaded_.texts(checked->language);
            std::ranges::copy(checked->texts->faults(), std::back_inserter(faults_));
            addOtherLanguage(*checked);
        }
        const DocumentType& type = *checked->type;
        checked->values = readCase(type, request_, now, reader_, faults_);
        const bool incomplete = refuses(faults_);
        const std::size_t ofTheCase = faults_.size();
        const Calendar& calendar = shelf_.law().calendar;
        const CaseScope scope{&checked->values, &calendar, checked->language, type.family->name};
        TypeScript script(type, shelf_.familyNames(), shelf_.lawNames(), scope);
        deriveValues(type, checked->values, script, calendar, checked->language, reader_, faults_);
        derived_ = derivedSummaries(type, checked->values, calendar, reader_);
        const Day today = localTimeOf(now).day;
        judge({type, checked->values, calendar, script, today, reader_}, faults_);
        if (incomplete) {
            dropScriptFaults(ofTheCase);
        }
        applyWaivers(type, request_.waivers, today, reader_, faults_);
        checkForce(type, lawDay(type, checked->values, today));
        checkSections(type);
        return refuses(faults_) ? nullptr : checked;
    }

private:
    /// A type's own function that stumbles over what is missing is not at fault: the case is, and says so already.
    void dropScriptFaults(std::size_t from) {
        const auto first = faults_.begin() + static_cast<std::ptrdiff_t>(from);
        faults_.erase(
            std::remove_if(first, faults_.end(), [](const Diagnostic& fault) { return !fault.where.file.empty(); }),
            faults_.end());
    }

    Diagnostic& add(const char* code, const std::string& pointer, std::string message) {
        Diagnostic fault{.code = code, .message = std::move(message)};
        fault.where.pointer = pointer;
        faults_.push_back(std::move(fault));
        return faults_.back();
    }

    bool chooseLanguage(CheckedCase& checked) {
        const auto& languages = checked.type->summary.languages;
        const auto language = languageFrom(request_.language);
        const std::string tag = language ? std::string(tagOf(*language).substr(0, 2)) : request_.language;
        if (language) {
            checked.language = *language;
        }
        if (language && std::ranges::find(languages, tag) != languages.end()) {
            return true;
        }
        Diagnostic& fault = add("request.language", "/options/language",
                                messages_.text("script.no_such_language", {{"language", tag}}));
        fault.hints.push_back(messages_.text("script.one_of_these", {{"list", joined(languages, reader_)}}));
        return false;
    }

    /// For documents that say the same in two languages.
    void addOtherLanguage(CheckedCase& checked) const {
        const Language other = checked.language == Language::English ? Language::Welsh : Language::English;
        const auto& languages = checked.type->summary.languages;
        if (std::ranges::find(languages, tagOf(other).substr(0, 2)) != languages.end()) {
            checked.otherTexts = loaded_.texts(other);
        }
    }

    void chooseHouse(CheckedCase& checked) {
        checked.house = shelf_.house(request_.house, faults_, reader_);
        if (checked.house == nullptr) {
            const auto names = shelf_.houseNames();
            Diagnostic& fault =
                add("request.house", "/options/house", messages_.text("script.no_house", {{"name", request_.house}}));
            const std::string near = nearest(request_.house, names);
            fault.hints.push_back(near.empty()
                                      ? messages_.text("script.one_of_these", {{"list", joined(names, reader_)}})
                                      : messages_.text("script.did_you_mean", {{"name", near}}));
        } else if (!checked.house->speaks(checked.language)) {
            add("request.house_language", "/options/house",
                messages_.text("script.house_wants_language",
                               {{"name", checked.house->name}, {"language", tagOf(checked.language).substr(0, 2)}}));
        }
    }

    void checkForce(const DocumentType& type, Day day) {
        const bool early = type.from && day < *type.from;
        const bool late = type.to && day > *type.to;
        if (early || late) {
            Diagnostic& fault = add("GEN-04", "/type",
                                    messages_.text(early ? "script.not_yet_in_force" : "script.no_longer_in_force",
                                                   {{"id", type.summary.id},
                                                    {"day", longDate(day, reader_)},
                                                    {"limit", longDate(early ? *type.from : *type.to, reader_)}}));
            fault.law = type.summary.law;
        }
    }

    void checkSections(const DocumentType& type) {
        for (const SectionRule& rule : type.summary.sections) {
            const std::string wanted = lower(rule.title, Language::English);
            const auto section = std::ranges::find_if(request_.sections, [&](const BundleSection& one) {
                return lower(one.title, Language::English) == wanted;
            });
            if (section == request_.sections.end()) {
                if (rule.required) {
                    Diagnostic& fault = add("bundle.section", "/sections",
                                            messages_.text("script.no_section", {{"title", rule.title}}));
                    fault.law = type.summary.law;
                }
                continue;
            }
            const auto index = static_cast<std::size_t>(section - request_.sections.begin());
            for (const std::string& need : rule.needs) {
                checkDocument(type, *section, pointerTo("/sections", index), need);
            }
        }
    }

    /// A document is what its item says that it is; a title that fits is only a suggestion.
    void checkDocument(const DocumentType& type, const BundleSection& section, const std::string& pointer,
                       const std::string& need) {
        const std::string wanted = lower(need, Language::English);
        const auto& items = section.items;
        if (std::ranges::any_of(items, [&](const BundleItem& item) { return isOfKind(item.kind, need); })) {
            return;
        }
        const auto near = std::ranges::find_if(items, [&wanted](const BundleItem& item) {
            return item.kind.empty() && lower(item.title, Language::English).find(wanted) != std::string::npos;
        });
        if (near == items.end()) {
            Diagnostic& fault = add("bundle.document", pointer,
                                    messages_.text("script.no_document", {{"title", section.title}, {"need", need}}));
            fault.law = type.summary.law;
            fault.hints.push_back(messages_.text("script.no_document.hint", {{"need", need}}));
            return;
        }
        const auto place = static_cast<std::size_t>(near - items.begin());
        Diagnostic& doubt = add("bundle.document_by_title", pointerTo(pointerTo(pointer, "items"), place),
                                messages_.text("script.document_by_title", {{"need", need}, {"title", near->title}}));
        doubt.severity = Severity::Warning;
        doubt.hints.push_back(messages_.text("script.document_by_title.hint", {{"need", need}}));
    }

    const Shelf& shelf_;
    const LoadedType& loaded_;
    const Request& request_;
    Language reader_;
    const Messages& messages_;
    std::vector<Diagnostic>& faults_;
    std::vector<DerivedSummary>& derived_;
};

}  // namespace

CheckResult checkRequest(const std::shared_ptr<const Shelf>& shelf, const LoadedType& loaded, const Request& request,
                         Instant now, Language reader) {
    CheckResult result;
    auto checked = RequestChecks(*shelf, loaded, request, reader, result).run(now);
    if (checked != nullptr) {
        checked->shelf = shelf;
    }
    result.checked = std::move(checked);
    return result;
}

bool isInForce(const Shelf& shelf, const DocumentType& type, const Request& request, Instant now) {
    std::vector<Diagnostic> ignored;
    CaseValues values = readCase(type, request, now, Language::English, ignored);
    const Calendar& calendar = shelf.law().calendar;
    const CaseScope scope{&values, &calendar, Language::English, type.family->name};
    TypeScript script(type, shelf.familyNames(), shelf.lawNames(), scope);
    deriveValues(type, values, script, calendar, Language::English, Language::English, ignored);
    const Day day = lawDay(type, values, localTimeOf(now).day);
    return (!type.from || day >= *type.from) && (!type.to || day <= *type.to);
}

}  // namespace engross
