#include "pdf/content_operators.h"
#include "pdf/gate_fonts.h"
#include "pdf/gate_parts.h"
#include "pdf/pdf_error.h"

#include <algorithm>
#include <array>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string_view>
#include <utility>

namespace engross {
namespace {

constexpr std::size_t deepestForm = 12;
constexpr std::size_t mostForms = 200'000;  // of one page, each time it is drawn: forms in forms multiply

/// What the pages of a file share.
struct SharedObjects {
    std::map<std::uint32_t, std::shared_ptr<GateFont>> fonts;
    std::set<std::uint32_t> taggedForms;  // that hold marked-content ids and were drawn
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

constexpr std::array<std::pair<FontFault, GateRule>, 4> fontRules{{{FontFaultText, GateRule::FontUnicode},
                                                                   {FontFaultGlyph, GateRule::GlyphMissing},
                                                                   {FontFaultWidth, GateRule::GlyphWidths},
                                                                   {FontFaultSet, GateRule::CidSet}}};

/// What a marked-content sequence is, as far as tagging goes.
enum class Mark { Tagged, Artifact, Other };

/// Reads one page's operators and those of the forms it draws.
class ContentReader {
public:
    ContentReader(const GateFile& file, std::size_t page, SharedObjects& shared, GateReport& report)
        : file_(file), page_(page), shared_(shared), report_(report) {}

    void read(const GatePage& page) {
        resources_.push_back(page.resources);
        const GateObject contents = page.object["/Contents"];
        std::string content;
        append(contents, content);
        for (const GateObject& part : contents.items()) {
            append(part, content);
            content += '\n';
        }
        readContent(content);
        if (!marks_.empty()) {
            report_.add(GateRule::ContentBroken, page_);
        }
    }

    [[nodiscard]] PageContentIds take() {
        return std::move(ids_);
    }

private:
    void append(const GateObject& stream, std::string& content) {
        if (stream.isStream() && !stream.unpack(content)) {
            report_.add(GateRule::ContentBroken, page_);
        }
    }

    void readContent(std::string_view content) {
        ContentOperators operators(content);
        const ContentOperators* const drawing = std::exchange(operators_, &operators);
        while (operators.next()) {
            operate(operators.name());
        }
        if (operators.isBroken()) {
            report_.add(GateRule::ContentBroken, page_);
        }
        operators_ = drawing;
    }

    /// The name at a place among the operands; empty where there is none.
    [[nodiscard]] std::string nameAt(std::size_t index) const {
        const auto& operands = operators_->operands();
        return index < operands.size() && operands[index].kind == ContentOperand::Kind::Name
                   ? plainName(operands[index].raw)
                   : std::string();
    }

