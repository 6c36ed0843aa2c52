#include "model/made_request.h"
#include "words/messages.h"
#include "work/bundle_parts.h"
#include "work/draw.h"
#include "work/profiles.h"

#include <algorithm>
#include <utility>

namespace engross {
namespace {

std::optional<ResolvedExhibit> resolve(const Order& order, const BundleItem& item) {
    const auto marked = order.shelf.byMark.find(item.exhibit);
    if (!item.exhibit.empty() && marked != order.shelf.byMark.end()) {
        return marked->second;
    }
    return order.workshop.exhibits ? order.workshop.exhibits(item.exhibit.empty() ? item.file : item.exhibit)
                                   : std::nullopt;
}

Diagnostic missing(const BundleEntry& entry, Language reader) {
    const BundleItem& item = *entry.asked;
    Diagnostic diagnostic;
    diagnostic.code = "exhibit-missing";
    diagnostic.where.pointer = pointerTo(entry.pointer, item.exhibit.empty() ? "file" : "exhibit");
    diagnostic.message =
        Messages::in(reader).text("work.exhibit_missing", {{"mark", item.exhibit.empty() ? item.file : item.exhibit}});
    diagnostic.hints.push_back(Messages::in(reader).text("work.exhibit_missing.hint"));
    return diagnostic;
}

bool sortsByDate(const TypeSummary& type, const std::string& title) {
    return std::any_of(type.sections.begin(), type.sections.end(),
                       [&](const SectionRule& rule) { return rule.title == title && rule.byDate; });
}

void addBelow(const std::string& pointer, const std::vector<Diagnostic>& from, std::vector<Diagnostic>& to) {
    for (Diagnostic diagnostic : from) {
        if (diagnostic.where.file.empty()) {
            diagnostic.where.pointer = pointer + diagnostic.where.pointer;
        }
        to.push_back(std::move(diagnostic));
    }
}

}  // namespace

BundleEntries entriesOf(const Order& order, Language reader) {
    BundleEntries entries;
    for (std::size_t section = 0; section < order.request.sections.size(); ++section) {
        const BundleSection& asked = order.request.sections.at(section);
        std::vector<BundleEntry> row;
        for (std::size_t item = 0; item < asked.items.size(); ++item) {
            BundleEntry entry;
            entry.section = section;
            entry.item = item;
            entry.asked = &asked.items.at(item);
            entry.pointer = pointerTo(pointerTo(pointerTo("/sections", section), "items"), item);
            if (!entry.asked->make) {
                entry.exhibit = resolve(order, *entry.asked);
                if (!entry.exhibit && !order.workshop.standIns) {
                    entries.missing.push_back(missing(entry, reader));
                }
            }
            row.push_back(std::move(entry));
        }
        if (sortsByDate(order.type, asked.title)) {
            // ISO dates sort as text; undated documents keep their place at the end.
            std::stable_sort(row.begin(), row.end(), [](const BundleEntry& left, const BundleEntry& right) {
                return !left.asked->date.empty() && (right.asked->date.empty() || left.asked->date < right.asked->date);
            });
        }
        entries.sections.push_back(std::move(row));
    }
    return entries;
}

std::optional<BundlePages> makeItem(const Order& order, const BundleEntry& entry, std::vector<Diagnostic>& faults) {
    const Catalogue& catalogue = *order.workshop.catalogue;
    const Request request = madeRequest(order.request, *entry.asked->make);
    const CheckResult check = catalogue.check(request, order.now);
    std::vector<Diagnostic> found = check.diagnostics;
    const TypeSummary* type = catalogue.chosen(request, order.now);
    const auto closure = catalogue.closure(request, order.now);
    std::optional<BundlePages> pages;
    if (check.checked != nullptr && type != nullptr && closure) {
        const Sha256 identity = identityOf(*closure, request, order.shelf);
        auto composition = catalogue.compose(*check.checked, Part{}, found);
        const PdfMetadata metadata = metadataOf(*type, *closure, identity, order.now);
        const auto drawing =
            composition ? draw(*composition, metadata, order.workshop.typesetter, found) : std::nullopt;
        if (drawing) {
            const Verdict verdict = checkDrawn(drawing->bytes);
            if (verdict.passed()) {
                pages = {.pages = drawing->pages,
                         .ours = true,
                         .hash = identity,
                         .composition = std::make_shared<const Composition>(std::move(*composition)),
                         .metadata = metadata,
                         .pointer = entry.pointer};
            } else {
                found = refusalsOf(verdict);
            }
        }
    }
    addBelow(pointerTo(entry.pointer, "make"), found, faults);
    return pages;
}

}  // namespace engross
