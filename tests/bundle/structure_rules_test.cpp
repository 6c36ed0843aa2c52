// A bundle with foreign pages, each time with one thing changed in its structure tree: the gate names the page.
#include "bundle/read_back.h"
#include "bundle/sample_bundle.h"
#include "pdf/raw_pdf.h"
#include "store/test_folder.h"

#include <gtest/gtest.h>
#include <algorithm>
#include <functional>
#include <iterator>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFWriter.hh>

namespace engross {
namespace {

constexpr const char* lost = "bundle.check.structure-lost";
constexpr const char* misnamed = "bundle.check.structure-misnamed";
constexpr const char* a4 = "/MediaBox [0 0 595 842]";

/// Two foreign documents, of a picture, words and a picture, and of a picture; what is left is of ours.
class ForeignBundle {
public:
    ForeignBundle() {
        RawPdf mixed;
        mixed.addPage(a4, "0 0 90 90 re f");
        mixed.addTextPage("words");
        mixed.addPage(a4, "0 0 60 60 re f");
        RawPdf single;
        single.addPage(a4, "0 0 30 30 re f");
        const std::string first = mixed.writeTo(folder_.path("mixed.pdf"));
        const std::string second = single.writeTo(folder_.path("single.pdf"));
        const PageSources sources = sampleSources(plan_, [&](std::size_t section, std::size_t item) {
            return section != 0 || item > 1 ? sampleDocument(plan_.sections.at(section).items.at(item).title, 2)
                   : item == 0              ? filePages(first, 3)
                                            : filePages(second, 1);
        });
        numbering_ = settle(plan_, sources).numbering;
        verdict = assemble(plan_, *numbering_, sources, *makeLinker(Typesetter::standard()), folder_.path(),
                           folder_.path("EN-2026-0142 bundle A.pdf"), sampleProfile())
                      .verdict;
    }

    /// The physical page, from 1, of a page of a document of the first section.
    [[nodiscard]] std::size_t page(std::size_t document, std::size_t page) const {
        std::size_t seen = 0;
        for (const NumberedPart& part : numbering_->parts()) {
            if (part.kind == PartKind::Document && seen++ == document) {
                return part.first + page;
            }
        }
        throw std::logic_error("no such document");
    }

    /// What the gate says of a copy after somebody changed it, without the findings of a sound one.
    [[nodiscard]] std::vector<Finding> after(const std::function<void(QPDF&)>& sabotage) const {
        const std::string copy = folder_.path("EN-2026-0142 sabotaged.pdf");
        QPDF pdf;
        pdf.processFile(folder_.path("EN-2026-0142 bundle A.pdf").c_str());
        sabotage(pdf);
        QPDFWriter writer(pdf, copy.c_str());
        writer.setObjectStreamMode(qpdf_o_generate);
        writer.write();
        return readBack(copy, plan_, *numbering_, sampleProfile()).findings;
    }

