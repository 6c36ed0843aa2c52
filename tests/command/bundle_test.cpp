#include "command/bundle_home.h"
#include "store/corpus.h"

#include <gtest/gtest.h>
#include <algorithm>
#include <cstdlib>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFWriter.hh>

namespace engross {
namespace {

constexpr const char* kTime = "--at=2026-11-20T10:00";

std::size_t pagesOf(const std::string& path) {
    QPDF pdf;
    pdf.setSuppressWarnings(true);
    pdf.processFile(path.c_str());
    return QPDFPageDocumentHelper(pdf).getAllPages().size();
}

class BundleTest : public testing::Test {
protected:
    TestFolder folder;
    BundleHome home{folder.path()};
    std::string plan = folder.path("plan.json");
    std::string output = folder.path("bundle.pdf");

    Ran engross(const std::vector<std::string>& words) {
        return run(folder.path(), words);
    }
    Ran bundle(const Object& body) {
        write(plan, writeJson(body));
        return engross({"bundle", plan, "--home", home.path(), "-o", output, kTime});
    }
    std::string letter(const std::string& type) {
        std::string path = folder.path(type + ".pdf");
        const Ran ran = engross({"make", "--request", sample("requests/" + type + ".json"), "-o", path, kTime});
        EXPECT_EQ(ran.exit, 0) << ran.err;
        return path;
    }
    std::string lockedCopy(const std::string& of) {
        std::string path = folder.path("locked.pdf");
        QPDF pdf;
        pdf.processFile(of.c_str());
        QPDFWriter writer(pdf, path.c_str());
        writer.setR6EncryptionParameters("sesame", "owner", true, false, false, false, false, false, qpdf_r3p_none,
                                         true);
        writer.write();
        return path;
    }
    void expectNothingWritten() {
        for (const auto& entry : std::filesystem::directory_iterator(folder.path())) {
            EXPECT_EQ(entry.path().filename().string().find("bundle.pdf"), std::string::npos) << entry.path();
        }
    }
};

TEST_F(BundleTest, JoinsItsDocumentsUnderOneNumbering) {
    const std::string first = letter("missed_appointment");
    const std::string second = letter("access_appointment");
    const Ran ran = bundle(planOf({first, second}));
    ASSERT_EQ(ran.exit, 0) << ran.err;
    EXPECT_TRUE(ran.out.empty());
    // Cover, index and divider have one page each.
    EXPECT_EQ(pagesOf(output), 3 + pagesOf(first) + pagesOf(second));
    const Ran checked = engross({"check", output, "--profile", "courts-2021"});
    EXPECT_EQ(checked.exit, 0) << checked.err;
    const std::string bytes = contentsOf(output);
    ASSERT_EQ(bundle(planOf({first, second})).exit, 0);
    EXPECT_EQ(contentsOf(output), bytes);
}

TEST_F(BundleTest, NamesEveryExhibitThatCannotBeUsedAtOnceAndWritesNothing) {
    const std::string good = letter("missed_appointment");
    const std::string locked = lockedCopy(good);
    const std::string half = folder.path("half.pdf");
    const std::string wrong = folder.path("wrong.pdf");
    write(half, contentsOf(good).substr(0, 900));
    write(wrong, "Dear Ms A. Example, this is no PDF at all.\n");
    const Ran ran = bundle(planOf({good, locked, half, wrong, folder.path("nowhere.pdf")}));
    EXPECT_EQ(ran.exit, 1);
    for (const char* saying : {"/sections/0/items/1", "opens only with a password", "/sections/0/items/2", "half.pdf",
                               "/sections/0/items/3", "wrong.pdf", "/sections/0/items/4", "nowhere.pdf"}) {
        EXPECT_NE(ran.err.find(saying), std::string::npos) << saying << " is not in:\n" << ran.err;
    }
    EXPECT_EQ(ran.err.find("/sections/0/items/0"), std::string::npos) << ran.err;
    expectNothingWritten();
}

TEST_F(BundleTest, OpensALockedExhibitWithItsPassword) {
    const std::string locked = lockedCopy(letter("missed_appointment"));
    Object body = planOf({locked});
    Value& item = body.find("sections")->list()->front().object()->find("items")->list()->front();
    item.object()->set("password", "sesame");
    const Ran ran = bundle(body);
    EXPECT_EQ(ran.exit, 0) << ran.err;
    EXPECT_EQ(contentsOf(output).find("/Encrypt"), std::string::npos);
}

/// The words of a page, by poppler's pdftotext; empty where that is absent.
std::string wordsOf(const std::string& path, int page, const std::string& folder) {
    const std::string number = std::to_string(page);
    const std::string words = folder + "/words.txt";
    const std::string call = "pdftotext -f " + number + " -l " + number + " '" + path + "' '" + words + "' 2>/dev/null";
    return std::system(call.c_str()) == 0 ? contentsOf(words) : std::string();
}

TEST_F(BundleTest, PutsASheetForARecordingThatSaysWhereItIs) {
    const std::string recording = folder.path("call.mp3");
    write(recording, std::string("ID3\0\0not a page", 15));
    Object body = planOf({recording});
    const Ran refused = bundle(body);
    EXPECT_EQ(refused.exit, 1);
    EXPECT_NE(refused.err.find("'sheet'"), std::string::npos) << refused.err;

    Value& item = body.find("sections")->list()->front().object()->find("items")->list()->front();
    item.object()->set("sheet", "A recording of 4 minutes. Legal Services hold it and play it on request.");
    const Ran ran = bundle(body);
    ASSERT_EQ(ran.exit, 0) << ran.err;
    ASSERT_EQ(pagesOf(output), 4U);
    const std::string words = wordsOf(output, 4, folder.path());
    if (words.empty()) {
        GTEST_SKIP() << "pdftotext is not installed";
    }
    for (const char* saying : {"Legal Services hold it", "call.mp3", "SHA-256", "15"}) {
        EXPECT_NE(words.find(saying), std::string::npos) << saying << " is not in:\n" << words;
    }
}

TEST_F(BundleTest, TakesAnEmailAndAFileThatCameWithIt) {
    const std::string mail = folder.path("damp.eml");
    write(mail,
          "From: a@example.org\r\nTo: b@example.org\r\nSubject: Damp\r\nMIME-Version: 1.0\r\n"
          "Content-Type: multipart/mixed; boundary=\"=x=\"\r\n\r\n--=x=\r\nContent-Type: text/plain\r\n\r\n"
          "The wall is wet.\r\n--=x=\r\nContent-Type: application/pdf; name=\"report.pdf\"\r\n"
          "Content-Disposition: attachment\r\n\r\n" +
              contentsOf(letter("missed_appointment")) + "\r\n--=x=--\r\n");
    Object body = planOf({});
    List exhibits;
    exhibits.emplace_back(Object{{"mark", "AB/1"}, {"file", mail}});
    exhibits.emplace_back(Object{{"mark", "AB/2"}, {"file", mail}, {"attachment", 1}});
    exhibits.emplace_back(Object{{"mark", "AB/3"}, {"file", mail}, {"attachment", 2}});
    List items;
    items.emplace_back(Object{{"title", "E-mail about damp"}, {"date", "2026-01-01"}, {"exhibit", "AB/1"}});
    items.emplace_back(Object{{"title", "Report on the damp"}, {"date", "2026-01-02"}, {"exhibit", "AB/2"}});
    body.set("sections", List{Object{{"title", "Evidence"}, {"items", std::move(items)}}});
    body.set("exhibits", exhibits);
    const Ran refused = bundle(body);
    EXPECT_EQ(refused.exit, 1);
    EXPECT_NE(refused.err.find("/exhibits/2/attachment"), std::string::npos) << refused.err;

    exhibits.pop_back();
    body.set("exhibits", exhibits);
    const Ran ran = bundle(body);
    ASSERT_EQ(ran.exit, 0) << ran.err;
    EXPECT_EQ(pagesOf(output), 3U + 1U + pagesOf(folder.path("missed_appointment.pdf")));
    const std::string words = wordsOf(output, 4, folder.path());
    if (words.empty()) {
        GTEST_SKIP() << "pdftotext is not installed";
    }
    for (const char* saying : {"The wall is wet.", "report.pdf", "a@example.org"}) {
        EXPECT_NE(words.find(saying), std::string::npos) << saying << " is not in:\n" << words;
    }
}

TEST_F(BundleTest, MakesADocumentOfItsOwnWhereThePlanAsksForIt) {
    const JsonResult request = readJson(contentsOf(sample("requests/missed_appointment.json")));
    std::filesystem::create_directory_symlink(std::string(ENGROSS_SOURCE_DIR) + "/scripts/letter",
                                              home.path() + "/scripts/letter");
    Object body = planOf({letter("access_appointment")});
    for (const auto& [name, value] : *request.value->find("case")->object()) {
        body.find("case")->object()->set(name, value);
    }
    Value& items = *body.find("sections")->list()->front().object()->find("items");
    items.list()->push_back(
        Object{{"title", "Letter about the missed appointment"},
               {"date", "2026-11-09"},
               {"make", Object{{"type", "missed_appointment"}, {"fields", *request.value->find("fields")}}}});
    const Ran ran = bundle(body);
    EXPECT_EQ(ran.exit, 0) << ran.err;
    EXPECT_EQ(pagesOf(output), 3U + 1U + 2U);
}

TEST_F(BundleTest, KeepsItsWaiversForItself) {
    write(home.path() + "/scripts/bundle/any_bundle.lua",
          "return bundle {\n  id = \"any_bundle\", version = 1, title = \"Bundle of evidence\",\n"
          "  law = \"Civil Procedure Rules, PD 32 paragraph 27\", in_force = { from = \"2019-04-06\" },\n"
          "  profile = \"courts-2021\",\n  checks = { check(\"it is never right\", function() return false end,\n"
          "    { field = \"court\", law = \"PD 32 paragraph 27\", mark = \"K\", code = \"ANY-01\" }) },\n}\n");
    const JsonResult request = readJson(contentsOf(sample("requests/missed_appointment.json")));
    std::filesystem::create_directory_symlink(std::string(ENGROSS_SOURCE_DIR) + "/scripts/letter",
                                              home.path() + "/scripts/letter");
    Object body = planOf({letter("access_appointment")});
    for (const auto& [name, value] : *request.value->find("case")->object()) {
        body.find("case")->object()->set(name, value);
    }
    EXPECT_EQ(bundle(body).exit, 1);
    body.set("waivers", List{Object{{"check", "ANY-01"},
                                    {"as", "legal"},
                                    {"name", "L. Lawyer"},
                                    {"post", "Principal Solicitor"},
                                    {"on", "2026-11-01"},
                                    {"until", "2026-12-31"},
                                    {"reason", "it is right this time, as the opinion of 1 November says"}}});
    EXPECT_EQ(bundle(body).exit, 0);
    Value& items = *body.find("sections")->list()->front().object()->find("items");
    items.list()->push_back(
        Object{{"title", "Letter about the missed appointment"},
               {"date", "2026-11-09"},
               {"make", Object{{"type", "missed_appointment"}, {"fields", *request.value->find("fields")}}}});
    const Ran ran = bundle(body);
    EXPECT_EQ(ran.exit, 0) << ran.err;
}

TEST_F(BundleTest, NamesAnUnknownProfileWithThoseThereAre) {
    write(plan, writeJson(planOf({letter("missed_appointment")})));
    const Ran ran = engross({"bundle", plan, "--home", home.path(), "--profile", "courts-2012", "-o", output});
    EXPECT_EQ(ran.exit, 1);
    EXPECT_NE(ran.err.find("courts-2021"), std::string::npos) << ran.err;
    expectNothingWritten();
}

TEST_F(BundleTest, PreviewsAKindOfBundleWithSheetsForItsDocuments) {
    const Ran ran = engross({"types", "preview", "improvement_notice_appeal", "-o", output});
    EXPECT_EQ(ran.exit, 0) << ran.err;
    EXPECT_GT(pagesOf(output), 5U);
}

class CorpusTest : public BundleTest {};

TEST_F(CorpusTest, JoinsEveryGoodFileIntoOneValidBundle) {
    const auto pdfs = corpusFiles("good", {".pdf"});
    if (pdfs.empty()) {
        GTEST_SKIP() << "the corpus is not here";
    }
    const Ran ran = bundle(planOf(pdfs));
    ASSERT_EQ(ran.exit, 0) << ran.err;
    std::size_t pages = 0;
    for (const std::string& file : pdfs) {
        pages += pagesOf(file);
    }
    const std::size_t all = pagesOf(output);
    EXPECT_GT(all, pages + 2);
    EXPECT_LT(all, pages + 30);
    EXPECT_EQ(engross({"check", output, "--profile", "courts-2021", "--json"}).err, "");
}

}  // namespace
}  // namespace engross
