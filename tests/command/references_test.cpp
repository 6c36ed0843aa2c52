#include "command/bundle_home.h"
#include "pdf/fingerprint.h"
#include "pdf/page_words.h"
#include "pdf/reading.h"

#include <gtest/gtest.h>
#include <algorithm>
#include <filesystem>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFWriter.hh>

namespace engross {
namespace {

constexpr const char* kTime = "--at=2027-02-20T10:00";

/// A bundle with a signed statement that refers to DO/1, DO/2, DO/3 and DO/4.
class ReferencesInAStatement : public testing::Test {
protected:
    void SetUp() override {
        for (const auto& [request, file] :
             {std::pair{"witness_statement", "statement.pdf"}, std::pair{"missed_appointment", "letter.pdf"}}) {
            const Ran made =
                run(folder.path(), {"make", "--request", sample(std::string("requests/") + request + ".json"), "-o",
                                    folder.path(file), kTime});
            ASSERT_EQ(made.exit, 0) << made.err;
        }
    }

    /// forged.pdf: bundle.pdf with a line more behind the mark of the notes of a page.
    void forgeNotes(PageNumber page) {
        QPDF pdf;
        pdf.processFile(folder.path("bundle.pdf").c_str());
        QPDFObjectHandle forged = pdf.getAllPages().at(page - 1);
        std::size_t found = 0;
        auto streams = forged.getKey("/Contents").getArrayAsVector();
        for (QPDFObjectHandle& stream : streams) {
            const auto data = stream.getStreamData();
            std::string text(reinterpret_cast<const char*>(data->getBuffer()), data->getSize());
            if (text.find("/AddedNotes") != std::string::npos) {
                ++found;
                text.insert(text.rfind("Q EMC"), "BT /F1 12 Tf 72 500 Td (The rent was never late.) Tj ET\n");
                stream.replaceStreamData(text, QPDFObjectHandle::newNull(), QPDFObjectHandle::newNull());
            }
        }
        EXPECT_EQ(found, 1U);
        QPDFWriter(pdf, folder.path("forged.pdf").c_str()).write();
    }

    std::string paper(const std::string& name) {
        std::string path = folder.path(name + ".pdf");
        write(path, contentsOf(folder.path("letter.pdf")) + "% " + name + "\n");
        return path;
    }

    /// The statement, then one exhibit for each of the marks.
    Object planWith(const std::vector<std::string>& marks) {
        std::vector<std::string> files{folder.path("statement.pdf")};
        for (const std::string& mark : marks) {
            files.push_back(paper("exhibit-" + std::string(1, mark.back())));
        }
        Object plan = planOf(files);
        itemsOf(plan).front().object()->set("kind", "witness statement");
        for (std::size_t i = 0; i < marks.size(); ++i) {
            itemsOf(plan).at(i + 1).object()->set("marks", List{marks[i]});
        }
        return plan;
    }

    static List& itemsOf(Object& plan) {
        return *plan.find("sections")->list()->front().object()->find("items")->list();
    }

    Ran bundle(const Object& plan, const std::string& output, const std::string& after = {}) {
        write(folder.path("plan.json"), writeJson(plan));
        std::vector<std::string> words{"bundle", folder.path("plan.json"), "--home", home.path(),
                                       "-o",     folder.path(output),      kTime};
        if (!after.empty()) {
            words.insert(words.end(), {"--after", folder.path(after)});
        }
        return run(folder.path(), words);
    }

    Value certificate(const std::string& name) {
        return *readJson(contentsOf(folder.path(name)), {.bytes = std::size_t{1} << 24U}).value;
    }
    /// Its only searched document.
    Value report(const std::string& name) {
        return certificate(name).find("references")->list()->front();
    }
    /// Where the links of a page of the bundle lead.
    std::vector<PageNumber> goals(const std::string& name, PageNumber page) {
        std::vector<PageNumber> pages;
        const PdfReading reading = readFinished(folder.path(name), name);
        for (const ReadLink& link : reading.pages.at(page - 1).links) {
            EXPECT_TRUE(link.insidePage);
            pages.push_back(link.page.value_or(0));
        }
        return pages;
    }
    PageNumber pageOf(const std::string& name, std::size_t document) {
        return *readFinished(folder.path(name), name).bookmarks.at(1).children.at(document).page;
    }

