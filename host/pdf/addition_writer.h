#pragma once
#include "pdf/joined_structure.h"
#include "pdf/label_font.h"
#include "pdf/link_writer.h"
#include "pdf/linker.h"
#include "pdf/page_writer.h"

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace engross {

/// How the content stream of notes begins: nothing else in a bundle begins like it.
constexpr std::string_view addedNotesBegin = "/Artifact <</Type /Layout /Engross /AddedNotes>> BDC q ";

/// Writes what a plan adds to the pages of its foreign sources: links over their words, notes in their margins.
class AdditionWriter {
public:
    /// All of them outlive the writer; `plan` says which characters the notes have.
    AdditionWriter(ObjectWriter& file, const PlacedPages& pages, JoinedStructure& structure, LinkWriter& links,
                   const Typesetter& typesetter, const LinkPlan& plan);

    /// What goes on a page of the source (from 0), whose digest `objects` took up last. Its notes are written; its
    /// links have their numbers, and wait for the page to have its place in the structure.
    [[nodiscard]] PageExtras begin(const LinkSource& source, const Digest& digest, std::size_t index,
                                   const DigestWriter& objects);
    /// Writes the links of that page, which stands at `place` in the file (from 0).
    void writeLinks(std::size_t place);

private:
    struct Waiting {
        ObjectNumber object = 0;
        const AddedLink* link = nullptr;
        std::string rectangle;
    };

    void writeNotes(const std::vector<const AddedNote*>& notes, const Digest& digest, const DigestPage& page,
                    const DigestWriter& objects, PageExtras& extras);
    void draw(std::string& content, const AddedNote& note, const PageGeometry& page, const std::string& fontName) const;

    ObjectWriter& file_;
    const PlacedPages& pages_;
    JoinedStructure& structure_;
    LinkWriter& links_;
    std::optional<LabelFont> font_;  // where there are notes
    ObjectNumber fontObject_ = 0;
    std::vector<Waiting> waiting_;
};

}  // namespace engross
