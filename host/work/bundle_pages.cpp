#include "bundle/release.h"
#include "layout/paginator.h"
#include "model/day.h"
#include "words/format.h"
#include "work/bundle_parts.h"
#include "work/draw.h"
#include "work/page_references.h"
#include "work/scratch.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <map>
#include <set>
#include <string_view>
#include <utility>

namespace engross {
namespace {

class DocumentPages : public PageSource {
public:
    explicit DocumentPages(const BundlePages& pages) : pages_(pages) {}
    std::size_t pageCount(const Numbering&) override {
        return pages_.pages;
    }
    std::string file(const Numbering&, const std::string&) override {
        return pages_.path;
    }
    [[nodiscard]] bool ours() const override {
        return pages_.ours;
    }
    [[nodiscard]] std::string digest() const override {
        return pages_.digest;
    }
    [[nodiscard]] PageAdditions additions() const override {
        return pages_.additions;
    }

private:
    const BundlePages& pages_;
};

/// A document of the bundle's own making, laid out again for each numbering: it prints pages of the bundle.
class DraftPages : public PageSource {
public:
    DraftPages(const Order& order, const BundlePlan& plan, std::string title, BundlePages pages,
               std::vector<Diagnostic>& faults)
        : order_(order), title_(std::move(title)), pages_(std::move(pages)), marks_(plan), faults_(faults) {}

    std::size_t pageCount(const Numbering& numbering) override {
        return paginate(printed(numbering), order_.workshop.typesetter).count();
    }
    std::string file(const Numbering& numbering, const std::string& folder) override {
        const auto drawing = draw(printed(numbering), pages_.metadata, order_.workshop.typesetter, faults_);
        std::string path =
            (std::filesystem::path(folder) / ("draft-" + Sha256::of(pages_.pointer).hex() + ".pdf")).string();
        writeFile(path, drawing ? drawing->bytes : std::string{});
        return path;
    }
    [[nodiscard]] bool ours() const override {
        return true;
    }

private:
    Composition printed(const Numbering& numbering) {
        Composition composition = *pages_.composition;
        std::set<std::string> unresolved;
        printReferences(composition, marks_, numbering, unresolved);
        for (const std::string& mark : unresolved) {
            Diagnostic fault = faultOf(mark);
            if (std::ranges::find(faults_, fault) == faults_.end()) {
                faults_.push_back(std::move(fault));
            }
        }
        return composition;
    }

    [[nodiscard]] Diagnostic faultOf(const std::string& mark) const {
        const Messages& messages = Messages::in(languageFrom(order_.request.language).value_or(Language::English));
        Diagnostic fault;
        fault.code = "bundle-reference";
        fault.where.pointer = pages_.pointer;
        fault.message = messages.text("bundle.plan.reference", {{"title", title_}, {"mark", mark}});
        fault.hints.push_back(messages.text("bundle.plan.reference.hint", {{"mark", mark}}));
        return fault;
    }

