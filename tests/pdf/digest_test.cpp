#include "pdf/digest.h"

#include "pdf/deflate.h"
#include "pdf/digest_store.h"
#include "pdf/raw_pdf.h"
#include "pdf/repacked.h"
#include "store/test_folder.h"

#include <gtest/gtest.h>
#include <limits>

namespace engross {
namespace {

std::string reference(std::size_t number) {
    return std::to_string(number) + " 0 R";
}

DigestedFile digestOf(const RawPdf& source, bool ours = false) {
    const TestFolder folder;
    return digestFile(source.writeTo(folder.path("source.pdf")), "AB/1", {}, ours);
}

/// A text as it would be written, with ids for references: "<</A {3}>>".
std::string said(const Digest& digest, const DigestText& text) {
    std::string result;
    std::size_t at = text.offset;
    for (std::uint32_t i = 0; i < text.relocations; ++i) {
        const DigestRelocation& cut = digest.relocations.at(text.firstRelocation + i);
        result += digest.blob.substr(at, cut.at - at);
        result += cut.id == nullId ? "{null}" : cut.id == stampFontId ? "{font}" : "{" + std::to_string(cut.id) + "}";
        at = cut.at;
    }
    return result + digest.blob.substr(at, text.offset + text.length - at);
}

/// The bytes of a page's content as they stand, its streams one behind the other.
std::string contentOf(const DigestedFile& file, std::size_t index) {
    const Digest& digest = file.digest;
    const DigestPage& page = digest.pages.at(index);
    std::string bytes;
    for (std::uint32_t i = 0; i < page.contents; ++i) {
        const DigestObject& object = digest.objects.at(digest.contents.at(page.firstContent + i));
        const std::string_view all =
            object.kind == DigestKind::SourceStream ? file.bytes->view() : std::string_view(digest.blob);
        bytes += all.substr(object.data, object.dataLength);
    }
    return bytes;
}

const DigestObject* objectSaying(const Digest& digest, const std::string& words) {
    for (const DigestObject& object : digest.objects) {
        if (said(digest, object.text).find(words) != std::string::npos) {
            return &object;
        }
    }
    return nullptr;
}

TEST(Digest, HoldsAPageAndWhatItNeedsAndNothingElse) {
    RawPdf source;
    source.add("<< /Author (Ms A. Example) /Secret true >>");
    source.addTextPage("words", "/MediaBox [0 0 595 842] /PieceInfo << /Editor 4 0 R >> /Metadata 4 0 R /AA << >>");
    const DigestedFile file = digestOf(source);
    const Digest& digest = file.digest;
    EXPECT_TRUE(digest.detour.empty());
    ASSERT_EQ(digest.pages.size(), 1U);
    EXPECT_EQ(contentOf(file, 0), "BT /F 12 Tf 72 700 Td (words) Tj ET");
    EXPECT_EQ(said(digest, digest.objects.at(digest.resources.at(0).object).text),
              "<</Font<</F {3} /EngrossNumber {font}>>>>");
    EXPECT_EQ(objectSaying(digest, "Secret"), nullptr);
    EXPECT_TRUE(digest.pages.at(0).showsText);
    EXPECT_TRUE(isSound(digest, file.bytes->view().size()));
}

TEST(Digest, GivesSharedResourcesOneCopyAndAFreeName) {
    RawPdf source;
    const std::size_t resources = source.add("<< /Font << /F 3 0 R /EngrossNumber 3 0 R >> /ProcSet [/PDF] >>");
    for (int i = 0; i < 3; ++i) {
        source.addPage("/Resources " + reference(resources), "BT ET");
    }
    const DigestedFile file = digestOf(source);
    ASSERT_EQ(file.digest.resources.size(), 1U);
    EXPECT_EQ(file.digest.resources.at(0).fontName, "/EngrossNumbera");
    EXPECT_EQ(file.digest.pages.at(2).resources, 0U);
}

TEST(Digest, ResolvesWhatPagesInherit) {
    RawPdf source;
    const std::size_t page = source.add("<< /Type /Page /Parent 2 0 R /CropBox [10 20 5000 300] /UserUnit 2 >>");
    source.replace(2, "<< /Type /Pages /Kids [" + reference(page) +
                          "] /Count 7 /MediaBox [600 800 0 0] /Rotate -90 "
                          "/Resources << /Font << /F 3 0 R >> >> >>");
    const DigestedFile file = digestOf(source);
    const DigestPage& digested = file.digest.pages.at(0);
    EXPECT_EQ(digested.mediaBox, (std::array<double, 4>{0, 0, 600, 800}));
    EXPECT_EQ(digested.shown, (PageGeometry{10, 20, 600, 300, 270, 2}));
    EXPECT_EQ(digested.contents, 0U);
    EXPECT_NE(objectSaying(file.digest, "/EngrossNumber"), nullptr);
}

TEST(Digest, LeavesOutWhatEditorsKeepInStreams) {
    RawPdf source;
    const std::size_t secret = source.addStream("secret");
    const std::size_t form = source.addStream(
        "0 0 9 9 re f", "/Type /XObject /Subtype /Form /BBox [0 0 9 9] % a note /AF\n /PieceInfo << /A " +
                            reference(secret) + " >> /Metadata " + reference(secret) + " /Resources << >> /AF [" +
                            reference(secret) + "] /Matrix [1 0 0 1 0 0]");
    source.addPage("/Resources << /XObject << /AF " + reference(form) + " >> >>", "q /AF Do Q");
    const DigestedFile file = digestOf(source);
    const DigestObject* kept = objectSaying(file.digest, "/Form");
    ASSERT_NE(kept, nullptr);
    EXPECT_EQ(said(file.digest, kept->text),
              "<</Type /XObject /Subtype /Form /BBox [ 0 0 9 9 ]/Resources << >>/Matrix [ 1 0 0 1 0 0 ] /Length 12>>");
    EXPECT_NE(objectSaying(file.digest, "/XObject << /AF {"), nullptr);
    for (const DigestObject& object : file.digest.objects) {
        EXPECT_FALSE(object.kind == DigestKind::SourceStream && object.dataLength == 6);
    }
}

TEST(Digest, CountsTheStatesThatContentLeavesBehind) {
    RawPdf source;
    source.addPage("", "q Q q q");
    const DigestedFile file = digestOf(source);
    EXPECT_EQ(file.digest.pages.at(0).overs, 2U);
    EXPECT_EQ(contentOf(file, 0), "q Q q q");
}

TEST(Digest, WrapsContentThatIsNotRegular) {
    RawPdf source;
    source.addPage("/MediaBox [0 0 300 400] /Group << /S /Transparency >>", "BT /F 12 Tf (and so");
    source.addPage("", "/P << /MCID 0 >> BDC 0 0 9 9 re f EMC");
    const DigestedFile file = digestOf(source);
    for (const std::size_t page : {0U, 1U}) {
        EXPECT_EQ(contentOf(file, page), "q /EngrossPage Do Q\n");
        EXPECT_EQ(file.digest.pages.at(page).overs, 0U);
    }
    const DigestObject* form = objectSaying(file.digest, "/BBox [0 0 300 400 ]");
    ASSERT_NE(form, nullptr);
    EXPECT_EQ(form->kind, DigestKind::SourceStream);
    // The page keeps its group; a form with the same would be blended as a whole, which the page was not.
    EXPECT_EQ(said(file.digest, form->text).find("/Group"), std::string::npos);
    EXPECT_EQ(said(file.digest, file.digest.pages.at(0).extra), "/Group << /S /Transparency >>");
    EXPECT_EQ(digestOf(source, true).digest.pages.at(1).contents, 1U);
    EXPECT_EQ(contentOf(digestOf(source, true), 1), "/P << /MCID 0 >> BDC 0 0 9 9 re f EMC");
}

TEST(Digest, TakesOutWhatPopsNothing) {
    RawPdf source;
    source.addPage("", "2 0 0 2 0 0 cm Q q 0 0 9 9 re f");
    const DigestedFile file = digestOf(source);
    const DigestPage& page = file.digest.pages.at(0);
    EXPECT_EQ(page.overs, 1U);
    ASSERT_EQ(page.contents, 1U);
    const DigestObject& content = file.digest.objects.at(file.digest.contents.at(page.firstContent));
    EXPECT_EQ(inflated(std::string_view(file.digest.blob).substr(content.data, content.dataLength), 1000),
              "2 0 0 2 0 0 cm  q 0 0 9 9 re f\n");
}

TEST(Digest, JoinsTheStreamsOfAPageThatMustBeWrapped) {
    RawPdf source;
    const std::string first = reference(source.addStream("BT /F 12 Tf"));
    const std::string second = reference(source.addStream("(a) Tj"));
    source.addPage("/Contents [" + first + " " + second + "]", "");
    const DigestedFile file = digestOf(source);
    const DigestObject* form = objectSaying(file.digest, "/Form");
    ASSERT_NE(form, nullptr);
    ASSERT_EQ(form->kind, DigestKind::BlobStream);
    EXPECT_EQ(inflated(std::string_view(file.digest.blob).substr(form->data, form->dataLength), 1000),
              "BT /F 12 Tf\n(a) Tj\n");
}

TEST(Digest, DrawsANoteWhereAReaderShowsIt) {
    RawPdf source;
    const std::size_t look = source.addStream("0 0 10 20 re f", "/Type /XObject /Subtype /Form /BBox [0 0 10 20]");
    const std::string note = "<< /Subtype /Stamp /Rect [100 200 150 220] /AP << /N " + reference(look) + " >> ";
    source.addPage(
        "/MediaBox [0 0 595 842] /Annots [" + note + ">> " + note + "/F 2 >> << /Subtype /Text /Rect [1 1 2 2] >>]",
        "q 1 w");
    const DigestedFile file = digestOf(source);
    EXPECT_EQ(contentOf(file, 0), "q\nq 1 w\nQ\nQ\nq\n5 0 0 1 100 200 cm\n/EngrossNote1 Do\nQ\n");
    EXPECT_EQ(file.digest.losses, (std::map<std::string, std::size_t>{{"annotation", 1}}));
}

TEST(Digest, KeepsHiddenLayersHidden) {
    RawPdf source;
    const std::string shown = reference(source.add("<< /Type /OCG /Name (a) >>"));
    const std::string hidden = reference(source.add("<< /Type /OCG /Name (b) >>"));
    source.addPage("/Resources << /Properties << /A " + shown + " /B " + hidden + " >> >>", "");
    source.catalog("/OCProperties << /OCGs [" + shown + " " + hidden + "] /D << /BaseState /OFF /ON [" + shown +
                   "] >> >>");
    const DigestedFile file = digestOf(source);
    ASSERT_EQ(file.digest.layers.size(), 2U);
    EXPECT_FALSE(file.digest.layers.at(0).hidden);
    EXPECT_TRUE(file.digest.layers.at(1).hidden);
    EXPECT_EQ(said(file.digest, file.digest.objects.at(file.digest.layers.at(1).object).text),
              "<< /Type /OCG /Name (b) >>");
}

TEST(Digest, TellsEqualObjectsOfTwoFilesByTheirHash) {
    RawPdf one;
    one.addTextPage("one");
    RawPdf other;
    other.add("(shifts the numbers)");
    other.addTextPage("other");
    const Digest first = digestOf(one).digest;
    const Digest second = digestOf(other).digest;
    const DigestObject* font = objectSaying(first, "/Helvetica");
    const DigestObject* same = objectSaying(second, "/Helvetica");
    ASSERT_TRUE(font != nullptr && same != nullptr);
    EXPECT_TRUE(font->hashed);
    EXPECT_EQ(font->hash, same->hash);
    EXPECT_EQ(first.objects.at(first.resources.at(0).object).hash,
              second.objects.at(second.resources.at(0).object).hash);
    EXPECT_NE(first.objects.at(first.contents.at(0)).hash, second.objects.at(second.contents.at(0)).hash);
}

TEST(Digest, HashesNoObjectThatLeadsToItselfOrToAPage) {
    RawPdf source;
    const std::size_t first = source.nextNumber();
    source.add("<< /Circle " + reference(first + 1) + " >>");
    source.add("<< /Back " + reference(first) + " >>");
    source.addPage(
        "/Resources << /Properties << /A " + reference(first) + " /B << /Page " + reference(first + 3) + " >> >> >>",
        "");
    const Digest digest = digestOf(source).digest;
    EXPECT_FALSE(objectSaying(digest, "/Circle")->hashed);
    EXPECT_FALSE(objectSaying(digest, "/Back")->hashed);
    EXPECT_FALSE(digest.objects.at(digest.resources.at(0).object).hashed);
}

TEST(Digest, HashesNoLayerAndNothingThatBelongsToOne) {
    RawPdf source;
    const std::string layer = reference(source.add("<< /Type /OCG /Name (a) >>"));
    source.addPage("/Resources << /Properties << /A " + layer + " >> >>", "");
    source.catalog("/OCProperties << /OCGs [" + layer + "] /D << >> >>");
    const Digest digest = digestOf(source).digest;
    EXPECT_FALSE(digest.objects.at(digest.layers.at(0).object).hashed);
    EXPECT_FALSE(digest.objects.at(digest.resources.at(0).object).hashed);
}

TEST(Digest, TakesNoPageStreamOrCatalogForALayer) {
    RawPdf source;
    const std::size_t page = source.addTextPage("words");
    const std::string layer = reference(source.add("<< /Type /OCG /Name (a) >>"));
    source.catalog("/OCProperties << /OCGs [" + reference(page) + " " + reference(page - 1) + " 1 0 R " + layer +
                   "] /D << >> >>");
    const DigestedFile made = digestOf(source);
    EXPECT_TRUE(isSound(made.digest, made.bytes->view().size()));
    EXPECT_EQ(made.digest.layers.size(), 1U);
}

TEST(Digest, SaysWhyAFileTookTheSlowerPath) {
    const TestFolder folder;
    RawPdf source;
    source.addTextPage("words");
    const auto detourOf = [&folder](const std::string& bytes) {
        const DigestedFile file = digestFile(writeBytes(folder.path("source.pdf"), bytes), "AB/1");
        EXPECT_TRUE(isSound(file.digest, file.bytes->view().size()));
        EXPECT_EQ(file.digest.pages.size(), 1U);
        EXPECT_TRUE(file.digest.pages.at(0).showsText);
        return file.digest.detour;
    };
    EXPECT_EQ(detourOf(source.bytes()), "");
    EXPECT_EQ(detourOf(repacked(source.bytes(), Packing::ObjectStreams)), "");
    EXPECT_EQ(detourOf(repacked(source.bytes(), Packing::Linear)), "");
    EXPECT_EQ(detourOf(repacked(source.bytes(), Packing::Locked)), "encrypted");
    EXPECT_EQ(detourOf("junk\n" + source.bytes()), "junk-header");
    const std::string bytes = source.bytes();
    EXPECT_EQ(detourOf(bytes.substr(0, bytes.rfind("startxref") + 10) + "77\n%%EOF\n"), "damaged-xref");
    source.catalog("/AcroForm << /Fields [3 0 R] >>");
    EXPECT_EQ(detourOf(source.bytes()), "forms");
}

TEST(Digest, IsTheSameWhenItWasStored) {
    RawPdf source;
    const std::size_t page = source.addTextPage(
        "words", "/Annots [<< /Subtype /Link /Rect [1 1 9 9] /Dest [0 /XYZ 5 null 0] >>] /Rotate 90");
    source.addPage("", "BT");
    const std::size_t outline = source.nextNumber();
    source.add("<< /First " + reference(outline + 1) + " >>");
    source.add("<< /Title (Chapter) /Dest [" + reference(page) + " /FitH 7] >>");
    source.catalog("/Outlines " + reference(outline) + " /OpenAction << /S /JavaScript >>");
    const DigestedFile file = digestOf(source);
    const std::uint64_t size = file.bytes->view().size();
    const std::string stored = storedDigest(file.digest, size);
    const auto back = digestFrom(stored, size);
    ASSERT_TRUE(back);
    EXPECT_EQ(*back, file.digest);
    EXPECT_EQ(storedDigest(*back, size), stored);
    EXPECT_FALSE(digestFrom(stored, size / 4));
    EXPECT_FALSE(digestFrom(stored + "x", size));
    std::string otherHash = stored;
    otherHash[otherHash.find(
        std::string_view(reinterpret_cast<const char*>(file.digest.objects.at(0).hash.data()), 32))] ^= 1;
    EXPECT_FALSE(digestFrom(otherHash, size)) << "an object that is said to be another one";
    for (std::size_t length = 0; length < stored.size(); ++length) {
        EXPECT_FALSE(digestFrom(std::string_view(stored).substr(0, length), size)) << length;
    }
}

TEST(Digest, ThatIsDamagedIsNotSound) {
    RawPdf source;
    source.addTextPage("words", "/Annots [<< /Subtype /Link /Rect [1 1 9 9] /Dest [0 /Fit] >>]");
    const DigestedFile file = digestOf(source);
    const std::uint64_t size = file.bytes->view().size();
    ASSERT_TRUE(isSound(file.digest, size));
    const auto expectFault = [&](const char* what, const auto& plant) {
        Digest damaged = file.digest;
        plant(damaged);
        EXPECT_FALSE(isSound(damaged, size)) << what;
    };
    const auto stream = file.digest.contents.at(0);
    expectFault("no pages", [](Digest& d) { d.pages.clear(); });
    expectFault("reference outside", [](Digest& d) { d.relocations.at(0).id = 9999; });
    expectFault("cut outside its text", [](Digest& d) { d.relocations.at(0).at = 0xFFFFFFF0; });
    expectFault("text outside the blob", [stream](Digest& d) { d.objects.at(stream).text.length = 99999; });
    expectFault("data outside the source", [stream, size](Digest& d) { d.objects.at(stream).data = size; });
    expectFault("data that wraps", [stream](Digest& d) { d.objects.at(stream).dataLength = ~std::uint64_t{0}; });
    expectFault("contents that are no stream", [](Digest& d) { d.contents.at(0) = d.pages.at(0).object; });
    expectFault("page that is none", [](Digest& d) { d.pages.at(0).object = d.contents.at(0); });
    expectFault("contents outside", [](Digest& d) { d.pages.at(0).contents = 9; });
    expectFault("resources outside", [](Digest& d) { d.pages.at(0).resources = 9; });
    expectFault("odd font name", [](Digest& d) { d.resources.at(0).fontName = "/X>>"; });
    expectFault("box of nothing", [](Digest& d) { d.pages.at(0).shown.right = d.pages.at(0).shown.left; });
    expectFault("box that is no number",
                [](Digest& d) { d.pages.at(0).mediaBox.at(0) = std::numeric_limits<double>::quiet_NaN(); });
    expectFault("odd rotation", [](Digest& d) { d.pages.at(0).shown.rotation = 45; });
    expectFault("too many states", [](Digest& d) { d.pages.at(0).overs = 0xFFFFFFFF; });
    expectFault("link to no page", [](Digest& d) { d.links.at(0).place.page = 1; });
    expectFault("links outside", [](Digest& d) { d.pages.at(0).firstLink = 5; });
    expectFault("page object that is no page's",
                [](Digest& d) { d.objects.push_back(d.objects.at(d.pages.at(0).object)); });
    expectFault("link object that is no link's",
                [](Digest& d) { d.objects.push_back(d.objects.at(d.links.at(0).object)); });
    expectFault("kind that is none", [stream](Digest& d) { d.objects.at(stream).kind = static_cast<DigestKind>(9); });
}

}  // namespace
}  // namespace engross
