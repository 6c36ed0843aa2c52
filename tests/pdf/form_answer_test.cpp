#include "pdf/joined.h"
#include "pdf/raw_pdf.h"

#include <gtest/gtest.h>
#include <algorithm>
#include <array>
#include <cstdlib>
#include <optional>
#include <qpdf/QPDFObjectHandle.hh>
#include <qpdf/QPDFWriter.hh>
#include <set>

namespace engross {
namespace {

/// A form with one field, joined into a bundle.
class FormBundle {
public:
    explicit FormBundle(const std::string& field, const std::string& form = {}, const std::string& staleLook = {})
        : joined_({written(folder_.path("form.pdf"), field, form, staleLook)}) {}

    [[nodiscard]] std::size_t lost(const std::string& kind) const {
        return joined_.lost(kind);
    }

    /// The text of the page as poppler reads it, spaces as they come.
    [[nodiscard]] std::string text() const {
        return joined_.textOf(1);
    }

    [[nodiscard]] bool says(const std::string& words) const {
        return text().find(words) != std::string::npos;
    }

    /// The joined file with nothing packed: what is not in here is nowhere in it.
    [[nodiscard]] std::string everything() {
        QPDFWriter writer(joined_.pdf);
        writer.setOutputMemory();
        writer.setQDFMode(true);
        writer.write();
        const auto bytes = writer.getBufferSharedPointer();
        return {reinterpret_cast<const char*>(bytes->getBuffer()), bytes->getSize()};
    }

    struct Ink {
        int left = 0, right = 0, top = 0, bottom = 0;  // pixels at 72 dots an inch, top down
        std::size_t colours = 0;                       // besides white
        std::set<std::array<int, 3>> all;
    };

    /// What is seen on the page above y = 200, or nothing where pdftoppm is absent.
    [[nodiscard]] std::optional<Ink> ink() const {
        const std::string output = folder_.path("page");
        if (std::system(
                ("pdftoppm -r 72 -aa no -aaVector no -singlefile '" + joined_.path() + "' '" + output + "' 2>/dev/null")
                    .c_str()) != 0) {
            return std::nullopt;
        }
        return inkOf(readBytes(output + ".ppm"));
    }

private:
    static std::string written(const std::string& path, const std::string& field, const std::string& form,
                               const std::string& staleLook) {
        RawPdf source;
        const std::size_t number = source.nextNumber();
        const std::string own = "<< /Type /Annot /Subtype /Widget /T (a) /DA (/F 12 Tf 0 g) /Rect [100 500 400 560] ";
        const std::string look =
            staleLook.empty() ? std::string() : "/AP << /N " + std::to_string(number + 1) + " 0 R >> ";
        source.add(own + look + field + " >>");
        source.addStream(staleLook,
                         "/Type /XObject /Subtype /Form /BBox [0 0 300 60] /Resources << /Font << /F 3 0 R "
                         ">> >>");
        source.addStream("Answer of a stream");
        const std::string reference = std::to_string(number) + " 0 R";
        source.addPage("/MediaBox [0 0 595 842] /Annots [" + reference + "]", "");
        source.catalog("/AcroForm << /Fields [" + reference + "] /DR << /Font << /F 3 0 R >> >> " + form + " >>");
        return source.writeTo(path);
    }

