#include "pdf/joined.h"
#include "pdf/object_web.h"
#include "pdf/random_sources.h"
#include "pdf/raw_pdf.h"

#include <gtest/gtest.h>
#include <zlib.h>
#include <array>
#include <cstdint>
#include <cstdlib>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFWriter.hh>
#include <set>

namespace engross {
namespace {

unsigned seeds() {
    return std::getenv("ENGROSS_SOAK") != nullptr ? 500 : 25;
}

std::string joinedBytes(const LinkPlan& plan, const LinkOptions& options) {
    TestFolder folder;
    const std::string output = folder.path("out.pdf");
    (void)makeLinker(Typesetter::standard(), {}, options)->link(plan, output);
    return readBytes(output);
}

TEST(LinkerProperty, LosesNoPageAndLeavesNoLooseEnd) {
    for (unsigned seed = 0; seed < seeds(); ++seed) {
        SCOPED_TRACE(seed);
        const RandomSources sources(seed);
        Joined joined(sources.plan);
        ASSERT_EQ(joined.reading.pages.size(), sources.words.size());
        EXPECT_EQ(joined.report.pages, sources.words.size());
        EXPECT_EQ(looseEnds(joined.pdf), std::vector<std::string>());
        EXPECT_EQ(joined.complaints(), std::vector<std::string>());
        for (std::size_t page = 0; page < sources.words.size(); ++page) {
            const auto& stamp = joined.reading.pages[page].stamp;
            ASSERT_TRUE(stamp && stamp->upright && stamp->inCorner) << "page " << page + 1;
            EXPECT_EQ(stamp->text, sources.plan.labels[page]);
        }
    }
}

TEST(LinkerProperty, KeepsEveryPageInItsPlace) {
    for (unsigned seed = 0; seed < seeds() / 5; ++seed) {
        SCOPED_TRACE(seed);
        const RandomSources sources(seed);
        const Joined joined(sources.plan);
        if (joined.textOf(1).empty()) {
            GTEST_SKIP() << "pdftotext is not installed";
        }
        for (std::size_t page = 0; page < sources.words.size(); ++page) {
            EXPECT_NE(joined.textOf(page + 1).find(sources.words[page]), std::string::npos) << "page " << page + 1;
        }
    }
}

TEST(LinkerProperty, GivesTheSameBytesWithAnyNumberOfReaders) {
    for (unsigned seed = 0; seed < seeds(); ++seed) {
        SCOPED_TRACE(seed);
        const RandomSources sources(seed);
        LinkOptions options;
        options.readers = 0;
        const std::string alone = joinedBytes(sources.plan, options);
        for (const unsigned readers : {1U, 2U, 5U}) {
            options.readers = readers;
            EXPECT_TRUE(joinedBytes(sources.plan, options) == alone) << readers << " readers";
        }
    }
}

TEST(LinkerProperty, SaysTheSameInEveryForm) {
    for (unsigned seed = 0; seed < seeds() / 5; ++seed) {
        SCOPED_TRACE(seed);
        const RandomSources sources(seed);
        TestFolder folder;
        const std::string packed = folder.path("packed.pdf");
        const std::string loose = folder.path("loose.pdf");
        (void)makeLinker(Typesetter::standard())->link(sources.plan, packed);
        LinkOptions plain;
        plain.packsObjects = false;
        plain.sharesEqual = false;
        (void)makeLinker(Typesetter::standard(), {}, plain)->link(sources.plan, loose);
        const PdfReading one = readFinished(packed, "packed");
        const PdfReading other = readFinished(loose, "loose");
        EXPECT_EQ(one.pages, other.pages);
        EXPECT_EQ(one.bookmarks, other.bookmarks);
        EXPECT_TRUE(one.objectStreams);
        EXPECT_FALSE(other.objectStreams);
    }
}

TEST(LinkerProperty, NoticesALooseEndThatIsPlanted) {
    const RandomSources sources(1);
    Joined joined(sources.plan);
    const auto rewritten = [](QPDF& pdf) {
        QPDFWriter writer(pdf);
        writer.setOutputMemory();
        writer.setPreserveUnreferencedObjects(true);
        writer.write();
        const auto buffer = writer.getBufferSharedPointer();
        return std::string(reinterpret_cast<const char*>(buffer->getBuffer()), buffer->getSize());
    };
    joined.pdf.makeIndirectObject(QPDFObjectHandle::newString("nobody refers to this"));
    const std::string bytes = rewritten(joined.pdf);
    QPDF again;
    again.processMemoryFile("again", bytes.data(), bytes.size());
    ASSERT_EQ(looseEnds(again).size(), 1U);
    EXPECT_NE(looseEnds(again).at(0).find("not referred to"), std::string::npos);
}

TEST(LinkerSharing, WritesEqualObjectsOfTwoSourcesOnce) {
    TestFolder folder;
    RawPdf first;
    first.addTextPage("one");
    first.addStream(std::string(5000, 'x'));
    RawPdf second = first;
    const std::string picture(9000, 'p');
    for (RawPdf* file : {&first, &second}) {
        const std::size_t image = file->addStream(
            picture,
            "/Type /XObject /Subtype /Image /Width 90 /Height 100 /BitsPerComponent 8 /ColorSpace /DeviceGray");
        file->addPage("/MediaBox [0 0 595 842] /Resources << /XObject << /I " + std::to_string(image) + " 0 R >> >>",
                      "/I Do");
    }
    const LinkPlan plan = Joined::planOf({first.writeTo(folder.path("1.pdf")), second.writeTo(folder.path("2.pdf"))});
    LinkOptions apart;
    apart.sharesEqual = false;
    const std::size_t shared = joinedBytes(plan, {}).size();
    const std::size_t twice = joinedBytes(plan, apart).size();
    EXPECT_GE(twice, shared + picture.size());
}

constexpr std::size_t largePicture = 200000;

std::size_t addPicturePage(RawPdf& file, const std::string& picture) {
    const std::size_t image =
        file.addStream(picture,
                       "/Type /XObject /Subtype /Image /Width 400 /Height 500 /BitsPerComponent 8 "
                       "/ColorSpace /DeviceGray");
    return file.addPage("/MediaBox [0 0 595 842] /Resources << /XObject << /I " + std::to_string(image) + " 0 R >> >>",
                        "/I Do");
}

/// The picture of each page, and how many pictures the file holds.
std::pair<std::vector<std::string>, std::size_t> picturesOf(Joined& joined) {
    std::vector<std::string> shown;
    std::set<QPDFObjGen> kept;
    for (QPDFPageObjectHelper page : QPDFPageDocumentHelper(joined.pdf).getAllPages()) {
        QPDFObjectHandle image = page.getObjectHandle().getKey("/Resources").getKey("/XObject").getKey("/I");
        const auto bytes = image.getRawStreamData();
        shown.emplace_back(reinterpret_cast<const char*>(bytes->getBuffer()), bytes->getSize());
        kept.insert(image.getObjGen());
    }
    return {shown, kept.size()};
}

TEST(LinkerSharing, WritesALargePictureOfSeveralSourcesOnce) {
    TestFolder folder;
    const std::string picture(largePicture, 'p');
    std::vector<std::string> paths;
    for (const char* name : {"1.pdf", "2.pdf"}) {
        RawPdf file;
        addPicturePage(file, picture);
        addPicturePage(file, picture);
        paths.push_back(file.writeTo(folder.path(name)));
    }
    Joined joined(paths);
    const auto [shown, kept] = picturesOf(joined);
    EXPECT_EQ(shown, (std::vector<std::string>(4, picture)));
    EXPECT_EQ(kept, 1U);
}

TEST(LinkerSharing, TellsLargePicturesApartThatDifferInOneByte) {
    TestFolder folder;
    const std::string white(largePicture, 'w');
    for (std::size_t at = 0; at < largePicture; at += 9973) {
        SCOPED_TRACE(at);
        std::string marked = white;
        marked[at] = 'm';
        RawPdf plain;
        addPicturePage(plain, white);
        RawPdf other;
        addPicturePage(other, marked);
        RawPdf both;
        addPicturePage(both, marked);
        addPicturePage(both, white);
        Joined joined(std::vector<std::string>{plain.writeTo(folder.path("1.pdf")), other.writeTo(folder.path("2.pdf")),
                                               both.writeTo(folder.path("3.pdf"))});
        EXPECT_TRUE(picturesOf(joined).first == (std::vector<std::string>{white, marked, marked, white}));
    }
}

std::uint32_t sumOf(const std::string& bytes) {
    return static_cast<std::uint32_t>(
        ::crc32(0, reinterpret_cast<const Bytef*>(bytes.data()), static_cast<uInt>(bytes.size())));
}

/// Other bytes of the same length, sum and ends. A sum of 32 bits changes by the exclusive or of what each flipped bit
/// changes, so that among 33 flips some undo each other.
std::string twinOf(const std::string& bytes) {
    std::array<std::pair<std::uint32_t, std::uint64_t>, 32> known{};  // by leading bit: what changes, by which flips
    for (std::size_t flip = 0;; ++flip) {
        const auto flipped = [&bytes](std::uint64_t flips) {
            std::string other = bytes;
            for (std::size_t i = 0; i < 64; ++i) {
                other[300 + i] = static_cast<char>(other[300 + i] ^ static_cast<char>(flips >> i & 1U));
            }
            return other;
        };
        std::uint64_t flips = std::uint64_t{1} << flip;
        std::uint32_t change = sumOf(flipped(flips)) ^ sumOf(bytes);
        for (unsigned bit = 32; bit-- > 0 && change != 0;) {
            if ((change >> bit & 1U) == 0) {
                continue;
            }
            if (known[bit].second == 0) {
                known[bit] = {change, flips};
                break;
            }
            change ^= known[bit].first;
            flips ^= known[bit].second;
        }
        if (change == 0) {
            return flipped(flips);
        }
    }
}

TEST(LinkerSharing, TellsPicturesApartWhoseSumsAreTheSame) {
    TestFolder folder;
    const std::string first(2000, 'w');
    const std::string twin = twinOf(first);
    ASSERT_EQ(sumOf(twin), sumOf(first));
    ASSERT_NE(twin, first);
    const auto fileOf = [&folder](const std::string& name, const std::vector<std::string>& pictures) {
        RawPdf file;
        for (const auto& picture : pictures) {
            addPicturePage(file, picture);
        }
        return file.writeTo(folder.path(name));
    };
    Joined joined(std::vector<std::string>{fileOf("1.pdf", {first}), fileOf("2.pdf", {twin}),
                                           fileOf("3.pdf", {twin, first}), fileOf("4.pdf", {first})});
    const auto [shown, kept] = picturesOf(joined);
    EXPECT_TRUE(shown == (std::vector<std::string>{first, twin, twin, first, first}));
    EXPECT_EQ(kept, 4U);
}

TEST(LinkerSharing, KeepsEqualLayersApartWhereOneIsHidden) {
    TestFolder folder;
    std::vector<std::string> paths;
    for (const char* usual : {"", "/OFF"}) {
        RawPdf source;
        const std::string layer = std::to_string(source.add("<< /Type /OCG /Name (notes) >>")) + " 0 R";
        source.addPage(
            "/MediaBox [0 0 595 842] /Resources << /Font << /F 3 0 R >> /Properties << /L " + layer + " >> >>",
            "/OC /L BDC BT /F 12 Tf 72 500 Td (noted) Tj ET EMC");
        const std::string hidden = *usual == '\0' ? "" : std::string(usual) + " [" + layer + "]";
        std::string properties = "/OCProperties << /OCGs [" + layer + "]";
        properties.append(" /D << ").append(hidden).append(" >> >>");
        source.catalog(properties);
        paths.push_back(source.writeTo(folder.path("source" + std::to_string(paths.size()) + ".pdf")));
    }
    Joined joined(paths);
    QPDFObjectHandle properties = joined.pdf.getRoot().getKey("/OCProperties");
    ASSERT_EQ(properties.getKey("/OCGs").getArrayNItems(), 2);
    EXPECT_NE(properties.getKey("/OCGs").getArrayItem(0).getObjGen(),
              properties.getKey("/OCGs").getArrayItem(1).getObjGen());
    EXPECT_EQ(properties.getKey("/D").getKey("/OFF").getArrayNItems(), 1);
    if (joined.textOf(1).empty()) {
        GTEST_SKIP() << "pdftotext is not installed";
    }
    EXPECT_NE(joined.textOf(1).find("noted"), std::string::npos);
    EXPECT_EQ(joined.textOf(2).find("noted"), std::string::npos);
}

}  // namespace
}  // namespace engross
