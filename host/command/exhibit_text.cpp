#include "command/exhibit_text.h"

#include "bundle/page_numbers.h"
#include "command/shown_text.h"
#include "evidence/exhibit.h"

#include <algorithm>
#include <vector>

namespace engross {
namespace {

constexpr std::size_t labelWidth = 18;

std::size_t countIn(const Value& facts, std::string_view name) {
    const Value* found = facts.find(name);
    const std::int64_t* count = found == nullptr ? nullptr : found->integer();
    return count == nullptr || *count < 0 ? 0 : static_cast<std::size_t>(*count);
}

bool truthIn(const Value& facts, std::string_view name) {
    const Value* found = facts.find(name);
    const bool* truth = found == nullptr ? nullptr : found->boolean();
    return truth != nullptr && *truth;
}

const List& listIn(const Value& facts, std::string_view name) {
    static const List none;
    const Value* found = facts.find(name);
    const List* list = found == nullptr ? nullptr : found->list();
    return list == nullptr ? none : *list;
}

/// "312,402"
std::string thousands(std::size_t number) {
    std::string digits = std::to_string(number);
    for (std::size_t at = digits.size(); at > 3;) {
        at -= 3;
        digits.insert(at, ",");
    }
    return digits;
}

std::vector<std::size_t> pagesIn(const Value& facts, std::string_view name) {
    std::vector<std::size_t> pages;
    for (const Value& page : listIn(facts, name)) {
        if (page.integer() != nullptr && *page.integer() > 0) {
            pages.push_back(static_cast<std::size_t>(*page.integer()));
        }
    }
    return pages;
}

class ExhibitText {
public:
    ExhibitText(const Value& inspection, Console& console)
        : inspection_(inspection), facts_(*inspection.find("facts")), console_(console) {}

    void tell(const std::string& file) {
        console_.out() << shownText(file) << '\n';
        if (inspection_.textOr("inspection", "") == "refused") {
            tellRefused();
        } else {
            tellWhat();
            tellPages();
            tellText();
            tellInside();
            tellFiles(listIn(facts_, "files"));
            tellMail();
            tellLeftBehind();
            tellWay();
            tellSuggestion();
        }
        console_.out() << '\n';
    }

private:
    /// A fact: its name in the first column, what it says beside it.
    void line(std::string_view key, const std::string& text) {
        const std::string label = key.empty() ? "" : console_.text("exhibit." + std::string(key));
        console_.out() << "  " << label << std::string(labelWidth - std::min(labelWidth - 1, lettersIn(label)), ' ')
                       << shownText(text) << '\n';
    }

    [[nodiscard]] std::string said(std::string_view key, Messages::Values values = {}) const {
        return console_.text("exhibit." + std::string(key), values);
    }

    void tellRefused() {
        const List& diagnostics = listIn(facts_, "diagnostics");
        line("refused", diagnostics.empty() ? "" : diagnostics.front().textOr("message", ""));
        line("sha256", inspection_.textOr("sha256", ""));
    }

    void tellWhat() {
        const std::string kind = said("kind." + facts_.textOr("kind", ""));
        const std::string pages = console_.counted("exhibit.pages", countIn(facts_, "pages"));
        const std::string bytes = thousands(countIn(facts_, "bytes"));
        line("what", said("what_says", {{"kind", kind}, {"pages", pages}, {"bytes", bytes}}));
        line("sha256", facts_.textOr("sha256", ""));
    }

