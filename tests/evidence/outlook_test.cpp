#include "evidence/exhibit.h"
#include "evidence/rich_text.h"
#include "evidence/sample_message.h"
#include "model/json.h"
#include "pdf/page_words.h"
#include "store/corpus.h"
#include "store/test_folder.h"

#include <gtest/gtest.h>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>

namespace engross {
namespace {

using namespace std::string_literals;

std::string corpusMail(const std::string& name) {
    std::ostringstream bytes;
    bytes << std::ifstream(corpusFolder() + "/mail/" + name, std::ios::binary).rdbuf();
    return bytes.str();
}

std::string codeOf(const std::string& bytes, const MailLimits& limits = {}) {
    try {
        const Mail mail = readOutlookMail(bytes, "AB/1", limits);
        for (std::size_t i = 0; i < mail.attachments.size(); ++i) {
            (void)readOutlookAttachment(bytes, i, "AB/1", limits);
        }
        return "read";
    } catch (const EvidenceError& fault) {
        EXPECT_TRUE(refusal(fault, Place{}, Language::Welsh)) << fault.code();
        return fault.code();
    }
}

bool readsWebPages() {
    return wordsOfWebPage("<p>x</p>").has_value();
}

TEST(Outlook, SaysWhoWroteToWhomAndWhen) {
    const std::string bytes = SampleMessage::usual()
                                  .receiver(u"'b@example.org'", u"b@example.org", 2)
                                  .receiver(u"Legal", u"legal@example.org", 3)
                                  .bytes();
    EXPECT_EQ(sniff(bytes), EvidenceKind::Outlook);
    const Mail mail = readOutlookMail(bytes, "AB/1");
    EXPECT_EQ(mail.from, "\"Example, Ms A.\" <a@example.org>");
    EXPECT_EQ(mail.to, "Repairs <repairs@example.org>");
    EXPECT_EQ(mail.cc, "b@example.org");
    EXPECT_EQ(mail.bcc, "Legal <legal@example.org>");
    EXPECT_EQ(mail.date, "Tue, 2 Jun 2026 10:00:00 +0100");
    EXPECT_EQ(mail.subject, "Damp in the bedroom – again");
    EXPECT_EQ(mail.text, "Hello,\n\nit is wet.\n");
    EXPECT_FALSE(mail.isDraft || mail.fromHtml || mail.fromRich);
}

TEST(Outlook, TakesTheDateThatTheSendersProgramWrote) {
    SampleMessage message = SampleMessage::usual();
    message.text(0x007D, u"Received: from x\r\n by y\r\nDate: Tue,\r\n 2 Jun 2026 05:00:00 -0400\r\n\r\nDate: no");
    EXPECT_EQ(readOutlookMail(message.bytes(), "AB/1").date, "Tue, 2 Jun 2026 05:00:00 -0400");
}

TEST(Outlook, DoesNotPrintAnExchangeNameForAnAddress) {
    SampleMessage message;
    message.text(0x0042, u"A. Example").text(0x0064, u"EX").text(0x0065, u"/O=COUNCIL/CN=A").text(0x1000, u"x");
    EXPECT_EQ(readOutlookMail(message.bytes(), "AB/1").from, "A. Example");
    message.text(0x007D, u"From: \"A. Example\" <a@example.org>\r\n");
    EXPECT_EQ(readOutlookMail(message.bytes(), "AB/1").from, "A. Example <a@example.org>");
}

TEST(Outlook, SaysThatADraftWasNeverSent) {
    SampleMessage message;
    message.text(0x0037, u"Not yet").text(0x1000, u"x").number(0x0E07, 8);
    const Mail mail = readOutlookMail(message.bytes(), "AB/1");
    EXPECT_TRUE(mail.isDraft);
    EXPECT_EQ(mail.date, "");
    message.time(0x0039, 134'248'644'000'000'000);
    EXPECT_FALSE(readOutlookMail(message.bytes(), "AB/1").isDraft);
}

TEST(Outlook, ReadsOlderTextInItsCodePage) {
    const auto subject = [](std::uint16_t property, std::uint32_t number, const std::string& text) {
        SampleMessage message;
        message.byteText(0x0037, text).number(property, number);
        return readOutlookMail(message.bytes(), "AB/1").subject;
    };
    EXPECT_EQ(subject(0x3FFD, 1251, "\xC6\xE0\xEB\xEE\xE1\xE0"), "Жалоба");
    EXPECT_EQ(subject(0x3FF1, 0x0419, "\xC6\xE0\xEB\xEE\xE1\xE0"), "Жалоба");
    EXPECT_EQ(subject(0x3FDE, 65001, "£500"), "£500");
    EXPECT_EQ(subject(0x3FFD, 932, "\x8B\xEA\x8F\xEE"), "苦情");
    EXPECT_EQ(subject(0x3FFD, 1258, "xin chao"), "xin chao");
    EXPECT_EQ(subject(0x3FFD, 1258, "xin cha\xF2"), "xin chạ");
    EXPECT_EQ(subject(0x3FFD, 1255, "\xF9\xEC\xE5\xED"), "שלום");
    EXPECT_EQ(subject(0x3FFD, 99'999,
                      "\xA3"
                      "500"),
              "£500");
    EXPECT_EQ(subject(0x3FFD, 1252,
                      "\x81"
                      "500"),
              "\uFFFD"
              "500");
}

TEST(Outlook, ReadsTheWordsOfAWebPageWhereThereIsNothingElse) {
    if (!readsWebPages()) {
        GTEST_SKIP() << "libxml2 is not installed";
    }
    SampleMessage message;
    message.binary(0x1013, "<meta charset=utf-8><p>\xC6</p>").number(0x3FDE, 1251);
    const Mail mail = readOutlookMail(message.bytes(), "AB/1");
    EXPECT_EQ(mail.text, "Ж\n");
    EXPECT_TRUE(mail.fromHtml);
}

TEST(Outlook, ReadsTheWordsOfRichTextWhereThereIsNothingElse) {
    const auto read = [](const std::string& rtf) {
        SampleMessage message;
        message.binary(0x1009, looselyPacked(rtf));
        return readOutlookMail(message.bytes(), "AB/1");
    };
    const Mail mail = read(
        "{\\rtf1\\ansi\\ansicpg1252{\\fonttbl{\\f0\\fswiss Arial;}{\\f1\\fcharset204 Arial;}}"
        "{\\colortbl;\\red0;}{\\*\\generator none;}\\f0 The rent is \\'a3500.\\par "
        "{\\f1 \\'c6\\'e0}\\u8211? \\u-10179?\\u-8704? \\{x\\}{\\v hidden}{\\pict 00ff}\\tab end}");
    EXPECT_EQ(mail.text, "The rent is £500.\nЖа– 😀 {x}    end");
    EXPECT_TRUE(mail.fromRich);
    EXPECT_EQ(read("{\\rtf1{\\shp{\\*\\shpinst{\\sp{\\sn a}{\\sv 1}}{\\shptxt boxed}}{\\shprslt boxed}} {\\deleted no}"
                   "{\\object{\\*\\objdata 00}{\\result shown}}}")
                  .text,
              "boxed shown");
    EXPECT_EQ(read("{\\rtf1\\ansi {\\listtext 3.\\tab}Repairs are late.}").text, "3.    Repairs are late.");
    if (readsWebPages()) {
        const Mail web = read(
            "{\\rtf1\\ansi\\fromhtml1 {\\*\\htmltag64 <p>}\\htmlrtf {\\htmlrtf0 It is \\'e9."
            "\\htmlrtf\\par}\\htmlrtf0 {\\*\\htmltag72 </p>}}");
        EXPECT_EQ(web.text, "It is é.\n");
        EXPECT_TRUE(web.fromHtml && !web.fromRich);
    }
}

/// [MS-OXRTFCP] 4.1.1: the example of the specification.
TEST(Outlook, UnpacksRichTextAsItsSpecificationDoes) {
    const std::string packed =
        "\x2D\0\0\0\x2B\0\0\0LZFu\xF1\xC5\xC7\xA7\x03\0\x0A\0\x72\x63\x70\x67\x31\x32\x35\x42\x32\x0A\xF3\x20"
        "\x68\x65\x6C\x09\0\x20\x62\x77\x05\xB0\x6C\x64\x7D\x0A\x80\x0F\xA0"s;
    EXPECT_EQ(unpackedRichText(packed, 1000, "AB/1"), "{\\rtf1\\ansi\\ansicpg1252\\pard hello world}\r\n");
    EXPECT_THROW((void)unpackedRichText(packed, 10, "AB/1"), EvidenceError);
    EXPECT_THROW((void)unpackedRichText("LZFu", 10, "AB/1"), EvidenceError);
}

TEST(Outlook, ListsItsFilesAndGivesTheirBytes) {
    const std::string large(10'000, 'x');
    const std::string bytes = SampleMessage::usual()
                                  .file(u"../../etc/report.pdf", "%PDF-1.4")
                                  .file(u"large.bin", large, u"application/x-large")
                                  .link(u"plan on a server.docx")
                                  .file(u"", "")
                                  .bytes();
    const Mail mail = readOutlookMail(bytes, "AB/1");
    ASSERT_EQ(mail.attachments.size(), 4U);
    EXPECT_EQ(mail.attachments.at(0), (MailAttachment{"report.pdf", "application/pdf", 8, Sha256::of("%PDF-1.4")}));
    EXPECT_EQ(mail.attachments.at(1),
              (MailAttachment{"large.bin", "application/x-large", large.size(), Sha256::of(large)}));
    EXPECT_TRUE(mail.attachments.at(2).isElsewhere);
    Facts facts;
    facts.mail = mail;
    const Value value = toValue(facts);
    const Value& far = value.find("mail")->find("attachments")->list()->at(2);
    EXPECT_TRUE(far.find("sha256") == nullptr && far.find("elsewhere") != nullptr);
    EXPECT_FALSE(mail.attachments.at(3).isElsewhere);
    EXPECT_EQ(readOutlookAttachment(bytes, 0, "AB/1"), "%PDF-1.4");
    EXPECT_EQ(readOutlookAttachment(bytes, 1, "AB/1"), large);
    EXPECT_THROW((void)readOutlookAttachment(bytes, 4, "AB/1"), std::logic_error);
}

TEST(Outlook, GivesAMessageWithinAsAMessageOfItsOwn) {
    SampleMessage inner = SampleMessage::usual();
    inner.file(u"photo.jpg", "\xFF\xD8\xFF\xE0").message(u"older", SampleMessage::usual());
    const std::string bytes = SampleMessage::usual().message(u"FW: Damp", inner).bytes();
    const Mail mail = readOutlookMail(bytes, "AB/1");
    ASSERT_EQ(mail.attachments.size(), 1U);
    EXPECT_EQ(mail.attachments.at(0).name, "FW: Damp.msg");
    EXPECT_EQ(mail.attachments.at(0).mediaType, "application/vnd.ms-outlook");
    const std::string taken = readOutlookAttachment(bytes, 0, "AB/1");
    EXPECT_EQ(Sha256::of(taken), mail.attachments.at(0).hash);
    EXPECT_EQ(sniff(taken), EvidenceKind::Outlook);
    const Mail within = readOutlookMail(taken, "AB/2");
    EXPECT_EQ(within.date, "Tue, 2 Jun 2026 10:00:00 +0100");
    ASSERT_EQ(within.attachments.size(), 2U);
    EXPECT_EQ(within.attachments.at(0).mediaType, "image/jpeg");
    EXPECT_EQ(readOutlookMail(readOutlookAttachment(taken, 1, "AB/2"), "AB/3").text, "Hello,\n\nit is wet.\n");
}

/// A message with a time and a place that only its own names of properties tell.
SampleMessage invitation() {
    const std::string appointments = "\x02\x20\x06\0\0\0\0\0\xC0\0\0\0\0\0\0\x46"s;
    const std::string entries = "\x0D\x82\0\0\x06\0\0\0"s + "\x0E\x82\0\0\x06\0\x01\0"s + "\x08\x82\0\0\x06\0\x02\0"s;
    CompoundPart names{.name = u"__nameid_version1.0", .isStorage = true};
    names.parts.push_back({.name = u"__substg1.0_00020102", .content = appointments});
    names.parts.push_back({.name = u"__substg1.0_00030102", .content = entries});
    SampleMessage message = SampleMessage::usual();
    message.part(std::move(names)).time(0x8000, 134'248'644'000'000'000).time(0x8001, 134'248'680'000'000'000);
    return message.text(0x8002, u"1 Example Street");
}

TEST(Outlook, SaysWhenAndWhereAMeetingIs) {
    CompoundPart whole = invitation().storage(OutlookHeader::Message);
    for (CompoundPart& part : whole.parts) {
        if (part.name == u"__substg1.0_001A001F") {
            part.content = wideBytes(u"IPM.Schedule.Meeting.Request");
        }
    }
    const Mail mail = readOutlookMail(compoundFileOf(whole), "AB/1");
    ASSERT_TRUE(mail.meeting);
    EXPECT_EQ(mail.meeting->starts, "Tue, 2 Jun 2026 10:00:00 +0100");
    EXPECT_EQ(mail.meeting->ends, "Tue, 2 Jun 2026 11:00:00 +0100");
    EXPECT_EQ(mail.meeting->place, "1 Example Street");
    EXPECT_FALSE(readOutlookMail(invitation().bytes(), "AB/1").meeting);
}

TEST(Outlook, RefusesAContact) {
    SampleMessage contact;
    contact.text(0x001A, u"IPM.Contact").text(0x3001, u"Ms A. Example");
    EXPECT_EQ(codeOf(contact.bytes()), "evidence-unsupported");
}

TEST(Outlook, BecomesPagesThatLookLikeThoseOfAnEmail) {
    TestFolder folder;
    SampleMessage message = SampleMessage::usual();
    message.file(u"report.pdf", "%PDF-1.4").link(u"plan.docx");
    std::ofstream(folder.path("damp.msg"), std::ios::binary) << message.bytes();
    const std::string eml =
        "From: \"Example, Ms A.\" <a@example.org>\r\nTo: Repairs <repairs@example.org>\r\n"
        "Date: Tue, 2 Jun 2026 10:00:00 +0100\r\nSubject: =?utf-8?Q?Damp_in_the_bedroom_=E2=80=93_again?=\r\n\r\n"
        "Hello,\r\n\r\nit is wet.\r\n";
    std::ofstream(folder.path("damp.eml"), std::ios::binary) << eml;
    PictureSheet sheet;
    sheet.title = "E-mail of 2 June 2026";
    sheet.metadata.title = sheet.title;
    const auto textOf = [&](const std::string& file) {
        const Prepared prepared =
            prepare({folder.path(file), file, ""}, sheet, Typesetter::standard(), folder.path("pages.pdf"));
        EXPECT_EQ(prepared.pages, 1U);
        EXPECT_TRUE(prepared.facts.mail);
        const auto words = wordsShown(ProgramInput::file(folder.path("pages.pdf")), {1, 1});
        std::string text;
        for (const TextLine& line : linesIn(words.value().front(), {0, 0, 5000, 5000})) {
            text += line.text + "\n";
        }
        return text;
    };
    const std::string ours = textOf("damp.msg");
    EXPECT_NE(ours.find("report.pdf"), std::string::npos) << ours;
    EXPECT_NE(ours.find("a link to it came"), std::string::npos) << ours;
    std::string same = ours.substr(0, ours.find("Files attached"));
    same.erase(same.find("Attached"), same.find('\n', same.find("Attached")) - same.find("Attached") + 1);
    const std::string theirs = textOf("damp.eml");
    EXPECT_EQ(same, theirs.substr(0, theirs.find("damp.eml")));
    const Upload upload{folder.path("damp.msg"), "damp.msg", ""};
    EXPECT_EQ(takeAttachment(upload, 1).bytes, "%PDF-1.4");
    EXPECT_THROW((void)takeAttachment(upload, 2), EvidenceError);
    EXPECT_THROW((void)takeAttachment(upload, 3), EvidenceError);
}

/// As msgconvert (libemail-outlook-message-perl 0.921) and olefile 0.46 say.
TEST(Outlook, OfTheCorpusSaysWhatOtherProgramsSay) {
    const std::string simple = corpusMail("poi__simple_test_msg.msg");
    if (simple.empty()) {
        GTEST_SKIP() << "the corpus is not there";
    }
    const Mail first = readOutlookMail(simple, "AB/1");
    EXPECT_EQ(first.from, "Travis Ferguson <travis@overwrittenstack.com>");
    EXPECT_EQ(first.to, "travis@overwrittenstack.com");
    EXPECT_EQ(first.date, "Fri, 6 Jul 2007 01:27:17 -0400");
    EXPECT_EQ(first.text, "This is a test message.");
    const std::string nested = corpusMail("tika__testmsg_att_msg.msg");
    const Mail second = readOutlookMail(nested, "AB/1");
    EXPECT_EQ(second.from, "Nick Booth <nick.booth@pof.com.au>");
    EXPECT_EQ(second.date, "Fri, 18 Jun 2010 09:54:19 +1000");
    EXPECT_EQ(second.text, "Test email with 1 msg attachment, 1 pdf\n\n");
    ASSERT_EQ(second.attachments.size(), 2U);
    EXPECT_EQ(second.attachments.at(0).name, "Test Attachment.msg");
    EXPECT_EQ(second.attachments.at(1).name, "smbprn.00009008.KdcPjl.pdf");
    EXPECT_EQ(second.attachments.at(1).bytes, 13'539U);
    const Mail within = readOutlookMail(readOutlookAttachment(nested, 0, "AB/1"), "AB/2");
    EXPECT_EQ(within.subject, "Test Attachment");
    EXPECT_EQ(within.text, "Blah blah blah\n\n");
    const Mail third = readOutlookMail(corpusMail("poi__attachment_msg_inlineimg.msg"), "AB/1");
    EXPECT_EQ(third.from, "Angela Deng");
    EXPECT_EQ(third.to, "Tracy Yin <tyin@blackberry.com>");
    EXPECT_EQ(third.date, "Fri, 12 Jun 2015 20:44:48 +0100");  // msgconvert: 19:44:48 +0000
    ASSERT_EQ(third.attachments.size(), 4U);
    EXPECT_EQ(third.attachments.at(3).mediaType, "image/jpeg");
    EXPECT_EQ(third.attachments.at(3).bytes, 29'374U);
    const Mail fourth = readOutlookMail(corpusMail("poi__htmlbodybinary_cp1251.msg"), "AB/1");
    EXPECT_EQ(fourth.subject, "Subject öäü Subject");
}

/// Once more with the same parts, written here and read again.
TEST(Outlook, CompoundFilesAreReadAsTheyWereWritten) {
    CompoundPart root{.isStorage = true};
    for (int i = 0; i < 300; ++i) {
        const auto digit = static_cast<char16_t>(u'a' + i % 26);
        root.parts.push_back(
            {.name = std::u16string(static_cast<std::size_t>(i / 26 + 1), digit),
             .content = std::string(static_cast<std::size_t>(i) * 60, static_cast<char>('a' + i % 26))});
    }
    std::string beyondTheHeadersPlaces;
    beyondTheHeadersPlaces.resize(9'000'000, 'L');
    root.parts.push_back({.name = u"large", .content = std::move(beyondTheHeadersPlaces)});
    const std::string bytes = compoundFileOf(root);
    EXPECT_EQ(bytes, compoundFileOf(root));
    const CompoundFile file(bytes, "AB/1");
    ASSERT_EQ(file.in(CompoundFile::root).size(), 301U);
    for (const CompoundPart& part : root.parts) {
        const auto found = file.find(CompoundFile::root, part.name);
        ASSERT_TRUE(found);
        EXPECT_TRUE(file.read(*found) == part.content);
    }
}

/// A number of that many bytes, set in a copy.
std::string with(std::string bytes, std::size_t at, std::uint64_t number, std::size_t length = 4) {
    for (std::size_t i = 0; i < length; ++i) {
        bytes.at(at + i) = static_cast<char>(number >> i * 8 & 0xFFU);
    }
    return bytes;
}

std::size_t sectorAt(const std::string& bytes, std::size_t field) {
    return (static_cast<std::size_t>(static_cast<unsigned char>(bytes.at(field))) +
            static_cast<std::size_t>(static_cast<unsigned char>(bytes.at(field + 1))) * 256 + 1) *
           512;
}

TEST(OutlookHostile, CirclesAndLyingSizesAreRefusedByName) {
    SampleMessage message = SampleMessage::usual();
    message.file(u"large.bin", std::string(20'000, 'x'));
    const std::string sound = message.bytes();
    ASSERT_EQ(codeOf(sound), "read");
    const std::size_t directory = sectorAt(sound, 48);
    const std::size_t allocation = sectorAt(sound, 76);
    const std::size_t directorySector = directory / 512 - 1;
    std::map<std::string, std::string> hostile{
        {"a directory that goes in a circle", with(sound, allocation + directorySector * 4, directorySector)},
        {"a directory beyond the file", with(sound, 48, 0x7FFFFFFF)},
        {"an entry that is its own child", with(sound, directory + 76, 0)},
        {"an entry that is its own neighbour", with(sound, directory + 128 + 68, 1)},
        {"an entry beyond the directory", with(sound, directory + 76, 0x7FFFFFFE)},
        {"small streams longer than the file", with(sound, directory + 120, 0x7FFFFFFF)},
        {"a small allocation in a circle",
         with(with(sound, 60, directorySector), allocation + directorySector * 4, directorySector)},
        {"sectors of two gigabytes", with(sound, 30, 31, 2)},
        {"a list of the allocation in a circle", with(with(sound, 68, 0), 76, 0xFFFFFFFF)},
        {"no allocation", with(sound, 76, 0xFFFFFFFF)},
        {"the header alone", sound.substr(0, 512)},
        {"half of it", sound.substr(0, sound.size() / 2)}};
    for (std::size_t entry = 1; entry < 12; ++entry) {
        hostile["a stream of four gigabytes, " + std::to_string(entry)] =
            with(with(sound, directory + entry * 128 + 66, 2, 1), directory + entry * 128 + 120, 0xFFFFFFF0);
    }
    for (const auto& [what, bytes] : hostile) {
        EXPECT_EQ(codeOf(bytes), "evidence-damaged") << what;
    }
}

TEST(OutlookHostile, AreRefusedAboveALimit) {
    SampleMessage two = SampleMessage::usual();
    two.file(u"a", "1").file(u"b", "2");
    EXPECT_EQ(codeOf(two.bytes(), {.attachments = 2}), "read");
    EXPECT_EQ(codeOf(two.bytes(), {.attachments = 1}), "evidence-too-large");
    EXPECT_EQ(codeOf(two.bytes(), {.bytes = 100}), "evidence-too-large");
    EXPECT_EQ(codeOf(two.bytes(), {.text = 5}), "evidence-too-large");
    EXPECT_EQ(codeOf(two.bytes(), {.head = 5}), "evidence-too-large");
    SampleMessage deep = SampleMessage::usual();
    for (int i = 0; i < 20; ++i) {
        deep = SampleMessage::usual().message(u"within", deep);
    }
    EXPECT_EQ(codeOf(deep.bytes()), "evidence-too-large");
    EXPECT_EQ(codeOf(deep.bytes(), {.depth = 100}), "read");
}

TEST(OutlookHostile, NamesThousandsOfReceiversWithinTheLimitOfTime) {
    SampleMessage crowd = SampleMessage::usual();
    for (int i = 0; i < 20'000; ++i) {
        crowd.receiver(u"Somebody", u"somebody@example.org");
    }
    const auto begin = std::chrono::steady_clock::now();
    EXPECT_EQ(codeOf(crowd.bytes()), "evidence-too-large");
    EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(15));
}

TEST(OutlookHostile, RichTextBombsAreRefused) {
    std::string deep(3'000, '{');
    EXPECT_THROW((void)wordsOfRichText(deep, 1000, "AB/1"), EvidenceError);
    EXPECT_THROW((void)wordsOfRichText(std::string(2000, 'x'), 1000, "AB/1"), EvidenceError);
    EXPECT_EQ(wordsOfRichText("{\\rtf1 a\\bin999999999 b", 1000, "AB/1").text, "a");
    EXPECT_EQ(wordsOfRichText("}}}\\", 1000, "AB/1").text, "");
}

}  // namespace
}  // namespace engross