    const Order& order_;
    std::string title_;
    BundlePages pages_;
    ExhibitMarks marks_;
    std::vector<Diagnostic>& faults_;
};

std::string_view becameOf(Standing standing) {
    return standing == Standing::Replaced ? "replaced" : standing == Standing::Withdrawn ? "withdrawn" : "";
}

/// What a later release did, in one line for the cover.
std::string noteOf(const BundlePlan& plan, const Numbering& numbering) {
    std::array<std::size_t, 3> counts{};
    for (const ReleaseChange& change : changesIn(plan, plan.release)) {
        ++counts.at(static_cast<std::size_t>(change.kind));
    }
    const auto& added = numbering.targets().at("section:" + sectionLetter(plan.sections.size() - 1));
    return Messages::in(plan.language)
        .text("bundle.note", {{"release", std::to_string(plan.release)},
                              {"added", std::to_string(counts.at(0))},
                              {"replaced", std::to_string(counts.at(1))},
                              {"withdrawn", std::to_string(counts.at(2))},
                              {"page", numbering.label(added)}});
}

/// What the cover says of a bundle whose pages were numbered afresh.
std::string renumberedNote(const BundlePlan& plan, const Numbering& numbering) {
    const Renumbering& order = *plan.renumbered;
    const auto on = dayFrom(order.on);
    return Messages::in(plan.language)
        .text("bundle.renumbered-note", {{"release", std::to_string(order.release)},
                                         {"by", order.orderedBy},
                                         {"on", on ? longDate(*on, plan.language) : order.on},
                                         {"before", std::to_string(order.before)},
                                         {"page", numbering.label(numbering.targets().at("concordance"))}});
}

void tellOfRenumbering(BundleView& view, const BundlePlan& plan, const Numbering& numbering) {
    const Renumbering& order = *plan.renumbered;
    const auto on = dayFrom(order.on);
    view.orderedBy = order.orderedBy;
    view.orderedOn = on ? longDate(*on, plan.language) : order.on;
    view.orderReason = order.reason;
    view.renumberedIn = order.release;
    view.numberedBefore = order.before;
    for (ConcordanceRow& row : concordanceOf(plan, numbering)) {
        view.concordance.push_back({.title = std::move(row.title),
                                    .was = std::move(row.was),
                                    .is = std::move(row.is),
                                    .target = std::move(row.target)});
    }
    view.notes.push_back(renumberedNote(plan, numbering));
}

void tellOfVolume(BundleView& view, const Numbering& numbering, std::size_t volume) {
    view.volume = volume + 1;
    view.volumes = numbering.volumes();
    for (const NumberedPart& part : numbering.parts()) {
        if (part.volume == volume && part.pages > 0) {
            view.volumeFirst = view.volumeFirst.empty() ? numbering.label(part.first) : view.volumeFirst;
            view.volumeLast = numbering.label(part.first + part.pages - 1);
        }
    }
}

BundleView viewOf(const BundlePlan& plan, const Numbering& numbering, const NumberedPart& part) {
    BundleView view;
    view.common = part.kind == PartKind::CommonIndex;
    tellOfVolume(view, numbering, part.volume);
    for (BundleRow& row : rowsOf(plan, numbering)) {
        const bool listed = view.common ? standsInIndex(row, plan.laterRows)
                                        : row.volume == part.volume &&
                                              standsInIndex(row, plan.laterRows, volumeBegan(plan, row.volume));
        if (listed) {
            view.indexRows.push_back(view.rows.size());
        }
        view.rows.push_back({.number = std::move(row.number),
                             .title = std::move(row.title),
                             .date = std::move(row.date),
                             .page = std::move(row.page),
                             .target = std::move(row.target),
                             .section = row.section,
                             .sectionLetter = std::move(row.sectionLetter),
                             .addedIn = row.addedIn,
                             .became = std::string(becameOf(row.standing)),
                             .changedIn = row.changedIn,
                             .inserted = row.inserted,
                             .volume = row.volume + 1});
    }
    view.pages = numbering.pages();
    view.letter = plan.letter;
    view.release = plan.release;
    view.identity = shortIdentity(identityOf(plan));
    if (plan.renumbered) {
        tellOfRenumbering(view, plan, numbering);
    }
    if (plan.release > 1 && !plan.sections.empty() && plan.sections.back().addedIn == plan.release) {
        view.notes.push_back(noteOf(plan, numbering));
    }
    return view;
}

/// A made page of a bundle: which, and for a sheet why it stands there.
struct MadePage {
    Part::Kind kind = Part::Kind::Cover;
    NumberedPart part{};
    std::size_t row = 0;
    std::string reason{};
    Value facts{Object{}};
    std::optional<PlanPlace> gone{};  // the sheets of a document that was replaced or withdrawn
    std::size_t pages = 1;            // of such sheets
};

class ComposedPages : public PageSource {
public:
    ComposedPages(const Order& order, const BundlePlan& plan, MadePage page, std::vector<Diagnostic>& faults)
        : order_(order), plan_(plan), page_(std::move(page)), faults_(faults) {}

    std::size_t pageCount(const Numbering& numbering) override {
        const auto composition = compose(numbering);
        return composition ? paginate(*composition, order_.workshop.typesetter).count() : 1;
    }

