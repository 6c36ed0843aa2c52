#include "pdf/gate_fonts.h"
#include "pdf/gate_parts.h"

#include <array>
#include <memory>
#include <optional>
#include <string_view>

namespace engross {
namespace {

constexpr int deepestForm = 12;
constexpr std::size_t mostOperands = 64;

using FontCache = std::map<QPDFObjGen, std::shared_ptr<const GateFont>>;

bool isOneOf(std::string_view word, std::span<const std::string_view> words) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

constexpr std::array<std::string_view, 10> pathPainters{"f", "F", "f*", "S", "s", "B", "B*", "b", "b*", "sh"};
constexpr std::array<std::string_view, 4> textPainters{"Tj", "TJ", "'", "\""};

/// What a marked-content sequence is, as far as tagging goes.
enum class Mark { Tagged, Artifact, Other };

/// Reads one page's operators and those of the forms it draws.
class ContentReader : public QPDFObjectHandle::ParserCallbacks {
public:
    ContentReader(std::size_t page, FontCache& fonts, GateReport& report)
        : page_(page), fonts_(fonts), report_(report) {}

    void read(QPDFObjectHandle page) {
        resources_.push_back(page.getKey("/Resources"));
        page.parsePageContents(this);
        if (!marks_.empty()) {
            report_.add(GateRule::ContentBroken, page_);
        }
    }

    [[nodiscard]] PageContentIds take() {
        return std::move(ids_);
    }

    void handleObject(QPDFObjectHandle object, std::size_t, std::size_t) override {
        if (object.isOperator()) {
            operate(object.getOperatorValue());
            operands_.clear();
        } else if (object.isInlineImage()) {
            painted();
            operands_.clear();
        } else if (operands_.size() < mostOperands) {
            operands_.push_back(object);
        }
    }

    void handleEOF() override {}

private:
    void operate(const std::string& name) {
        if (name == "BDC" || name == "BMC") {
            begin(name == "BDC");
        } else if (name == "EMC") {
            end();
        } else if (name == "Tf") {
            useFont();
        } else if (name == "Do") {
            drawObject();
        } else if (name == "gs") {
            useState();
        } else if (name == "k" || name == "K") {
            report_.add(GateRule::DeviceColour, page_, "CMYK");
        } else if (name == "cs" || name == "CS") {
            useColourSpace();
        } else if (isOneOf(name, pathPainters)) {
            painted();
        } else if (isOneOf(name, textPainters)) {
            painted();
            shown();
        } else if (name == "q") {
            fontStack_.push_back(font_);
        } else if (name == "Q") {
            restore();
        }
    }

    void restore() {
        if (fontStack_.empty()) {
            report_.add(GateRule::ContentBroken, page_);
            return;
        }
        font_ = fontStack_.back();
        fontStack_.pop_back();
    }

    void begin(bool hasProperties) {
        const bool tagName = !operands_.empty() && operands_.front().isName();
        if (tagName && operands_.front().getName() == "/Artifact") {
            if (inside(Mark::Tagged)) {
                report_.add(GateRule::ContentNesting, page_);
            }
            marks_.push_back(Mark::Artifact);
            return;
        }
        const std::optional<long long> id = hasProperties ? contentId() : std::nullopt;
        if (id.has_value()) {
            if (inside(Mark::Tagged) || inside(Mark::Artifact)) {
                report_.add(GateRule::ContentNesting, page_);
            }
            if (forms_.empty() && !ids_.ids.insert(*id).second) {
                report_.add(GateRule::ContentIds, page_);
            }
        }
        marks_.push_back(id.has_value() ? Mark::Tagged : Mark::Other);
    }

    std::optional<long long> contentId() {
        QPDFObjectHandle properties = operands_.size() > 1 ? operands_[1] : QPDFObjectHandle::newNull();
        if (properties.isName()) {
            properties = resource("/Properties", properties.getName());
        }
        if (properties.isDictionary() && properties.getKey("/MCID").isInteger()) {
            return properties.getKey("/MCID").getIntValue();
        }
        return std::nullopt;
    }

    void end() {
        if (marks_.size() <= floor_) {
            report_.add(GateRule::ContentBroken, page_);
            return;
        }
        marks_.pop_back();
    }

    [[nodiscard]] bool inside(Mark mark) const {
        return std::find(marks_.begin(), marks_.end(), mark) != marks_.end();
    }

    void painted() {
        ids_.paints = true;
        if (!inside(Mark::Tagged) && !inside(Mark::Artifact)) {
            report_.add(GateRule::ContentUnmarked, page_);
        }
    }

    QPDFObjectHandle resource(const char* kind, const std::string& name) {
        QPDFObjectHandle resources = resources_.back();
        QPDFObjectHandle named = resources.isDictionary() ? resources.getKey(kind) : QPDFObjectHandle::newNull();
        return named.isDictionary() ? named.getKey(name) : QPDFObjectHandle::newNull();
    }

