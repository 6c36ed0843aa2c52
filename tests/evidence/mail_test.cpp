#include "evidence/mail.h"

#include "evidence/exhibit.h"
#include "evidence/mail_pages.h"
#include "pdf/reading.h"
#include "store/corpus.h"
#include "store/test_folder.h"

#include <gtest/gtest.h>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

namespace engross {
namespace {

const std::string head =
    "From: \"Ms A. Example\" <a@example.org>\r\nTo: Repairs <repairs@example.org>, b@example.org\r\n"
    "Cc: c@example.org\r\nDate: Mon, 2 Mar 2026 09:15:00 +0000\r\n"
    "Subject: =?utf-8?Q?Damp_in_the_bedroom_=E2=80=93_again?=\r\nMIME-Version: 1.0\r\n";

std::string plain(const std::string& text) {
    return head + "Content-Type: text/plain; charset=utf-8\r\n\r\n" + text;
}

std::string mixed(const std::string& parts) {
    return head + "Content-Type: multipart/mixed; boundary=\"=x=\"\r\n\r\n" + parts + "--=x=--\r\n";
}

std::string part(const std::string& fields, const std::string& content) {
    return "--=x=\r\n" + fields + "\r\n\r\n" + content + "\r\n";
}

const std::string words = part(
    "Content-Type: text/plain; charset=iso-8859-1\r\nContent-Transfer-Encoding: "
    "quoted-printable",
    "The rent is =A3500.");
const std::string page =
    part("Content-Type: text/html; charset=utf-8",
         "<html><head><title>no</title></head><body><p>Dear   all,</p><p>It is <b>wet</b>.<br>Very."
         "</p><script>alert(1)</script><ul><li>one<li>two</ul></body></html>");
const std::string file = part(
    "Content-Type: application/pdf; name=\"../../etc/report.pdf\"\r\nContent-Disposition: attachment\r\n"
    "Content-Transfer-Encoding: base64",
    "JVBERi0xLjQ=");

/// GMime is loaded when a mail is met; a machine may be without it.
class MailTest : public testing::Test {
protected:
    void SetUp() override {
        try {
            (void)readMail(plain("x"), "AB/1");
        } catch (const EvidenceError& fault) {
            ASSERT_EQ(fault.code(), "evidence-unsupported");
            GTEST_SKIP() << "GMime is not installed";
        }
    }
};

TEST_F(MailTest, SaysWhoWroteToWhomAndWhen) {
    const Mail mail = readMail(plain("Hello,\r\n\r\nit is wet.\r\n"), "AB/1");
    EXPECT_EQ(mail.from, "\"Ms A. Example\" <a@example.org>");
    EXPECT_EQ(mail.to, "Repairs <repairs@example.org>, b@example.org");
    EXPECT_EQ(mail.cc, "c@example.org");
    EXPECT_EQ(mail.date, "Mon, 2 Mar 2026 09:15:00 +0000");
    EXPECT_EQ(mail.subject, "Damp in the bedroom – again");
    EXPECT_EQ(mail.text, "Hello,\n\nit is wet.\n");
    EXPECT_FALSE(mail.fromHtml);
}

TEST_F(MailTest, DecodesTheTextIntoUtf8) {
    EXPECT_EQ(readMail(mixed(words), "AB/1").text, "The rent is £500.");
}

TEST_F(MailTest, TakesThePlainTextWhereThereIsOne) {
    const std::string both =
        head + "Content-Type: multipart/alternative; boundary=\"=x=\"\r\n\r\n" + words + page + "--=x=--\r\n";
    const Mail mail = readMail(both, "AB/1");
    EXPECT_EQ(mail.text, "The rent is £500.");
    EXPECT_FALSE(mail.fromHtml);
    EXPECT_TRUE(mail.attachments.empty());
}

TEST_F(MailTest, ReadsTheWordsOfAWebPageWhereThereIsNothingElse) {
    if (!wordsOfWebPage("<p>x</p>")) {
        GTEST_SKIP() << "libxml2 is not installed";
    }
    const Mail mail = readMail(mixed(page), "AB/1");
    EXPECT_EQ(mail.text, "Dear all,\n\nIt is wet.\nVery.\n\none\ntwo\n");
    EXPECT_TRUE(mail.fromHtml);
}

TEST_F(MailTest, ListsItsFilesAndGivesTheirBytes) {
    const std::string bytes = mixed(words + file + part("Content-Type: message/rfc822", plain("inner")));
    const Mail mail = readMail(bytes, "AB/1");
    ASSERT_EQ(mail.attachments.size(), 2U);
    EXPECT_EQ(mail.attachments.at(0), (MailAttachment{"report.pdf", "application/pdf", 8, Sha256::of("%PDF-1.4")}));
    EXPECT_EQ(mail.attachments.at(1).mediaType, "message/rfc822");
    EXPECT_EQ(readMailAttachment(bytes, 0, "AB/1"), "%PDF-1.4");
    EXPECT_NE(readMailAttachment(bytes, 1, "AB/1").find("inner"), std::string::npos);
    EXPECT_THROW((void)readMailAttachment(bytes, 2, "AB/1"), std::logic_error);
    EXPECT_EQ(mail.text, "The rent is £500.");
}

TEST_F(MailTest, LeavesOutTheConditionsThatWordWritesIntoAPage) {
    const auto words = wordsOfWebPage(
        "<!DOCTYPE html><p><![if !supportLists]>1. <![endif]>Dry it</p>"
        "<!--[if mso]><p>no</p><![endif]--><!--[if !mso]><!--><p>one<!--<![endif]--></p><p>two");
    if (!words) {
        GTEST_SKIP() << "libxml2 is not installed";
    }
    EXPECT_EQ(*words, "1. Dry it\n\none\n\ntwo\n");
}

TEST_F(MailTest, KeepsWhatAWebPageSaysBesideAPlainFooter) {
    if (!wordsOfWebPage("<p>x</p>")) {
        GTEST_SKIP() << "libxml2 is not installed";
    }
    const std::string footer = part("Content-Type: text/plain", "Sent through the list.");
    const Mail mail = readMail(mixed(page + footer), "AB/1");
    EXPECT_EQ(mail.text, "Dear all,\n\nIt is wet.\nVery.\n\none\ntwo\n\nSent through the list.");
    EXPECT_TRUE(mail.fromHtml);
    const Mail split = readMail(mixed(words + page), "AB/1");
    EXPECT_EQ(split.text, "The rent is £500.\n\nDear all,\n\nIt is wet.\nVery.\n\none\ntwo\n");
}

TEST_F(MailTest, ReadsOnBehindANought) {
    const std::string nought(1, '\0');
    EXPECT_EQ(readMail(plain("It is dry." + nought + " It is wet."), "AB/1").text, "It is dry. It is wet.");
    if (!wordsOfWebPage("<p>x</p>")) {
        GTEST_SKIP() << "libxml2 is not installed";
    }
    const std::string web = part("Content-Type: text/html", "<p>It is dry." + nought + "</p><p>It is wet.</p>");
    EXPECT_EQ(readMail(mixed(web), "AB/1").text, "It is dry.\n\nIt is wet.\n");
}

TEST_F(MailTest, KeepsTextInLettersThatItDoesNotName) {
    const auto said = [](const std::string& type, const std::string& text) {
        return readMail(head + "Content-Type: text/plain" + type + "\r\n\r\n" + text, "AB/1").text;
    };
    EXPECT_EQ(said("",
                   "\xA3"
                   "500"),
              "£500");
    EXPECT_EQ(said("", "£500"), "£500");
    EXPECT_EQ(said("; charset=us-ascii",
                   "\xA3"
                   "500"),
              "£500");
    EXPECT_EQ(said("; charset=x-nobody-knows", "500 pounds"), "500 pounds");
}

TEST_F(MailTest, RefusesAMailboxOfSeveral) {
    const std::string line = "From a@example.org Mon Mar  2 09:15:00 2026\n";
    EXPECT_EQ(readMail(line + plain("one\n"), "AB/1").text, "one\n");
    try {
        (void)readMail(line + plain("one\n\n") + line + plain("two\n"), "AB/1");
        FAIL() << "the second e-mail is lost";
    } catch (const EvidenceError& fault) {
        EXPECT_EQ(fault.code(), "evidence-mailbox");
        EXPECT_TRUE(refusal(fault, Place{}, Language::Welsh));
    }
}

TEST_F(MailTest, OutlivesBombs) {
    std::string deep;
    for (int i = 0; i < 200'000; ++i) {
        deep += "<b><div>";
    }
    const auto words = wordsOfWebPage(deep + "the end");
    EXPECT_TRUE(!words || *words == "the end\n") << words->substr(0, 100);
    const auto pound = wordsOfWebPage("<meta charset='iso-8859-1'><p>£500 ‘é’</p>");
    EXPECT_TRUE(!pound || *pound == "£500 ‘é’\n") << *pound;
    std::string data;
    data.resize(11'000'000, 'A');
    const auto after = wordsOfWebPage("<p>one<img src='data:" + data + "'>two</p>three");
    EXPECT_TRUE(!after || *after == "onetwo\n\nthree\n") << after->size() << after->substr(0, 100);
    std::string many = "To: a@example.org";
    for (int i = 0; i < 200'000; ++i) {
        many += ",\r\n b" + std::to_string(i) + "@example.org";
    }
    try {
        (void)readMail(many + "\r\n" + plain("x"), "AB/1");
        FAIL() << "a line of four megabytes is no line";
    } catch (const EvidenceError& fault) {
        EXPECT_EQ(fault.code(), "evidence-too-large");
    }
}

TEST_F(MailTest, RefusesWhatIsAboveALimit) {
    const auto codeOf = [](const std::string& bytes, const MailLimits& limits) {
        try {
            (void)readMail(bytes, "AB/1", limits);
        } catch (const EvidenceError& fault) {
            return fault.code();
        }
        return std::string("read");
    };
    const std::string bytes = mixed(words + file + file);
    EXPECT_EQ(codeOf(bytes, {}), "read");
    EXPECT_EQ(codeOf(bytes, {.bytes = 100}), "evidence-too-large");
    EXPECT_EQ(codeOf(bytes, {.text = 5}), "evidence-too-large");
    EXPECT_EQ(codeOf(bytes, {.attachments = 1}), "evidence-too-large");
    EXPECT_EQ(codeOf(bytes, {.depth = 0}), "evidence-too-large");
}

TEST_F(MailTest, BecomesPagesThatListItsFiles) {
    TestFolder folder;
    const std::string path = folder.path("damp.eml");
    std::ofstream(path, std::ios::binary) << mixed(words + file);
    PictureSheet sheet;
    sheet.title = "E-mail of 2 March 2026";
    sheet.metadata.title = sheet.title;
    const Prepared prepared = prepare({path, "damp.eml", ""}, sheet, Typesetter::standard(), folder.path("pages.pdf"));
    EXPECT_EQ(prepared.pages, 1U);
    EXPECT_TRUE(prepared.ours);
    ASSERT_TRUE(prepared.facts.mail);
    const PdfReading reading = readFinished(folder.path("pages.pdf"), "AB/1");
    EXPECT_EQ(reading.pages.size(), 1U);
    const Value facts = toValue(prepared.facts);
    EXPECT_EQ(facts.find("mail")->find("attachments")->list()->at(0).textOr("name", ""), "report.pdf");
}

TEST_F(MailTest, WritesACharacterThatNoFontHasAsItsCodePoint) {
    Mail mail;
    mail.subject = "a \xF0\x9F\xAB\xA0 b";
    mail.text = "one\n\xF0\x9F\xAB\xA0 two\n";
    const auto typesetter = Typesetter::standard();
    if (typesetter->missingCharacters(mail.subject).empty()) {
        GTEST_SKIP() << "a font has the character";
    }
    const Composition pages = pagesOfMail(mail, {.title = "E-mail", .name = "a.eml", .hash = Sha256{}}, *typesetter);
    const auto& rows = std::get<KeyValues>(pages.body.at(1).content).rows;
    EXPECT_EQ(rows.at(0).second.at(0).text, "a [U+1FAE0] b");
    EXPECT_EQ(std::get<Paragraph>(pages.body.at(3).content).text.at(0).text, "one\n[U+1FAE0] two");
}

TEST_F(MailTest, DoesNotLetALetterTurnANameRound) {
    Mail mail;
    mail.subject = "rent\u202Efdp.exe";
    const Composition pages =
        pagesOfMail(mail, {.title = "E-mail", .name = "a.eml", .hash = Sha256{}}, *Typesetter::standard());
    const auto& rows = std::get<KeyValues>(pages.body.at(1).content).rows;
    EXPECT_EQ(rows.at(0).second.at(0).text, "rent[U+202E]fdp.exe");
}

TEST_F(MailTest, OfTheCorpusIsReadOrNamed) {
    const std::vector<std::string> files = corpusFiles("mail", {".eml"});
    if (files.empty()) {
        GTEST_SKIP() << "the corpus is not there";
    }
    std::size_t read = 0;
    for (const std::string& file : files) {
        SCOPED_TRACE(file);
        std::ostringstream bytes;
        bytes << std::ifstream(file, std::ios::binary).rdbuf();
        EXPECT_EQ(sniff(bytes.str()), EvidenceKind::Mail);
        const Mail mail = readMail(bytes.str(), "AB/1");
        EXPECT_FALSE(mail.from.empty());
        EXPECT_FALSE(mail.text.empty() && mail.attachments.empty());
        for (std::size_t i = 0; i < mail.attachments.size(); ++i) {
            EXPECT_EQ(Sha256::of(readMailAttachment(bytes.str(), i, "AB/1")), mail.attachments[i].hash);
        }
        ++read;
    }
    EXPECT_GT(read, 10U);
}

}  // namespace
}  // namespace engross
