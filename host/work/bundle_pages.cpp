#include "layout/paginator.h"
#include "work/bundle_parts.h"
#include "work/draw.h"
#include "work/scratch.h"

#include <filesystem>
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

private:
    BundlePages pages_;
};

BundleView viewOf(const BundlePlan& plan, const Numbering& numbering) {
    BundleView view;
    for (const BundleRow& row : rowsOf(plan, numbering)) {
        view.rows.push_back({.number = row.number,
                             .title = row.title,
                             .date = row.date,
                             .page = row.page,
                             .target = row.target,
                             .section = row.section,
                             .sectionLetter = row.sectionLetter});
    }
    view.pages = numbering.pages();
    view.release = plan.release;
    view.identity = shortIdentity(identityOf(plan));
    return view;
}

class ComposedPages : public PageSource {
public:
    ComposedPages(const Order& order, const BundlePlan& plan, Part::Kind kind, std::size_t row, std::string reason,
                  std::vector<Diagnostic>& faults)
        : order_(order), plan_(plan), kind_(kind), row_(row), reason_(std::move(reason)), faults_(faults) {}

    std::size_t pageCount(const Numbering& numbering) override {
        const auto composition = compose(numbering);
        return composition ? paginate(*composition, order_.workshop.typesetter).count() : 1;
    }

    std::string file(const Numbering& numbering, const std::string& folder) override {
        const auto composition = compose(numbering);
        const auto drawing =
            composition ? draw(*composition, metadata(), order_.workshop.typesetter, faults_) : std::nullopt;
        const std::string path = (std::filesystem::path(folder) / ("made-" + std::to_string(static_cast<int>(kind_)) +
                                                                   "-" + std::to_string(row_) + ".pdf"))
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
        part.kind = kind_;
        part.bundle = &view;
        part.row = row_;
        part.reason = reason_;
        part.facts = Object{};
        return order_.workshop.catalogue->compose(order_.checked, part, faults_);
    }

    [[nodiscard]] PdfMetadata metadata() const {
        return metadataOf(order_.type, order_.closure, identityOf(plan_), order_.now);
    }

    const Order& order_;
    const BundlePlan& plan_;
    Part::Kind kind_;
    std::size_t row_;
    std::string reason_;
    std::vector<Diagnostic>& faults_;
};

}  // namespace

std::unique_ptr<PageSource> composedPages(const Order& order, const BundlePlan& plan, Part::Kind kind, std::size_t row,
                                          std::vector<Diagnostic>& faults) {
    return std::make_unique<ComposedPages>(order, plan, kind, row, std::string{}, faults);
}

std::unique_ptr<PageSource> standInPages(const Order& order, const BundlePlan& plan, std::size_t row,
                                         const std::string& reason, std::vector<Diagnostic>& faults) {
    return std::make_unique<ComposedPages>(order, plan, Part::Kind::Sheet, row, reason, faults);
}

std::unique_ptr<PageSource> documentPages(const BundlePages& pages) {
    return std::make_unique<DocumentPages>(pages);
}

}  // namespace engross
