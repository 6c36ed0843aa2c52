#include "evidence/rich_text.h"

#include "evidence/code_page.h"
#include "evidence/evidence_error.h"
#include "model/ascii.h"

#include <algorithm>
#include <array>
#include <map>
#include <utility>
#include <vector>

namespace engross {

namespace {

constexpr std::size_t mostDeep = 2000;
constexpr std::size_t mostFonts = 2000;

struct Control {
    std::string_view word;
    int number = 0;
    bool hasNumber = false;
};

bool isLetter(char letter) {
    return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z');
}

bool isDigit(char letter) {
    return letter >= '0' && letter <= '9';
}

/// [MS-OXRTFEX] 2.2; 0 for the page of the document.
std::uint32_t codePageOfCharset(int charset) {
    static constexpr std::array<std::pair<int, std::uint32_t>, 16> pages{{{0, 1252},
                                                                          {77, 10000},
                                                                          {128, 932},
                                                                          {129, 949},
                                                                          {134, 936},
                                                                          {136, 950},
                                                                          {161, 1253},
                                                                          {162, 1254},
                                                                          {163, 1258},
                                                                          {177, 1255},
                                                                          {178, 1256},
                                                                          {186, 1257},
                                                                          {204, 1251},
                                                                          {222, 874},
                                                                          {238, 1250},
                                                                          {254, 437}}};
    for (const auto& [known, page] : pages) {
        if (known == charset) {
            return page;
        }
    }
    return 0;
}

/// The letter, or the end of a line, that a word stands for.
std::string_view letterOf(std::string_view word) {
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 18> letters{{{"par", "\n"},
                                                                                            {"line", "\n"},
                                                                                            {"row", "\n"},
                                                                                            {"sect", "\n"},
                                                                                            {"page", "\n"},
                                                                                            {"tab", "\t"},
                                                                                            {"cell", "\t"},
                                                                                            {"lquote", "‘"},
                                                                                            {"rquote", "’"},
                                                                                            {"ldblquote", "“"},
                                                                                            {"rdblquote", "”"},
                                                                                            {"bullet", "•"},
                                                                                            {"endash", "–"},
                                                                                            {"emdash", "—"},
                                                                                            {"enspace", "\u2002"},
                                                                                            {"emspace", "\u2003"},
                                                                                            {"nestcell", "\t"},
                                                                                            {"nestrow", "\n"}}};
    for (const auto& [name, letter] : letters) {
        if (name == word) {
            return letter;
        }
    }
    return {};
}

/// Groups that hold something else than the text.
bool isSilent(std::string_view word) {
    static constexpr std::array<std::string_view, 19> silent{
        "colortbl", "stylesheet", "info",    "pict",       "object",  "fldinst", "header",
        "headerl",  "headerr",    "headerf", "footer",     "footerl", "footerr", "footerf",
        "xe",       "tc",         "filetbl", "nonshppict", "shprslt"};
    return std::find(silent.begin(), silent.end(), word) != silent.end();
}

class RichTextReading {
public:
    RichTextReading(std::string_view rtf, std::size_t most, const std::string& name)
        : rtf_(rtf), most_(most), name_(name) {}

    RichTextWords read() {
        while (at_ < rtf_.size()) {
            const char letter = rtf_[at_++];
            if (letter == '{') {
                refuseAbove(groups_.size(), mostDeep);
                groups_.push_back(group_);
                replaced_ = 0;
            } else if (letter == '}') {
                closeGroup();
            } else if (letter == '\\') {
                readControl();
            } else if (letter != '\r' && letter != '\n') {
                addByte(letter);
            }
        }
        flush();
        return std::move(words_);
    }

private:
    struct Group {
        bool isSilent = false;
        bool isFontTable = false;
        bool isTag = false;      // of the web page, where it is one
        bool isRtfOnly = false;  // \htmlrtf: of no meaning in the web page
        bool isHidden = false;
        int font = -1;
        int replacing = 1;  // how many letters stand behind a \u for readers that do not know it
    };

    void refuseAbove(std::size_t count, std::size_t limit) const {
        if (count > limit) {
            throw EvidenceError("evidence-too-large", name_, "the e-mail says more than the limit; print it to a PDF",
                                EvidenceKind::Outlook);
        }
    }

    void closeGroup() {
        flush();
        replaced_ = 0;
        isOptional_ = false;
        if (!groups_.empty()) {
            group_ = groups_.back();
            groups_.pop_back();
        }
    }

    void readControl() {
        if (at_ >= rtf_.size()) {
            return;
        }
        if (!isLetter(rtf_[at_])) {
            readSymbol(rtf_[at_++]);
            return;
        }
        const std::size_t begin = at_;
        while (at_ < rtf_.size() && isLetter(rtf_[at_])) {
            ++at_;
        }
        Control control{.word = rtf_.substr(begin, at_ - begin)};
        const bool isNegative = at_ + 1 < rtf_.size() && rtf_[at_] == '-' && isDigit(rtf_[at_ + 1]);
        at_ += isNegative ? 1 : 0;
        for (; at_ < rtf_.size() && isDigit(rtf_[at_]); ++at_) {
            control.number = std::min(control.number * 10 + (rtf_[at_] - '0'), 100'000'000);
            control.hasNumber = true;
        }
        control.number = isNegative ? -control.number : control.number;
        at_ += at_ < rtf_.size() && rtf_[at_] == ' ' ? 1 : 0;
        obey(control);
    }