    void useFont() {
        QPDFObjectHandle font = operands_.size() > 1 && operands_[0].isName()
                                    ? resource("/Font", operands_[0].getName())
                                    : QPDFObjectHandle::newNull();
        if (!font.isDictionary()) {
            report_.add(GateRule::ContentBroken, page_);
            font_ = nullptr;
            return;
        }
        if (!font.isIndirect()) {
            font_ = std::make_shared<const GateFont>(font);
            return;
        }
        std::shared_ptr<const GateFont>& known = fonts_[font.getObjGen()];
        if (known == nullptr) {
            known = std::make_shared<const GateFont>(font);
        }
        font_ = known;
    }

    void shown() {
        if (font_ == nullptr) {
            report_.add(GateRule::ContentBroken, page_);
            return;
        }
        if (!font_->embedded()) {
            report_.add(GateRule::FontEmbedded, page_, font_->name());
        }
        for (const QPDFObjectHandle& operand : operands_) {
            showOperand(operand);
        }
    }

    void showOperand(QPDFObjectHandle operand) {
        if (operand.isArray()) {
            for (int index = 0; index < operand.getArrayNItems(); ++index) {
                showOperand(operand.getArrayItem(index));
            }
        } else if (operand.isString()) {
            const std::string shown = operand.getStringValue();
            if (!font_->readable(shown)) {
                report_.add(GateRule::FontUnicode, page_, font_->name());
            }
            if (!font_->hasGlyphs(shown)) {
                report_.add(GateRule::GlyphMissing, page_, font_->name());
            }
        }
    }

    void useState() {
        QPDFObjectHandle state = operands_.empty() || !operands_[0].isName()
                                     ? QPDFObjectHandle::newNull()
                                     : resource("/ExtGState", operands_[0].getName());
        if (!state.isDictionary()) {
            return;
        }
        QPDFObjectHandle second = state.getKey("/TR2");
        if (state.hasKey("/TR") || (!second.isNull() && !second.isNameAndEquals("/Default")) || state.hasKey("/HTP")) {
            report_.add(GateRule::GraphicsState, page_);
        }
    }

    void useColourSpace() {
        if (!operands_.empty() && operands_.back().isNameAndEquals("/DeviceCMYK")) {
            report_.add(GateRule::DeviceColour, page_, "CMYK");
        }
    }

    void drawObject() {
        QPDFObjectHandle object = operands_.empty() || !operands_[0].isName()
                                      ? QPDFObjectHandle::newNull()
                                      : resource("/XObject", operands_[0].getName());
        if (!object.isStream()) {
            report_.add(GateRule::ContentBroken, page_);
            return;
        }
        QPDFObjectHandle subtype = object.getDict().getKey("/Subtype");
        if (subtype.isNameAndEquals("/Form")) {
            drawForm(object);
            return;
        }
        painted();
        if (subtype.isNameAndEquals("/PS")) {
            report_.add(GateRule::GraphicsState, page_);
        }
    }

    void drawForm(QPDFObjectHandle form) {
        if (forms_.size() >= deepestForm || forms_.count(form.getObjGen()) != 0) {
            report_.add(GateRule::ContentBroken, page_);
            return;
        }
        QPDFObjectHandle own = form.getDict().getKey("/Resources");
        forms_.insert(form.getObjGen());
        resources_.push_back(own.isDictionary() ? own : resources_.back());
        const auto fontBefore = font_;
        const std::size_t floorBefore = std::exchange(floor_, marks_.size());
        const std::vector<QPDFObjectHandle> operands = std::exchange(operands_, {});
        form.parseAsContents(this);
        if (marks_.size() != floor_) {
            report_.add(GateRule::ContentBroken, page_);
            marks_.resize(floor_, Mark::Other);
        }
        floor_ = floorBefore;
        font_ = fontBefore;
        operands_ = operands;
        resources_.pop_back();
        forms_.erase(form.getObjGen());
    }

    std::size_t page_;
    FontCache& fonts_;
    GateReport& report_;
    PageContentIds ids_;
    std::vector<QPDFObjectHandle> operands_;
    std::vector<QPDFObjectHandle> resources_;
    std::vector<Mark> marks_;
    std::size_t floor_ = 0;  // marks that belong to what draws the form being read
    std::set<QPDFObjGen> forms_;
    std::shared_ptr<const GateFont> font_;
    std::vector<std::shared_ptr<const GateFont>> fontStack_;
};

}  // namespace

std::vector<PageContentIds> checkContent(GateFile& file, GateReport& report) {
    FontCache fonts;
    std::vector<PageContentIds> content;
    for (std::size_t page = 1; page <= file.pages.size(); ++page) {
        ContentReader reader(page, fonts, report);
        reader.read(file.pages[page - 1]);
        content.push_back(reader.take());
        file.paints = file.paints || content.back().paints;
    }
    return content;
}

}  // namespace engross
