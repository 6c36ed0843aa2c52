#include "pdf/form_field.h"

#include "pdf/page_geometry.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <map>
#include <optional>
#include <qpdf/Buffer.hh>
#include <qpdf/QPDFExc.hh>
#include <qpdf/QPDFFormFieldObjectHelper.hh>
#include <string_view>
#include <unordered_map>
#include <utility>

namespace engross {

namespace {

// ISO 32000-1 tables 226, 228 and 230
constexpr int multilineField = 1 << 12;
constexpr int passwordField = 1 << 13;
constexpr int radioButton = 1 << 15;
constexpr int pushButton = 1 << 16;
constexpr int comboField = 1 << 17;
constexpr int fileField = 1 << 20;
constexpr int combField = 1 << 24;
constexpr int richField = 1 << 25;

constexpr std::size_t longestAnswer = 50'000;  // bytes
constexpr int mostOptions = 5'000;

/// A text string, or a stream that holds one (table 228). Nothing where it is of another type or cannot be read.
std::optional<std::string> textIn(QPDFObjectHandle value) {
    if (value.isString()) {
        return value.getUTF8Value();
    }
    if (value.isName()) {
        return value.getName().substr(1);
    }
    if (value.isStream()) {
        try {
            const auto bytes = value.getStreamData(qpdf_dl_generalized);
            return QPDFObjectHandle::newString(
                       std::string(reinterpret_cast<const char*>(bytes->getBuffer()), bytes->getSize()))
                .getUTF8Value();
        } catch (const QPDFExc&) {
            return std::nullopt;
        }
    }
    return std::nullopt;
}

constexpr std::size_t longestEntity = 4;

/// The words of a rich text string (12.7.3.4): a paragraph or a break ends a line.
std::string wordsOfRich(const std::string& rich) {
    static const std::map<std::string, std::string, std::less<>> entities{{"amp", "&"},   {"lt", "<"},   {"gt", ">"},
                                                                          {"quot", "\""}, {"apos", "'"}, {"nbsp", " "}};
    std::string words;
    for (std::size_t at = 0; at < rich.size(); ++at) {
        const char letter = rich[at];
        if (letter == '<') {
            const std::size_t end = std::min(rich.find('>', at), rich.size());
            const std::string tag = rich.substr(at, end - at);
            if ((tag.rfind("</p", 0) == 0 || tag.rfind("<br", 0) == 0) && !words.empty()) {
                words += '\n';
            }
            at = end;
            continue;
        }
        const std::string_view next = std::string_view(rich).substr(at + 1, longestEntity + 1);
        const std::size_t end = letter == '&' ? next.find(';') : std::string_view::npos;
        const auto entity = end == std::string_view::npos ? entities.end() : entities.find(next.substr(0, end));
        words += entity == entities.end() ? std::string(1, letter) : entity->second;
        at += entity == entities.end() ? 0 : end + 1;
    }
    words.erase(words.find_last_not_of(" \n\r\t") + 1);
    return words;
}

double numberOr(QPDFObjectHandle value, double otherwise) {
    const bool usable =
        value.isNumber() && std::isfinite(value.getNumericValue()) && std::abs(value.getNumericValue()) < 10'000;
    return usable ? value.getNumericValue() : otherwise;
}

QPDFObjectHandle entryOf(QPDFObjectHandle holder, const char* key) {
    return holder.isDictionary() ? holder.getKey(key) : QPDFObjectHandle::newNull();
}

/// Operators for a colour of one, three or four parts; empty for none (table 189).
std::string colourOf(QPDFObjectHandle parts, bool lines) {
    static const std::map<int, std::pair<const char*, const char*>> operators{
        {1, {"g", "G"}}, {3, {"rg", "RG"}}, {4, {"k", "K"}}};
    const auto found = operators.find(parts.isArray() ? parts.getArrayNItems() : 0);
    if (found == operators.end()) {
        return {};
    }
    std::string colour;
    for (int i = 0; i < found->first; ++i) {
        colour += pdfNumber(std::clamp(numberOr(parts.getArrayItem(i), 0), 0.0, 1.0)) + ' ';
    }
    return colour + (lines ? found->second.second : found->second.first);
}

std::vector<std::string> tokensOf(const std::string& text) {
    std::vector<std::string> tokens(1);
    for (const char letter : text) {
        const bool space = letter == ' ' || letter == '\n' || letter == '\r' || letter == '\t';
        if ((space || letter == '/') && !tokens.back().empty()) {
            tokens.emplace_back();
        }
        if (!space) {
            tokens.back() += letter;
        }
    }
    return tokens;
}

std::optional<double> numberFrom(const std::string& token) {
    double number = 0;
    const auto [end, fault] = std::from_chars(token.data(), token.data() + token.size(), number);
    const bool all = fault == std::errc() && end == token.data() + token.size();
    return all && std::abs(number) < 10'000 ? std::optional(number) : std::nullopt;
}

/// Where in a list each of its words stands first.
class ChoicePlaces {
public:
    explicit ChoicePlaces(const std::vector<std::string>& words) {
        for (std::size_t place = 0; place < words.size(); ++place) {
            const auto [known, isNew] = places_.try_emplace(words[place], place, false);
            known->second.second = !isNew;
        }
    }
    [[nodiscard]] std::optional<std::size_t> of(const std::string& word) const {
        const auto found = places_.find(word);
        return found == places_.end() ? std::nullopt : std::optional(found->second.first);
    }
    [[nodiscard]] bool isRepeated(const std::string& word) const {
        const auto found = places_.find(word);
        return found != places_.end() && found->second.second;
    }

private:
    std::unordered_map<std::string, std::pair<std::size_t, bool>> places_;  // and whether it stands there again
};

class FieldReading {
public:
    explicit FieldReading(const QPDFObjectHandle& widget) : widget_(widget), helper_(widget) {}

