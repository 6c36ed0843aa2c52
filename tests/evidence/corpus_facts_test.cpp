#include "evidence/exhibit.h"
#include "evidence/suggested_row.h"
#include "model/json.h"
#include "store/corpus.h"

#include <gtest/gtest.h>
#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <map>
#include <set>
#include <sstream>

namespace engross {
namespace {

namespace fs = std::filesystem;

/// A fact of a real file, as another program says it.
struct Known {
    const char* file;
    const char* fact;   // "left_behind/attachment" is a member of a member
    const char* value;  // JSON
    const char* judge;
};

constexpr const char* cat = "cedcd3f4bd68967546d6f4bbdc67c6b76250ace75939e736b5fce4aa42b83ee1";

constexpr std::array known{
    Known{"good/hmcts-emorch__hundred-page.pdf", "pages", "100", "pdfinfo"},
    Known{"images/tika__testtiff_multipage.tif", "pages", "2", "tiffinfo"},
    // Sizes, as they are shown.
    Known{"good/govuk-notify__landscape_oriented_page.pdf", "sizes",
          R"([{"width_mm":297,"height_mm":210,"name":"A4","across":true,"pages":[[1,1]]}])", "pdfinfo"},
    Known{"good/govuk-notify__portrait_rotated_page.pdf", "sizes",
          R"([{"width_mm":210,"height_mm":297,"name":"A4","across":false,"pages":[[1,1]]}])", "pdfinfo, turned by 90"},
    Known{"good/ocrmypdf__cardinal.pdf", "sizes",
          R"([{"width_mm":216,"height_mm":279,"name":"US Letter","across":false,"pages":[[1,1],[3,3]]},)"
          R"({"width_mm":279,"height_mm":216,"name":"US Letter","across":true,"pages":[[2,2],[4,4]]}])",
          "pdfinfo"},
    Known{"good/ocrmypdf__poster.pdf", "sizes",
          R"([{"width_mm":6350,"height_mm":12700,"across":false,"pages":[[1,1]]}])", "qpdf: 1800 by 3600, unit of 10"},
    Known{"good/pdfbox__pdfbox-2984-rotations.pdf", "turned_pages", "[1,2,3,4,5,6]", "pdfinfo"},
    Known{"good/opf__test_fontarialnotembedded.pdf", "turned_pages", "[17]", "pdfinfo"},
    // Text.
    Known{"good/ocrmypdf__multipage.pdf", "text_pages", "1", "pdftotext"},
    Known{"good/ocrmypdf__multipage.pdf", "pages_without_text", "[1,2,3,5,6]", "pdftotext, pdfimages"},
    Known{"good/ocrmypdf__tagged.pdf", "text_pages", "2", "pdftotext"},
    Known{"good/ocrmypdf__tagged.pdf", "pages_without_text", "[]", "pdftotext"},
    // Forms and signatures.
    Known{"good/hmcts-et__et1_0224.pdf", "fields", "159", "qpdf --json"},
    Known{"good/hmcts-et__et1_0224.pdf", "detour", "\"forms\"", "qpdf --json"},
    Known{"hostile/pdflib__with_xfa_fields.pdf", "fields", "116", "qpdf --json"},
    Known{"hostile/pdflib__with_xfa_fields.pdf", "xfa", "true", "pdfinfo"},
    Known{"good/hmcts-et__et1_0224.pdf", "xfa", "false", "pdfinfo"},
    Known{"good/pdfplumber__federal-register-2020-17221.pdf", "signatures", "1", "pdfsig"},
    Known{"good/docassemble__transfer-of-ownership.pdf", "signatures", "0", "pdfsig: a field that nobody signed"},
    // Layers.
    Known{"good/pypdf__autocad_diagram.pdf", "layers", "5", "qpdf --json"},
    Known{"good/pypdf__autocad_diagram.pdf", "hidden_layers", "0", "qpdf --json"},
    Known{"good/pdfcpu__utf8test.pdf", "hidden_layers", "2", "qpdf --json"},
    Known{"good/pdfjs__bug1650302_reduced.pdf", "layers", "2", "qpdf --json"},
    Known{"good/pdfjs__bug1650302_reduced.pdf", "hidden_layers", "1", "qpdf --json"},
    // What a bundle leaves behind.
    Known{"hostile/pdfbox__attachment.pdf", "left_behind/javascript", "1", "qpdf --qdf"},
    Known{"good/pypdf__commented.pdf", "left_behind/comment", "2", "qpdf --qdf"},
    Known{"good/pdfbox__annotationtypes.pdf", "left_behind", "{}", "qpdf --qdf: squares without words"},
    Known{"good/pypdf__attachment.pdf", "left_behind/attachment", "1", "pdfdetach"},
    Known{"good/pdfjs__bug1997343.pdf", "left_behind/attachment", "9", "pdfdetach"},
    Known{"good/pdfplumber__federal-register-2020-17221.pdf", "left_behind/signature", "1", "pdfsig"},
    Known{"hostile/pdfjs__outlines_for_editor.pdf", "detour", "\"damaged-xref\"", "qpdf --check"},
    // Damage.
    Known{"hostile/pdfjs__outlines_for_editor.pdf", "repairs", "3", "qpdf --check: its warnings"},
    Known{"hostile/pdfjs__issue9252.pdf", "repairs", "3", "qpdf --check: its warnings"},
    Known{"good/droid__sample.pdf", "repairs", "0", "qpdf --check"},
    Known{"hostile/pdfreader__no_eof.pdf", "damaged_pages", "[1,2]", "qpdf --check: both contents end in an error"},
    Known{"good/ocrmypdf__tagged.pdf", "damaged_pages", "[]", "qpdf --check"},
    // Locks.
    Known{"hostile/hmcts-et__welshtest.pdf", "lock", R"({"cipher":"rc4-128","forbids":[]})", "qpdf --show-encryption"},
    Known{"hostile/pdfjs__issue9972-2.pdf", "lock", R"({"cipher":"aes-128","forbids":["print","print-well"]})",
          "qpdf --show-encryption"},
    Known{"hostile/pdfreader__difference_table_encrypted.pdf", "lock",
          R"({"cipher":"rc4-128","forbids":["assemble","change","comment","copy","fill","print","print-well"]})",
          "qpdf --show-encryption"},
    Known{"hostile/pypdf__r6-owner-password.pdf", "lock", R"({"cipher":"aes-256","forbids":[]})",
          "qpdf --show-encryption"},
    Known{"hostile/pypdf__r6-owner-password.pdf", "detour", "\"encrypted\"", "qpdf --show-encryption"},
    Known{"good/droid__sample.pdf", "restricted", "false", "pdfinfo"},
    Known{"good/ocrmypdf__tagged.pdf", "tagged", "true", "pdfinfo"},
    Known{"good/droid__sample.pdf", "tagged", "false", "pdfinfo"},
    Known{"hostile/opf__t02-05-01_007_invalid-font-size-operator.pdf", "detour", "\"junk-header\"", "head -c 20"},
    // Pictures.
    Known{"images/exiforient__landscape_1.jpg", "turned", "false", "exiftool"},
    Known{"images/exiforient__landscape_6.jpg", "turned", "true", "exiftool"},
    Known{"images/exiforient__landscape_6.jpg", "width_pixels", "1800", "exiftool: 1200 by 1800, on its side"},
    Known{"images/exiforient__landscape_6.jpg", "height_pixels", "1200", "exiftool: 1200 by 1800, on its side"},
    Known{"images/tika__testheif.heic", "height_pixels", "544", "identify: 800 by 544"},
    Known{"images/pillow__g4_orientation_3.tif", "height_pixels", "88", "identify: 590 by 88"},
    Known{"images/pillow__g4_orientation_3.tif", "turned", "true", "exiftool"},
    Known{"images/exifsamples__67-0_length_string.jpg", "left_behind", R"({"location":1,"device":1})", "exiftool"},
    Known{"images/tika__testheif.heic", "left_behind", R"({"location":1,"device":1})", "exiftool"},
    Known{"images/pillow__ifd_tag_type.tiff", "left_behind/location", "1", "exiftool"},
    Known{"images/pillow__flower.webp", "left_behind", R"({"device":1})", "exiftool"},
    Known{"images/exifsamples__canon_hdr_yes.jpg", "left_behind", R"({"device":1})", "exiftool"},
    Known{"images/pdfbox__jpeg256.jpg", "left_behind", "{}", "exiftool"},
    // E-mails.
    Known{"mail/rubymail__attachment_pdf_lf.eml", "mail/subject", "\"Another PDF with 🎉 Unicode chars in it 🍿\"",
          "Python's email"},
    Known{"mail/rubymail__attachment_pdf_lf.eml", "mail/attachments",
          R"([{"name":"broken.pdf","media_type":"application/pdf","bytes":1026,)"
          R"("sha256":"c7d1b9b20df8a2bf2f1e0d00d84bcb56d05e56a044be7f3616f6e99f4a18bd0d"}])",
          "Python's email"},
    Known{"mail/mmp__m4005.eml", "mail/to", "\"Heinz Müller <mueller@example.com>\"", "Python's email"},
    Known{"mail/poi__simple_test_msg.msg", "mail/subject", "\"test message\"", "msgconvert"},
    Known{"mail/poi__simple_test_msg.msg", "mail/date", "\"Fri, 6 Jul 2007 01:27:17 -0400\"", "msgconvert"}};

/// Corpus files are whole as they stand in their list; a member that is not there is null.
std::string factOf(const Value& facts, const std::string& path) {
    const Value* found = &facts;
    for (std::size_t at = 0; found != nullptr && at < path.size();) {
        const std::size_t end = std::min(path.find('/', at), path.size());
        found = found->find(path.substr(at, end - at));
        at = end + 1;
    }
    return found == nullptr ? "null" : writeJson(*found);
}

class CorpusFacts : public testing::Test {
protected:
    void SetUp() override {
        if (!fs::is_directory(corpusFolder() + "/good")) {
            GTEST_SKIP() << "the corpus is not there";
        }
    }
};

TEST_F(CorpusFacts, AreThoseThatOtherProgramsSay) {
    std::map<std::string, Value> facts;
    for (const Known& row : known) {
        const auto [at, isNew] = facts.try_emplace(row.file);
        if (isNew) {
            const std::string path = corpusFolder() + "/" + row.file;
            at->second = toValue(inspect({.path = path, .name = fs::path(path).filename().string(), .password = {}}));
        }
        EXPECT_EQ(factOf(at->second, row.fact), row.value) << row.file << ": " << row.fact << ", by " << row.judge;
    }
}

TEST_F(CorpusFacts, AreAllOfThemChecked) {
    std::set<std::string> checked;
    for (const Known& row : known) {
        const std::string fact = row.fact;
        checked.insert(fact.substr(0, fact.find('/')));
    }
    for (const char* fact : {"good/pypdf__attachment.pdf", "hostile/hmcts-et__welshtest.pdf",
                             "images/exiforient__landscape_6.jpg", "mail/mmp__m4005.eml"}) {
        const Value facts = toValue(inspect({.path = corpusFolder() + "/" + fact, .name = fact, .password = {}}));
        for (const auto& [name, value] : *facts.object()) {
            // These are checked of every file, or of files that are made here.
            static const std::set<std::string> elsewhere{"kind", "bytes", "sha256", "files"};
            EXPECT_TRUE(checked.count(name) != 0 || elsewhere.count(name) != 0) << "nobody checks " << name;
        }
    }
}

TEST_F(CorpusFacts, ListTheFilesInsideAPdf) {
    const std::string path = corpusFolder() + "/good/pdflib__add_attachments.pdf";
    const Upload upload{.path = path, .name = "letter.pdf", .password = {}};
    const Facts facts = inspect(upload);
    ASSERT_EQ(facts.files.size(), 2U);
    EXPECT_EQ(facts.files.at(0).name, "cat_riding_unicorn.jpg");
    EXPECT_EQ(facts.files.at(0).mediaType, "image/jpeg");
    EXPECT_EQ(facts.files.at(0).bytes, 279138U);
    EXPECT_EQ(facts.files.at(0).hash.hex(), cat);
    EXPECT_EQ(facts.files.at(1).name, "us_constitution.pdf");
    EXPECT_EQ(facts.files.at(1).bytes, 389617U);
    const TakenAttachment taken = takeAttachment(upload, 1);
    EXPECT_EQ(taken.name, "cat_riding_unicorn.jpg");
    EXPECT_EQ(Sha256::of(taken.bytes).hex(), cat);
    EXPECT_THROW((void)takeAttachment(upload, 3), EvidenceError);
    EXPECT_THROW((void)takeAttachment(upload, 0), EvidenceError);
    const Facts pinned =
        inspect({.path = corpusFolder() + "/good/pypdf__attachment.pdf", .name = "a.pdf", .password = {}});
    ASSERT_EQ(pinned.files.size(), 1U);
    EXPECT_EQ(pinned.files.at(0).name, "jpeg.pdf");
    EXPECT_EQ(pinned.files.at(0).hash.hex(), "b65ead3923590619dff1f91c3a07302f38c53598b3031aec619042c206257c22");
}

TEST_F(CorpusFacts, OpenWithTheirPasswordAndSayTheLock) {
    const std::string path =
        corpusFolder() +
        "/hostile/pdfreader__encrypted_version5_revision6_256bit_aes_user_pass_apples_enc_metadata.pdf";
    EXPECT_THROW((void)inspect({.path = path, .name = "a.pdf", .password = {}}), PdfError);
    const Value facts = toValue(inspect({.path = path, .name = "a.pdf", .password = "apples"}));
    EXPECT_EQ(factOf(facts, "lock"),
              R"({"cipher":"aes-256","forbids":["assemble","change","comment","copy","fill","print","print-well"]})");
}

std::string said(const std::string& command) {
    std::string text;
    FILE* pipe = ::popen((command + " 2>/dev/null").c_str(), "r");
    std::array<char, 4096> piece{};
    for (std::size_t count = 0; (count = std::fread(piece.data(), 1, piece.size(), pipe)) > 0;) {
        text.append(piece.data(), count);
    }
    (void)::pclose(pipe);
    return text;
}

/// Poppler's words on each page: "612x792 90" of the visible box before it is turned.
std::vector<std::string> shapesByPoppler(const std::string& info) {
    std::vector<std::string> shapes;
    std::istringstream lines(info);
    for (std::string line; std::getline(lines, line);) {
        std::istringstream words(line);
        std::string page;
        std::string number;
        std::string what;
        std::string times;
        double first = 0;
        double second = 0;
        words >> page >> number >> what >> first;
        if (page != "Page" || (what != "size:" && what != "rot:")) {
            continue;
        }
        if (what == "rot:") {
            shapes.back() += " " + std::to_string(std::lround(first));
        } else {
            words >> times >> second;
            shapes.push_back(std::to_string(std::lround(first)) + "x" + std::to_string(std::lround(second)));
        }
    }
    return shapes;
}

std::vector<std::string> shapesOf(const PdfFacts& facts) {
    std::vector<std::string> shapes;
    for (const PdfPageFacts& page : facts.pages) {
        const bool onSide = page.rotation % 180 != 0;
        shapes.push_back(std::to_string(std::lround(onSide ? page.height : page.width)) + "x" +
                         std::to_string(std::lround(onSide ? page.width : page.height)) + " " +
                         std::to_string(page.rotation));
    }
    return shapes;
}

/// Where Poppler says something else, and why.
struct Differs {
    std::set<std::string> sizes{"ocrmypdf__poster.pdf", "qpdf__fxo-red-rotate.pdf",
                                "qpdf__overlay-copy-annotations.pdf",      // it leaves the unit of a page out
                                "pdfreader__kids-as-direct-objects.pdf"};  // it sees no pages in it
    /// They have a structure and do not say so in /MarkInfo.
    std::set<std::string> tagged{"pdfreader__nested_form_xobject.pdf", "pdfplumber__hello_structure.pdf",
                                 "pdfjs__three_pages_with_number.pdf", "tika__testpdf_version.11.x.pdfa-1b.pdf"};
    std::set<std::string> files{"qpdf__overlay-copy-annotations.pdf"};  // one file, pinned to sixteen pages
};

TEST_F(CorpusFacts, AgreeWithPopplerOnEveryFile) {
    if (said("pdfinfo -v 2>&1; pdfdetach -v 2>&1").find("version") == std::string::npos) {
        GTEST_SKIP() << "pdfinfo and pdfdetach are not there";
    }
    const Differs differs;
    for (const auto& entry : fs::directory_iterator(corpusFolder() + "/good")) {
        const std::string name = entry.path().filename().string();
        if (entry.path().extension() != ".pdf") {
            continue;
        }
        SCOPED_TRACE(name);
        const Facts facts = inspect({.path = entry.path().string(), .name = name, .password = {}});
        const std::string quoted = "'" + entry.path().string() + "'";
        const std::string info = said("pdfinfo -f 1 -l 20000 " + quoted);
        const auto says = [&info](const std::string& row, const std::string& value) {
            const std::size_t at = info.find("\n" + row);
            return at != std::string::npos && info.find(value, at) < info.find('\n', at + 1);
        };
        EXPECT_EQ(facts.pdf->restricted, says("Encrypted:", "yes"));
        EXPECT_EQ(facts.pdf->tagged, says("Tagged:", "yes") || differs.tagged.count(name) != 0);
        EXPECT_EQ(facts.pdf->xfa, says("Form:", "XFA"));
        if (differs.sizes.count(name) == 0) {
            EXPECT_EQ(shapesOf(*facts.pdf), shapesByPoppler(info));
        }
        const std::string files = said("pdfdetach -list " + quoted);
        if (differs.files.count(name) == 0) {
            EXPECT_EQ(std::to_string(facts.files.size()), files.substr(0, files.find(' '))) << files;
        }
    }
}

TEST_F(CorpusFacts, SuggestNoFileNameAsATitle) {
    const auto suggestion = [](const char* file) {
        const Upload upload{.path = corpusFolder() + file, .name = "AB/1", .password = {}};
        return suggestedRow(upload, inspect(upload)).title;
    };
    EXPECT_EQ(suggestion("/good/govuk-notify__file1-2.pdf"), "");  // its metadata say "pigeons_RGB.jpg"
    EXPECT_EQ(suggestion("/good/pdfjs__bug1997343.pdf"), "A Two Column Example");
}

/// What is said before anything is built is what the build then says.
TEST_F(CorpusFacts, SayBeforehandWhatABundleLeavesBehind) {
    const std::string output = testing::TempDir() + "corpus_facts_prepared";
    std::size_t compared = 0;
    for (const auto& entry : fs::directory_iterator(corpusFolder() + "/good")) {
        if (entry.path().extension() != ".pdf") {
            continue;
        }
        const Upload upload{.path = entry.path().string(), .name = "AB/1", .password = {}};
        SCOPED_TRACE(entry.path().filename().string());
        const Facts facts = inspect(upload);
        std::map<std::string, std::size_t> told;
        for (const LinkLoss& loss : prepare(upload, {}, nullptr, output).losses) {
            told[loss.kind] += loss.count;
        }
        auto foretold = facts.pdf->leftBehind;
        foretold.erase("detour-forms");  // that answers are made flat is a loss of its own
        EXPECT_EQ(foretold, told);
        ++compared;
    }
    fs::remove(output);
    EXPECT_GT(compared, 100U);
}

/// Every file goes in, or is named. The share that the fast reader takes is what the linker's speed rests on.
TEST_F(CorpusFacts, OfEveryFileAreReadOrTheFileIsNamed) {
    std::map<std::string, std::size_t> ways;
    for (const auto& entry : fs::directory_iterator(corpusFolder() + "/good")) {
        if (entry.path().extension() == ".pdf") {
            const Value facts = toValue(inspect({.path = entry.path().string(), .name = "AB/1", .password = {}}));
            ++ways[facts.textOr("detour", "fast")];
        }
    }
    std::size_t all = 0;
    for (const auto& [way, count] : ways) {
        std::printf("%6zu %s\n", count, way.c_str());
        all += count;
    }
    EXPECT_GE(ways["fast"] * 100, all * 80);
}

}  // namespace
}  // namespace engross
