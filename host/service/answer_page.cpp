#include "service/answer_page.h"

#include "model/day.h"
#include "service/answer_form.h"
#include "service/page_parts.h"
#include "words/format.h"

#include <algorithm>

namespace engross {
namespace {

std::string attribute(std::string_view name, std::string_view value) {
    return " " + std::string(name) + "=\"" + escaped(value) + "\"";
}

class AnswerWriter {
public:
    AnswerWriter(const Call& call, const AnswerPage& page)
        : call_(call), page_(page), words_(Messages::in(call.language)) {}

    std::string run() {
        const std::string path = "/requests/" + page_.job.id;
        std::string text = htmlElement("p", "", htmlLink(path, words_.text("service.answer.back")));
        text += summary();
        text += htmlElement("h1", "", escaped(words_.text("service.answer.title")));
        text += htmlElement("p", "class=\"lead\"", escaped(page_.title + ", " + page_.job.caseReference));
        text += inTheWay();
        std::string form = "<input type=\"hidden\" name=\"token\"" +
                           attribute("value", formToken(call_, page_.job.id)) +
                           ">\n<input type=\"hidden\" name=\"version\"" +
                           attribute("value", std::to_string(page_.job.version)) + ">\n";
        for (const AnswerRow& row : page_.rows) {
            form += row.faults.empty() ? std::string() : group(row);
        }
        form += others();
        form += htmlElement("p", "class=\"hint\"", escaped(words_.text("service.answer.stands")));
        form +=
            "<button class=\"button\" type=\"submit\">" + escaped(words_.text("service.answer.send")) + "</button>\n";
        text += htmlElement(
            "form",
            "method=\"post\" enctype=\"multipart/form-data\" novalidate action=\"" + escaped(path + "/answer") + "\"",
            form);
        return htmlElement("div", "class=\"two-thirds\"", text);
    }

private:
    [[nodiscard]] std::string summary() const {
        std::string items;
        for (const FieldError& error : page_.errors) {
            items += htmlElement("li", "", htmlLink("#" + error.field, error.message));
        }
        for (const Diagnostic& refusal : page_.refusals) {
            if (refusal.severity == Severity::Error) {
                std::string said = escaped(refusal.message);
                said += refusal.law.empty() ? "" : " (" + escaped(refusal.law) + ")";
                for (const std::string& hint : refusal.hints) {
                    said += htmlElement("div", "class=\"hint\"", escaped(hint));
                }
                items += htmlElement("li", "", said);
            }
        }
        return items.empty()
                   ? std::string()
                   : htmlElement("section", "class=\"error-summary\" aria-labelledby=\"errors\"",
                                 htmlElement("h2", "id=\"errors\"", escaped(words_.text("service.answer.problem"))) +
                                     htmlElement("ul", "", items));
    }

    /// What no document of the form is named for: a rule that pages break, a type that was changed.
    [[nodiscard]] std::string inTheWay() const {
        std::string items;
        for (const Value& fault : page_.others) {
            items += htmlElement("li", "", said(fault, true));
        }
        return items.empty() ? std::string()
                             : htmlElement("div", "class=\"inset\"",
                                           htmlElement("ul", "", items) +
                                               htmlElement("p", "", escaped(words_.text("service.answer.as_it_is"))));
    }

    [[nodiscard]] static std::string said(const Value& fault, bool withHints) {
        std::string text = escaped(fault.textOr("message", ""));
        const Value* hints = withHints ? fault.find("hints") : nullptr;
        const List* list = hints == nullptr ? nullptr : hints->list();
        for (const Value& hint : list == nullptr ? List{} : *list) {
            text += htmlElement("div", "class=\"hint\"", escaped(hint.text() == nullptr ? "" : *hint.text()));
        }
        return text;
    }

    [[nodiscard]] const AnswerEntry& entryOf(const AnswerRow& row) const {
        static const AnswerEntry none;
        const auto found = page_.entries.find(row.place);
        return found == page_.entries.end() ? none : found->second;
    }

    [[nodiscard]] const FieldError* errorOf(const AnswerRow& row) const {
        const auto found = std::ranges::find(page_.errors, row.place, &FieldError::place);
        return found == page_.errors.end() ? nullptr : &*found;
    }

    /// Documents that nothing was said of: folded, unless something was entered.
    [[nodiscard]] std::string others() const {
        std::string text;
        for (const AnswerRow& row : page_.rows) {
            if (!row.faults.empty()) {
                continue;
            }
            const bool open = entryOf(row).choice != ExhibitChoice::None || errorOf(row) != nullptr;
            text += htmlElement("details", open ? "open" : "",
                                htmlElement("summary", "", escaped(nameOf(row))) + group(row));
        }
        return text.empty()
                   ? std::string()
                   : htmlElement("h2", "", escaped(words_.text("service.answer.others"))) +
                         htmlElement("p", "class=\"hint\"", escaped(words_.text("service.answer.others_hint"))) + text;
    }

    [[nodiscard]] std::string nameOf(const AnswerRow& row) const {
        const auto day = dayFrom(row.date);
        return day ? row.title + ", " + longDate(*day, call_.language) : row.title;
    }

