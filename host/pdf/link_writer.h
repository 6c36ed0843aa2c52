#pragma once
#include "pdf/digest_writer.h"
#include "pdf/joined_structure.h"

#include <map>
#include <set>
#include <string>
#include <vector>

namespace engross {

/// Writes link annotations. Those that lead to a target of the plan wait until all pages have their places.
class LinkWriter {
public:
    /// `targets` and `elsewhere` (LinkPlan) outlive the writer.
    LinkWriter(ObjectWriter& file, const PlacedPages& pages, const std::map<std::string, PageNumber>& targets,
               const std::map<std::string, std::string>& elsewhere);

    /// Writes the links of the digest that `objects` took up last; its pages stand, placed, from `firstPage` on.
    void write(const Digest& digest, const DigestWriter& objects, std::size_t firstPage, JoinedStructure& structure);
    /// Writes a link to a target of the plan; `text` is its dictionary but for the place, without ">>".
    void lead(ObjectNumber object, std::string text, const std::string& target);
    /// Writes the links that waited. Throws PdfError ("pdf-target-unknown") naming all targets that the plan lacks.
    void finish();

private:
    struct Waiting {
        ObjectNumber object = 0;
        std::string text;
        PageNumber page = 1;
    };

    ObjectWriter& file_;
    const PlacedPages& pages_;
    const std::map<std::string, PageNumber>& targets_;
    const std::map<std::string, std::string>& elsewhere_;
    std::vector<Waiting> waiting_;
    std::set<std::string> unknown_;
};

}  // namespace engross
