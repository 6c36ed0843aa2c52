#include "bundle/sample_bundle.h"
#include "evidence/exhibit.h"
#include "evidence/sample_pictures.h"
#include "store/test_folder.h"

#include <gtest/gtest.h>
#include <fstream>
#include <qpdf/QPDF.hh>

namespace engross {
namespace {

/// Every alternative text of a structure tree, in the order of reading.
void gatherAlternatives(QPDFObjectHandle element, std::vector<std::string>& texts) {
    if (!element.isDictionary()) {
        return;
    }
    if (element.getKey("/Alt").isString()) {
        texts.push_back(element.getKey("/Alt").getUTF8Value());
    }
    QPDFObjectHandle kids = element.getKey("/K");
    for (int i = 0; kids.isArray() && i < kids.getArrayNItems(); ++i) {
        gatherAlternatives(kids.getArrayItem(i), texts);
    }
    gatherAlternatives(kids, texts);
}

TEST(PictureInABundle, IsStillReadAloudByItsTitle) {
    TestFolder folder;
    const std::string picture = folder.path("ceiling.png");
    std::ofstream(picture, std::ios::binary) << samplePng(60, 40, PngLook::Colour);
    PictureSheet sheet;
    sheet.title = "Kitchen ceiling, 2 February 2026";
    sheet.metadata.title = sheet.title;
    sheet.metadata.language = "en-GB";
    const Prepared prepared =
        prepare({picture, "ceiling.png", ""}, sheet, Typesetter::standard(), folder.path("page.pdf"));

    BundlePlan plan;
    plan.title = "Hearing bundle";
    PlannedItem item;
    item.title = sheet.title;
    plan.sections.push_back({"Photographs", {item}, {}});
    const PageSources sources = sampleSources(plan, [&folder, &prepared](std::size_t, std::size_t) {
        return filePages(folder.path("page.pdf"), prepared.pages, prepared.ours);
    });
    const Settled settled = settle(plan, sources);
    const std::string output = folder.path("bundle.pdf");
    (void)assemble(plan, *settled.numbering, sources, *makeLinker(Typesetter::standard()), folder.path(), output,
                   sampleProfile());

    QPDF pdf;
    pdf.processFile(output.c_str());
    std::vector<std::string> texts;
    gatherAlternatives(pdf.getRoot().getKey("/StructTreeRoot"), texts);
    EXPECT_EQ(texts, (std::vector<std::string>{"Picture: Kitchen ceiling, 2 February 2026"}));
}

}  // namespace
}  // namespace engross