    void operate(std::string_view name) {
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
        } else if (name == "EI") {
            painted();
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
        if (nameAt(0) == "/Artifact") {
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
        const auto& operands = operators_->operands();
        if (operands.size() > 1 && operands[1].kind == ContentOperand::Kind::Dictionary) {
            const auto language = entryOf(operands[1].raw, "/Lang");
            if (language && language->kind == ContentOperand::Kind::Text) {
                checkLanguage(wordsFrom(bytesOfString(language->raw)));
            }
            const auto id = entryOf(operands[1].raw, "/MCID");
            return id ? integerOf(*id) : std::nullopt;
        }
        const GateObject properties = resource("/Properties", nameAt(1));
        if (properties["/Lang"].isString()) {
            checkLanguage(properties["/Lang"].words());
        }
        return properties["/MCID"].isInteger() ? std::optional(properties["/MCID"].integer()) : std::nullopt;
    }

    void checkLanguage(const std::string& language) {
        if (!isLanguageTag(language)) {
            report_.add(GateRule::LanguageTag, page_);
        }
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

    [[nodiscard]] GateObject resource(std::string_view kind, const std::string& name) const {
        return name.empty() ? GateObject() : resources_.back()[kind][name];
    }

    void useFont() {
        const GateObject font = resource("/Font", operators_->operands().size() > 1 ? nameAt(0) : std::string());
        if (!font.isDictionary()) {
            report_.add(GateRule::ContentBroken, page_);
            font_ = nullptr;
            return;
        }
        if (font.identity() == 0) {
            font_ = std::make_shared<GateFont>(font);
            return;
        }
        std::shared_ptr<GateFont>& known = shared_.fonts[font.identity()];
        if (known == nullptr) {
            known = std::make_shared<GateFont>(font);
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
        std::uint8_t faults = 0;
        for (const std::string_view raw : operators_->texts()) {
            faults |= font_->faultsIn(bytesOfString(raw));
        }
        for (const auto& [fault, rule] : fontRules) {
            if ((faults & fault) != 0) {
                report_.add(rule, page_, font_->name());
            }
        }
    }

    void useState() {
        const GateObject state = resource("/ExtGState", nameAt(0));
        const GateObject second = state["/TR2"];
        if (state.has("/TR") || (!second.isNull() && !second.isName("/Default")) || state.has("/HTP")) {
            report_.add(GateRule::GraphicsState, page_);
        }
        if (file_.part == 1 && isSeeThrough(state)) {
            report_.add(GateRule::Transparency, page_);
        }
    }

    static bool isSeeThrough(const GateObject& state) {
        for (const char* key : {"/ca", "/CA"}) {
            if (state[key].isNumber() && state[key].number() != 1) {
                return true;
            }
        }
        const GateObject mask = state["/SMask"];
        const GateObject blend = state["/BM"];
        return (!mask.isNull() && !mask.isName("/None")) ||
               (!blend.isNull() && !blend.isName("/Normal") && !blend.isName("/Compatible"));
    }

    void useColourSpace() {
        if (nameAt(0) == "/DeviceCMYK") {
            useDeviceColour(4);
        } else if (nameAt(0) == "/DeviceRGB") {
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
        const auto& operands = operators_->operands();
        for (std::size_t index = 0; index + 1 < operands.size(); index += 2) {
            const std::string key = nameAt(index);
            if ((key == "/F" || key == "/Filter") && operands[index + 1].raw.find("/LZW") != std::string_view::npos) {
                report_.add(GateRule::Filters, page_, "LZW");
            }
        }
    }

    void drawObject() {
        const GateObject object = resource("/XObject", nameAt(0));
        if (!object.isStream()) {
            report_.add(GateRule::ContentBroken, page_);
            return;
        }
        const GateObject subtype = object["/Subtype"];
        if (subtype.isName("/Form")) {
            drawForm(object);
            return;
        }
        painted();
        if (subtype.isName("/PS")) {
            report_.add(GateRule::GraphicsState, page_);
        }
    }

    void drawForm(const GateObject& form) {
        if (forms_.size() >= deepestForm || !forms_.insert(form.identity()).second) {
            report_.add(GateRule::ContentBroken, page_);
            return;
        }
        if (++formsDrawn_ > mostForms) {
            throw PdfError("pdf-too-large", "document", "its forms draw each other without end; print it to a new PDF");
        }
        if (form.has("/Ref")) {
            report_.add(GateRule::FormObjects, page_);
        }
        const bool idsBefore = std::exchange(formHasIds_, false);
        const GateObject own = form["/Resources"];
        resources_.push_back(own.isDictionary() ? own : resources_.back());
        const auto fontBefore = font_;
        const std::size_t floorBefore = std::exchange(floor_, marks_.size());
        std::string content;
        append(form, content);
        readContent(content);
        if (marks_.size() != floor_) {
            report_.add(GateRule::ContentBroken, page_);
            marks_.resize(floor_, Mark::Other);
        }
        floor_ = floorBefore;
        font_ = fontBefore;
        resources_.pop_back();
        forms_.erase(form.identity());
        if (formHasIds_ && !shared_.taggedForms.insert(form.identity()).second) {
            report_.add(GateRule::FormObjects, page_);
        }
        formHasIds_ = formHasIds_ || idsBefore;
    }

    const GateFile& file_;
    std::size_t page_;
    SharedObjects& shared_;
    GateReport& report_;
    PageContentIds ids_;
    const ContentOperators* operators_ = nullptr;  // of the page or of the form that is being read
    std::vector<GateObject> resources_;
    std::vector<Mark> marks_;
    std::size_t floor_ = 0;  // marks that belong to what draws the form being read
    std::set<std::uint32_t> forms_;
    std::size_t formsDrawn_ = 0;
    bool formHasIds_ = false;
    std::shared_ptr<GateFont> font_;
    std::vector<std::shared_ptr<GateFont>> fontStack_;
};

}  // namespace

std::vector<PageContentIds> checkContent(GateFile& file, GateReport& report) {
    SharedObjects shared;
    std::vector<PageContentIds> content;
    const std::vector<GatePage>& pages = file.source.pages();
    for (std::size_t page = 1; page <= pages.size(); ++page) {
        ContentReader reader(file, page, shared, report);
        reader.read(pages[page - 1]);
        content.push_back(reader.take());
        file.paints = file.paints || content.back().paints;
    }
    return content;
}

}  // namespace engross
