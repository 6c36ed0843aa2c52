#include "pdf/shown_answer.h"

#include "pdf/content_scan.h"

#include <optional>
#include <qpdf/Buffer.hh>
#include <qpdf/QPDFExc.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <qpdf/QPDFTokenizer.hh>
#include <qpdf/QUtil.hh>

namespace engross {

namespace {

std::optional<std::string> contentOf(QPDFObjectHandle look) {
    try {
        const auto bytes = look.getStreamData(qpdf_dl_generalized);
        return std::string(reinterpret_cast<const char*>(bytes->getBuffer()), bytes->getSize());
    } catch (const QPDFExc&) {
        return std::nullopt;
    }
}

std::string withoutSpaces(const std::string& text) {
    std::string letters;
    for (const char letter : text) {
        if (static_cast<unsigned char>(letter) > 0x20) {
            letters += letter;
        }
    }
    return letters;
}

/// The strings of a content stream, one after the other.
std::string stringsIn(const std::string& content) {
    std::string strings;
    QPDFTokenizer tokenizer;
    tokenizer.allowEOF();
    const auto take = [&] {
        QPDFTokenizer::Token token;
        bool unread = false;
        char letter = 0;
        if (!tokenizer.getToken(token, unread, letter)) {
            return;
        }
        if (token.getType() == QPDFTokenizer::tt_string) {
            strings += token.getValue();
        }
        if (unread) {
            tokenizer.presentCharacter(letter);
        }
    };
    for (const char letter : content) {
        tokenizer.presentCharacter(letter);
        take();
    }
    tokenizer.presentEOF();
    take();
    return strings;
}

}  // namespace

bool showsText(const QPDFObjectHandle& look) {
    const auto content = contentOf(look);
    return !content || scanContent(*content).showsText;
}

bool showsAnswer(const QPDFObjectHandle& look, const std::string& answer) {
    const auto content = contentOf(look);
    if (!content) {
        return false;
    }
    std::string expected;
    return QUtil::utf8_to_win_ansi(answer, expected, '?') &&
           withoutSpaces(stringsIn(*content)) == withoutSpaces(expected);
}

}  // namespace engross
