#include "pdf/archive.h"

#include "model/json.h"
#include "pdf/colour_profile.h"
#include "pdf/drawing_sample.h"
#include "pdf/gate.h"
#include "pdf/pdf_canvas.h"

#include <gtest/gtest.h>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFEmbeddedFileDocumentHelper.hh>

namespace engross {
namespace {

std::string drawnAs(ArchiveFlavour flavour) {
    PdfMetadata metadata = test::sampleMetadata();
    metadata.archive = flavour;
    return test::sampleDocument(metadata);
}

std::string withAttachments() {
    PdfMetadata metadata = test::sampleMetadata();
    metadata.archive = ArchiveFlavour::A3a;
    PdfCanvas canvas(metadata);
    test::Sheet sheet(canvas);
    sheet.page();
    sheet.line(0, Role::P, "with two files");
    sheet.endPage();
    canvas.attach({"readings (1).csv", "text/csv", "damp readings of 2 March", AttachmentRelation::Data, metadata.made,
                   "room,reading\nkitchen,61\n"});
    canvas.attach(
        {"Tŷ.json", "application/json", "the case as it was sent", AttachmentRelation::Source, metadata.made, "{}"});
    return canvas.finish();
}

std::string dataOf(QPDFObjectHandle stream) {
    const auto data = stream.getStreamData();
    return {reinterpret_cast<const char*>(data->getBuffer()), data->getSize()};
}

/// A colour profile of a camera, as far as its header and one tag.
std::string cameraProfile(char version) {
    std::string profile(160, '\0');
    profile[3] = static_cast<char>(160);
    profile[8] = version;
    profile.replace(12, 12, "mntrRGB XYZ ");
    profile.replace(36, 4, "acsp");
    profile[131] = 1;
    profile.replace(132, 4, "desc");
    profile[139] = static_cast<char>(144);
    profile[143] = 16;
    return profile;
}

/// The sample JPEG with three components and a profile in two parts.
Picture jpegWith(const std::string& profile) {
    const auto part = [&](int number, const std::string& bytes) {
        const std::string payload = std::string("ICC_PROFILE\0", 12) + static_cast<char>(number) + '\2' + bytes;
        return std::string("\xFF\xE2") + static_cast<char>((payload.size() + 2) / 256) +
               static_cast<char>((payload.size() + 2) % 256) + payload;
    };
    Picture picture = test::sampleJpeg();
    std::string bytes = *picture.bytes;
    bytes.at(bytes.find("\xFF\xC0") + 9) = 3;
    bytes.insert(2, part(2, profile.substr(90)) + part(1, profile.substr(0, 90)));
    picture.bytes = std::make_shared<const std::string>(bytes);
    picture.components = 3;
    return picture;
}

std::string withPicture(ArchiveFlavour flavour, const Picture& picture) {
    PdfMetadata metadata = test::sampleMetadata();
    metadata.archive = flavour;
    PdfCanvas canvas(metadata);
    test::Sheet sheet(canvas);
    sheet.page();
    sheet.figure(picture, "a photograph");
    sheet.endPage();
    return canvas.finish();
}

TEST(Archive, NamesItsFlavours) {
    for (const std::string& name : archiveFlavours()) {
        const auto flavour = archiveFlavour(name);
        ASSERT_TRUE(flavour.has_value()) << name;
        EXPECT_EQ(nameOf(*flavour), name);
    }
    EXPECT_FALSE(archiveFlavour("a-4").has_value());
    EXPECT_FALSE(archiveFlavour("").has_value());
}

TEST(Archive, PromisesWhatItWasAskedFor) {
    EXPECT_NE(drawnAs(ArchiveFlavour::A1b).find("part>1</pdfaid:part><pdfaid:conformance>B"), std::string::npos);
    EXPECT_NE(drawnAs(ArchiveFlavour::A2a).find("part>2</pdfaid:part><pdfaid:conformance>A"), std::string::npos);
    EXPECT_NE(drawnAs(ArchiveFlavour::A3a).find("part>3</pdfaid:part><pdfaid:conformance>A"), std::string::npos);
    EXPECT_EQ(drawnAs(ArchiveFlavour::A1b).substr(0, 9), "%PDF-1.4\n");
    EXPECT_EQ(drawnAs(ArchiveFlavour::A2a).substr(0, 9), "%PDF-1.7\n");
}

TEST(Archive, PutsASetOfGlyphsBesideEachFontOfPartOneOnly) {
    const std::string first = drawnAs(ArchiveFlavour::A1b);
    QPDF pdf;
    pdf.processMemoryFile("a-1b", first.data(), first.size());
    std::size_t fonts = 0;
    for (QPDFObjectHandle object : pdf.getAllObjects()) {
        if (!object.isDictionary() || !object.getKey("/Subtype").isNameAndEquals("/CIDFontType2")) {
            continue;
        }
        ++fonts;
        const std::string set = dataOf(object.getKey("/FontDescriptor").getKey("/CIDSet"));
        const std::string map = dataOf(object.getKey("/CIDToGIDMap"));
        ASSERT_EQ(set.size(), (map.size() / 2 + 7) / 8);
        for (std::size_t cid = 0; cid < map.size() / 2; ++cid) {
            const bool listed = (static_cast<unsigned char>(set[cid / 8]) >> (7 - cid % 8) & 1U) != 0;
            EXPECT_EQ(listed, cid == 0 || map[cid * 2] != 0 || map[cid * 2 + 1] != 0) << cid;
        }
    }
    EXPECT_GE(fonts, 3U);
    EXPECT_EQ(drawnAs(ArchiveFlavour::A2a).find("/CIDSet"), std::string::npos);
}

TEST(Archive, CarriesFilesThatSayWhatTheyAreFor) {
    const std::string file = withAttachments();
    QPDF pdf;
    pdf.processMemoryFile("a-3a", file.data(), file.size());
    EXPECT_TRUE(pdf.getWarnings().empty());
    QPDFObjectHandle associated = pdf.getRoot().getKey("/AF");
    ASSERT_EQ(associated.getArrayNItems(), 2);
    QPDFObjectHandle first = associated.getArrayItem(0);
    EXPECT_EQ(first.getKey("/AFRelationship").getName(), "/Data");
    EXPECT_EQ(first.getKey("/UF").getUTF8Value(), "readings (1).csv");
    EXPECT_EQ(first.getKey("/Desc").getUTF8Value(), "damp readings of 2 March");
    EXPECT_EQ(associated.getArrayItem(1).getKey("/UF").getUTF8Value(), "Tŷ.json");
    EXPECT_EQ(first.getKey("/EF").getKey("/F").getDict().getKey("/Subtype").getName(), "/text/csv");
    QPDFEmbeddedFileDocumentHelper files(pdf);
    const auto found = files.getEmbeddedFiles();
    ASSERT_EQ(found.size(), 2U);
    EXPECT_EQ(dataOf(found.begin()->second->getEmbeddedFileStream()).size(), 2U);
    const test::ScratchFile scratch(file);
    const std::string listed = test::outputOf({"pdfdetach", "-list", scratch.path()});
    EXPECT_NE(listed.find("readings (1).csv"), std::string::npos) << listed;
}

TEST(Archive, CarriesFilesInPartThreeOnlyAndEachNameOnce) {
    PdfCanvas plain(test::sampleMetadata());
    EXPECT_THROW(plain.attach({"a.csv", "text/csv", "a", AttachmentRelation::Data, {}, ""}), std::logic_error);
    PdfMetadata metadata = test::sampleMetadata();
    metadata.archive = ArchiveFlavour::A3a;
    PdfCanvas canvas(metadata);
    canvas.attach({"a.csv", "text/csv", "a", AttachmentRelation::Data, {}, ""});
    EXPECT_THROW(canvas.attach({"a.csv", "text/csv", "a", AttachmentRelation::Data, {}, ""}), std::logic_error);
}

TEST(ColourProfile, OfAPictureBecomesItsColourSpace) {
    const std::string profile = cameraProfile(4);
    const std::string file = withPicture(ArchiveFlavour::A2a, jpegWith(profile));
    QPDF pdf;
    pdf.processMemoryFile("photograph", file.data(), file.size());
    std::size_t found = 0;
    for (QPDFObjectHandle object : pdf.getAllObjects()) {
        if (object.isStream() && object.getDict().getKey("/Subtype").isNameAndEquals("/Image")) {
            QPDFObjectHandle space = object.getDict().getKey("/ColorSpace");
            ASSERT_TRUE(space.isArray());
            EXPECT_EQ(space.getArrayItem(1).getDict().getKey("/N").getIntValue(), 3);
            EXPECT_EQ(dataOf(space.getArrayItem(1)), profile);
            ++found;
        }
    }
    EXPECT_EQ(found, 1U);
}

TEST(ColourProfile, IsLeftOutWhereTheFlavourDoesNotKnowItsVersion) {
    EXPECT_EQ(withPicture(ArchiveFlavour::A1b, jpegWith(cameraProfile(4))).find("/ICCBased"), std::string::npos);
    EXPECT_NE(withPicture(ArchiveFlavour::A1b, jpegWith(cameraProfile(2))).find("/ICCBased"), std::string::npos);
    EXPECT_EQ(withPicture(ArchiveFlavour::A2a, jpegWith(cameraProfile(9))).find("/ICCBased"), std::string::npos);
}

TEST(ColourProfile, OfInkIsSound) {
    const auto profile = readColourProfile(inkProfile());
    ASSERT_TRUE(profile.has_value());
    EXPECT_EQ(profile->components, 4);
    EXPECT_EQ(profile->version, 2);
    EXPECT_FALSE(profile->output);
    EXPECT_LT(inkProfile().size(), 4096U);
}

TEST(ColourProfile, ThatIsCutOrPointsOutsideItselfIsNone) {
    const std::string good = inkProfile();
    for (std::size_t length = 0; length < good.size(); ++length) {
        EXPECT_FALSE(readColourProfile(std::string_view(good).substr(0, length)).has_value()) << length;
    }
    std::string outside = good;
    outside[132 + 8] = '\x7F';
    EXPECT_FALSE(readColourProfile(outside).has_value());
    std::string many = good;
    many[128] = '\x7F';
    EXPECT_FALSE(readColourProfile(many).has_value());
}

}  // namespace
}  // namespace engross
