#include "bench/linker/made_pdf.h"

#include "pdf/deflate.h"
#include "type/typesetter.h"

#include <jpeglib.h>
#include <array>
#include <cstdio>
#include <map>
#include <random>
#include <string_view>
#include <vector>

namespace engross::bench {

namespace {

constexpr int runsOfAPage = 60;
constexpr int piecesOfARun = 5;

constexpr std::array<std::string_view, 64> words{
    "the",      "of",       "and",    "to",        "in",       "that",    "is",      "was",     "tenant",  "for",
    "it",       "with",     "as",     "his",       "on",       "be",      "at",      "by",      "had",     "not",
    "are",      "but",      "from",   "council",   "have",     "an",      "they",    "which",   "one",     "you",
    "were",     "all",      "her",    "she",       "there",    "would",   "their",   "we",      "notice",  "been",
    "has",      "when",     "who",    "will",      "no",       "more",    "if",      "out",     "so",      "said",
    "premises", "landlord", "appeal", "tribunal",  "evidence", "hearing", "officer", "repairs", "kitchen", "ceiling",
    "damp",     "boiler",   "window", "inspection"};

/// A random number that is the same everywhere: the distributions of the library are not.
std::size_t below(std::mt19937& random, std::size_t limit) {
    return random() % limit;
}

std::string jpegOf(std::size_t width, std::size_t height, int quality, const std::vector<unsigned char>& grey,
                   int components) {
    jpeg_compress_struct jpeg{};
    jpeg_error_mgr errors{};
    jpeg.err = jpeg_std_error(&errors);
    jpeg_create_compress(&jpeg);
    unsigned char* out = nullptr;
    unsigned long size = 0;
    jpeg_mem_dest(&jpeg, &out, &size);
    jpeg.image_width = static_cast<JDIMENSION>(width);
    jpeg.image_height = static_cast<JDIMENSION>(height);
    jpeg.input_components = components;
    jpeg.in_color_space = components == 1 ? JCS_GRAYSCALE : JCS_RGB;
    jpeg_set_defaults(&jpeg);
    jpeg_set_quality(&jpeg, quality, TRUE);
    jpeg_start_compress(&jpeg, TRUE);
    while (jpeg.next_scanline < jpeg.image_height) {
        auto* row = const_cast<unsigned char*>(grey.data()) +
                    std::size_t{jpeg.next_scanline} * width * static_cast<std::size_t>(components);
        jpeg_write_scanlines(&jpeg, &row, 1);
    }
    jpeg_finish_compress(&jpeg);
    std::string bytes(reinterpret_cast<const char*>(out), size);
    jpeg_destroy_compress(&jpeg);
    std::free(out);
    return bytes;
}

/// Soft shapes with the noise of a sensor, which is what makes a photograph large.
std::vector<unsigned char> pixels(std::size_t width, std::size_t height, std::size_t components, std::size_t seed,
                                  std::size_t noise) {
    std::mt19937 random(static_cast<unsigned>(seed));
    std::vector<unsigned char> out(width * height * components);
    for (std::size_t y = 0; y < height; ++y) {
        for (std::size_t x = 0; x < width; ++x) {
            const std::size_t grain = below(random, noise);
            for (std::size_t c = 0; c < components; ++c) {
                const std::size_t shape = ((x * (c + 1) / 16) ^ (y / 16)) % 128;
                out[(y * width + x) * components + c] = static_cast<unsigned char>(100 + shape / 2 + grain);
            }
        }
    }
    return out;
}

/// The same picture with a comment that makes it another file (JPEG's COM segment).
std::string marked(const std::string& jpeg, std::size_t seed) {
    std::string comment = std::to_string(seed);
    comment.insert(0, 12 - comment.size(), '0');
    std::string out = jpeg.substr(0, 2);
    out += "\xFF\xFE";
    out += static_cast<char>((comment.size() + 2) >> 8U);
    out += static_cast<char>(comment.size() + 2);
    return out + comment + jpeg.substr(2);
}

std::string ref(std::size_t number) {
    return std::to_string(number) + " 0 R";
}

/// Objects in a row and the table behind them.
class PdfText {
public:
    std::size_t add(const std::string& body) {
        offsets_.push_back(bytes_.size());
        bytes_ += std::to_string(offsets_.size()) + " 0 obj\n" + body + "\nendobj\n";
        return offsets_.size();
    }
    std::size_t addStream(const std::string& entries, const std::string& data) {
        return add("<<" + entries + "/Length " + std::to_string(data.size()) + ">>\nstream\n" + data + "\nendstream");
    }
    /// The number that the object after `ahead` others will have.
    [[nodiscard]] std::size_t next(std::size_t ahead = 0) const {
        return offsets_.size() + 1 + ahead;
    }
    [[nodiscard]] std::string end(std::size_t root) const {
        std::string out = bytes_ + "xref\n0 " + std::to_string(offsets_.size() + 1) + "\n0000000000 65535 f \n";
        for (const std::size_t offset : offsets_) {
            char row[24];
            std::snprintf(row, sizeof row, "%010zu 00000 n \n", offset);
            out += row;
        }
        return out + "trailer\n<</Size " + std::to_string(offsets_.size() + 1) + "/Root " + ref(root) +
               ">>\nstartxref\n" + std::to_string(bytes_.size()) + "\n%%EOF\n";
    }

private:
    std::string bytes_ = "%PDF-1.4\n%\xE2\xE3\xCF\xD3\n";
    std::vector<std::size_t> offsets_;
};

/// The printable characters of ASCII in one face: their places are their codes less 31.
struct TextFont {
    FontSubset subset;
    std::string name;
};

const TextFont& textFont() {
    static const TextFont font = [] {
        std::vector<SubsetGlyph> glyphs{SubsetGlyph{}};
        std::shared_ptr<const Face> face;
        for (char character = ' '; character <= '~'; ++character) {
            const auto runs = Typesetter::standard()->shape(std::string(1, character), TypeStyle{}, "en-GB");
            face = runs.at(0).face;
            glyphs.push_back({runs.at(0).glyphs.at(0).glyph, std::u16string(1, static_cast<char16_t>(character))});
        }
        TextFont made{face->subset(glyphs), {}};
        made.name = made.subset.tag + "+" + face->postScriptName();
        return made;
    }();
    return font;
}

std::size_t addFont(PdfText& file) {
    const TextFont& font = textFont();
    const std::size_t program =
        file.addStream("/Filter/FlateDecode/Length1 " + std::to_string(font.subset.programLength), font.subset.program);
    const std::size_t map = file.addStream("/Filter/FlateDecode", font.subset.cidToGid);
    const std::size_t unicode = file.addStream("/Filter/FlateDecode", font.subset.toUnicode);
    const std::size_t descriptor =
        file.add("<</Type/FontDescriptor/FontName/" + font.name +
                 "/Flags 4/FontBBox[-500 -300 1300 1000]/ItalicAngle 0/Ascent 900/Descent -200/CapHeight 700/StemV "
                 "80/FontFile2 " +
                 ref(program) + ">>");
    const std::size_t descendant =
        file.add("<</Type/Font/Subtype/CIDFontType2/BaseFont/" + font.name +
                 "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/FontDescriptor " +
                 ref(descriptor) + "/CIDToGIDMap " + ref(map) + "/W" + font.subset.widths + ">>");
    return file.add("<</Type/Font/Subtype/Type0/BaseFont/" + font.name + "/Encoding/Identity-H/DescendantFonts[" +
                    ref(descendant) + "]/ToUnicode " + ref(unicode) + ">>");
}

std::string hexCodes(std::string_view text) {
    std::string out;
    for (const char character : text) {
        char code[8];
        std::snprintf(code, sizeof code, "%04X", static_cast<unsigned>(character) - 31U);
        out += code;
    }
    return out;
}

std::string linesContent(std::mt19937& random) {
    std::string content = "BT /F 9 Tf 13.5 TL 50 740 Td\n";
    for (int line = 0; line < 50; ++line) {
        std::string text;
        for (int word = 0; word < 13; ++word) {
            text.append(words.at(below(random, words.size()))) += ' ';
        }
        content += "<" + hexCodes(text) + "> Tj T*\n";
    }
    return content + "ET\n";
}

/// Letters without sameness, for the operators around them have more of it than real ones; and the kern behind them.
std::string kernedPiece(std::mt19937& random) {
    std::string letters;
    for (std::size_t letter = 1 + below(random, 4); letter > 0; --letter) {
        letters += static_cast<char>('a' + below(random, 26));
    }
    char kern[16];
    std::snprintf(kern, sizeof kern, "%.2f", static_cast<double>(below(random, 4000)) / 100 - 20);
    return "<" + hexCodes(letters) + ">" + kern;
}

std::string runsContent(std::mt19937& random) {
    std::string content;
    for (int run = 0; run < runsOfAPage; ++run) {
        const double x = 50 + 240 * (run % 2) + static_cast<double>(below(random, 9000)) / 1000;
        const int line = run / 2;
        const double y = 740 - 22.0 * line + static_cast<double>(below(random, 100)) / 100;
        char state[160];
        std::snprintf(state, sizeof state,
                      "q 0.000008871 0 595.32 841.92 re W* n BT /F 9.96 Tf 1 0 0 1 %.3f %.2f Tm 0.2 0.2 0.22 rg [", x,
                      y);
        content += state;
        for (int piece = 0; piece < piecesOfARun; ++piece) {
            content += kernedPiece(random);
        }
        content += "] TJ ET Q\n";
    }
    return content;
}

std::string textContent(std::mt19937& random, TextLook look, bool first) {
    return (first ? "q 200 0 0 50 50 760 cm /Head Do Q\n" : "") +
           (look == TextLook::Lines ? linesContent(random) : runsContent(random));
}

const std::string& letterhead() {
    static const std::string jpeg = jpegOf(600, 150, 80, pixels(600, 150, 3, 1, 12), 3);
    return jpeg;
}

}  // namespace

std::string MadePdf::text(TextLook look, std::size_t seed, std::size_t pages) {
    std::mt19937 random(static_cast<unsigned>(seed + 7));
    PdfText file;
    const std::size_t font = addFont(file);
    const std::size_t head = file.addStream(
        "/Type/XObject/Subtype/Image/Width 600/Height 150/ColorSpace/DeviceRGB/BitsPerComponent 8/Filter/DCTDecode",
        letterhead());
    const std::size_t tree = file.next(pages * 2);
    std::string kids;
    std::vector<std::size_t> sections;
    for (std::size_t page = 0; page < pages; ++page) {
        const std::size_t content =
            file.addStream("/Filter/FlateDecode", deflated(textContent(random, look, page == 0)));
        std::string body = "<</Type/Page/Parent " + ref(tree) + "/MediaBox[0 0 595.28 841.89]/Resources<</Font<</F " +
                           ref(font) + ">>/XObject<</Head " + ref(head) + ">>>>/Contents " + ref(content);
        if (page % 4 == 1) {
            body +=
                "/Annots[<</Type/Annot/Subtype/Link/Rect[50 20 200 40]/Border[0 0 0]/A<</S/URI/URI"
                "(https://example.org/" +
                std::to_string(page) + ")>>>>]";
        }
        if (below(random, 20) == 0) {
            body += "/Rotate " + std::to_string(90 * (1 + below(random, 3)));
        }
        const std::size_t number = file.add(body + ">>");
        kids += ref(number) + ' ';
        if (page % 5 == 0) {
            sections.push_back(number);
        }
    }
    file.add("<</Type/Pages/Count " + std::to_string(pages) + "/Kids[" + kids + "]>>");
    const std::size_t outline = file.next();
    file.add("<</Type/Outlines/First " + ref(outline + 1) + "/Last " + ref(outline + sections.size()) + "/Count " +
             std::to_string(sections.size()) + ">>");
    for (std::size_t section = 0; section < sections.size(); ++section) {
        const std::size_t self = outline + 1 + section;
        file.add("<</Title(Section " + std::to_string(section + 1) + ")/Parent " + ref(outline) + "/Dest[" +
                 ref(sections[section]) + "/XYZ 0 842 null]" + (section > 0 ? "/Prev " + ref(self - 1) : "") +
                 (section + 1 < sections.size() ? "/Next " + ref(self + 1) : "") + ">>");
    }
    return file.end(file.add("<</Type/Catalog/Pages " + ref(tree) + "/Outlines " + ref(outline) + ">>"));
}

std::string MadePdf::picture(PictureLook look, std::size_t seed) {
    struct Kept {
        std::size_t width;
        std::size_t height;
        std::string jpeg;
    };
    static std::map<std::pair<PictureLook, std::size_t>, Kept> kept;
    const auto [known, isNew] = kept.try_emplace({look, seed % 6});
    if (isNew) {
        const bool scan = look == PictureLook::Scan;
        known->second = scan ? Kept{2480, 3508, jpegOf(2480, 3508, 70, pixels(2480, 3508, 1, seed, 40), 1)}
                             : Kept{4032, 3024, jpegOf(4032, 3024, 82, pixels(4032, 3024, 3, seed, 48), 3)};
    }
    const Kept& image = known->second;
    const bool wide = image.width > image.height;
    const std::string width = wide ? "842" : "595";
    const std::string height = wide ? "595" : "842";
    PdfText file;
    const std::size_t object = file.addStream("/Type/XObject/Subtype/Image/Width " + std::to_string(image.width) +
                                                  "/Height " + std::to_string(image.height) + "/ColorSpace/" +
                                                  (look == PictureLook::Scan ? "DeviceGray" : "DeviceRGB") +
                                                  "/BitsPerComponent 8/Filter/DCTDecode",
                                              marked(image.jpeg, seed));
    const std::size_t content = file.addStream("", "q " + width + " 0 0 " + height + " 0 0 cm /I Do Q");
    const std::size_t tree = file.next(1);
    const std::size_t page =
        file.add("<</Type/Page/Parent " + ref(tree) + "/MediaBox[0 0 " + width + " " + height +
                 "]/Resources<</XObject<</I " + ref(object) + ">>>>/Contents " + ref(content) + ">>");
    file.add("<</Type/Pages/Count 1/Kids[" + ref(page) + "]>>");
    return file.end(file.add("<</Type/Catalog/Pages " + ref(tree) + ">>"));
}

}  // namespace engross::bench
