#include "service/pages.h"

#include "service/request_view.h"
#include "words/format.h"
#include "words/zone.h"

#include <algorithm>
#include <cmath>

namespace engross {
namespace {

using std::chrono::milliseconds;

std::string element(std::string_view tag, std::string_view attributes, std::string_view content) {
    std::string text = "<";
    text += tag;
    text += attributes.empty() ? "" : " ";
    text += attributes;
    text += ">";
    text += content;
    text += "</";
    text += tag;
    text += ">\n";
    return text;
}

std::string link(const std::string& target, std::string_view text) {
    return "<a href=\"" + escaped(target) + "\">" + escaped(text) + "</a>";
}

Answer page(const Call& call, int status, const std::string& title, const std::string& content) {
    const Messages& words = Messages::in(call.language);
    const std::string name = words.text("service.page.name");
    std::string text = "<!DOCTYPE html>\n<html lang=\"" + std::string(tagOf(call.language)) + "\">\n<head>\n";
    text += "<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n";
    text += element("title", "", escaped(title) + " – " + escaped(name));
    text += "<link rel=\"stylesheet\" href=\"/static/engross.css\">\n</head>\n<body>\n";
    text += element("a", "class=\"skip\" href=\"#main\"", escaped(words.text("service.page.skip")));
    text += element("header", "",
                    element("div", "class=\"width\"", element("a", "class=\"brand\" href=\"/\"", escaped(name))));
    text += element("main", "id=\"main\" class=\"width\"", content);
    text += element("footer", "", element("div", "class=\"width\"", escaped(words.text("service.page.footer"))));
    text += "</body>\n</html>\n";
    return html(status, std::move(text)).with("Content-Language", std::string(tagOf(call.language)));
}

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
        items += element("li", "",
                         link(artefact.href, artefact.name) + " (" +
                             escaped(words.counted("service.page.pages", artefact.pages)) + ")");
    }
    return items.empty() ? std::string() : element("ul", "class=\"plain\"", items);
}

std::string requestRow(const Job& job, const Call& call, const std::string& title) {
    const Messages& words = Messages::in(call.language);
    const std::string state = job.state == JobState::Running ? tag(job.state, words) + " " + progressElement(job, words)
                                                             : tag(job.state, words);
    return element("tr", "",
                   element("th", "scope=\"row\"", link("/requests/" + job.id, title)) +
                       element("td", "", escaped(job.caseReference)) +
                       element("td", "", timeElement(job.submittedAt, call)) + element("td", "", state) +
                       element("td", "", artefactList(job, words)));
}

std::string diagnosticItem(const Value& diagnostic, const Messages& words) {
    std::string text = escaped(diagnostic.textOr("message", ""));
    if (const std::string law = diagnostic.textOr("law", ""); !law.empty()) {
        text += " " + element("span", "class=\"hint\"", "(" + escaped(law) + ")");
    }
    if (const std::string field = diagnostic.textOr("field", ""); !field.empty()) {
        text += element("div", "class=\"hint\"", escaped(words.text("service.page.field", {{"field", field}})));
    }
    const Value* hints = diagnostic.find("hints");
    const List* list = hints == nullptr ? nullptr : hints->list();
    for (const Value& hint : list == nullptr ? List{} : *list) {
        if (const std::string* said = hint.text()) {
            text += element("div", "class=\"hint\"", escaped(*said));
        }
    }
    return element("li", "", text);
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
        text += element("section", "class=\"error-summary\" aria-labelledby=\"errors\"",
                        element("h2", "id=\"errors\"", escaped(words.text("service.page.to_put_right"))) +
                            element("ul", "", errors));
    }
    if (!warnings.empty()) {
        text += element("section", "class=\"inset\" aria-labelledby=\"warnings\"",
                        element("h2", "id=\"warnings\"", escaped(words.text("service.page.to_know"))) +
                            element("ul", "", warnings));
    }
    return text;
}

std::string summaryRow(const std::string& label, const std::string& value) {
    return element("div", "", element("dt", "", escaped(label)) + element("dd", "", value));
}

std::string seconds(milliseconds time, const Messages& words) {
    return words.counted("service.page.seconds", std::chrono::ceil<std::chrono::seconds>(time).count());
}

}  // namespace

std::string escaped(std::string_view text) {
    std::string safe;
    for (const char letter : text) {
        switch (letter) {
            case '&':
                safe += "&amp;";
                break;
            case '<':
                safe += "&lt;";
                break;
            case '>':
                safe += "&gt;";
                break;
            case '"':
                safe += "&quot;";
                break;
            case '\'':
                safe += "&#39;";
                break;
            default:
                safe += letter;
        }
    }
    return safe;
}

Answer frontPage(const Call& call, const std::vector<Job>& requests, const TypeTitle& titleOf) {
    const Messages& words = Messages::in(call.language);
    const std::string title = words.text("service.page.requests");
    std::string content = element("h1", "", escaped(title));
    if (requests.empty()) {
        content += element("p", "", escaped(words.text("service.page.no_requests")));
        return page(call, 200, title, content);
    }
    std::string heads;
    for (const char* key : {"service.page.document", "service.page.case", "service.page.asked", "service.page.state",
                            "service.page.files"}) {
        heads += element("th", "scope=\"col\"", escaped(words.text(key)));
    }
    std::string rows;
    for (const Job& job : requests) {
        rows += requestRow(job, call, titleOf(job.type));
    }
    content += element("div", "class=\"scroll\" role=\"region\" tabindex=\"0\" aria-labelledby=\"newest\"",
                       element("table", "",
                               element("caption", "id=\"newest\"", escaped(words.text("service.page.newest_first"))) +
                                   element("thead", "", element("tr", "", heads)) + element("tbody", "", rows)));
    content += element("p", "", link(call.path, words.text("service.page.look_again")));
    return page(call, 200, title, content);
}

Answer requestPage(const Call& call, const Job& job, const TypeTitle& titleOf) {
    const Messages& words = Messages::in(call.language);
    const std::string title = titleOf(job.type) + ", " + job.caseReference;
    std::string content = element("p", "", link("/", words.text("service.page.back")));
    content += diagnosticSummary(job, words);
    content += element("h1", "", escaped(title));
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
    content += element("dl", "class=\"summary\"", rows);
    if (!isFinal(job.state)) {
        content += element("p", "", link(call.path, words.text("service.page.look_again")));
    }
    return page(call, 200, title, content);
}

Answer refusalPage(const Call& call, int status, std::string_view code) {
    const Messages& words = Messages::in(call.language);
    const std::string title = words.text("service.problem." + std::string(code));
    return page(call, status, title,
                element("h1", "", escaped(title)) +
                    element("p", "", escaped(words.text("service.cure." + std::string(code)))) +
                    element("p", "class=\"hint\"",
                            escaped(words.text("service.page.correlation", {{"id", call.correlation}}))));
}

}  // namespace engross
