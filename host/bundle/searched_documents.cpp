#include "bundle/searched_documents.h"

#include <map>
#include <utility>

namespace engross {

Value referencesValue(const std::vector<SearchedDocument>& documents, const Numbering& numbering) {
    List all;
    for (const SearchedDocument& document : documents) {
        const auto label = [&](std::size_t page) { return numbering.label(document.first + page - 1); };
        const auto labels = [&](const std::vector<std::size_t>& pages) {
            List list;
            for (const std::size_t page : pages) {
                list.emplace_back(label(page));
            }
            return list;
        };
        List linked;
        List lost;
        for (const FoundReference& reference : document.references) {
            Object entry{{"page", label(reference.page)}, {"words", reference.words}};
            if (const auto page = pageOfTarget(numbering, reference.target)) {
                entry.set("to", numbering.label(*page));
                if (!reference.was.empty()) {
                    entry.set("was", reference.was);
                }
                linked.emplace_back(std::move(entry));
            } else {
                if (reference.unsure) {
                    entry.set("why", "renumbered");
                }
                lost.emplace_back(std::move(entry));
            }
        }
        Object value{{"title", document.title},
                     {"page", label(1)},
                     {"linked", std::move(linked)},
                     {"not_found", std::move(lost)},
                     {"not_searched", labels(document.withoutText)}};
        if (document.notes > 0 || !document.withoutRoom.empty()) {
            value.set("margin_notes", static_cast<std::int64_t>(document.notes));
            value.set("without_room", labels(document.withoutRoom));
        }
        all.emplace_back(std::move(value));
    }
    return all;
}

std::vector<LaidLink> laidLinks(const std::vector<SearchedDocument>& documents, const Numbering& numbering) {
    std::vector<LaidLink> laid;
    for (const SearchedDocument& document : documents) {
        for (const FoundReference& reference : document.references) {
            const auto goal = pageOfTarget(numbering, reference.target);
            laid.push_back({numbering.label(document.first + reference.page - 1),
                            goal ? reference.target : std::string(), goal ? numbering.label(*goal) : std::string(),
                            reference.words});
        }
    }
    return laid;
}

Verdict checkReferences(const std::vector<SearchedDocument>& documents, const BundleProfile& profile,
                        Language language) {
    Verdict verdict;
    verdict.profile = profile.name;
    Findings findings(verdict, profile, language);
    if (documents.empty() || !findings.begin("42-references")) {
        return verdict;
    }
    std::map<std::pair<bool, std::string>, PageList> lost;  // by whether nobody can know which page is meant
    PageList unsearched;
    for (const SearchedDocument& document : documents) {
        for (const FoundReference& reference : document.references) {
            const std::size_t page = document.first + reference.page - 1;
            auto& pages = lost[{reference.unsure, reference.words}];
            if (reference.target.empty() && (pages.empty() || pages.back() != page)) {
                pages.push_back(page);
            }
        }
        for (const std::size_t page : document.withoutText) {
            unsearched.push_back(document.first + page - 1);
        }
    }
    for (auto& [reference, pages] : lost) {
        if (!pages.empty()) {
            findings.breach(reference.first ? "reference-renumbered" : "reference-unresolved", std::move(pages),
                            {{"words", reference.second}});
        }
    }
    if (!unsearched.empty()) {
        findings.doubt("reference-unsearched", std::move(unsearched));
    }
    findings.waive();
    return verdict;
}

}  // namespace engross
