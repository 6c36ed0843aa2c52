#pragma once
#include "layout/block.h"
#include "script/case_values.h"
#include "script/page_images.h"
#include "script/template_data.h"
#include "script/type_texts.h"

#include <array>
#include <set>
#include <string>
#include <vector>

namespace engross {

/// Collects what a family's compose puts on the page. Knows blocks, not Lua.
class PageBuilder {
public:
    /// What the builder reads from; all of it outlives the builder.
    struct Sources {
        const DocumentType& type;
        const CaseValues& values;
        std::array<const TypeTexts*, 2> texts;  // by language; nullptr where the type does not speak it
        PageImages* images = nullptr;
    };
    PageBuilder(const Sources& sources, Language language);

    [[nodiscard]] Composition& composition() noexcept;
    [[nodiscard]] Language language() const noexcept;
    /// From now on texts are those of the other language. False where the type has none in it.
    [[nodiscard]] bool speak(Language language) noexcept;

    /// A paragraph before a list or a table introduces it, and stays with its first rows.
    void add(Block block);
    /// A heading whose level never skips: it is at most one deeper than the last.
    void heading(Heading heading);
    /// The level that a heading has without being told: 1 for the first, else 2.
    [[nodiscard]] int nextLevel() const noexcept;
    [[nodiscard]] int lastLevel() const noexcept;
    void setLastLevel(int level) noexcept;

    /// Adds the picture behind an exhibit's mark with the words of `figure`; `hashLabel`, where it is not empty, is put
    /// before the first digits of the file's SHA-256. A frame with its caption stands in for a file that is not there.
    void picture(const std::string& mark, Figure figure, const Inline& hashLabel);

    /// Everything added until `close` goes into the box, the frame, or stays on one page.
    void openGroup();
    [[nodiscard]] Blocks closeGroup();

    /// Draws a Markdown part of the type; `numbered` turns its paragraphs into numbered ones and its ordered lists into
    /// the next level. Faults are kept.
    void markdown(std::size_t part, bool numbered);
    /// The part's text without blocks, for a subject line or a cell: its paragraphs joined by line breaks.
    [[nodiscard]] Inline inlineText(std::size_t part);
    /// Draws a clause that the family says itself. False where it did not say so in its declaration.
    [[nodiscard]] bool clause(const std::string& name);

    /// Clauses that were drawn, through texts or by name.
    [[nodiscard]] const std::set<std::string>& said() const noexcept;
    [[nodiscard]] const std::vector<Diagnostic>& faults() const noexcept;

private:
    void render(const Template& text, bool numbered);
    void addNumbered(Block block);
    void addNumbered(Paragraph paragraph, int level);
    void addNumbered(ListBlock list, int level);
    void addFlowing(Block block);

    [[nodiscard]] const TypeTexts& texts() const;
    [[nodiscard]] Block pictureBlock(const std::string& mark, Figure figure, const Inline& hashLabel);
    [[nodiscard]] CaseTemplateData data();

    Sources sources_;
    Language language_;
    Composition composition_;
    std::vector<Blocks> groups_;
    std::set<std::string> said_;
    std::vector<Diagnostic> faults_;
    int lastLevel_ = 0;
};

}  // namespace engross