    void readSymbol(char symbol) {
        switch (symbol) {
            case '\'':
                if (at_ + 1 < rtf_.size() && hexDigit(rtf_[at_]) >= 0 && hexDigit(rtf_[at_ + 1]) >= 0) {
                    addByte(static_cast<char>(hexDigit(rtf_[at_]) * 16 + hexDigit(rtf_[at_ + 1])));
                    at_ += 2;
                }
                break;
            case '*':
                isOptional_ = true;
                break;
            case '\\':
            case '{':
            case '}':
                addByte(symbol);
                break;
            case '~':
                addText("\u00A0");
                break;
            case '_':
                addText("\u2011");
                break;
            case '\r':
            case '\n':
                addText("\n");
                break;
            default:
                break;
        }
    }

    void obey(const Control& control) {
        const bool isOptional = std::exchange(isOptional_, false);
        if (control.word == "bin" && control.number > 0) {
            at_ = std::min(rtf_.size(), at_ + static_cast<std::size_t>(control.number));
        } else if (control.word == "u" && control.hasNumber) {
            addUnit(control.number);
        } else if (const std::string_view letter = letterOf(control.word); !letter.empty()) {
            addText(letter);
        } else if (control.word == "htmltag" && isOptional) {
            flush();
            group_.isTag = true;
            group_.isSilent = !words_.isWebPage;
        } else if (control.word == "fonttbl") {
            group_.isFontTable = true;
        } else if (control.word == "shptxt" || control.word == "result") {
            flush();
            group_.isSilent = false;  // what a text box or an object shows, within what it is made of
        } else if (isOptional || isSilent(control.word)) {
            flush();
            group_.isSilent = true;
        } else {
            obeySetting(control);
        }
    }

    void obeySetting(const Control& control) {
        const bool isOn = !control.hasNumber || control.number != 0;
        if (control.word == "ansicpg") {
            page_ = static_cast<std::uint32_t>(std::max(control.number, 0));
        } else if (control.word == "deff") {
            group_.font = control.number;
        } else if (control.word == "f") {
            flush();
            group_.font = control.number;
        } else if (control.word == "fcharset" && group_.isFontTable) {
            setFont(codePageOfCharset(control.number));
        } else if (control.word == "cpg" && group_.isFontTable) {
            setFont(static_cast<std::uint32_t>(std::max(control.number, 0)));
        } else if (control.word == "fromhtml") {
            words_.isWebPage = isOn;
        } else if (control.word == "htmlrtf") {
            flush();
            group_.isRtfOnly = isOn;
        } else if (control.word == "v" || control.word == "deleted") {
            flush();
            group_.isHidden = isOn;
        } else if (control.word == "plain") {
            flush();
            group_.isHidden = false;
        } else if (control.word == "uc") {
            group_.replacing = std::clamp(control.number, 0, 100);
        }
    }

    void setFont(std::uint32_t page) {
        refuseAbove(fonts_.size(), mostFonts);
        fonts_[group_.font] = page;
    }

    [[nodiscard]] bool isShown() const {
        const bool isSilent = group_.isSilent || group_.isFontTable;
        return !isSilent && (words_.isWebPage ? group_.isTag || !group_.isRtfOnly : !group_.isHidden);
    }

    void addByte(char byte) {
        isOptional_ = false;
        if (replaced_ > 0) {
            --replaced_;
            return;
        }
        flushUnits();
        if (isShown()) {
            bytes_ += byte;
            refuseAbove(words_.text.size() + bytes_.size(), most_);
        }
    }

    void addText(std::string_view text) {
        if (replaced_ > 0) {
            --replaced_;
            return;
        }
        flush();
        if (isShown()) {
            words_.text += text;
            refuseAbove(words_.text.size(), most_);
        }
    }

    void addUnit(int number) {
        flushBytes();
        if (isShown()) {
            const auto unit = static_cast<unsigned>(number) & 0xFFFFU;
            units_ += static_cast<char>(unit & 0xFFU);
            units_ += static_cast<char>(unit >> 8U);
            refuseAbove(words_.text.size() + units_.size(), most_);
        }
        replaced_ = group_.replacing;
    }

    void flushBytes() {
        if (!bytes_.empty()) {
            const auto font = fonts_.find(group_.font);
            const std::uint32_t page = font == fonts_.end() || font->second == 0 ? page_ : font->second;
            words_.text += fromCodePage(std::exchange(bytes_, {}), page);
        }
    }

    void flushUnits() {
        if (!units_.empty()) {
            words_.text += fromWideText(std::exchange(units_, {}));
        }
    }

    void flush() {
        flushUnits();
        flushBytes();
    }

    std::string_view rtf_;
    std::size_t most_;
    const std::string& name_;
    std::size_t at_ = 0;
    Group group_{};
    std::vector<Group> groups_{};
    std::map<int, std::uint32_t> fonts_{};
    std::uint32_t page_ = 1252;
    bool isOptional_ = false;
    int replaced_ = 0;
    std::string bytes_{};
    std::string units_{};
    RichTextWords words_{};
};

}  // namespace

RichTextWords wordsOfRichText(std::string_view rtf, std::size_t most, const std::string& name) {
    return RichTextReading(rtf, most, name).read();
}

}  // namespace engross
