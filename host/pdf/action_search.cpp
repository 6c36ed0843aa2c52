#include "pdf/action_search.h"

#include "pdf/active_entries.h"
#include "pdf/reader_lexer.h"

#include <array>
#include <set>

namespace engross {

namespace {

constexpr std::size_t mostObjects = 64;

class ActionSearch {
public:
    explicit ActionSearch(const ReaderObjects& file) : file_(file) {}

    std::vector<std::string_view> run(std::string_view text) {
        waiting_.push_back(text);
        for (std::size_t i = 0; i < waiting_.size() && i < mostObjects; ++i) {
            look(waiting_[i]);
        }
        return std::move(kinds_);
    }

private:
    void look(std::string_view text) {
        PdfLexer lexer(text);
        std::array<PdfToken, 2> before{};
        for (PdfToken token = lexer.next(); token.kind != PdfTokenKind::End; token = lexer.next()) {
            if (token.kind == PdfTokenKind::Name && before[1].kind == PdfTokenKind::Name &&
                nameFrom(before[1].text) == "/S") {
                note(kindOfActionNamed(nameFrom(token.text)));
            } else if (token.text == "R" && before[0].kind == PdfTokenKind::Integer &&
                       before[1].kind == PdfTokenKind::Integer) {
                follow(before[0].text, before[1].text);
            }
            before = {before[1], token};
        }
    }

    void note(std::string_view kind) {
        if (!kind.empty()) {
            kinds_.push_back(kind);
        }
    }

    void follow(std::string_view object, std::string_view version) {
        const auto number = naturalFrom(object).value_or(0xFFFFFFFF);
        const auto generation = naturalFrom(version).value_or(0xFFFFFFFF);
        if (number >= 0xFFFFFFFF || generation >= 0xFFFFFFFF || waiting_.size() >= mostObjects ||
            !seen_.insert(number).second) {
            return;
        }
        if (const auto extent =
                file_.extent(static_cast<std::uint32_t>(number), static_cast<std::uint32_t>(generation))) {
            waiting_.push_back(extent->text);
        }
    }

    const ReaderObjects& file_;
    std::vector<std::string_view> waiting_;
    std::set<std::uint64_t> seen_;
    std::vector<std::string_view> kinds_;
};

}  // namespace

std::vector<std::string_view> actionsIn(const ReaderObjects& file, std::string_view text) {
    return ActionSearch(file).run(text);
}

}  // namespace engross
