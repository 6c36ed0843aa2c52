#include "evidence/rich_text.h"
#include "evidence/sample_message.h"

#include "evidence/mail.h"
#include "store/corpus.h"

#include <gtest/gtest.h>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <set>

namespace engross {
namespace {

/// A few hundred in every build; ENGROSS_SOAK says how many of each file are tried in a long run.
std::size_t outlookRounds(std::size_t usual) {
    const char* soak = std::getenv("ENGROSS_SOAK");
    const long wanted = soak == nullptr ? 0 : std::atol(soak);
    return wanted > 0 ? static_cast<std::size_t>(wanted) : usual;
}

/// What a message holds, one of each: small and large streams, a message within, a page, rich text.
std::vector<std::string> outlookSeeds() {
    SampleMessage rich;
    rich.binary(0x1009, looselyPacked(
                            "{\\rtf1\\ansi\\fromhtml1{\\fonttbl{\\f0\\fcharset204 A;}}\\f0 \\'c6\\u8211?{\\*\\htmltag "
                            "<p>}\\htmlrtf x\\htmlrtf0 y\\par\\bin2 zz}"));
    SampleMessage web;
    web.binary(0x1013, "<p>one<td>two").number(0x3FDE, 1251).byteText(0x0037, "\xC6").number(0x3FFD, 932);
    SampleMessage whole = SampleMessage::usual();
    whole.file(u"large.bin", std::string(6000, 'x')).link(u"far.docx").message(u"within", rich);
    std::vector<std::string> files{rich.bytes(), web.bytes(), whole.bytes()};
    for (const std::string& path : corpusFiles("mail", {".msg"})) {
        std::ifstream file(path, std::ios::binary);
        files.emplace_back(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
    }
    return files;
}

/// Where the directory, the allocation and the small allocation begin, beside any other place.
std::size_t placeToDamage(const std::string& bytes, std::mt19937& random) {
    constexpr std::size_t sector = 512;
    const std::size_t field = std::vector<std::size_t>{48, 60, 76, 0}.at(random() % 4);
    std::size_t start = 0;
    if (field != 0 && bytes.size() > sector) {
        start = (static_cast<std::size_t>(static_cast<unsigned char>(bytes[field])) +
                 static_cast<std::size_t>(static_cast<unsigned char>(bytes[field + 1])) * 256 + 1) *
                sector;
    }
    const std::size_t reach = random() % 4 == 0 ? bytes.size() : 4 * sector;
    return (start + random() % reach) % bytes.size();
}

void damageMessage(std::string& bytes, std::mt19937& random) {
    const std::size_t place = placeToDamage(bytes, random);
    const std::size_t length = std::min<std::size_t>(bytes.size() - place, 1 + random() % 4);
    switch (random() % 8) {
        case 0:
            bytes.resize(std::max<std::size_t>(place, 1));
            break;
        case 1:
            bytes.erase(place, std::min(length, bytes.size() - 1));
            break;
        case 2:
        case 3:
            std::fill_n(bytes.begin() + static_cast<std::ptrdiff_t>(place), length, random() % 2 == 0 ? '\xFF' : '\0');
            break;
        case 4:
            bytes.replace(place, length, bytes.substr(random() % bytes.size(), length));
            break;
        default:
            bytes[place] = static_cast<char>(random() % 2 == 0 ? random() % 32 : random());
            break;
    }
}

TEST(OutlookFuzz, AnswersEveryDamagedMessageWithItsTextOrItsFault) {
    std::mt19937 random(20261122);
    std::size_t read = 0;
    std::size_t refused = 0;
    for (const std::string& seed : outlookSeeds()) {
        for (std::size_t round = outlookRounds(150); round > 0; --round) {
            std::string bytes = seed;
            for (std::size_t times = 1 + random() % 3; times > 0; --times) {
                damageMessage(bytes, random);
            }
            try {
                const Mail mail = readOutlookMail(bytes, "AB/1");
                std::uint64_t total = 0;
                for (std::size_t i = 0; i < mail.attachments.size(); ++i) {
                    const std::string content = readOutlookAttachment(bytes, i, "AB/1");
                    EXPECT_EQ(content.size(), mail.attachments[i].bytes);
                    total += content.size();
                }
                EXPECT_LE(total, bytes.size() * 4 + 100'000) << "round " << round;
                ++read;
            } catch (const EvidenceError& fault) {
                EXPECT_TRUE(fault.code() == "evidence-damaged" || fault.code() == "evidence-too-large" ||
                            fault.code() == "evidence-unsupported")
                    << fault.code();
                ++refused;
            }
        }
    }
    EXPECT_GT(read, 0U);
    EXPECT_GT(refused, 0U);
}

TEST(OutlookFuzz, ReadsEveryDamagedRichText) {
    const std::string seed =
        "{\\rtf1\\ansi\\ansicpg1252\\fromhtml1{\\fonttbl{\\f0\\fcharset204 A;}{\\f1\\cpg932 B;}}\\uc2\\f0 "
        "\\'c6\\u-10179??\\u-8704??{\\*\\htmltag64 <p>}\\htmlrtf {\\v x}\\htmlrtf0 y\\par\\bin3 "
        "zzz\\f1\\'8b\\'ea{\\pict 00}}";
    std::mt19937 random(20261122);
    std::size_t letters = 0;
    for (std::size_t round = outlookRounds(2000); round > 0; --round) {
        std::string rtf = seed;
        for (std::size_t times = 1 + random() % 5; times > 0; --times) {
            damageMessage(rtf, random);
        }
        try {
            letters += wordsOfRichText(rtf, 10'000, "AB/1").text.size();
            letters += unpackedRichText("xxxxyyyyLZFuzzzz" + rtf, 10'000, "AB/1").size();
        } catch (const EvidenceError& fault) {
            EXPECT_EQ(fault.code(), "evidence-too-large");
        }
    }
    EXPECT_GT(letters, 0U);
}

}  // namespace
}  // namespace engross
