#include "command/bundle_home.h"
#include "pdf/fingerprint.h"
#include "pdf/reading.h"

#include <gtest/gtest.h>
#include <algorithm>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <qpdf/QPDFWriter.hh>

namespace engross {
namespace {

constexpr const char* kTime = "--at=2026-11-20T10:00";

class ReleaseOfABundle : public testing::Test {
protected:
    void SetUp() override {
        const Ran made = engross(
            {"make", "--request", sample("requests/missed_appointment.json"), "-o", folder.path("letter.pdf"), kTime});
        ASSERT_EQ(made.exit, 0) << made.err;
    }

    Ran engross(const std::vector<std::string>& words) {
        return run(folder.path(), words);
    }

    /// A file of its own: the letter with a comment behind its end.
    std::string paper(const std::string& name) {
        const std::string path = folder.path(name + ".pdf");
        write(path, contentsOf(folder.path("letter.pdf")) + "% " + name + "\n");
        return path;
    }

    Ran bundle(const Object& plan, const std::string& output, const std::string& after = {}) {
        write(folder.path("plan.json"), writeJson(plan));
        std::vector<std::string> words{"bundle", folder.path("plan.json"), "--home", home.path(),
                                       "-o",     folder.path(output),      kTime};
        if (!after.empty()) {
            words.insert(words.end(), {"--after", folder.path(after)});
        }
        return engross(words);
    }

    static List& itemsOf(Object& plan) {
        return *plan.find("sections")->list()->front().object()->find("items")->list();
    }

    PdfReading reading(const std::string& name) {
        return readFinished(folder.path(name), name);
    }

    TestFolder folder;
    BundleHome home{folder.path()};
};

TEST_F(ReleaseOfABundle, KeepsItsNumbersWhileDocumentsComeAndGo) {
    Object plan = planOf({paper("a"), paper("b"), paper("c")});
    ASSERT_EQ(bundle(plan, "first.pdf").exit, 0);
    List& items = itemsOf(plan);
    items.at(0).object()->set("file", paper("a-again"));
    items.erase(items.begin() + 1);
    Object late = *items.at(1).object();
    late.set("title", "Late paper of the test");
    late.set("file", paper("late"));
    items.emplace_back(late);
    const Ran second = bundle(plan, "second.pdf", "first.release.json");
    ASSERT_EQ(second.exit, 0) << second.err;

    const PdfReading before = reading("first.pdf");
    const PdfReading after = reading("second.pdf");
    ASSERT_EQ(before.pages.size(), 3U + 3U * 2U);
    EXPECT_EQ(after.pages.size(), before.pages.size() + 1U + 2U * 2U);
    for (std::size_t page = 0; page < after.pages.size(); ++page) {
        EXPECT_EQ(after.pages.at(page).stamp->text, std::to_string(page + 1));
    }
    const PdfFingerprint was = fingerprintOf(folder.path("first.pdf"), "first");
    const PdfFingerprint is = fingerprintOf(folder.path("second.pdf"), "second");
    for (const std::size_t kept : {7U, 8U}) {
        EXPECT_EQ(was.pages.at(kept), is.pages.at(kept)) << "page " << kept + 1;
    }
    EXPECT_NE(was.pages.at(5), is.pages.at(5));

    const Ran verified = engross({"verify", folder.path("first.pdf"), folder.path("second.pdf")});
    EXPECT_EQ(verified.exit, 0) << verified.err;
    EXPECT_NE(verified.err.find("is release 2 of the pack"), std::string::npos) << verified.err;
    EXPECT_NE(verified.err.find("pages that differ: 1–7"), std::string::npos) << verified.err;
    EXPECT_EQ(engross({"check", folder.path("second.pdf"), "--profile", "courts-2021"}).exit, 0);
}

TEST_F(ReleaseOfABundle, KeepsThePagesOfItsIndexWhenManyDocumentsAreAdded) {
    Object plan = planOf({paper("a")});
    ASSERT_EQ(bundle(plan, "first.pdf").exit, 0);
    std::vector<std::string> files{paper("a")};
    for (int i = 0; i < 60; ++i) {
        files.push_back(paper("late-" + std::to_string(i)));
    }
    plan = planOf(files);
    const Ran second = bundle(plan, "second.pdf", "first.release.json");
    ASSERT_EQ(second.exit, 0) << second.err;
    const PdfReading after = reading("second.pdf");
    EXPECT_EQ(after.bookmarks.at(1).children.at(0).page, 4U);
    EXPECT_EQ(after.bookmarks.at(2).children.size(), 60U);
    const auto& links = after.pages.at(1).links;
    EXPECT_TRUE(
        std::ranges::any_of(links, [&after](const ReadLink& link) { return link.page == after.bookmarks.at(2).page; }));
    ASSERT_EQ(bundle(plan, "third.pdf", "second.release.json").exit, 0);
    EXPECT_EQ(reading("third.pdf").pages.size(), after.pages.size());
}

TEST_F(ReleaseOfABundle, RefusesACertificateThatWasTamperedWith) {
    const Object plan = planOf({paper("a")});
    ASSERT_EQ(bundle(plan, "first.pdf").exit, 0);
    std::string certificate = contentsOf(folder.path("first.release.json"));
    certificate.replace(certificate.find("\"pages\": 2"), 10, "\"pages\": 7");
    write(folder.path("first.release.json"), certificate);
    const Ran refused = bundle(plan, "second.pdf", "first.release.json");
    EXPECT_EQ(refused.exit, 3);
    EXPECT_NE(refused.err.find("it is not the certificate of a release"), std::string::npos) << refused.err;
    EXPECT_FALSE(std::filesystem::exists(folder.path("second.pdf")));
    EXPECT_FALSE(std::filesystem::exists(folder.path("second.release.json")));
}

TEST_F(ReleaseOfABundle, IsToldFromACopyThatWasAltered) {
    ASSERT_EQ(bundle(planOf({paper("a"), paper("b")}), "first.pdf").exit, 0);
    EXPECT_EQ(engross({"verify", folder.path("first.pdf")}).exit, 0);
    QPDF pdf;
    pdf.processFile(folder.path("first.pdf").c_str());
    QPDFObjectHandle page = pdf.getAllPages().at(4);
    page.replaceKey("/Contents", QPDFObjectHandle::newStream(&pdf, "q Q"));
    QPDFWriter(pdf, folder.path("altered.pdf").c_str()).write();
    const Ran both = engross({"verify", folder.path("first.pdf"), folder.path("altered.pdf")});
    EXPECT_EQ(both.exit, 1);
    EXPECT_NE(both.err.find("pages that differ: 5\n"), std::string::npos) << both.err;
    const Ran one = engross({"verify", folder.path("altered.pdf"), "--certificate", folder.path("first.release.json")});
    EXPECT_EQ(one.exit, 1);
    EXPECT_NE(one.err.find("it is not the file that"), std::string::npos) << one.err;
    EXPECT_EQ(engross({"verify", folder.path("letter.pdf")}).exit, 1);
}

}  // namespace
}  // namespace engross