    static Ink inkOf(const std::string& picture) {
        const std::size_t widthAt = picture.find('\n') + 1;
        const int width = std::stoi(picture.substr(widthAt));
        const std::size_t heightAt = picture.find(' ', widthAt) + 1;
        const std::size_t from = picture.find('\n', picture.find('\n', heightAt) + 1) + 1;
        Ink ink{width, -1, 100'000, -1, 0, {}};
        for (int y = 0; y < 640; ++y) {
            for (int x = 0; x < width; ++x) {
                const std::size_t at = from + 3 * static_cast<std::size_t>(y * width + x);
                const std::array<int, 3> colour{static_cast<unsigned char>(picture.at(at)),
                                                static_cast<unsigned char>(picture.at(at + 1)),
                                                static_cast<unsigned char>(picture.at(at + 2))};
                if (colour != std::array<int, 3>{255, 255, 255}) {
                    ink.left = std::min(ink.left, x);
                    ink.right = std::max(ink.right, x);
                    ink.top = std::min(ink.top, y);
                    ink.bottom = std::max(ink.bottom, y);
                    ink.all.insert(colour);
                }
            }
        }
        ink.colours = ink.all.size();
        return ink;
    }

    TestFolder folder_;
    Joined joined_;
};

bool hasPoppler() {
    return std::system("command -v pdftotext pdftoppm >/dev/null 2>&1") == 0;
}

#define NEEDS_POPPLER()                                         \
    if (!hasPoppler()) {                                        \
        GTEST_SKIP() << "pdftotext and pdftoppm are not there"; \
    }

const std::string staleText = "BT /F 12 Tf 2 20 Td (OLD ANSWER) Tj ET";

TEST(FormAnswer, APasswordIsNowhereInTheBundle) {
    FormBundle plain("/FT /Tx /Ff 8192 /V (hunter2secret)");
    EXPECT_EQ(plain.everything().find("hunter2secret"), std::string::npos);
    EXPECT_EQ(plain.lost("form-password"), 1U);
    EXPECT_EQ(plain.lost("form-answer"), 0U);
    FormBundle inClear("/FT /Tx /Ff 8192 /V (hunter2secret)", "", "BT /F 12 Tf 2 20 Td (hunter2secret) Tj ET");
    EXPECT_EQ(inClear.everything().find("hunter2secret"), std::string::npos);
    EXPECT_EQ(inClear.lost("form-password"), 1U);
    NEEDS_POPPLER()
    EXPECT_TRUE(plain.says("*************")) << plain.text();
    EXPECT_FALSE(plain.says("hunter2")) << plain.text();
    EXPECT_FALSE(inClear.says("hunter2")) << inClear.text();
}

TEST(FormAnswer, AChoiceSaysWhatItsListSaysNotItsCode) {
    NEEDS_POPPLER()
    const FormBundle bundle("/FT /Ch /Ff 131072 /Opt [[(A1) (Severe damp)] [(A2) (None)]] /V (A1)");
    EXPECT_TRUE(bundle.says("Severe damp")) << bundle.text();
    EXPECT_FALSE(bundle.says("A1")) << bundle.text();
    EXPECT_EQ(bundle.lost("form-answer"), 0U);
}

TEST(FormAnswer, AListShowsEveryChoiceThatWasMade) {
    NEEDS_POPPLER()
    const std::string options = "/FT /Ch /Ff 2097152 /Opt [(Damp) (Cold) (Falls)] ";
    const FormBundle two(options + "/V [(Damp) (Falls)]");
    EXPECT_TRUE(two.says("Damp")) << two.text();
    EXPECT_TRUE(two.says("Falls")) << two.text();
    EXPECT_EQ(two.ink()->all.count({153, 193, 218}), 1U);
    EXPECT_EQ(FormBundle(options).ink()->all.count({153, 193, 218}), 0U);
    EXPECT_EQ(two.lost("form-answer"), 0U);
    const FormBundle tooMany("/FT /Ch /Ff 2097152 /Opt [(Damp) (b) (c) (d) (e) (f) (Falls)] /V [(Damp) (Falls)]");
    EXPECT_EQ(tooMany.lost("form-answer"), 1U);
}

TEST(FormAnswer, AnAnswerMayBeAStream) {
    NEEDS_POPPLER()
    const FormBundle bundle("/FT /Tx /V 6 0 R");
    EXPECT_TRUE(bundle.says("Answer of a stream")) << bundle.text();
}

TEST(FormAnswer, RichTextIsDrawnPlainAndTold) {
    NEEDS_POPPLER()
    const FormBundle bundle("/FT /Tx /Ff 33554432 /RV (<body><p>Rich &amp; <b>bold</b></p></body>)");
    EXPECT_TRUE(bundle.says("Rich & bold")) << bundle.text();
    EXPECT_EQ(bundle.lost("form-answer"), 1U);
}

TEST(FormAnswer, AValueOfNoReadableSortIsTold) {
    const FormBundle bundle("/FT /Tx /V << /A 1 >>");
    EXPECT_EQ(bundle.lost("form-answer"), 1U);
}

TEST(FormAnswer, AFormThatAsksForFreshLooksGetsThemAndSaysWhereAnOldOneDiffered) {
    NEEDS_POPPLER()
    const FormBundle fresh("/FT /Tx /V (FRESH ANSWER)", "/NeedAppearances true", staleText);
    EXPECT_TRUE(fresh.says("FRESH ANSWER")) << fresh.text();
    EXPECT_FALSE(fresh.says("OLD ANSWER")) << fresh.text();
    EXPECT_EQ(fresh.lost("form-fresh"), 1U);
    const FormBundle same("/FT /Tx /V (OLD ANSWER)", "/NeedAppearances true", staleText);
    EXPECT_EQ(same.lost("form-fresh"), 0U);
    const FormBundle unasked("/FT /Tx /V (FRESH ANSWER)", "", staleText);
    EXPECT_TRUE(unasked.says("OLD ANSWER")) << unasked.text();
}

TEST(FormAnswer, ATickBoxThatContradictsItsFieldIsTold) {
    const FormBundle off("/FT /Btn /V /Yes /AS /Off /AP << /N << /Off 5 0 R /Yes 5 0 R >> >>", "/NeedAppearances true");
    EXPECT_EQ(off.lost("form-tick"), 1U);
    const FormBundle on("/FT /Btn /V /Yes /AS /Yes /AP << /N << /Off 5 0 R /Yes 5 0 R >> >>");
    EXPECT_EQ(on.lost("form-tick"), 0U);
}

TEST(FormAnswer, ATickWithoutALookIsDrawn) {
    NEEDS_POPPLER()
    EXPECT_EQ(FormBundle("/FT /Btn /V /Off").ink()->colours, 0U);
    const FormBundle ticked("/FT /Btn /V /Yes /MK << /CA (8) >>");
    EXPECT_GT(ticked.ink()->colours, 0U);
    EXPECT_EQ(ticked.lost("form-answer"), 0U);
    const FormBundle withState("/FT /Btn /V /Yes /AS /Yes /MK << /CA (8) >>");
    EXPECT_GT(withState.ink()->colours, 0U);
    EXPECT_EQ(withState.lost("form-answer"), 0U);
}

TEST(FormAnswer, OfAStateThatHasNoLookIsDrawn) {
    const FormBundle bundle("/FT /Btn /V /Yes /AS /Yes /AP << /N << /Off 5 0 R >> >>");
    EXPECT_EQ(bundle.lost("form-answer") + bundle.lost("form-tick"), 0U);  // it is drawn afresh
    NEEDS_POPPLER()
    EXPECT_GT(bundle.ink()->colours, 0U);
}

TEST(FormAnswer, TheChosenOfButtonsWithoutLooksIsDrawn) {
    NEEDS_POPPLER()
    const FormBundle chosen("/FT /Btn /Ff 32768 /V /B /AS /B /Parent << /T (group) /V /B >>");
    EXPECT_EQ(chosen.lost("form-tick"), 0U);
    EXPECT_GT(chosen.ink()->colours, 0U);
    const FormBundle contradicted("/FT /Btn /V /Yes /AS /Off /MK << /BC [1 0 0] >>");
    EXPECT_EQ(contradicted.lost("form-tick"), 1U);
    EXPECT_GT(contradicted.ink()->colours, 0U);  // its frame
}

TEST(FormAnswer, StandsWhereItsFieldPutsIt) {
    NEEDS_POPPLER()
    const auto left = FormBundle("/FT /Tx /V (1,250.00)").ink();
    const auto right = FormBundle("/FT /Tx /Q 2 /V (1,250.00)").ink();
    const auto middle = FormBundle("/FT /Tx /Q 1 /V (1,250.00)").ink();
    EXPECT_LT(left->right, 160);
    EXPECT_GT(right->left, 340);
    EXPECT_NEAR(middle->left + middle->right, 500, 6);
}

TEST(FormAnswer, FillsACombCellByCell) {
    NEEDS_POPPLER()
    const auto ink = FormBundle("/FT /Tx /Ff 16777216 /MaxLen 10 /V (IIIIIIIII)").ink();
    EXPECT_NEAR(ink->left, 115, 3);
    EXPECT_NEAR(ink->right, 355, 3);
    EXPECT_EQ(FormBundle("/FT /Tx /Ff 16777216 /MaxLen 3 /V (ABCD)").lost("form-answer"), 1U);
}

TEST(FormAnswer, IsTurnedAsItsFieldIs) {
    NEEDS_POPPLER()
    const auto ink = FormBundle("/FT /Tx /V (Turned) /MK << /R 90 >>").ink();
    EXPECT_GT(ink->bottom - ink->top, ink->right - ink->left);
}

TEST(FormAnswer, KeepsItsBackgroundAndBorder) {
    NEEDS_POPPLER()
    const auto ink = FormBundle("/FT /Tx /V (x) /MK << /BG [1 1 0] /BC [1 0 0] >> /BS << /W 3 >>").ink();
    EXPECT_EQ(ink->all.count({255, 255, 0}), 1U);
    EXPECT_EQ(ink->all.count({255, 0, 0}), 1U);
    EXPECT_NEAR(ink->left, 100, 1);
}

TEST(FormAnswer, OneThatIsTooLongIsTold) {
    std::string answer;
    for (int i = 0; i < 40; ++i) {
        answer += "very long answer ";
    }
    EXPECT_EQ(FormBundle("/FT /Tx /V (" + answer + ")").lost("form-answer"), 1U);
    EXPECT_EQ(FormBundle("/FT /Tx /V (short)").lost("form-answer"), 0U);
}

TEST(FormAnswer, OfManyLinesIsWrappedAndWhole) {
    NEEDS_POPPLER()
    const FormBundle bundle(
        "/FT /Tx /Ff 4096 /V (First line\\nSecond line that goes on and on and on until it must be "
        "wrapped to the next END)");
    EXPECT_TRUE(bundle.says("First line\nSecond line")) << bundle.text();
    EXPECT_TRUE(bundle.says("END")) << bundle.text();
    EXPECT_EQ(bundle.lost("form-answer"), 0U);
    const FormBundle huge("/FT /Tx /Ff 4096 /V (Large letters) /DA (/F 9000 Tf 0 g)");
    EXPECT_TRUE(huge.says("Large")) << huge.text();
    EXPECT_EQ(huge.lost("form-answer"), 0U);
}

TEST(FormAnswer, ShowsWelshAndPolishLetters) {
    NEEDS_POPPLER()
    const FormBundle bundle("/FT /Tx /V <FEFF005400770175002000640175007200200041014600 6F0064017A>");
    EXPECT_TRUE(bundle.says("Tw\u0175")) << bundle.text();
    EXPECT_EQ(bundle.lost("form-answer"), 0U);
}

TEST(FormAnswer, ThatIsHiddenStaysHiddenAndIsTold) {
    FormBundle bundle("/FT /Tx /F 2 /V (between us)");
    EXPECT_EQ(bundle.everything().find("between us"), std::string::npos);
    EXPECT_EQ(bundle.lost("form-hidden"), 1U);
    EXPECT_EQ(FormBundle("/FT /Tx /F 2").lost("form-hidden"), 0U);
}

}  // namespace
}  // namespace engross