    FormField run() {
        const std::string type = helper_.getFieldType();
        flags_ = helper_.getFlags();
        readFrame();
        readDefaultAppearance();
        if (type == "/Tx") {
            readText();
        } else if (type == "/Ch") {
            readChoice();
        } else if (type == "/Btn" && (flags_ & pushButton) == 0) {
            readTick();
        }
        if (field_.answer.size() > longestAnswer) {
            field_.answer.resize(longestAnswer);
            field_.whole = false;
        }
        return std::move(field_);
    }

private:
    QPDFObjectHandle inherited(const char* key) {
        return helper_.getInheritableFieldValue(key);
    }

    void readText() {
        field_.kind = FormField::Kind::Text;
        field_.quadding = std::clamp(helper_.getQuadding(), 0, 2);
        field_.secret = (flags_ & passwordField) != 0;
        field_.manyLines = (flags_ & multilineField) != 0 && !field_.secret;
        const double most = numberOr(inherited("/MaxLen"), 0);
        if ((flags_ & combField) != 0 && (flags_ & (multilineField | passwordField | fileField)) == 0 && most >= 1 &&
            most <= 1000) {
            field_.cells = static_cast<std::size_t>(most);
        }
        QPDFObjectHandle value = inherited("/V");
        const auto text = textIn(value);
        field_.answer = text.value_or("");
        field_.whole = text.has_value() || value.isNull();
        const auto rich = textIn(inherited("/RV"));
        field_.rich = (flags_ & richField) != 0 && rich;
        if (field_.rich && field_.answer.empty()) {
            field_.answer = wordsOfRich(*rich);
        }
        field_.whole = field_.whole && (!field_.rich || field_.answer.empty());
    }

    void readChoice() {
        std::vector<std::string> exported;
        QPDFObjectHandle all = inherited("/Opt");
        for (int i = 0; all.isArray() && i < std::min(all.getArrayNItems(), mostOptions); ++i) {
            QPDFObjectHandle option = all.getArrayItem(i);
            const bool pair = option.isArray() && option.getArrayNItems() > 1;
            exported.push_back(textIn(pair ? option.getArrayItem(0) : option).value_or(""));
            field_.options.push_back(pair ? textIn(option.getArrayItem(1)).value_or("") : exported.back());
        }
        const ChoicePlaces byExport(exported);
        const ChoicePlaces byWords(field_.options);
        const std::vector<std::string> values = choiceValues();
        std::vector<std::string> unlisted;
        for (const std::string& value : values) {
            if (const auto found = byExport.of(value); found || byWords.of(value)) {
                field_.chosen.insert(found ? *found : *byWords.of(value));
            } else if (!value.empty()) {
                unlisted.push_back(value);
            }
        }
        if (inherited("/V").isNull() || preferIndices(byExport, values)) {
            takeIndices();
        }
        if ((flags_ & comboField) != 0) {
            becomeText(unlisted);
            return;
        }
        field_.kind = FormField::Kind::List;
        field_.firstOption = static_cast<std::size_t>(std::max(0.0, numberOr(inherited("/TI"), 0)));
        for (const std::string& value : unlisted) {
            field_.chosen.insert(field_.options.size());
            field_.options.push_back(value);
        }
    }