    Verdict verdict;

private:
    TestFolder folder_;
    BundlePlan plan_ = samplePlan();
    std::optional<Numbering> numbering_;
};

const ForeignBundle& sound() {
    static const ForeignBundle bundle;
    return bundle;
}

QPDFObjectHandle pageOf(QPDF& pdf, std::size_t page) {
    return pdf.getAllPages().at(page - 1);
}

QPDFObjectHandle treeOf(QPDF& pdf) {
    return pdf.getRoot().getKey("/StructTreeRoot");
}

/// The elements that the parent tree has for a page.
QPDFObjectHandle elementsOf(QPDF& pdf, std::size_t page) {
    const long long wanted = pageOf(pdf, page).getKey("/StructParents").getIntValue();
    QPDFObjectHandle leaves = treeOf(pdf).getKey("/ParentTree").getKey("/Kids");
    for (auto& leaf : leaves.getArrayAsVector()) {
        QPDFObjectHandle numbers = leaf.getKey("/Nums");
        for (int i = 0; i + 1 < numbers.getArrayNItems(); i += 2) {
            if (numbers.getArrayItem(i).getIntValue() == wanted) {
                return numbers.getArrayItem(i + 1);
            }
        }
    }
    throw std::logic_error("the page has no elements");
}

QPDFObjectHandle elementOf(QPDF& pdf, std::size_t page) {
    return elementsOf(pdf, page).getArrayItem(0);
}

void takeOutOfItsPart(QPDFObjectHandle element) {
    QPDFObjectHandle kids = element.getKey("/P").getKey("/K");
    for (int i = 0; i < kids.getArrayNItems(); ++i) {
        if (kids.getArrayItem(i).getObjGen() == element.getObjGen()) {
            kids.eraseItem(i);
            return;
        }
    }
}

QPDFObjectHandle words(const std::string& text) {
    return QPDFObjectHandle::newUnicodeString(text);
}

struct Planted {
    const char* what;
    const char* key;
    std::vector<std::size_t> pages;
    std::function<void(QPDF&)> sabotage;
};

std::vector<Planted> lostPlaces() {
    const std::size_t picture = sound().page(0, 0);
    const std::size_t text = sound().page(0, 1);
    const std::size_t other = sound().page(0, 2);
    const std::size_t single = sound().page(1, 0);
    return {
        {"a figure that no element leads to",
         lost,
         {picture},
         [=](QPDF& pdf) { takeOutOfItsPart(elementOf(pdf, picture)); }},
        {"a paragraph that no element leads to",
         lost,
         {text},
         [=](QPDF& pdf) { takeOutOfItsPart(elementOf(pdf, text)); }},
        {"a page that the parent tree forgot",
         lost,
         {picture},
         [=](QPDF& pdf) { elementsOf(pdf, picture).setArrayItem(0, QPDFObjectHandle::newNull()); }},
        {"a page without its key", lost, {single}, [=](QPDF& pdf) { pageOf(pdf, single).removeKey("/StructParents"); }},
        {"a page with another's key",
         lost,
         {picture},
         [=](QPDF& pdf) {
             pageOf(pdf, picture).replaceKey("/StructParents", pageOf(pdf, other).getKey("/StructParents"));
         }},
        {"two elements that changed pages",
         lost,
         {picture, other},
         [=](QPDF& pdf) {
             QPDFObjectHandle one = elementOf(pdf, picture);
             QPDFObjectHandle two = elementOf(pdf, other);
             QPDFObjectHandle page = one.getKey("/Pg");
             one.replaceKey("/Pg", two.getKey("/Pg"));
             two.replaceKey("/Pg", page);
         }},
    };
}

std::vector<Planted> lostElements() {
    const std::size_t picture = sound().page(0, 0);
    const std::size_t text = sound().page(0, 1);
    const std::size_t other = sound().page(0, 2);
    const std::size_t single = sound().page(1, 0);
    const std::size_t ours = sound().page(2, 0);
    return {
        {"an element on no page", lost, {single}, [=](QPDF& pdf) { elementOf(pdf, single).removeKey("/Pg"); }},
        {"an element of another mark",
         lost,
         {picture},
         [=](QPDF& pdf) { elementOf(pdf, picture).replaceKey("/K", QPDFObjectHandle::newInteger(3)); }},
        {"a mark that two elements have",
         lost,
         {other},
         [=](QPDF& pdf) {
             QPDFObjectHandle again = pdf.makeIndirectObject(elementOf(pdf, other).shallowCopy());
             elementOf(pdf, other).getKey("/P").getKey("/K").appendItem(again);
         }},
        {"a page of ours whose element is gone",
         lost,
         {ours},
         [=](QPDF& pdf) { takeOutOfItsPart(elementOf(pdf, ours)); }},
        {"a page whose mark is gone with its element",
         lost,
         {single},
         [=](QPDF& pdf) {
             takeOutOfItsPart(elementOf(pdf, single));
             QPDFObjectHandle page = pageOf(pdf, single);
             page.removeKey("/StructParents");
             page.getKey("/Contents").setArrayItem(0, QPDFObjectHandle::newStream(&pdf, "q\n"));
         }},
        {"no structure at all",
         lost,
         {picture, text, other, single},
         [](QPDF& pdf) { pdf.getRoot().removeKey("/StructTreeRoot"); }},
    };
}

std::vector<Planted> wrongWords() {
    const std::size_t picture = sound().page(0, 0);
    const std::size_t text = sound().page(0, 1);
    const std::size_t other = sound().page(0, 2);
    const std::size_t single = sound().page(1, 0);
    return {
        {"a figure without words", misnamed, {picture}, [=](QPDF& pdf) { elementOf(pdf, picture).removeKey("/Alt"); }},
        {"a figure with the number of another page",
         misnamed,
         {picture},
         [=](QPDF& pdf) { elementOf(pdf, picture).replaceKey("/Alt", elementOf(pdf, other).getKey("/Alt")); }},
        {"a figure with the title of another document",
         misnamed,
         {single},
         [=](QPDF& pdf) { elementOf(pdf, single).replaceKey("/Alt", words("Another document, 9")); }},
        {"a document with another's title",
         misnamed,
         {picture, text, other},
         [=](QPDF& pdf) { elementOf(pdf, picture).getKey("/P").replaceKey("/T", words("Another document")); }},
        {"a picture that is read out as words",
         misnamed,
         {single},
         [=](QPDF& pdf) { elementOf(pdf, single).replaceKey("/S", QPDFObjectHandle::newName("/P")); }},
        {"an element that moved to another document",
         misnamed,
         {single},
         [=](QPDF& pdf) {
             QPDFObjectHandle element = elementOf(pdf, single);
             takeOutOfItsPart(element);
             elementOf(pdf, picture).getKey("/P").getKey("/K").appendItem(element);
         }},
    };
}

TEST(StructureRules, FindNothingInASoundBundle) {
    for (const Finding& finding : sound().verdict.findings) {
        EXPECT_NE(finding.rule, "0-complete") << finding.message;
    }
    for (const Finding& finding : sound().after([](QPDF&) {})) {
        EXPECT_NE(finding.rule, "0-complete") << finding.message;
    }
}

TEST(StructureRules, NameThePageOfEveryPlantedDefect) {
    std::vector<Planted> defects = lostPlaces();
    std::ranges::move(lostElements(), std::back_inserter(defects));
    std::ranges::move(wrongWords(), std::back_inserter(defects));
    for (const Planted& defect : defects) {
        SCOPED_TRACE(defect.what);
        const std::vector<Finding> findings = sound().after(defect.sabotage);
        const std::string sentence = Messages::in(Language::English).text(defect.key);
        const auto found = std::ranges::find(findings, sentence, &Finding::message);
        if (found == findings.end()) {
            ADD_FAILURE() << "is not found";
            continue;
        }
        EXPECT_EQ(found->rule, "0-complete");
        EXPECT_EQ(found->severity, Severity::Error);
        for (const std::size_t page : defect.pages) {
            EXPECT_NE(std::ranges::find(found->pages, page), found->pages.end()) << page;
        }
        if (std::string(defect.what) != "no structure at all") {
            EXPECT_EQ(found->pages, defect.pages);
        }
    }
}

}  // namespace
}  // namespace engross
