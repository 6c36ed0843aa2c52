#include "work/signed_references.h"

#include "model/document_kind.h"
#include "pdf/page_drawing.h"
#include "words/messages.h"
#include "work/margin_notes.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <set>
#include <string_view>
#include <utility>

namespace engross {
namespace {

constexpr int dotsPerInch = 72;
constexpr std::size_t fewWords = 40;
constexpr double mostOfThePage = 0.45;
constexpr double sayAgain = 15;  // millimetres below a note the same page is told again
constexpr std::array<std::string_view, 2> searchedKinds{"witness statement", "statement of case"};

std::size_t lettersOf(std::string_view text) {
    return static_cast<std::size_t>(
        std::ranges::count_if(text, [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U; }));
}

/// References that stand on one line, whose pages share a note.
struct NotedLine {
    SheetArea area;
    std::vector<PageNumber> pages;
};

/// One document on its way into the bundle.
class StatementLinks {
public:
    StatementLinks(const BundlePlan& plan, const Numbering& numbering, const ExhibitMarks& marks,
                   const SearchedPages& document)
        : plan_(plan),
          numbering_(numbering),
          marks_(marks),
          document_(document),
          cited_(plan, numbering, {document.part.section, document.part.item}) {
        found_.title = plan.sections.at(document.part.section).items.at(document.part.item).title;
        found_.first = document.part.first;
    }

    SearchedDocument run(bool withNotes) {
        const auto words = wordsOfFile(document_.pages->path, document_.pages->pages);
        for (std::size_t page = 1; page <= document_.pages->pages; ++page) {
            if (page > words.size() || words[page - 1].empty()) {
                found_.withoutText.push_back(page);
                continue;
            }
            if (words[page - 1].size() < fewWords && isPicture(page)) {
                found_.withoutText.push_back(page);  // a scan, with the line that a fax or a signing service adds
            }
            std::vector<FoundReference> here =
                referencesOn(page, words[page - 1], marks_, numbering_, cited_,
                             document_.asked->references.value_or(false) ? WhichBundle::This : WhichBundle::Unsure);
            std::erase_if(here, [this](const FoundReference& one) { return isOfItself(one); });
            for (const FoundReference& reference : here) {
                addLinks(reference);
            }
            if (withNotes) {
                addNotes(page, words[page - 1], here);
            }
            std::ranges::move(here, std::back_inserter(found_.references));
        }
        document_.pages->additions = std::move(additions_);
        return std::move(found_);
    }

private:
    [[nodiscard]] bool isOfItself(const FoundReference& reference) const {
        const auto page = pageOfTarget(numbering_, reference.target);
        return page && *page >= document_.part.first && *page < document_.part.first + document_.part.pages;
    }

    /// Whether pictures take most of the page.
    bool isPicture(std::size_t page) {
        if (!drawings_) {
            try {
                drawings_ = drawingsOf(document_.pages->path, found_.title);
            } catch (const PdfError&) {
                drawings_.emplace();  // the linker reads it in another way, or says what is wrong with it
            }
        }
        return page <= drawings_->size() && drawings_->at(page - 1).pictureShare() >= mostOfThePage;
    }

    void addLinks(const FoundReference& reference) {
        const auto page = pageOfTarget(numbering_, reference.target);
        if (!page) {
            return;
        }
        for (const SheetArea& area : reference.areas) {
            additions_.links.push_back(
                {.page = reference.page,
                 .area = area,
                 .target = reference.target,
                 .says = Messages::in(plan_.language)
                             .text(reference.was.empty() ? "bundle.reference.says" : "bundle.reference.says_now",
                                   {{"words", reference.words}, {"page", numbering_.label(*page)}})});
        }
    }

    void addNotes(std::size_t page, const std::vector<PlacedWord>& words, const std::vector<FoundReference>& here) {
        std::vector<NotedLine> lines;
        for (const FoundReference& reference : here) {
            if (const auto to = pageOfTarget(numbering_, reference.target); to && !reference.areas.empty()) {
                note(lines, reference.areas.front(), *to);
            }
        }
        if (lines.empty()) {
            return;
        }
        const auto drawn = drawPages(document_.pages->path, dotsPerInch, {page, page});
        if (!drawn || drawn->size() != 1) {
            found_.withoutRoom.push_back(page);
            return;
        }
        MarginRoom room(drawn->front(), words);
        bool all = true;
        std::size_t placed = 0;
        for (const NotedLine& line : lines) {
            const std::string text = textOf(line);
            const auto area = room.beside(line.area, lettersOf(text));
            all = all && area;
            if (area) {
                additions_.notes.push_back({.page = page, .area = *area, .text = text, .boxed = true});
                ++placed;
            }
        }
        if (!all) {
            found_.withoutRoom.push_back(page);
        }
        found_.notes += placed;
        if (placed > 0) {
            explain(page, room);
        }
    }

    static void note(std::vector<NotedLine>& lines, const SheetArea& area, PageNumber to) {
        const bool said = std::ranges::any_of(lines, [&](const NotedLine& one) {
            return std::abs(one.area.top - area.top) < sayAgain && std::ranges::find(one.pages, to) != one.pages.end();
        });
        if (said) {
            return;
        }
        const double middle = (area.top + area.bottom) / 2;
        const auto line = std::ranges::find_if(
            lines, [middle](const NotedLine& one) { return middle > one.area.top && middle < one.area.bottom; });
        if (line == lines.end()) {
            lines.push_back({area, {to}});
        } else {
            line->pages.push_back(to);
        }
    }

    [[nodiscard]] std::string textOf(const NotedLine& line) const {
        std::string text;
        for (const PageNumber page : line.pages) {
            text += (text.empty() ? "[" : ", ") + numbering_.label(page);
        }
        return text + "]";
    }

    /// Says on the page what the notes are, and that they were not there when it was signed.
    void explain(std::size_t page, MarginRoom& room) {
        const std::string text = Messages::in(plan_.language).text("bundle.reference.added");
        if (const auto area = room.atFoot(lettersOf(text))) {
            additions_.notes.push_back({.page = page, .area = *area, .text = text, .boxed = false});
        }
    }

    const BundlePlan& plan_;
    const Numbering& numbering_;
    const ExhibitMarks& marks_;
    const SearchedPages& document_;
    CitedPages cited_;
    PageAdditions additions_;
    SearchedDocument found_;
    std::optional<std::vector<PageDrawing>> drawings_;  // read where a page has few words
};

}  // namespace

bool looksForReferences(const BundleItem& item) {
    return !item.make && item.sheet.empty() &&
           item.references.value_or(std::ranges::any_of(
               searchedKinds, [&item](std::string_view kind) { return isOfKind(item.kind, kind); }));
}

std::vector<SearchedDocument> linkReferences(const Order& order, const BundlePlan& plan, const Numbering& numbering,
                                             const std::vector<SearchedPages>& documents) {
    const ExhibitMarks marks(plan);
    std::vector<SearchedDocument> found;
    for (const SearchedPages& document : documents) {
        const bool notes = document.asked->marginReferences.value_or(order.request.marginReferences);
        found.push_back(StatementLinks(plan, numbering, marks, document).run(notes));
    }
    return found;
}

}  // namespace engross