    std::vector<std::string> choiceValues() {
        QPDFObjectHandle value = inherited("/V");
        std::vector<std::string> values;
        const auto take = [&](const QPDFObjectHandle& one) {
            const auto text = textIn(one);
            field_.whole = field_.whole && text;
            values.push_back(text.value_or(""));
        };
        if (value.isArray()) {
            for (int i = 0; i < std::min(value.getArrayNItems(), mostOptions); ++i) {
                take(value.getArrayItem(i));
            }
        } else if (!value.isNull()) {
            take(value);
        }
        return values;
    }

    /// Two options of one export value are told apart by their places alone (table 231, /I).
    [[nodiscard]] bool preferIndices(const ChoicePlaces& exported, const std::vector<std::string>& values) {
        return inherited("/I").isArray() &&
               std::any_of(values.begin(), values.end(),
                           [&exported](const std::string& value) { return exported.isRepeated(value); });
    }

    void takeIndices() {
        QPDFObjectHandle places = inherited("/I");
        if (!places.isArray()) {
            return;
        }
        field_.chosen.clear();
        for (int i = 0; i < std::min(places.getArrayNItems(), mostOptions); ++i) {
            const double place = numberOr(places.getArrayItem(i), -1);
            if (place >= 0 && place < static_cast<double>(field_.options.size())) {
                field_.chosen.insert(static_cast<std::size_t>(place));
            }
        }
    }

    void becomeText(const std::vector<std::string>& unlisted) {
        field_.kind = FormField::Kind::Text;
        field_.quadding = std::clamp(helper_.getQuadding(), 0, 2);
        const auto add = [this](const std::string& text) {
            field_.answer += (field_.answer.empty() ? "" : ", ") + text;
        };
        for (const std::size_t place : field_.chosen) {
            add(field_.options.at(place));
        }
        std::for_each(unlisted.begin(), unlisted.end(), add);
        field_.chosen.clear();
        field_.options.clear();
    }

    void readTick() {
        field_.kind = FormField::Kind::Tick;
        field_.round = (flags_ & radioButton) != 0;
        QPDFObjectHandle value = inherited("/V");
        QPDFObjectHandle state = widget_.getKey("/AS");
        const bool shared = !widget_.hasKey("/T") && widget_.hasKey("/Parent");
        field_.ticked =
            state.isName() ? state.getName() != "/Off" : !shared && value.isName() && value.getName() != "/Off";
        // Which of several buttons without looks is chosen, the file does not say.
        field_.whole = !shared || state.isName() || !value.isName() || value.getName() == "/Off";
        QPDFObjectHandle sign = entryOf(widget_.getKey("/MK"), "/CA");
        const std::string text = sign.isString() ? sign.getUTF8Value() : std::string();
        field_.tick = text.empty() ? (field_.round ? 'l' : '4') : text.front();
    }

    void readFrame() {
        QPDFObjectHandle looks = widget_.getKey("/MK");
        field_.background = colourOf(entryOf(looks, "/BG"), false);
        field_.border = colourOf(entryOf(looks, "/BC"), true);
        const double turned = numberOr(entryOf(looks, "/R"), 0);
        field_.rotation = std::fmod(turned, 90) == 0 ? ((static_cast<int>(turned) % 360) + 360) % 360 : 0;
        QPDFObjectHandle style = widget_.getKey("/BS");
        QPDFObjectHandle old = widget_.getKey("/Border");
        if (style.isDictionary()) {
            field_.borderWidth = numberOr(style.getKey("/W"), 1);
            field_.borderStyle = style.getKey("/S").isNameAndEquals("/D")   ? FormField::Border::Dashed
                                 : style.getKey("/S").isNameAndEquals("/U") ? FormField::Border::Underline
                                                                            : FormField::Border::Solid;
            readDashes(style.getKey("/D"));
        } else if (old.isArray() && old.getArrayNItems() > 2) {
            field_.borderWidth = numberOr(old.getArrayItem(2), 1);
        }
        field_.borderWidth = std::clamp(field_.borderWidth, 0.0, 100.0);
        if (field_.borderWidth == 0) {
            field_.border.clear();
        }
    }

