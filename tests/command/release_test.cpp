#include "command/bundle_home.h"
#include "pdf/fingerprint.h"
#include "pdf/reading.h"

#include <gtest/gtest.h>
#include <algorithm>
#include <filesystem>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <qpdf/QPDFWriter.hh>
#include <set>

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
        std::string path = folder.path(name + ".pdf");
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

    /// The second section holds one letter.
    Object planOfTwoSections() {
        Object plan = planOf({paper("a"), paper("b")});
        Object second = *plan.find("sections")->list()->front().object();
        second.set("title", "Correspondence");
        second.set("items",
                   List{Object{{"title", "Letter to the landlord"}, {"date", "2026-02-01"}, {"file", paper("c")}}});
        plan.find("sections")->list()->emplace_back(second);
        return plan;
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
    ASSERT_EQ(before.pages.size(), 9U);
    EXPECT_EQ(after.pages.size(), before.pages.size() + 5U);
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

TEST_F(ReleaseOfABundle, PrintsItsLetterBeforeEveryNumberAndKeepsIt) {
    Object plan = planOf({paper("a"), paper("b")});
    plan.set("letter", "B");
    const Ran first = bundle(plan, "first.pdf");
    ASSERT_EQ(first.exit, 0) << first.err;
    const PdfReading reading = this->reading("first.pdf");
    EXPECT_EQ(reading.pages.at(4).stamp->text, "B 5");
    EXPECT_EQ(reading.pages.at(4).label, "B 5");
    EXPECT_NE(reading.bookmarks.at(1).children.at(0).title.find("[B 4]"), std::string::npos);
    plan.set("letter", "");
    itemsOf(plan).erase(itemsOf(plan).begin());
    ASSERT_EQ(bundle(plan, "second.pdf", "first.release.json").exit, 0);
    EXPECT_EQ(this->reading("second.pdf").pages.at(4).stamp->text, "B 5");
    plan.set("letter", "C");
    EXPECT_NE(bundle(plan, "third.pdf", "first.release.json").err.find("another letter before their numbers"),
              std::string::npos);
    plan.set("letter", "I");
    EXPECT_EQ(bundle(plan, "fourth.pdf").exit, 1);
    plan.set("letter", "B");
    plan.set("numbering", "sections");
    EXPECT_NE(bundle(plan, "fifth.pdf").err.find("has a letter of its own"), std::string::npos);
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
    EXPECT_NE(one.err.find("pages that differ: 5\n"), std::string::npos) << "from the certificate alone: " << one.err;

    QPDF same;
    same.processFile(folder.path("first.pdf").c_str());
    QPDFWriter(same, folder.path("anew.pdf").c_str()).write();
    const Ran anew = engross({"verify", folder.path("anew.pdf"), "--certificate", folder.path("first.release.json")});
    EXPECT_EQ(anew.exit, 1) << anew.err;
    EXPECT_NE(anew.err.find("saved anew, and what else it holds"), std::string::npos) << anew.err;
    EXPECT_EQ(engross({"verify", folder.path("letter.pdf")}).exit, 1);
}

std::vector<std::string> numbersIn(const PdfReading& reading) {
    std::vector<std::string> numbers;
    for (const ReadPage& page : reading.pages) {
        EXPECT_EQ(page.stamp ? page.stamp->text : "none", page.label);
        numbers.push_back(page.label);
    }
    return numbers;
}

Object withoutRenumber(const Object& plan) {
    Object rest;
    for (const auto& [name, member] : plan) {
        if (name != "renumber") {
            rest.set(name, member);
        }
    }
    return rest;
}

TEST_F(ReleaseOfABundle, NumbersEachSectionAfreshWhereThePlanAsksForIt) {
    Object plan = planOfTwoSections();
    plan.set("numbering", "sections");
    const Ran made = bundle(plan, "first.pdf");
    ASSERT_EQ(made.exit, 0) << made.err;
    const PdfReading first = reading("first.pdf");
    EXPECT_EQ(numbersIn(first), (std::vector<std::string>{"i", "ii", "A1", "A2", "A3", "A4", "A5", "B1", "B2", "B3"}));
    EXPECT_EQ(first.bookmarks.at(2).children.at(0).title, "3. Letter to the landlord, 1 Feb 2026 [B2]");
    itemsOf(plan).emplace_back(
        Object{{"title", "Late paper of the test"}, {"date", "2026-03-01"}, {"file", paper("late")}});
    ASSERT_EQ(bundle(plan, "second.pdf", "first.release.json").exit, 0);
    EXPECT_EQ(numbersIn(reading("second.pdf")).back(), "C3");
    EXPECT_EQ(engross({"verify", folder.path("first.pdf"), folder.path("second.pdf")}).exit, 0);
    plan.set("numbering", "continuous");
    const Ran changed = bundle(plan, "third.pdf", "second.release.json");
    EXPECT_EQ(changed.exit, 1);
    EXPECT_NE(changed.err.find("release 2 has other numbers"), std::string::npos) << changed.err;
}

TEST_F(ReleaseOfABundle, PutsPagesBetweenOthersByChoiceAlone) {
    Object plan = planOf({paper("a"), paper("b")});
    ASSERT_EQ(bundle(plan, "first.pdf").exit, 0);
    itemsOf(plan).emplace_back(Object{{"title", "Enclosure that was left out"},
                                      {"date", "2026-01-01"},
                                      {"file", paper("between")},
                                      {"after_page", "5"}});
    const Ran made = bundle(plan, "second.pdf", "first.release.json");
    ASSERT_EQ(made.exit, 0) << made.err;
    EXPECT_EQ(numbersIn(reading("second.pdf")),
              (std::vector<std::string>{"1", "2", "3", "4", "5", "5A", "5B", "6", "7", "8"}));
    const Ran verified = engross({"verify", folder.path("first.pdf"), folder.path("second.pdf")});
    EXPECT_EQ(verified.exit, 0) << verified.err;
    itemsOf(plan).back().object()->set("after_page", "4");
    const Ran refused = bundle(plan, "third.pdf", "first.release.json");
    EXPECT_EQ(refused.exit, 1);
    EXPECT_NE(refused.err.find("no document of release 1 ends with that page"), std::string::npos) << refused.err;
    const Ran early = bundle(plan, "early.pdf");
    EXPECT_EQ(early.exit, 1);
    EXPECT_NE(early.err.find("no pages have been numbered yet"), std::string::npos) << early.err;
}

TEST_F(ReleaseOfABundle, IsNumberedAfreshOnAnOrderThatItRecords) {
    Object plan = planOf({paper("a"), paper("b"), paper("c")});
    ASSERT_EQ(bundle(plan, "first.pdf").exit, 0);
    List& items = itemsOf(plan);
    std::swap(items.at(0), items.at(2));
    items.erase(items.begin() + 1);
    plan.set(
        "renumber",
        Object{{"ordered_by", "Tribunal Judge A. Example"}, {"on", "2026-11-19"}, {"reason", "one order of reading"}});
    const Ran early = bundle(plan, "early.pdf");
    EXPECT_EQ(early.exit, 1);
    EXPECT_NE(early.err.find("there is no earlier release"), std::string::npos) << early.err;
    const Ran made = bundle(plan, "second.pdf", "first.release.json");
    ASSERT_EQ(made.exit, 0) << made.err;
    EXPECT_EQ(reading("second.pdf").bookmarks.at(1).title, "Old and new page numbers [3]");
    const std::string certificate = contentsOf(folder.path("second.release.json"));
    EXPECT_NE(certificate.find("\"ordered_by\": \"Tribunal Judge A. Example\""), std::string::npos);
    EXPECT_NE(certificate.find("\"printed\": \"no longer in the bundle\""), std::string::npos) << certificate;
    const Ran verified = engross({"verify", folder.path("first.pdf"), folder.path("second.pdf"), "--json"});
    EXPECT_EQ(verified.exit, 0) << verified.err;
    const Value found = *readJson(verified.out).value;
    EXPECT_EQ(found.textOr("verdict", ""), "renumbered");
    EXPECT_FALSE(found.find("moves")->list()->empty());
    plan = withoutRenumber(plan);
    ASSERT_EQ(bundle(plan, "third.pdf", "second.release.json").exit, 0);
    EXPECT_EQ(engross({"verify", folder.path("second.pdf"), folder.path("third.pdf")}).exit, 0);
}

TEST_F(ReleaseOfABundle, IsCutIntoVolumesWhoseLinksLeadToEachOther) {
    Object plan = planOfTwoSections();
    plan.set("volumes", Object{{"pages", 9}});
    const Ran made = bundle(plan, "bundle.pdf");
    ASSERT_EQ(made.exit, 0) << made.err;
    EXPECT_FALSE(std::filesystem::exists(folder.path("bundle.pdf")));
    const PdfReading one = reading("bundle-volume-1.pdf");
    const PdfReading two = reading("bundle-volume-2.pdf");
    EXPECT_EQ(one.pages.size(), 8U);
    EXPECT_EQ(numbersIn(two), (std::vector<std::string>{"9", "10", "11", "12", "13"}));
    std::set<std::string> elsewhere;
    for (const ReadLink& link : one.pages.at(1).links) {
        if (!link.file.empty()) {
            EXPECT_EQ(link.file, "bundle-volume-2.pdf");
            elsewhere.insert(link.target);
        }
    }
    EXPECT_EQ(elsewhere, (std::set<std::string>{"doc:3", "index:2", "section:B"}));
    EXPECT_TRUE(one.active.empty()) << "a link between volumes is nothing hidden";
    for (const char* volume : {"bundle-volume-1.pdf", "bundle-volume-2.pdf"}) {
        const Ran certified = engross({"verify", folder.path(volume)});
        EXPECT_EQ(certified.exit, 0) << certified.err;
        EXPECT_NE(certified.err.find("unaltered"), std::string::npos) << certified.err;
        std::filesystem::copy_file(folder.path(volume), folder.path(std::string("again-") + volume));
    }
    ASSERT_EQ(bundle(plan, "bundle.pdf").exit, 0);
    EXPECT_EQ(contentsOf(folder.path("bundle-volume-1.pdf")), contentsOf(folder.path("again-bundle-volume-1.pdf")));
    EXPECT_EQ(contentsOf(folder.path("bundle-volume-2.pdf")), contentsOf(folder.path("again-bundle-volume-2.pdf")));
    plan.set("volumes", Object{{"pages", 6}});
    const Ran small = bundle(plan, "small.pdf");
    EXPECT_EQ(small.exit, 1);
    EXPECT_NE(small.err.find("'Evidence' has 5 pages"), std::string::npos) << small.err;
}

TEST_F(ReleaseOfABundle, RefusesTheCertificateOfAnotherCase) {
    Object plan = planOf({paper("a")});
    ASSERT_EQ(bundle(plan, "first.pdf").exit, 0);
    plan.set("case_ref", "EN/2026/9999");
    const Ran refused = bundle(plan, "second.pdf", "first.release.json");
    EXPECT_EQ(refused.exit, 1);
    EXPECT_NE(refused.err.find("of the case EN/2026/0001, and this plan of EN/2026/9999"), std::string::npos)
        << refused.err;
    EXPECT_FALSE(std::filesystem::exists(folder.path("second.pdf")));
}

TEST_F(ReleaseOfABundle, IsNotTheSameWithAScriptPutIn) {
    ASSERT_EQ(bundle(planOf({paper("a")}), "first.pdf").exit, 0);
    QPDF pdf;
    pdf.processFile(folder.path("first.pdf").c_str());
    pdf.getRoot().replaceKey("/OpenAction", QPDFObjectHandle::parse("<</S/JavaScript/JS(app.alert)>>"));
    QPDFWriter(pdf, folder.path("altered.pdf").c_str()).write();
    const Ran verified = engross({"verify", folder.path("first.pdf"), folder.path("altered.pdf")});
    EXPECT_EQ(verified.exit, 1) << verified.err;
}

TEST_F(ReleaseOfABundle, IsKnownByWhomItWasGivenTo) {
    ASSERT_EQ(bundle(planOf({paper("a")}), "first.pdf").exit, 0);
    const std::string data = folder.path("data");
    const auto give = [&](const std::string& what, std::vector<std::string> words) {
        words.insert(words.begin(), {"bundle", "give", what});
        words.insert(words.end(), {"--data", data, kTime});
        return engross(words);
    };
    const Ran nobody = give(folder.path("first.release.json"), {"--method", "pigeon"});
    EXPECT_EQ(nobody.exit, 1);
    EXPECT_NE(nobody.err.find("who was given"), std::string::npos) << nobody.err;
    EXPECT_NE(nobody.err.find("'pigeon'"), std::string::npos) << nobody.err;
    EXPECT_NE(nobody.err.find("who sent it"), std::string::npos) << nobody.err;
    const Ran early = give(folder.path("first.release.json"),
                           {"--to", "the tribunal", "--method", "email", "--by", "D. Officer", "--on", "2026-11-19"});
    EXPECT_EQ(early.exit, 1);
    EXPECT_NE(early.err.find("before the release was made"), std::string::npos) << early.err;
    const Ran future = give(folder.path("first.release.json"), {"--to", "the tribunal", "--method", "email", "--by",
                                                                "D. Officer", "--on", "2026-11-21", "--volume", "2x"});
    EXPECT_NE(future.err.find("is still to come"), std::string::npos) << future.err;
    EXPECT_NE(future.err.find("a volume is a number"), std::string::npos) << future.err;
    const Ran given = give(folder.path("first.release.json"),
                           {"--to", "the tribunal", "--method", "email", "--by", "D. Officer", "--on", "2026-11-20"});
    ASSERT_EQ(given.exit, 0) << given.err;
    const Ran listed = engross({"bundle", "given", folder.path("first.pdf"), "--data", data});
    ASSERT_EQ(listed.exit, 0) << listed.err;
    EXPECT_NE(listed.out.find("* release 1 ("), std::string::npos) << listed.out;
    EXPECT_NE(listed.out.find("given to the tribunal by e-mail on 20"), std::string::npos) << listed.out;
    const Value certificate = *readJson(contentsOf(folder.path("first.release.json"))).value;
    const std::string digits = certificate.textOr("identity", "").substr(0, 8);
    EXPECT_EQ(engross({"bundle", "given", digits, "--data", data}).out, listed.out);
    EXPECT_EQ(engross({"bundle", "given", "00000000", "--data", data}).exit, 3);
    EXPECT_EQ(engross({"audit", "verify", "--data", data}).exit, 0);
}

}  // namespace
}  // namespace engross
