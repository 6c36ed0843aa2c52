#include "pdf/digest_maker.h"
#include "pdf/digest_store.h"
#include "pdf/linker.h"
#include "pdf/pdf_error.h"
#include "pdf/raw_pdf.h"
#include "pdf/reader_refusal.h"
#include "pdf/repacked.h"
#include "store/corpus.h"
#include "store/test_folder.h"

#include <gtest/gtest.h>
#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <random>

namespace engross {
namespace {

constexpr std::uintmax_t largestSeed = 60'000;  // bytes: small files are damaged where it matters more often

/// A few hundred in every build; ENGROSS_SOAK says how many of each file are tried in a long run.
std::size_t rounds(std::size_t usual) {
    const char* soak = std::getenv("ENGROSS_SOAK");
    const long wanted = soak == nullptr ? 0 : std::atol(soak);
    return wanted > 0 ? static_cast<std::size_t>(wanted) : usual;
}

std::vector<std::string> seeds() {
    RawPdf source;
    const std::size_t page =
        source.addTextPage("words",
                           "/MediaBox [0 0 595 842] /Annots [<< /Subtype /Link /Rect [1 1 9 9] /Dest [0 /XYZ 1 2 0] >> "
                           "<< /Subtype /Stamp /Rect [1 1 9 9] /AP << /N 4 0 R >> >>]");
    source.addPage("", "q BI /W 1 /H 1 ID x EI Q BT (open");
    source.catalog("/Dests << /a [" + std::to_string(page) +
                   " 0 R /Fit] >> /OCProperties << /OCGs [3 0 R] /D << >> >>");
    std::vector<std::string> files{source.bytes(), repacked(source.bytes(), Packing::ObjectStreams),
                                   repacked(source.bytes(), Packing::Linear)};
    for (const char* folder : {"good", "hostile"}) {
        for (const std::string& path : corpusFiles(folder, {".pdf"})) {
            if (std::filesystem::file_size(path) < largestSeed) {
                files.push_back(readBytes(path));
            }
        }
    }
    return files;
}

/// Flips a byte, writes digits, cuts a piece out, doubles one, or puts in what means something to a reader.
void damage(std::string& bytes, std::mt19937& random) {
    static const std::vector<std::string> words{"<<",    ">>",    "[",      "]",           "(",         ")",
                                                "0 R",   "obj",   "endobj", "stream",      "endstream", "/Length",
                                                "/Kids", "/Prev", "%",      "99999999999", "-1"};
    if (bytes.empty()) {
        return;
    }
    const std::size_t place = random() % bytes.size();
    const std::size_t length = std::min<std::size_t>(bytes.size() - place, random() % 40);
    switch (random() % 6) {
        case 0:
        case 1:
            bytes[place] = static_cast<char>(random());
            break;
        case 2:
            bytes[place] = static_cast<char>('0' + random() % 10);
            break;
        case 3:
            bytes.erase(place, length);
            break;
        case 4:
            bytes.insert(place, bytes.substr(random() % bytes.size(), length));
            break;
        default:
            bytes.insert(place, words[random() % words.size()]);
            break;
    }
}

TEST(DigestFuzz, AnswersEveryDamagedFileAndMakesOnlySoundDigests) {
    const PdfLimits limits;
    std::mt19937 random(20261122);
    std::size_t made = 0;
    std::size_t refused = 0;
    for (const std::string& seed : seeds()) {
        for (std::size_t round = rounds(30); round > 0; --round) {
            std::string bytes = seed;
            for (std::size_t times = 1 + random() % 4; times > 0; --times) {
                damage(bytes, random);
            }
            try {
                const Digest digest = makeDigest(bytes, "AB/1", random() % 4 == 0, limits);
                ASSERT_TRUE(isSound(digest, bytes.size()));
                ++made;
            } catch (const ReaderRefused&) {
                ++refused;
            } catch (const PdfError& fault) {
                EXPECT_TRUE(fault.code() == "pdf-too-large" || fault.code() == "pdf-damaged") << fault.code();
                ++refused;
            }
        }
    }
    RecordProperty("made", static_cast<int>(made));
    RecordProperty("refused", static_cast<int>(refused));
    EXPECT_GT(made, 0U);
    EXPECT_GT(refused, 0U);
}

/// A digest that is damaged and still sound is followed to the end: our own checks are not met on the way.
TEST(DigestFuzz, FollowsAStoredDigestThatWasDamagedOrTakesNone) {
    const TestFolder folder;
    const PdfLimits limits;
    std::mt19937 random(7);
    const std::string file = seeds().front();
    constexpr std::size_t seal = 32;
    std::string stored = storedDigest(makeDigest(file, "AB/1", false, limits), file.size());
    stored.resize(stored.size() - seal);
    const auto linker = makeLinker(Typesetter::standard());
    LinkPlan plan;
    LinkSource& source = plan.sources.emplace_back();
    source.path = writeBytes(folder.path("in.pdf"), file);
    source.name = "AB/1";
    source.expectedPages = 2;
    source.digest = folder.path("in.digest");
    plan.labels = {"1", "2"};
    plan.metadata.title = "Bundle";
    std::size_t taken = 0;
    for (std::size_t round = rounds(3000); round > 0; --round) {
        std::string bytes = stored;
        bytes[random() % bytes.size()] = static_cast<char>(random());
        if (random() % 2 == 0) {
            char& byte = bytes[random() % bytes.size()];
            byte = static_cast<char>(static_cast<unsigned char>(byte) ^ 1U << random() % 8);
        }
        // A damaged one is not taken at all; one that was sealed after the damage is.
        EXPECT_TRUE(bytes == stored || !digestFrom(bytes + sealedDigest(stored).substr(stored.size()), file.size()));
        bytes = sealedDigest(std::move(bytes));
        if (!digestFrom(bytes, file.size())) {
            continue;
        }
        ++taken;
        writeBytes(source.digest, bytes);
        try {
            (void)linker->link(plan, folder.path("out.pdf"));
        } catch (const PdfError& fault) {
            EXPECT_TRUE(fault.code() == "pdf-pages-lost" || fault.code() == "pdf-target-unknown") << fault.code();
        }
    }
    EXPECT_GT(taken, 0U);
}

}  // namespace
}  // namespace engross
