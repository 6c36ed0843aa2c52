// A bundle of two volumes with a concordance, each time with one thing changed behind the linker's back: the gate names
// every change, and by the rule that it breaks.
#include "bundle/read_back.h"
#include "bundle/sample_bundle.h"
#include "store/test_folder.h"

#include <gtest/gtest.h>
#include <algorithm>
#include <functional>
#include <iterator>
#include <qpdf/Buffer.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFEmbeddedFileDocumentHelper.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFWriter.hh>
#include <set>

namespace engross {
namespace {

using Rules = std::set<std::string>;

BundlePlan planOfVolumes() {
    BundlePlan plan = samplePlan();
    plan.volumes = {1};
    plan.commonIndex = true;
    plan.release = 2;
    plan.renumbered = Renumbering{.orderedBy = "Judge A. Example",
                                  .on = "2026-03-04",
                                  .reason = "one order of reading",
                                  .release = 2,
                                  .before = 1,
                                  .identity = Sha256::of("before"),
                                  .former = {}};
    for (std::size_t item = 0; item < 3; ++item) {
        const std::string number = std::to_string(10 + item);
        plan.renumbered->former.push_back({.title = plan.sections.at(0).items.at(item).title,
                                           .first = number,
                                           .last = number,
                                           .pages = 1,
                                           .now = PlanPlace{0, item}});
    }
    return plan;
}

/// A list whose rows are links: an index of the volume or of all, or the concordance.
std::unique_ptr<PageSource> listing(const BundlePlan& plan, const NumberedPart& part, const std::string& name) {
    return drawnPages(name, [&plan, part](const Numbering& numbering) {
        TableBlock table;
        table.columns = {{.heading = {{.text = "Document"}}, .align = Align::Left, .weight = 1}};
        const auto add = [&table](const std::string& title, const std::string& target) {
            table.rows.push_back({Inline{{.text = title}}});
            table.rowLinks.push_back(target);
        };
        if (part.kind == PartKind::Concordance) {
            for (const ConcordanceRow& row : concordanceOf(plan, numbering)) {
                add(row.title + ": " + row.was + ", " + row.is, row.target);
            }
        }
        std::optional<std::size_t> volume;
        for (const BundleRow& row :
             part.kind == PartKind::Concordance ? std::vector<BundleRow>() : rowsOf(plan, numbering)) {
            const bool common = part.kind == PartKind::CommonIndex;
            if (common && volume != row.volume) {
                volume = row.volume;
                add("Volume " + std::to_string(row.volume + 1), "index:" + std::to_string(row.volume + 1));
            }
            if (common || row.volume == part.volume) {
                add(row.title, row.target);
            }
        }
        Composition page;
        page.title = "List";
        page.style.first = {.top = mm(25), .bottom = mm(25), .left = mm(25), .right = mm(25)};
        page.style.later = page.style.first;
        page.body = {{.content = table}};
        return page;
    });
}

class Volumes {
public:
    Volumes() : plan(planOfVolumes()) {
        PageSources sources;
        std::size_t lists = 0;
        for (const NumberedPart& part : partsOf(plan)) {
            const std::string name = "list-" + std::to_string(++lists);
            sources.push_back(part.kind == PartKind::Document
                                  ? sampleDocument(plan.sections.at(part.section).items.at(part.item).title, 2)
                              : part.kind == PartKind::Cover   ? sampleCover(plan)
                              : part.kind == PartKind::Divider ? sampleDivider(plan, part.section)
                                                               : listing(plan, part, name));
        }
        numbering = settle(plan, sources).numbering;
        const std::vector<VolumeFile> files{{path(0), "bundle-volume-1.pdf"}, {path(1), "bundle-volume-2.pdf"}};
        for (std::size_t volume = 0; volume < 2; ++volume) {
            (void)joinVolume(plan, *numbering, volume, files, sources, *makeLinker(Typesetter::standard()),
                             folder.path());
        }
    }

    [[nodiscard]] std::string path(std::size_t volume) const {
        return folder.path("bundle-volume-" + std::to_string(volume + 1) + ".pdf");
    }

    [[nodiscard]] Rules after(const std::function<void(QPDF&)>& sabotage, std::size_t volume = 0) const {
        const std::string copy = folder.path("sabotaged.pdf");
        QPDF pdf;
        pdf.processFile(path(volume).c_str());
        sabotage(pdf);
        QPDFWriter writer(pdf, copy.c_str());
        writer.setObjectStreamMode(qpdf_o_generate);
        writer.write();
        Rules rules;
        for (const Finding& finding : readBack(copy, plan, numbering->volume(volume), sampleProfile()).findings) {
            rules.insert(finding.rule);
        }
        return rules;
    }

