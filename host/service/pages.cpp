#include "service/pages.h"

#include "service/page_parts.h"
#include "service/request_view.h"
#include "words/format.h"
#include "words/zone.h"

#include <algorithm>
#include <cmath>

namespace engross {
namespace {

using std::chrono::milliseconds;

std::string timeElement(Instant then, const Call& call) {
    const Messages& words = Messages::in(call.language);
    const auto passed = std::chrono::floor<std::chrono::seconds>(std::max(milliseconds{0}, call.now - then));
    std::string said;
    if (passed < std::chrono::minutes{1}) {
        said = words.text("service.page.just_now");
    } else if (passed < std::chrono::hours{1}) {
        said = words.counted("service.page.minutes_ago", passed.count() / 60);
    } else if (passed < std::chrono::hours{24}) {
        said = words.counted("service.page.hours_ago", passed.count() / 3600);
    } else {
        said = words.counted("service.page.days_ago", passed.count() / 86400);
    }
    const LocalTime local = localTimeOf(then);
    const std::string full = longDate(local.day, call.language) + ", " + clockTime(local.clock, call.language);
    return "<time datetime=\"" + isoTime(then) + "\" title=\"" + escaped(full) + "\">" + escaped(said) + "</time>";
}

std::string tag(JobState state, const Messages& words) {
    const std::string name(nameOf(state));
    return "<strong class=\"tag tag-" + name + "\">" + escaped(words.text("service.state." + name)) + "</strong>";
}

std::string progressElement(const Job& job, const Messages& words) {
    const auto percent = std::to_string(std::lround(job.progress * 100));
    const std::string said = words.text("service.page.percent", {{"percent", percent}});
    return "<progress max=\"100\" value=\"" + percent + "\" aria-label=\"" + escaped(said) + "\"></progress> " +
           escaped(said);
}

std::string artefactList(const Job& job, const Messages& words) {
    std::string items;
    for (const ArtefactView& artefact : artefactsOf(job)) {
        items += htmlElement("li", "",
                             htmlLink(artefact.href, artefact.name) + " (" +
                                 escaped(words.counted("service.page.pages", artefact.pages)) + ")");
    }
    return items.empty() ? std::string() : htmlElement("ul", "class=\"plain\"", items);
}

std::string requestRow(const Job& job, const Call& call, const std::string& title) {
    const Messages& words = Messages::in(call.language);
    const std::string state = job.state == JobState::Running ? tag(job.state, words) + " " + progressElement(job, words)
                                                             : tag(job.state, words);
    return htmlElement("tr", "",
                       htmlElement("th", "scope=\"row\"", htmlLink("/requests/" + job.id, title)) +
                           htmlElement("td", "", escaped(job.caseReference)) +
                           htmlElement("td", "", timeElement(job.submittedAt, call)) + htmlElement("td", "", state) +
                           htmlElement("td", "", artefactList(job, words)));
}

std::string diagnosticItem(const Value& diagnostic, const Messages& words) {
    std::string text = escaped(diagnostic.textOr("message", ""));
    if (const std::string law = diagnostic.textOr("law", ""); !law.empty()) {
        text += " " + htmlElement("span", "class=\"hint\"", "(" + escaped(law) + ")");
    }
    if (const std::string field = diagnostic.textOr("field", ""); !field.empty()) {
        text += htmlElement("div", "class=\"hint\"", escaped(words.text("service.page.field", {{"field", field}})));
    }
    const Value* hints = diagnostic.find("hints");
    const List* list = hints == nullptr ? nullptr : hints->list();
    for (const Value& hint : list == nullptr ? List{} : *list) {
        if (const std::string* said = hint.text()) {
            text += htmlElement("div", "class=\"hint\"", escaped(*said));
        }
    }
    return htmlElement("li", "", text);
}

// What a person has to put right stands above everything else.
std::string diagnosticSummary(const Job& job, const Messages& words) {
    std::string errors;
    std::string warnings;
    for (const Value& diagnostic : diagnosticsOf(job)) {
        (diagnostic.textOr("severity", "error") == "warning" ? warnings : errors) += diagnosticItem(diagnostic, words);
    }
    std::string text;
    if (!errors.empty()) {
        text += htmlElement("section", "class=\"error-summary\" aria-labelledby=\"errors\"",
                            htmlElement("h2", "id=\"errors\"", escaped(words.text("service.page.to_put_right"))) +
                                htmlElement("ul", "", errors));
    }
    if (!warnings.empty()) {
        text += htmlElement("section", "class=\"inset\" aria-labelledby=\"warnings\"",
                            htmlElement("h2", "id=\"warnings\"", escaped(words.text("service.page.to_know"))) +
                                htmlElement("ul", "", warnings));
    }
    return text;
}

std::string summaryRow(const std::string& label, const std::string& value) {
    return htmlElement("div", "", htmlElement("dt", "", escaped(label)) + htmlElement("dd", "", value));
}

std::string seconds(milliseconds time, const Messages& words) {
    return words.counted("service.page.seconds", std::chrono::ceil<std::chrono::seconds>(time).count());
}

}  // namespace

Answer frontPage(const Call& call, const std::vector<Job>& requests, const TypeTitle& titleOf) {
    const Messages& words = Messages::in(call.language);
    const std::string title = words.text("service.page.requests");
    std::string content = htmlElement("h1", "", escaped(title));
    if (requests.empty()) {
        content += htmlElement("p", "", escaped(words.text("service.page.no_requests")));
        return htmlPage(call, 200, title, content);
    }
    std::string heads;
    for (const char* key : {"service.page.document", "service.page.case", "service.page.asked", "service.page.state",
                            "service.page.files"}) {
        heads += htmlElement("th", "scope=\"col\"", escaped(words.text(key)));
    }
    std::string rows;
    for (const Job& job : requests) {
        rows += requestRow(job, call, titleOf(job.type));
    }
    content += htmlElement(
        "div", "class=\"scroll\" role=\"region\" tabindex=\"0\" aria-labelledby=\"newest\"",
        htmlElement("table", "",
                    htmlElement("caption", "id=\"newest\"", escaped(words.text("service.page.newest_first"))) +
                        htmlElement("thead", "", htmlElement("tr", "", heads)) + htmlElement("tbody", "", rows)));
    content += htmlElement("p", "", htmlLink(call.path, words.text("service.page.look_again")));
    return htmlPage(call, 200, title, content);
}

Answer requestPage(const Call& call, const Job& job, const TypeTitle& titleOf) {
    const Messages& words = Messages::in(call.language);
    const std::string title = titleOf(job.type) + ", " + job.caseReference;
    std::string content = htmlElement("p", "", htmlLink("/", words.text("service.page.back")));
    content += diagnosticSummary(job, words);
    content += htmlElement("h1", "", escaped(title));
    std::string rows = summaryRow(words.text("service.page.state"), tag(job.state, words));
    if (job.state == JobState::Running) {
        rows += summaryRow(words.text("service.page.progress"), progressElement(job, words));
    }
    if (const std::string note = noteInWords(job, call.language); !note.empty()) {
        rows += summaryRow(words.text("service.page.note"), escaped(note));
    }
    rows += summaryRow(words.text("service.page.asked"), timeElement(job.submittedAt, call));
    rows += summaryRow(words.text("service.page.waited"), escaped(seconds(job.waiting(call.now), words)));
    rows += summaryRow(words.text("service.page.worked"), escaped(seconds(job.working(call.now), words)));
    if (const std::string artefacts = artefactList(job, words); !artefacts.empty()) {
        rows += summaryRow(words.text("service.page.files"), artefacts);
    }
    rows += summaryRow(words.text("service.page.reference"), "<code>" + escaped(job.id) + "</code>");
    content += htmlElement("dl", "class=\"summary\"", rows);
    if (job.state == JobState::NeedsAttention && allows(call.principal.role, Action::Submit)) {
        content += htmlElement("p", "",
                               "<a class=\"button\" href=\"/requests/" + escaped(job.id) + "/answer\">" +
                                   escaped(words.text("service.answer.open")) + "</a>");
    }
    if (!isFinal(job.state)) {
        content += htmlElement("p", "", htmlLink(call.path, words.text("service.page.look_again")));
    }
    return htmlPage(call, 200, title, content);
}

Answer refusalPage(const Call& call, int status, std::string_view code) {
    const Messages& words = Messages::in(call.language);
    const std::string title = words.text("service.problem." + std::string(code));
    return htmlPage(call, status, title,
                    htmlElement("h1", "", escaped(title)) +
                        htmlElement("p", "", escaped(words.text("service.cure." + std::string(code)))) +
                        htmlElement("p", "class=\"hint\"",
                                    escaped(words.text("service.page.correlation", {{"id", call.correlation}}))));
}

}  // namespace engross