    void tellPages() {
        std::string_view key = "sizes";
        for (const Value& size : listIn(facts_, "sizes")) {
            std::vector<std::size_t> pages;
            for (const Value& run : *size.find("pages")->list()) {
                for (auto page = *run.list()->at(0).integer(); page <= *run.list()->at(1).integer(); ++page) {
                    pages.push_back(static_cast<std::size_t>(page));
                }
            }
            const std::string width = thousands(countIn(size, "width_mm"));
            const std::string height = thousands(countIn(size, "height_mm"));
            std::string name = size.textOr("name", "");
            if (name.empty()) {
                name = said("size", {{"width", width}, {"height", height}});
            } else if (truthIn(size, "across")) {
                name += ' ';
                name += said("across");
            }
            line(key, said("size_on", {{"size", name}, {"pages", spokenPages(pages, {})}}));
            key = {};
        }
        if (const auto turned = pagesIn(facts_, "turned_pages"); !turned.empty()) {
            line("turned", said("turned_says", {{"pages", spokenPages(turned, {})}}));
        }
        if (countIn(facts_, "width_pixels") > 0) {
            const std::string width = thousands(countIn(facts_, "width_pixels"));
            const std::string height = thousands(countIn(facts_, "height_pixels"));
            line("pixels", said("pixels_say", {{"width", width}, {"height", height}}) +
                               (truthIn(facts_, "turned") ? "; " + said("picture_turned") : ""));
        }
    }

    void tellText() {
        if (facts_.find("text_pages") == nullptr) {
            return;
        }
        const std::size_t all = countIn(facts_, "pages");
        const std::size_t some = countIn(facts_, "text_pages");
        const auto without = pagesIn(facts_, "pages_without_text");
        const std::string of = thousands(all);
        line("text", some == all ? said("text_all")
                     : some == 0 ? said("text_no_page")
                                 : said("text_some", {{"n", thousands(some)}, {"pages", of}}));
        if (!without.empty()) {
            line("", said("text_none", {{"pages", spokenPages(without, {})}}));
        }
        if (const auto damaged = pagesIn(facts_, "damaged_pages"); !damaged.empty()) {
            line("damaged", said("damaged_says", {{"pages", spokenPages(damaged, {})}}));
        }
    }

    void tellInside() {
        const auto number = [this](std::string_view name) { return thousands(countIn(facts_, name)); };
        if (countIn(facts_, "fields") > 0) {
            line("form", console_.counted("exhibit.fields", countIn(facts_, "fields")) +
                             (truthIn(facts_, "xfa") ? "; " + said("xfa") : ""));
        }
        if (countIn(facts_, "signatures") > 0) {
            line("signatures", number("signatures"));
        }
        if (countIn(facts_, "layers") > 0) {
            line("layers", said("layers_say", {{"n", number("layers")}, {"hidden", number("hidden_layers")}}));
        }
        if (truthIn(facts_, "restricted")) {
            tellLock();
        }
        if (countIn(facts_, "repairs") > 0) {
            line("repairs", number("repairs"));
        }
        if (truthIn(facts_, "tagged")) {
            line("tagged", said("tagged_says"));
        }
    }

    void tellLock() {
        const Value* lock = facts_.find("lock");
        if (lock == nullptr) {
            return;
        }
        std::string forbidden;
        for (const Value& what : listIn(*lock, "forbids")) {
            forbidden += (forbidden.empty() ? "" : ", ") + said("forbids." + *what.text());
        }
        line("lock", said("cipher." + lock->textOr("cipher", "none")) +
                         (forbidden.empty() ? "" : "; " + said("forbids", {{"what", forbidden}})));
    }

    void tellFiles(const List& files) {
        std::string_view key = "files";
        for (std::size_t i = 0; i < files.size(); ++i) {
            const Value& file = files[i];
            std::string name = file.textOr("name", "");
            name = std::to_string(i + 1) + "  " + (name.empty() ? console_.text("evidence.mail.unnamed") : name);
            const bool whole = file.find("sha256") != nullptr;
            line(key, name + (whole ? ", " + said("bytes", {{"n", thousands(countIn(file, "bytes"))}})
                              : truthIn(file, "elsewhere") ? ", " + console_.text("evidence.mail.elsewhere")
                                                           : ", " + said("file_lost")));
            if (whole) {
                line("", "   " + file.textOr("sha256", ""));
            }
            key = {};
        }
        if (!files.empty()) {
            line("", said("files_hint"));
        }
    }

