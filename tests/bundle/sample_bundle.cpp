#include "bundle/sample_bundle.h"

#include "layout/paginator.h"
#include "pdf/pdf_canvas.h"

#include <filesystem>
#include <fstream>
#include <stdexcept>

namespace engross {

namespace {

class DrawnPages : public PageSource {
public:
    DrawnPages(std::string name, std::function<Composition(const Numbering&)> compose)
        : name_(std::move(name)), compose_(std::move(compose)) {}

    std::size_t pageCount(const Numbering& numbering) override {
        return paginate(compose_(numbering), Typesetter::standard()).count();
    }

    std::string file(const Numbering& numbering, const std::string& folder) override {
        const Composition composition = compose_(numbering);
        PdfMetadata metadata;
        metadata.title = composition.title;
        metadata.language = composition.language;
        PdfCanvas canvas(metadata);
        paginate(composition, Typesetter::standard()).draw(canvas);
        const std::string path = folder + "/" + name_ + ".pdf";
        std::ofstream(path, std::ios::binary) << canvas.finish();
        return path;
    }

    bool ours() const override {
        return true;
    }

private:
    std::string name_;
    std::function<Composition(const Numbering&)> compose_;
};

Composition blank(const std::string& title) {
    Composition page;
    page.title = title;
    page.style.first = {.top = mm(25), .bottom = mm(25), .left = mm(25), .right = mm(25)};
    page.style.later = page.style.first;
    return page;
}

Block heading(const std::string& text) {
    Heading heading;
    heading.text = {{.text = text}};
    return {.content = heading};
}

Block paragraph(const std::string& text) {
    Paragraph paragraph;
    paragraph.text = {{.text = text}};
    return {.content = paragraph};
}

}  // namespace

std::unique_ptr<PageSource> drawnPages(std::string name, std::function<Composition(const Numbering&)> compose) {
    return std::make_unique<DrawnPages>(std::move(name), std::move(compose));
}

std::unique_ptr<PageSource> sampleCover(const BundlePlan& plan) {
    return drawnPages("cover", [&plan](const Numbering& numbering) {
        Composition page = blank(plan.title);
        page.body = {heading(plan.title), paragraph(std::to_string(numbering.pages()) + " pages"),
                     paragraph("Release " + std::to_string(plan.release) + ", " + shortIdentity(identityOf(plan)))};
        return page;
    });
}

std::unique_ptr<PageSource> sampleIndex(const BundlePlan& plan) {
    return drawnPages("index", [&plan](const Numbering& numbering) {
        Composition page = blank("Index");
        TableBlock table;
        table.columns = {{.heading = {{.text = "No"}}, .align = Align::Left, .weight = 1},
                         {.heading = {{.text = "Document"}}, .align = Align::Left, .weight = 8},
                         {.heading = {{.text = "Date"}}, .align = Align::Left, .weight = 3},
                         {.heading = {{.text = "Page"}}, .align = Align::Right, .weight = 1}};
        for (const auto& row : rowsOf(plan, numbering)) {
            if (row.section) {
                table.bandRows.push_back(table.rows.size());
                table.rows.push_back({Inline{{.text = row.sectionLetter + ". " + row.title}}});
            } else {
                table.rows.push_back({Inline{{.text = row.number}}, Inline{{.text = row.title}},
                                      Inline{{.text = row.date}}, Inline{{.text = row.page}}});
            }
            table.rowLinks.push_back(row.target);
        }
        page.body = {heading("Index"), {.content = table}};
        return page;
    });
}

std::unique_ptr<PageSource> sampleDivider(const BundlePlan& plan, std::size_t section) {
    return drawnPages("divider-" + sectionLetter(section), [&plan, section](const Numbering& /*numbering*/) {
        Composition page = blank(plan.sections.at(section).title);
        page.body = {heading(sectionLetter(section) + ". " + plan.sections.at(section).title)};
        return page;
    });
}

PageSources sampleSources(const BundlePlan& plan,
                          const std::function<std::unique_ptr<PageSource>(std::size_t, std::size_t)>& document) {
    PageSources sources;
    sources.push_back(sampleCover(plan));
    sources.push_back(sampleIndex(plan));
    for (std::size_t s = 0; s < plan.sections.size(); ++s) {
        if (plan.dividers) {
            sources.push_back(sampleDivider(plan, s));
        }
        for (std::size_t i = 0; i < plan.sections[s].items.size(); ++i) {
            sources.push_back(document(s, i));
        }
    }
    return sources;
}

BundlePlan samplePlan() {
    using namespace std::chrono;
    const auto item = [](const char* title, Day day) {
        PlannedItem planned;
        planned.title = title;
        planned.date = day;
        planned.hash = Sha256::of(title);
        return planned;
    };
    BundlePlan plan;
    plan.title = "Hearing bundle: Mr B. Sample and Example Council";
    plan.author = "Example Council";
    plan.sections.push_back(
        {"Notice and appeal",
         {item("Improvement notice", 2026y / March / 2d), item("Certificate of service", 2026y / March / 4d),
          item("Notice of appeal to the tribunal", 2026y / March / 20d)},
         {}});
    plan.sections.push_back({"Evidence",
                             {item("Gas safety record", 2026y / February / 2d),
                              item("Photographs of the kitchen ceiling", 2026y / February / 9d)},
                             {}});
    plan.sections.at(1).items.at(0).mark = "AB/1";
    plan.sections.at(1).items.at(1).mark = "AB/2";
    return plan;
}

std::vector<ProfileText> profileTexts() {
    std::vector<ProfileText> texts;
    for (const auto& entry :
         std::filesystem::directory_iterator(std::string(ENGROSS_SOURCE_DIR) + "/plugins/bundle/profiles")) {
        std::ifstream file(entry.path(), std::ios::binary);
        texts.push_back({entry.path().stem().string(),
                         entry.path().filename().string(),
                         {std::istreambuf_iterator<char>(file), {}}});
    }
    return texts;
}

BundleProfile sampleProfile(const std::string& name) {
    const ProfileSet set = readProfiles(profileTexts());
    const BundleProfile* found = set.find(name);
    if (found == nullptr) {
        throw std::logic_error("no profile is called " + name);
    }
    return *found;
}

std::unique_ptr<PageSource> sampleDocument(const std::string& title, std::size_t pages) {
    return drawnPages("document-" + Sha256::of(title).hex().substr(0, 8), [title, pages](const Numbering& /*n*/) {
        Composition composition = blank(title);
        composition.body = {heading(title)};
        for (std::size_t i = 1; i <= pages; ++i) {
            composition.body.push_back(paragraph("Page " + std::to_string(i) + " of " + title));
            if (i < pages) {
                composition.body.push_back({.content = PageBreak{}});
            }
        }
        return composition;
    });
}

}  // namespace engross
