#include "bundle/release.h"
#include "layout/paginator.h"
#include "work/bundle_parts.h"
#include "work/draw.h"
#include "work/scratch.h"

#include <array>
#include <filesystem>
#include <string_view>
#include <utility>

namespace engross {
namespace {

class DocumentPages : public PageSource {
public:
    explicit DocumentPages(BundlePages pages) : pages_(std::move(pages)) {}
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

private:
    BundlePages pages_;
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

BundleView viewOf(const BundlePlan& plan, const Numbering& numbering) {
    BundleView view;
    for (const BundleRow& row : rowsOf(plan, numbering)) {
        if (standsInIndex(row, plan.laterRows)) {
            view.indexRows.push_back(view.rows.size());
        }
        view.rows.push_back({.number = row.number,
                             .title = row.title,
                             .date = row.date,
                             .page = row.page,
                             .target = row.target,
                             .section = row.section,
                             .sectionLetter = row.sectionLetter,
                             .addedIn = row.addedIn,
                             .became = std::string(becameOf(row.standing)),
                             .changedIn = row.changedIn});
    }
    view.pages = numbering.pages();
    view.release = plan.release;
    view.identity = shortIdentity(identityOf(plan));
    if (plan.release > 1 && !plan.sections.empty() && plan.sections.back().addedIn == plan.release) {
        view.notes.push_back(noteOf(plan, numbering));
    }
    return view;
}

/// A made page of a bundle: which, and for a sheet why it stands there.
struct MadePage {
    Part::Kind kind = Part::Kind::Cover;
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
        const std::string path =
            (std::filesystem::path(folder) /
             ("made-" + std::to_string(static_cast<int>(page_.kind)) + "-" + std::to_string(page_.row) + ".pdf"))
                .string();
        writeFile(path, drawing ? drawing->bytes : std::string{});
        return path;
    }

    [[nodiscard]] bool ours() const override {
        return true;
    }

private:
    std::optional<Composition> compose(const Numbering& numbering) {
        const BundleView view = viewOf(plan_, numbering);
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

std::unique_ptr<PageSource> composedPages(const Order& order, const BundlePlan& plan, Part::Kind kind, std::size_t row,
                                          std::vector<Diagnostic>& faults) {
    return std::make_unique<ComposedPages>(order, plan, MadePage{.kind = kind, .row = row}, faults);
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

std::unique_ptr<PageSource> documentPages(const BundlePages& pages) {
    return std::make_unique<DocumentPages>(pages);
}

}  // namespace engross