    void tellMail() {
        const Value* mail = facts_.find("mail");
        if (mail == nullptr) {
            return;
        }
        for (const char* field : {"from", "to", "date", "subject"}) {
            if (const std::string says = mail->textOr(field, ""); !says.empty()) {
                line("mail." + std::string(field), says);
            }
        }
        tellFiles(listIn(*mail, "attachments"));
    }

    void tellLeftBehind() {
        std::string_view key = "left_behind";
        const Value* left = facts_.find("left_behind");
        if (left == nullptr || left->object() == nullptr) {
            return;
        }
        for (const auto& [kind, count] : *left->object()) {
            line(key,
                 describe(LinkLoss{.source = "", .kind = kind, .count = countIn(*left, kind)}, console_.language()));
            key = {};
        }
    }

    void tellWay() {
        if (facts_.textOr("kind", "") != "pdf") {
            return;
        }
        const std::string detour = facts_.textOr("detour", "");
        line("way", detour.empty() ? said("way_fast") : said("way_slow", {{"why", said("way." + detour)}}));
    }

    void tellSuggestion() {
        const Value* suggested = facts_.find("suggested");
        if (suggested == nullptr) {
            return;
        }
        const std::string title = suggested->textOr("title", "");
        const std::string date = suggested->textOr("date", "");
        line("suggested", title + (title.empty() || date.empty() ? "" : ", ") + date);
    }

    const Value& inspection_;
    const Value& facts_;
    Console& console_;
};

void tellRow(const std::string& what, std::size_t count, Console& console) {
    const std::string number = thousands(count);
    console.out() << std::string(number.size() < 10 ? 10 - number.size() : 0, ' ') << number << "  " << what << '\n';
}

}  // namespace

void tellExhibit(const std::string& file, const Value& inspection, Console& console) {
    ExhibitText(inspection, console).tell(file);
}

void ExhibitSummary::add(const Value& inspection) {
    ++files;
    const Value& facts = *inspection.find("facts");
    bytes += countIn(inspection, "size");
    if (inspection.textOr("inspection", "") == "refused") {
        ++refusals[listIn(facts, "diagnostics").at(0).textOr("code", "")];
        return;
    }
    pages += countIn(facts, "pages");
    ++kinds[facts.textOr("kind", "")];
    if (facts.textOr("kind", "") != "pdf") {
        return;
    }
    const std::string detour = facts.textOr("detour", "");
    ++(detour.empty() ? fast : detours[detour]);
}

Value toValue(const ExhibitSummary& summary) {
    const auto number = [](std::size_t count) { return Value(static_cast<std::int64_t>(count)); };
    const auto object = [&number](const std::map<std::string, std::size_t>& counts) {
        Object value;
        for (const auto& [name, count] : counts) {
            value.set(name, number(count));
        }
        return value;
    };
    return Object{{"files", number(summary.files)},     {"pages", number(summary.pages)},
                  {"bytes", number(summary.bytes)},     {"kinds", object(summary.kinds)},
                  {"fast", number(summary.fast)},       {"detours", object(summary.detours)},
                  {"refused", object(summary.refusals)}};
}

void tellSummary(const ExhibitSummary& summary, Console& console) {
    tellRow(console.text("exhibit.sum.files"), summary.files, console);
    tellRow(console.text("exhibit.sum.pages"), summary.pages, console);
    for (const auto& [kind, count] : summary.kinds) {
        tellRow(console.text("exhibit.kind." + kind), count, console);
    }
    if (summary.fast > 0) {
        tellRow(console.text("exhibit.sum.fast"), summary.fast, console);
    }
    for (const auto& [reason, count] : summary.detours) {
        tellRow(console.text("exhibit.way_slow", {{"why", console.text("exhibit.way." + reason)}}), count, console);
    }
    for (const auto& [code, count] : summary.refusals) {
        tellRow(console.text("exhibit.sum.refused", {{"code", code}}), count, console);
    }
}

}  // namespace engross