    TestFolder folder;
    BundleHome home{folder.path()};
};

TEST_F(ReferencesInAStatement, AreLinksToTheExhibitsAndTheRestIsNamed) {
    const Ran made = bundle(planWith({"DO/1", "DO/2", "DO/3"}), "bundle.pdf");
    ASSERT_EQ(made.exit, 0) << made.err;
    const Value found = report("bundle.release.json");
    const PageNumber exhibit = pageOf("bundle.pdf", 1);
    std::size_t checked = 0;
    for (const Value& link : *found.find("linked")->list()) {
        const auto page = static_cast<PageNumber>(std::stoul(link.textOr("page", "0")));
        const auto to = static_cast<PageNumber>(std::stoul(link.textOr("to", "0")));
        const auto there = goals("bundle.pdf", page);
        EXPECT_NE(std::ranges::find(there, to), there.end()) << "page " << page;
        checked += link.textOr("words", "") == "DO/1" && to == exhibit ? 1U : 0U;
    }
    EXPECT_GE(checked, 3U) << "in the corner, in the paragraph, on the exhibit sheet";
    ASSERT_FALSE(found.find("not_found")->list()->empty());
    for (const Value& lost : *found.find("not_found")->list()) {
        EXPECT_EQ(lost.textOr("words", ""), "DO/4");
    }
    EXPECT_NE(made.err.find("this bundle has no DO/4"), std::string::npos) << made.err;
    EXPECT_NE(made.err.find("references became links"), std::string::npos) << made.err;
    EXPECT_NE(contentsOf(folder.path("bundle.release.json")).find("42-references"), std::string::npos);
}

TEST_F(ReferencesInAStatement, AreToldOnceWhereEveryPageIsReadToo) {
    Object plan = planWith({"DO/1", "DO/2", "DO/3"});
    plan.set("deep", true);
    const Ran made = bundle(plan, "bundle.pdf");
    EXPECT_NE(made.err.find("this bundle has no DO/4"), std::string::npos) << made.err;
    std::size_t told = 0;
    const Value certified = certificate("bundle.release.json");
    for (const Value& finding : *certified.find("verdict")->find("findings")->list()) {
        const bool ofReferences = finding.textOr("rule", "") == "42-references";
        told += ofReferences && finding.textOr("message", "").find("DO/4") != std::string::npos ? 1U : 0U;
    }
    EXPECT_EQ(told, 1U) << made.err;
}

TEST_F(ReferencesInAStatement, GetThePageInTheMarginWhereThatIsAskedFor) {
    Object plan = planWith({"DO/1", "DO/2", "DO/3", "DO/4"});
    ASSERT_EQ(bundle(plan, "plain.pdf").exit, 0);
    plan.set("margin_references", true);
    ASSERT_EQ(bundle(plan, "bundle.pdf").exit, 0);
    const PageNumber first = pageOf("bundle.pdf", 0);
    const auto words = wordsShown(ProgramInput::file(folder.path("bundle.pdf")), {first, first + 3});
    ASSERT_TRUE(words);
    const std::string note = "[" + std::to_string(pageOf("bundle.pdf", 1)) + "]";
    std::size_t notes = 0;
    std::size_t said = 0;
    for (const auto& page : *words) {
        for (const PlacedWord& word : page) {
            notes += word.text == note && word.box.left > 180 ? 1U : 0U;
            said += word.text == "Engross" ? 1U : 0U;
        }
    }
    EXPECT_GE(notes, 1U) << note;
    EXPECT_GE(said, 1U) << "the page says who added them";
    EXPECT_GT(*report("bundle.release.json").find("margin_notes")->integer(), 0);
    const PdfFingerprint plain = fingerprintOf(folder.path("plain.pdf"), "plain");
    const PdfFingerprint noted = fingerprintOf(folder.path("bundle.pdf"), "noted");
    EXPECT_EQ(plain.contents.at(first), noted.contents.at(first)) << "what was signed is as it was";
    forgeNotes(first + 1);
    const PdfFingerprint forged = fingerprintOf(folder.path("forged.pdf"), "forged");
    EXPECT_NE(noted.contents.at(first), forged.contents.at(first))
        << "words behind the mark of our notes are the page's";
    itemsOf(plan).front().object()->set("margin_references", false);
    ASSERT_EQ(bundle(plan, "bundle.pdf").exit, 0);
    EXPECT_EQ(report("bundle.release.json").find("margin_notes"), nullptr);
}

TEST_F(ReferencesInAStatement, AreLookedForWhereThePlanSaysSo) {
    Object plan = planWith({"DO/1"});
    itemsOf(plan).front().object()->set("references", false);
    ASSERT_EQ(bundle(plan, "bundle.pdf").exit, 0);
    EXPECT_EQ(certificate("bundle.release.json").find("references"), nullptr);
    EXPECT_TRUE(goals("bundle.pdf", pageOf("bundle.pdf", 0)).empty());
    itemsOf(plan).front().object()->set("kind", "letter");
    itemsOf(plan).front().object()->set("references", true);
    itemsOf(plan).front().object()->set("kind", "");
    ASSERT_EQ(bundle(plan, "bundle.pdf").exit, 0);
    EXPECT_FALSE(goals("bundle.pdf", pageOf("bundle.pdf", 0)).empty());
}

TEST_F(ReferencesInAStatement, FollowTheirExhibitThroughTheReleases) {
    Object plan = planWith({"DO/1", "DO/2", "DO/3", "DO/4"});
    ASSERT_EQ(bundle(plan, "first.pdf").exit, 0);
    itemsOf(plan).at(1).object()->set("file", paper("exhibit-1-again"));
    itemsOf(plan).erase(itemsOf(plan).begin() + 2);
    const Ran later = bundle(plan, "second.pdf", "first.release.json");
    ASSERT_EQ(later.exit, 0) << later.err;
    const PdfReading reading = readFinished(folder.path("second.pdf"), "second");
    const PageNumber again = *reading.bookmarks.at(2).children.at(0).page;
    EXPECT_GT(again, pageOf("first.pdf", 4));
    std::size_t followed = 0;
    const Value found = report("second.release.json");
    for (const Value& link : *found.find("linked")->list()) {
        const std::string words = link.textOr("words", "");
        if (words == "DO/1") {
            EXPECT_EQ(link.textOr("to", ""), std::to_string(again));
            ++followed;
        } else if (words == "DO/2") {
            EXPECT_EQ(link.textOr("to", ""), std::to_string(pageOf("first.pdf", 2))) << "the sheet says it has gone";
        }
    }
    EXPECT_GE(followed, 3U);
    const auto there = goals("second.pdf", pageOf("first.pdf", 0));
    EXPECT_NE(std::ranges::find(there, again), there.end());
}

TEST_F(ReferencesInAStatement, LeadToTheirVolume) {
    Object plan = planWith({"DO/1", "DO/2", "DO/3", "DO/4"});
    List& items = itemsOf(plan);
    Object second = *plan.find("sections")->list()->front().object();
    second.set("title", "Exhibits");
    second.set("items", List(items.begin() + 1, items.end()));
    items.erase(items.begin() + 1, items.end());
    plan.find("sections")->list()->emplace_back(second);
    plan.set("volumes", Object{{"pages", 14}});
    const Ran made = bundle(plan, "bundle.pdf");
    ASSERT_EQ(made.exit, 0) << made.err;
    const PdfReading reading = readFinished(folder.path("bundle-volume-1.pdf"), "one");
    std::size_t links = 0;
    for (const ReadPage& page : reading.pages) {
        for (const ReadLink& link : page.links) {
            links += link.file == "bundle-volume-2.pdf" && link.target == "exhibit:DO/3" ? 1U : 0U;
        }
    }
    EXPECT_GE(links, 2U);
}

TEST_F(ReferencesInAStatement, GiveTheSameBytesEachTime) {
    Object plan = planWith({"DO/1", "DO/2"});
    plan.set("margin_references", true);
    ASSERT_EQ(bundle(plan, "bundle.pdf").exit, 0);
    const std::string once = contentsOf(folder.path("bundle.pdf"));
    std::filesystem::remove(folder.path("bundle.pdf"));
    ASSERT_EQ(bundle(plan, "bundle.pdf").exit, 0);
    EXPECT_EQ(contentsOf(folder.path("bundle.pdf")), once);
}

TEST_F(ReferencesInAStatement, CannotBeLookedForOnAScan) {
    Object plan = planWith({"DO/1"});
    itemsOf(plan).at(1).object()->set("references", true);
    std::string blank =
        "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
        "2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
        "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\ntrailer<</Root 1 0 R>>\n";
    write(folder.path("scan.pdf"), blank);
    itemsOf(plan).at(1).object()->set("file", folder.path("scan.pdf"));
    const Ran made = bundle(plan, "bundle.pdf");
    ASSERT_EQ(made.exit, 0) << made.err;
    EXPECT_NE(made.err.find("could not be searched for references"), std::string::npos) << made.err;
    const Value kept = certificate("bundle.release.json");
    const List& documents = *kept.find("references")->list();
    ASSERT_EQ(documents.size(), 2U);
    EXPECT_EQ(documents.at(1).find("not_searched")->list()->size(), 1U);
}

}  // namespace
}  // namespace engross