    [[nodiscard]] std::string group(const AnswerRow& row) const {
        const std::string key = row.place.key();
        const FieldError* error = errorOf(row);
        std::string text = htmlElement("legend", "", htmlElement("h2", "class=\"group-title\"", escaped(nameOf(row))));
        std::string described;
        for (const Value& fault : row.faults) {
            text += htmlElement("p", "id=\"said-" + key + "-" + std::to_string(described.size()) + "\"",
                                said(fault, false));
            described += " said-" + key + "-" + std::to_string(described.size());
        }
        if (error != nullptr && error->field == "choice-" + key) {
            text += errorMessage(*error);
            described += " error-" + error->field;
        }
        if (row.faults.empty()) {
            text += radio(row, ExhibitChoice::None, true);
        }
        bool first = !row.faults.empty();
        for (const ExhibitChoice choice : row.choices) {
            text += radio(row, choice, first);
            text += htmlElement("div", "class=\"under\"", fieldOf(row, choice));
            first = false;
        }
        const std::string set =
            htmlElement("fieldset", described.empty() ? "" : attribute("aria-describedby", described.substr(1)), text);
        // A border of a fieldset begins below its legend.
        return error == nullptr ? set : htmlElement("div", "class=\"group-error\"", set);
    }

    [[nodiscard]] std::string errorMessage(const FieldError& error) const {
        return htmlElement("p", "class=\"error-message\" id=\"error-" + error.field + "\"",
                           "<span class=\"hidden\">" + escaped(words_.text("service.answer.error")) + "</span> " +
                               escaped(error.message));
    }

    /// The first of a group has the id that an error of the whole group leads to.
    [[nodiscard]] std::string radio(const AnswerRow& row, ExhibitChoice choice, bool first) const {
        const std::string key = row.place.key();
        const std::string name = engross::nameOf(choice);
        const std::string id = first ? "choice-" + key : "choice-" + key + "-" + (name.empty() ? "keep" : name);
        const bool checked = entryOf(row).choice == choice && (choice != ExhibitChoice::None || row.faults.empty());
        const std::string words = "service.answer.choice." + (name.empty() ? std::string("keep") : name);
        return htmlElement("div", "class=\"radio\"",
                           "<input type=\"radio\"" + attribute("id", id) + attribute("name", "choice-" + key) +
                               attribute("value", name) + (checked ? " checked" : "") + ">" +
                               htmlElement("label", "for=\"" + id + "\"", escaped(words_.text(words))));
    }

    [[nodiscard]] std::string fieldOf(const AnswerRow& row, ExhibitChoice choice) const {
        switch (choice) {
            case ExhibitChoice::Password:
                return field(row, "password", "<input type=\"password\" autocomplete=\"off\" spellcheck=\"false\"",
                             ">");
            case ExhibitChoice::Copy:
                return field(row, "copy", "<input type=\"file\"", ">") + receivedCopy(row);
            case ExhibitChoice::Sheet:
                return field(row, "sheet", "<textarea rows=\"3\"", ">\n" + escaped(entryOf(row).sheet) + "</textarea>");
            case ExhibitChoice::LeaveOut:
                return htmlElement("div", "class=\"hint\"", escaped(words_.text("service.answer.leave-out.hint")));
            case ExhibitChoice::None:
                break;
        }
        return {};
    }

    /// A field with its label, its hint and what is wrong with it; `begin` and `end` are its element.
    [[nodiscard]] std::string field(const AnswerRow& row, const std::string& name, const std::string& begin,
                                    const std::string& end) const {
        const std::string id = name + "-" + row.place.key();
        const FieldError* error = errorOf(row);
        const bool wrong = error != nullptr && error->field == id;
        std::string text = htmlElement("label", "for=\"" + id + "\"", escaped(words_.text("service.answer." + name)));
        text += htmlElement("div", "class=\"hint\" id=\"hint-" + id + "\"",
                            escaped(words_.text("service.answer." + name + ".hint")));
        text += wrong ? errorMessage(*error) : std::string();
        return text + begin + attribute("id", id) + attribute("name", id) +
               attribute("aria-describedby", "hint-" + id + (wrong ? " error-" + id : std::string())) +
               (wrong ? " aria-invalid=\"true\"" : "") + end + "\n";
    }

    /// A copy that came with a form whose other fields had faults: it is not sent twice.
    [[nodiscard]] std::string receivedCopy(const AnswerRow& row) const {
        const AnswerEntry& entry = entryOf(row);
        if (entry.received.empty()) {
            return {};
        }
        const std::string key = row.place.key();
        return htmlElement("p", "", escaped(words_.text("service.answer.received", {{"name", entry.receivedName}}))) +
               "<input type=\"hidden\"" + attribute("name", "received-" + key) + attribute("value", entry.received) +
               ">\n";
    }

    const Call& call_;
    const AnswerPage& page_;
    const Messages& words_;
};

}  // namespace

Answer answerPage(const Call& call, int status, const AnswerPage& page) {
    const Messages& words = Messages::in(call.language);
    const bool wrong = !page.errors.empty() || !page.refusals.empty();
    return htmlPage(
        call, status,
        (wrong ? words.text("service.answer.error") + " " : std::string()) + words.text("service.answer.title"),
        AnswerWriter(call, page).run());
}

}  // namespace engross