    std::string file(const Numbering& numbering, const std::string& folder) override {
        const auto composition = compose(numbering);
        const auto drawing =
            composition ? draw(*composition, metadata(), order_.workshop.typesetter, faults_) : std::nullopt;
        std::string path = (std::filesystem::path(folder) /
                            ("made-" + std::to_string(static_cast<int>(page_.part.kind)) + "-" +
                             std::to_string(page_.part.volume) + "-" + std::to_string(page_.row) + ".pdf"))
                               .string();
        writeFile(path, drawing ? drawing->bytes : std::string{});
        return path;
    }

    [[nodiscard]] bool ours() const override {
        return true;
    }

private:
    std::optional<Composition> compose(const Numbering& numbering) {
        const BundleView view = viewOf(plan_, numbering, page_.part);
        Part part;
        part.kind = page_.kind;
        part.bundle = &view;
        part.row = page_.row;
        part.reason = page_.reason;
        part.facts = page_.facts;
        if (page_.gone) {
            tellWhatBecame(part, numbering);
        }
        return order_.workshop.catalogue->compose(order_.checked, part, faults_);
    }

    void tellWhatBecame(Part& part, const Numbering& numbering) const {
        const PlannedItem& item = plan_.sections.at(page_.gone->section).items.at(page_.gone->item);
        const Messages& messages = Messages::in(plan_.language);
        const std::string release = std::to_string(item.changedIn);
        Object facts{{"sha256", item.hash.hex()}, {"pages", static_cast<std::int64_t>(page_.pages)}};
        if (item.date) {
            facts.set("date", longDate(*item.date, plan_.language));
        }
        if (item.replacement) {
            part.reason = messages.text(
                "bundle.sheet.replaced",
                {{"release", release}, {"page", numbering.label(firstPageOf(numbering, *item.replacement))}});
        } else {
            part.reason = messages.text("bundle.sheet.withdrawn", {{"release", release}});
        }
        part.facts = std::move(facts);
    }

    [[nodiscard]] PdfMetadata metadata() const {
        return metadataOf(order_.type, order_.closure, identityOf(plan_), order_.now);
    }

    const Order& order_;
    const BundlePlan& plan_;
    MadePage page_;
    std::vector<Diagnostic>& faults_;
};

}  // namespace

std::unique_ptr<PageSource> composedPages(const Order& order, const BundlePlan& plan, const NumberedPart& part,
                                          std::size_t row, std::vector<Diagnostic>& faults) {
    static const std::map<PartKind, Part::Kind> kinds{{PartKind::Cover, Part::Kind::Cover},
                                                      {PartKind::CommonIndex, Part::Kind::Index},
                                                      {PartKind::Index, Part::Kind::Index},
                                                      {PartKind::Concordance, Part::Kind::Concordance},
                                                      {PartKind::Divider, Part::Kind::Divider}};
    return std::make_unique<ComposedPages>(order, plan, MadePage{.kind = kinds.at(part.kind), .part = part, .row = row},
                                           faults);
}

std::unique_ptr<PageSource> standInPages(const Order& order, const BundlePlan& plan, std::size_t row,
                                         const BundlePages& document, std::vector<Diagnostic>& faults) {
    return std::make_unique<ComposedPages>(
        order, plan, MadePage{.kind = Part::Kind::Sheet, .row = row, .reason = document.sheet, .facts = document.facts},
        faults);
}

std::unique_ptr<PageSource> gonePages(const Order& order, const BundlePlan& plan, PlanPlace place, std::size_t row,
                                      std::size_t pages, std::vector<Diagnostic>& faults) {
    return std::make_unique<ComposedPages>(
        order, plan, MadePage{.kind = Part::Kind::Sheet, .row = row, .gone = place, .pages = pages}, faults);
}

std::unique_ptr<PageSource> draftPages(const Order& order, const BundlePlan& plan, std::string title,
                                       const BundlePages& pages, std::vector<Diagnostic>& faults) {
    return std::make_unique<DraftPages>(order, plan, std::move(title), pages, faults);
}

std::unique_ptr<PageSource> documentPages(const BundlePages& pages) {
    return std::make_unique<DocumentPages>(pages);
}

}  // namespace engross
