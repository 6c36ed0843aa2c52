#include "command/commands.h"
#include "command/produce_run.h"
#include "pdf/drawn_page.h"
#include "pdf/pdf_error.h"
#include "script/composed_text.h"
#include "script/line_changes.h"
#include "work/scratch.h"

#include <cmath>
#include <filesystem>
#include <fstream>
#include <sstream>

namespace engross {
namespace {

namespace fs = std::filesystem;

constexpr int kDots = 70;  // per inch

/// One of the two types: its example as words, and as a file.
struct Drawn {
    std::vector<std::string> lines;
    std::string pdf;
    std::vector<Diagnostic> faults;
};

Diagnostic unknown(const std::string& word, const Console& console) {
    Diagnostic fault{.code = "type-unknown", .message = console.text("types.unknown", {{"type", word}})};
    return fault;
}

Drawn draw(const Arguments& arguments, const std::string& word, const fs::path& pdf, const Console& console) {
    const fs::path file{word};
    const bool script = file.extension() == ".lua";
    const std::string id = script ? file.stem().string() : word;
    Types types = loadTypes(findHome(arguments));
    if (script) {
        types.catalogue = Catalogue::loadWith(foldersOf(findHome(arguments)), types.typesetter->fontFiles(), word);
    }
    Drawn drawn;
    const auto example = types.catalogue->example(id);
    if (!example) {
        drawn.faults = types.catalogue->faultsOf(id);
        if (drawn.faults.empty()) {
            drawn.faults.push_back(unknown(word, console));
        }
        return drawn;
    }
    const Instant now = statedTime(arguments);
    const CheckResult checked = types.catalogue->check(*example, now, console.language());
    drawn.faults = checked.diagnostics;
    const auto composition =
        checked.checked == nullptr ? std::nullopt : types.catalogue->compose(*checked.checked, {}, drawn.faults);
    if (!composition) {
        return drawn;
    }
    drawn.lines = composedLines(*composition);
    Arguments mine;
    mine.add("output", pdf.string());
    if (const auto at = arguments.value("at")) {
        mine.add("at", *at);
    }
    std::ostringstream ignored;
    Console quiet(ignored, ignored, false, console.language());
    if (produceTo(mine, *example, types, ".", quiet, true) == Exit::Done) {
        drawn.pdf = pdf.string();
    }
    return drawn;
}

List showWords(const Drawn& before, const Drawn& after, Console& console) {
    List changes;
    for (const LineChange& change : changesBetween(before.lines, after.lines)) {
        if (change.kind == LineChange::Kind::Same) {
            continue;
        }
        const bool added = change.kind == LineChange::Kind::Added;
        changes.emplace_back(Object{{added ? "added" : "removed", change.line}});
        if (!console.answersJson()) {
            console.out() << (added ? "+ " : "- ") << change.line << '\n';
        }
    }
    if (changes.empty()) {
        console.say(console.text("types.same_words"));
    }
    return changes;
}

void keepPicture(const fs::path& folder, const std::string& name, const std::optional<std::string>& png) {
    std::error_code fault;
    fs::create_directories(folder, fault);
    std::ofstream(folder / name, std::ios::binary) << png.value_or(std::string());
}

std::string percent(double share) {
    std::ostringstream text;
    text.precision(share < 0.01 ? 2 : 3);
    text << share * 100;
    return text.str();
}

/// Nothing where no renderer is installed: the words are compared all the same.
std::optional<std::vector<DrawnPage>> pagesOf(const std::string& pdf) {
    try {
        return drawPages(pdf, kDots);
    } catch (const PdfError&) {
        return std::nullopt;
    }
}

/// The share of dots that differ, from 0 to 1; 1 for pages of different sizes.
double differing(const DrawnPage& before, const DrawnPage& after) {
    if (before.width != after.width || before.height != after.height || before.dots.empty()) {
        return 1;
    }
    std::size_t count = 0;
    for (std::size_t at = 0; at < before.dots.size(); ++at) {
        count += before.dots[at] == after.dots[at] ? 0U : 1U;
    }
    return static_cast<double>(count) / static_cast<double>(before.dots.size());
}

List showPages(const Arguments& arguments, const Drawn& before, const Drawn& after, Console& console) {
    List pages;
    const auto old = pagesOf(before.pdf);
    const auto now = pagesOf(after.pdf);
    if (!old || !now) {
        console.say(console.text("types.no_renderer"));
        return pages;
    }
    if (old->size() != now->size()) {
        console.say(console.text("types.page_count",
                                 {{"old", std::to_string(old->size())}, {"new", std::to_string(now->size())}}));
    }
    for (std::size_t index = 0; index < std::max(old->size(), now->size()); ++index) {
        const double share =
            index < std::min(old->size(), now->size()) ? differing(old->at(index), now->at(index)) : 1.0;
        if (share == 0) {
            continue;
        }
        const std::string number = std::to_string(index + 1);
        pages.emplace_back(Object{{"page", static_cast<std::int64_t>(index + 1)}, {"differs", share}});
        console.say(console.text("types.other_page", {{"page", number}, {"share", percent(share)}}));
        if (const auto folder = arguments.value("output")) {
            keepPicture(*folder, "page-" + number + "-old.png", drawPng(before.pdf, kDots, index + 1));
            keepPicture(*folder, "page-" + number + "-new.png", drawPng(after.pdf, kDots, index + 1));
        }
    }
    if (pages.empty()) {
        console.say(console.text("types.same_pages"));
    }
    return pages;
}

Exit diff(const Arguments& arguments, Console& console) {
    WorkFolder scratch(fs::temp_directory_path() / "engross");
    const fs::path folder{scratch.makeFolder("diff")};
    const Drawn before = draw(arguments, arguments.operands().at(0), folder / "old.pdf", console);
    const Drawn after = draw(arguments, arguments.operands().at(1), folder / "new.pdf", console);
    for (const Drawn* drawn : {&before, &after}) {
        if (drawn->pdf.empty()) {
            return refuse(drawn->faults, console);
        }
    }
    List words = showWords(before, after, console);
    List pages = showPages(arguments, before, after, console);
    if (console.answersJson()) {
        console.answer(Object{{"wording", std::move(words)}, {"pages", std::move(pages)}});
    }
    return Exit::Done;
}

}  // namespace

Command typesDiffCommand() {
    return {
        .name = "types diff",
        .operands = "OLD NEW",
        .options = {{.name = "output", .value = "FOLDER", .letter = 'o', .ownHelp = true}, timeOption(), homeOption()},
        .run = diff};
}

}  // namespace engross