    TestFolder folder;
    BundlePlan plan;
    std::optional<Numbering> numbering;
};

const Volumes& volumes() {
    static const Volumes made;
    return made;
}

QPDFObjectHandle pageOf(QPDF& pdf, std::size_t index) {
    return pdf.getAllPages().at(index);
}

QPDFObjectHandle stampOf(QPDF& pdf, std::size_t index) {
    QPDFObjectHandle contents = pageOf(pdf, index).getKey("/Contents");
    return contents.getArrayItem(contents.getArrayNItems() - 1);
}

QPDFObjectHandle firstSectionMark(QPDF& pdf) {
    QPDFObjectHandle mark = pdf.getRoot().getKey("/Outlines").getKey("/First");
    while (!mark.hasKey("/First")) {
        mark = mark.getKey("/Next");
    }
    return mark;
}

/// The first link of a page to another file.
QPDFObjectHandle remoteLink(QPDF& pdf, std::size_t index) {
    QPDFObjectHandle annotations = pageOf(pdf, index).getKey("/Annots");
    for (int i = 0; i < annotations.getArrayNItems(); ++i) {
        QPDFObjectHandle action = annotations.getArrayItem(i).getKey("/A");
        if (action.isDictionary() && action.getKey("/S").isNameAndEquals("/GoToR")) {
            return action;
        }
    }
    throw std::logic_error("no link leads to another volume");
}

/// Leads a destination of the name tree to the first page.
void moveDestination(QPDF& pdf, QPDFObjectHandle node, const std::string& name) {
    QPDFObjectHandle names = node.getKey("/Names");
    for (int i = 0; names.isArray() && i + 1 < names.getArrayNItems(); i += 2) {
        if (names.getArrayItem(i).getStringValue() == name) {
            QPDFObjectHandle place = names.getArrayItem(i + 1);
            (place.isDictionary() ? place.getKey("/D") : place).setArrayItem(0, pageOf(pdf, 0));
        }
    }
    QPDFObjectHandle kids = node.getKey("/Kids");
    for (int i = 0; kids.isArray() && i < kids.getArrayNItems(); ++i) {
        moveDestination(pdf, kids.getArrayItem(i), name);
    }
}

struct Deed {
    std::string name;
    std::function<void(QPDF&)> sabotage;
    Rules named;
};

// Pages of the first volume, from 0: cover, index of all, its own index, concordance, divider, documents of two pages.
std::vector<Deed> deedsOfLinks() {
    return {
        {"nothing", [](QPDF&) {}, {}},
        {"a stamp one off",
         [](QPDF& pdf) {
             const auto next = stampOf(pdf, 7).getStreamData();
             stampOf(pdf, 6).replaceStreamData(
                 std::string(reinterpret_cast<const char*>(next->getBuffer()), next->getSize()),
                 QPDFObjectHandle::newNull(), QPDFObjectHandle::newNull());
         },
         {"3-numbered", "4-from-one", "5-labels"}},
        {"a link of the index moved",
         [](QPDF& pdf) {
             pageOf(pdf, 2).getKey("/Annots").getArrayItem(1).getKey("/Dest").setArrayItem(0, pageOf(pdf, 0));
         },
         {"14-links"}},
        {"a link of the concordance moved to another document",
         [](QPDF& pdf) {
             pageOf(pdf, 3).getKey("/Annots").getArrayItem(0).getKey("/Dest").setArrayItem(0, pageOf(pdf, 7));
         },
         {"14-links"}},
        {"a link to another volume by another name",
         [](QPDF& pdf) { remoteLink(pdf, 1).replaceKey("/D", QPDFObjectHandle::newString("doc:1")); },
         {"14-links"}},
        {"a link to a volume that is none",
         [](QPDF& pdf) {
             remoteLink(pdf, 1).replaceKey("/F", QPDFObjectHandle::newUnicodeString("bundle-volume-9.pdf"));
             remoteLink(pdf, 1).replaceKey("/UF", QPDFObjectHandle::newUnicodeString("bundle-volume-9.pdf"));
         },
         {"14-links"}},
        {"a destination that leads elsewhere",
         [](QPDF& pdf) { moveDestination(pdf, pdf.getRoot().getKey("/Names").getKey("/Dests"), "doc:2"); },
         {"14-links"}},
    };
}

std::vector<Deed> deedsOfTheRest() {
    return {
        {"a bookmark dropped",
         [](QPDF& pdf) {
             QPDFObjectHandle section = firstSectionMark(pdf);
             section.replaceKey("/First", section.getKey("/First").getKey("/Next"));
         },
         {"16-bookmarks"}},
        {"a script put back",
         [](QPDF& pdf) {
             pdf.getRoot().replaceKey("/AA", QPDFObjectHandle::parse("<< /WC << /S /JavaScript /JS (x) >> >>"));
         },
         {"44-nothing-hidden"}},
        {"an attachment added",
         [](QPDF& pdf) {
             QPDFEmbeddedFileDocumentHelper files(pdf);
             files.replaceEmbeddedFile("note.txt",
                                       QPDFFileSpecObjectHelper::createFileSpec(
                                           pdf, "note.txt", QPDFEFStreamObjectHelper::createEFStream(pdf, "words")));
         },
         {"44-nothing-hidden"}},
        {"a label shifted",
         [](QPDF& pdf) {
             pdf.getRoot().replaceKey(
                 "/PageLabels",
                 QPDFObjectHandle::parse("<< /Nums [0 << /S /D /St 1 >> 6 << /S /D /St 90 >> 7 << /S /D /St 8 >>] >>"));
         },
         {"5-labels"}},
    };
}

TEST(Sabotage, OfEveryKindIsNamedByTheGate) {
    std::vector<Deed> deeds = deedsOfLinks();
    std::ranges::move(deedsOfTheRest(), std::back_inserter(deeds));
    for (const Deed& deed : deeds) {
        EXPECT_EQ(volumes().after(deed.sabotage), deed.named) << deed.name;
    }
}

TEST(Sabotage, OfAPageThatIsLostIsNamedWhateverItTakesWithIt) {
    const Rules named = volumes().after([](QPDF& pdf) {
        QPDFPageDocumentHelper pages(pdf);
        pages.removePage(pages.getAllPages().back());
    });
    EXPECT_TRUE(named.contains("0-complete"));
}

TEST(Sabotage, OfTheSecondVolumeIsNamedToo) {
    EXPECT_EQ(volumes().after([](QPDF&) {}, 1), Rules());
    EXPECT_EQ(volumes().after(
                  [](QPDF& pdf) { moveDestination(pdf, pdf.getRoot().getKey("/Names").getKey("/Dests"), "doc:5"); }, 1),
              Rules{"14-links"});
}

}  // namespace
}  // namespace engross