    void readDashes(QPDFObjectHandle lengths) {
        std::string dashes;
        double sum = 0;
        for (int i = 0; lengths.isArray() && i < std::min(lengths.getArrayNItems(), 8); ++i) {
            const double length = std::max(0.0, numberOr(lengths.getArrayItem(i), 0));
            sum += length;
            dashes += pdfNumber(length) + ' ';
        }
        if (sum > 0) {
            field_.dashes = "[" + dashes + "] 0";
        }
    }

    void readDefaultAppearance() {
        const std::vector<std::string> tokens = tokensOf(helper_.getDefaultAppearance());
        for (std::size_t i = 0; i < tokens.size(); ++i) {
            const std::string& token = tokens[i];
            if (token == "Tf" && i >= 2) {
                field_.size = std::abs(numberFrom(tokens[i - 1]).value_or(0));
                chooseFace(tokens[i - 2]);
            }
            const std::size_t parts = token == "g" ? 1 : token == "rg" ? 3 : token == "k" ? 4 : 0;
            if (parts != 0 && i >= parts) {
                std::string colour;
                for (std::size_t part = i - parts; part < i; ++part) {
                    colour += pdfNumber(std::clamp(numberFrom(tokens[part]).value_or(0), 0.0, 1.0)) + ' ';
                }
                field_.colour = colour + token;
            }
        }
    }

    void chooseFace(const std::string& fontName) {
        QPDFObjectHandle fonts = entryOf(helper_.getDefaultResources(), "/Font");
        QPDFObjectHandle font = entryOf(fonts, fontName.c_str());
        QPDFObjectHandle base = entryOf(font, "/BaseFont");
        std::string name = base.isName() ? base.getName() : fontName;
        std::transform(name.begin(), name.end(), name.begin(), [](char letter) {
            return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter + 32) : letter;
        });
        const auto has = [&name](std::initializer_list<const char*> parts) {
            return std::any_of(parts.begin(), parts.end(),
                               [&name](const char* part) { return name.find(part) != std::string::npos; });
        };
        field_.symbols =
            has({"dingbat", "zadb", "symbol", "wingding", "webding", "barcode", "code39", "code128", "3of9", "ean13"});
        field_.face.serif =
            has({"times", "tiro", "tibo", "tiit", "serif", "garamond", "georgia", "cambria", "roman"}) &&
            !has({"sansserif", "sans-serif"});
        field_.face.style.weight = has({"bold", "hebo", "tibo", "cobo"}) ? Weight::Bold : Weight::Regular;
        field_.face.style.slope = has({"italic", "oblique", "tiit", "heob"}) ? Slope::Italic : Slope::Upright;
    }

    QPDFObjectHandle widget_;
    QPDFFormFieldObjectHelper helper_;
    int flags_ = 0;
    FormField field_;
};

}  // namespace

FormField formFieldOf(const QPDFObjectHandle& widget) {
    return FieldReading(widget).run();
}

bool contradictsItself(QPDFObjectHandle widget) {
    QPDFFormFieldObjectHelper helper(widget);
    QPDFObjectHandle value = helper.getInheritableFieldValue("/V");
    QPDFObjectHandle state = widget.getKey("/AS");
    QPDFObjectHandle looks = entryOf(widget.getKey("/AP"), "/N");
    if (!state.isName() && looks.isNull()) {
        return false;
    }
    const bool shown = state.isName() && state.getName() != "/Off";
    const bool isOn = value.isName() && value.getName() != "/Off";
    const bool alone = widget.hasKey("/T") || !widget.hasKey("/Parent");
    const bool own = looks.isDictionary() ? looks.hasKey(value.isName() ? value.getName() : "/Off")
                                          : state.isName() && value.isName() && state.getName() == value.getName();
    const bool meant = isOn && (alone || own);
    return value.isName() && meant != shown;
}

}  // namespace engross
