#include "pdf/gate_fonts.h"
#include "pdf/gate_parts.h"

#include <algorithm>
#include <array>
#include <memory>
#include <optional>
#include <string_view>

namespace engross {
namespace {

constexpr int deepestForm = 12;
constexpr std::size_t mostOperands = 64;

/// What the pages of a file share.
struct SharedObjects {
    std::map<QPDFObjGen, std::shared_ptr<const GateFont>> fonts;
    std::set<QPDFObjGen> taggedForms;  // that hold marked-content ids and were drawn
};

bool isOneOf(std::string_view word, std::span<const std::string_view> words) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

constexpr std::array<std::string_view, 10> pathPainters{"f", "F", "f*", "S", "s", "B", "B*", "b", "b*", "sh"};
constexpr std::array<std::string_view, 4> textPainters{"Tj", "TJ", "'", "\""};
// ISO 32000-1 annex A, sorted as bytes. BX and EX permit none beside them (ISO 19005-2 6.2.2).
constexpr std::array<std::string_view, 73> knownOperators{
    "\"", "'",  "B",  "B*", "BDC", "BI", "BMC", "BT", "BX",  "CS", "DP", "Do", "EI",  "EMC", "ET",
    "EX", "F",  "G",  "ID", "J",   "K",  "M",   "MP", "Q",   "RG", "S",  "SC", "SCN", "T*",  "TD",
    "TJ", "TL", "Tc", "Td", "Tf",  "Tj", "Tm",  "Tr", "Ts",  "Tw", "Tz", "W",  "W*",  "b",   "b*",
    "c",  "cm", "cs", "d",  "d0",  "d1", "f",   "f*", "g",   "gs", "h",  "i",  "j",   "k",   "l",
    "m",  "n",  "q",  "re", "rg",  "ri", "s",   "sc", "scn", "sh", "v",  "w",  "y"};
static_assert(std::is_sorted(knownOperators.begin(), knownOperators.end()));
constexpr std::size_t deepestState = 28;  // ISO 32000-1 annex C

/// What a marked-content sequence is, as far as tagging goes.
enum class Mark { Tagged, Artifact, Other };

/// Reads one page's operators and those of the forms it draws.
class ContentReader : public QPDFObjectHandle::ParserCallbacks {
public:
    ContentReader(const GateFile& file, std::size_t page, SharedObjects& shared, GateReport& report)
        : file_(file), page_(page), shared_(shared), report_(report) {}

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
            useDeviceColour(4);
        } else if (name == "rg" || name == "RG") {
            useDeviceColour(3);
        } else if (name == "ID") {
            checkInlineImage();
        } else if (name == "cs" || name == "CS") {
            useColourSpace();
        } else if (isOneOf(name, pathPainters)) {
            painted();
        } else if (isOneOf(name, textPainters)) {
            painted();
            shown();
        } else if (name == "q") {
            fontStack_.push_back(font_);
            if (fontStack_.size() > deepestState) {
                report_.add(GateRule::Limits, page_);
            }
        } else if (name == "Q") {
            restore();
        } else if (!std::binary_search(knownOperators.begin(), knownOperators.end(), std::string_view(name))) {
            report_.add(GateRule::Operators, page_);
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
            formHasIds_ = true;
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
        if (properties.isDictionary() && properties.getKey("/Lang").isString() &&
            !isLanguageTag(properties.getKey("/Lang").getUTF8Value())) {
            report_.add(GateRule::LanguageTag, page_);
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
        std::shared_ptr<const GateFont>& known = shared_.fonts[font.getObjGen()];
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
        if (!font_->mapsGlyphs()) {
            report_.add(GateRule::CidMap, page_, font_->name());
        }
        if (file_.part == 1 && !font_->hasCidSet()) {
            report_.add(GateRule::CidSet, page_, font_->name());
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
            if (!font_->widthsAgree(shown)) {
                report_.add(GateRule::GlyphWidths, page_, font_->name());
            }
            if (!font_->cidSetHolds(shown)) {
                report_.add(GateRule::CidSet, page_, font_->name());
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
        if (file_.part == 1 && isSeeThrough(state)) {
            report_.add(GateRule::Transparency, page_);
        }
    }

    static bool isSeeThrough(QPDFObjectHandle state) {
        for (const char* key : {"/ca", "/CA"}) {
            if (state.getKey(key).isNumber() && state.getKey(key).getNumericValue() != 1) {
                return true;
            }
        }
        QPDFObjectHandle mask = state.getKey("/SMask");
        QPDFObjectHandle blend = state.getKey("/BM");
        return (!mask.isNull() && !mask.isNameAndEquals("/None")) ||
               (!blend.isNull() && !blend.isNameAndEquals("/Normal") && !blend.isNameAndEquals("/Compatible"));
    }

    void useColourSpace() {
        if (!operands_.empty() && operands_.back().isNameAndEquals("/DeviceCMYK")) {
            useDeviceColour(4);
        } else if (!operands_.empty() && operands_.back().isNameAndEquals("/DeviceRGB")) {
            useDeviceColour(3);
        }
    }

    void useDeviceColour(int components) {
        const bool light = components == 3;
        if (file_.intentComponents != components && (!light || file_.intentComponents != 0)) {
            report_.add(GateRule::DeviceColour, page_, light ? "RGB" : "CMYK");
        }
    }

    void checkInlineImage() {
        for (std::size_t index = 0; index + 1 < operands_.size(); ++index) {
            QPDFObjectHandle value = operands_[index + 1];
            if (operands_[index].isNameAndEquals("/F") || operands_[index].isNameAndEquals("/Filter")) {
                const std::string filter = value.unparse();
                if (filter.find("/LZW") != std::string::npos) {
                    report_.add(GateRule::Filters, page_, "LZW");
                }
            }
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
        if (form.getDict().hasKey("/Ref")) {
            report_.add(GateRule::FormObjects, page_);
        }
        const bool idsBefore = std::exchange(formHasIds_, false);
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
        if (formHasIds_ && !shared_.taggedForms.insert(form.getObjGen()).second) {
            report_.add(GateRule::FormObjects, page_);
        }
        formHasIds_ = formHasIds_ || idsBefore;
    }

    const GateFile& file_;
    std::size_t page_;
    SharedObjects& shared_;
    GateReport& report_;
    PageContentIds ids_;
    std::vector<QPDFObjectHandle> operands_;
    std::vector<QPDFObjectHandle> resources_;
    std::vector<Mark> marks_;
    std::size_t floor_ = 0;  // marks that belong to what draws the form being read
    std::set<QPDFObjGen> forms_;
    bool formHasIds_ = false;
    std::shared_ptr<const GateFont> font_;
    std::vector<std::shared_ptr<const GateFont>> fontStack_;
};

}  // namespace

std::vector<PageContentIds> checkContent(GateFile& file, GateReport& report) {
    SharedObjects shared;
    std::vector<PageContentIds> content;
    for (std::size_t page = 1; page <= file.pages.size(); ++page) {
        ContentReader reader(file, page, shared, report);
        reader.read(file.pages[page - 1]);
        content.push_back(reader.take());
        file.paints = file.paints || content.back().paints;
    }
    return content;
}

}  // namespace engross
