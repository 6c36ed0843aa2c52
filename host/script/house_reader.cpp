#include "script/house_reader.h"

#include "model/error.h"

#include <algorithm>
#include <cmath>

namespace engross {
namespace {

// The logo's place in a letter: x 15 to 125 mm and y 5 to 30 mm, with a millimetre to spare on each side.
constexpr double logoWidest = 95;
constexpr double logoHighest = 22;
constexpr std::size_t logoBytes = std::size_t{512} << 10U;
// Below this a printed logo looks ragged.
constexpr double leastDotsPerInch = 150;
// WCAG 2.2, success criterion 1.4.3.
constexpr double leastContrast = 4.5;

std::string oneDecimal(double value) {
    const auto tenths = static_cast<long>(std::floor(value * 10));
    return std::to_string(tenths / 10) + "." + std::to_string(tenths % 10);
}

class HouseReader {
public:
    HouseReader(const ScriptNode& declaration, const HouseFolder& folder, ScriptFaults& faults)
        : declaration_(declaration),
          folder_(folder),
          faults_(faults),
          options_(declaration, declaration.line, "house", faults) {}

    House read() {
        house_.name = folder_.name;
        house_.council = options_.localText("council");
        house_.team = options_.localText("team");
        house_.address = options_.texts("address");
        house_.phone = options_.text("phone");
        house_.email = options_.text("email");
        house_.website = options_.text("website");
        house_.hours = options_.localText("hours");
        house_.footer = options_.localText("footer");
        house_.isDefault = options_.flag("default");
        house_.foldMarks = options_.flag("fold_marks");
        if (house_.council.empty()) {
            options_.missing("council");
        }
        if (house_.address.empty()) {
            options_.missing("address");
        }
        readLanguages();
        readFont();
        readAccent();
        readSizes();
        readMargins();
        readLogo();
        options_.finish();
        return std::move(house_);
    }

private:
    void fault(std::string_view key, std::string_view message, Messages::Values values = {},
               std::string_view near = {}) {
        faults_.addAtKey(declaration_.line, key, message, values, near);
    }

    /// A text that is printed stands in every language of the house.
    void inEveryLanguage(const char* key, const LocalText& text) {
        const bool welsh = house_.speaks(Language::Welsh);
        if (!text.empty() && ((welsh && text.welsh.empty()) || text.english.empty())) {
            fault(key, "script.house_language_missing",
                  {{"key", key}, {"language", text.english.empty() ? "en" : "cy"}});
        }
    }

    void readLanguages() {
        if (!options_.has("languages")) {
            house_.languages = {Language::English};
            if (!house_.council.welsh.empty()) {
                house_.languages.push_back(Language::Welsh);
            }
        }
        for (const std::string& tag : options_.texts("languages")) {
            const auto language = languageFrom(tag);
            if (!language || (tag != "en" && tag != "cy")) {
                fault("languages", "script.house_no_language", {{"language", tag}});
            } else if (!house_.speaks(*language)) {
                house_.languages.push_back(*language);
            }
        }
        inEveryLanguage("council", house_.council);
        inEveryLanguage("team", house_.team);
        inEveryLanguage("hours", house_.hours);
        inEveryLanguage("footer", house_.footer);
    }

    void readFont() {
        house_.font = options_.text("font");
        if (!house_.font.empty() && std::ranges::find(folder_.fonts, house_.font) == folder_.fonts.end()) {
            std::string known;
            for (const std::string& font : folder_.fonts) {
                known += (known.empty() ? "" : ", ") + font;
            }
            fault("font", "script.house_no_font", {{"font", house_.font}, {"known", known}},
                  nearest(house_.font, folder_.fonts));
            house_.font.clear();
        }
    }

    void readAccent() {
        const std::string accent = options_.text("accent");
        if (accent.empty()) {
            return;
        }
        const auto contrast = contrastOf(accent, "#ffffff");
        if (!contrast) {
            fault("accent", "script.colour");
        } else if (*contrast < leastContrast) {
            fault("accent", "script.house_contrast", {{"contrast", oneDecimal(*contrast)}});
        } else {
            house_.accent = accent;
        }
    }

    void readSizes() {
        const double size = options_.number("body_size").value_or(house_.bodySize);
        const double leading = options_.number("leading").value_or(size * 4 / 3);
        if (size < 10 || size > 24 || leading < size || leading > 2 * size) {
            fault("body_size", "script.body_size");
            return;
        }
        house_.bodySize = size;
        house_.leading = leading;
    }

    /// The options of a table within the house; its keys are looked for from where it begins.
    [[nodiscard]] std::optional<Options> group(const char* name) {
        const ScriptNode* node = options_.node(name);
        if (node == nullptr) {
            return std::nullopt;
        }
        if (!node->is(ScriptNode::Kind::Table) || !node->items.empty()) {
            options_.wrong(name, "script.kind_table", *node);
            return std::nullopt;
        }
        return Options(*node, faults_.source().atKey(declaration_.line, name).line, std::string("'") + name + "'",
                       faults_);
    }

    void readMargins() {
        auto margins = group("margins");
        if (!margins) {
            return;
        }
        const std::size_t line = margins->line();
        const auto side = [&](const char* name, Points& length) {
            const auto value = margins->number(name);
            if (!value) {
                if (!margins->has(name)) {
                    margins->missing(name);
                }
            } else if (*value < 15 || *value > 50) {
                faults_.addAtKey(line, name, "script.house_margin", {{"key", name}});
            } else {
                length = mm(*value);
            }
        };
        side("top", house_.margins.top);
        side("bottom", house_.margins.bottom);
        side("left", house_.margins.left);
        side("right", house_.margins.right);
        margins->finish();
    }

    void readLogo() {
        auto logo = group("logo");
        if (!logo) {
            return;
        }
        const std::size_t line = logo->line();
        const std::string file = logo->requiredText("file");
        house_.logo.alternative = logo->localText("alternative");
        if (house_.logo.alternative.empty()) {
            logo->missing("alternative");
        } else if (house_.speaks(Language::Welsh) && house_.logo.alternative.welsh.empty()) {
            faults_.addAtKey(line, "alternative", "script.house_language_missing",
                             {{"key", "alternative"}, {"language", "cy"}});
        }
        const double height = logo->number("height").value_or(18);
        if (height < 5 || height > logoHighest) {
            faults_.addAtKey(line, "height", "script.house_logo_height", {});
        } else {
            house_.logo.height = mm(height);
        }
        logo->finish();
        if (!file.empty()) {
            readLogoFile(file, line);
        }
    }

    void readLogoFile(const std::string& file, std::size_t line) {
        const auto say = [&](std::string_view message, Messages::Values values = {}) {
            faults_.addAtKey(line, "file", message, values);
        };
        if (file.find_first_of("/\\") != std::string::npos || file.starts_with('.')) {
            say("script.house_logo_name");
            return;
        }
        const auto bytes = folder_.read(file);
        if (!bytes) {
            say("script.house_logo_missing", {{"file", file}});
            return;
        }
        if (bytes->size() > logoBytes) {
            say("script.house_logo_bytes", {{"file", file}});
            return;
        }
        house_.files.emplace_back(file, Sha256::of(*bytes));
        if (!folder_.readPicture) {
            return;
        }
        try {
            house_.logo.picture = folder_.readPicture(*bytes, file);
        } catch (const Error& error) {
            say("script.house_logo_unreadable", {{"why", error.what()}});
            return;
        }
        fitLogo(file, line);
    }

    void fitLogo(const std::string& file, std::size_t line) {
        HouseLogo& logo = house_.logo;
        if (logo.picture.widthPixels <= 0 || logo.picture.heightPixels <= 0 || logo.height <= 0) {
            return;
        }
        const bool turned = logo.picture.orientation > 4;
        const double wide = turned ? logo.picture.heightPixels : logo.picture.widthPixels;
        const double high = turned ? logo.picture.widthPixels : logo.picture.heightPixels;
        logo.width = logo.height * wide / high;
        if (logo.width > mm(logoWidest)) {
            logo.width = mm(logoWidest);
            logo.height = logo.width * high / wide;
        }
        const double dots = wide / (logo.width / 72);
        if (dots < leastDotsPerInch) {
            faults_.addAtKey(line, "file", "script.house_logo_coarse",
                             {{"file", file}, {"dots", std::to_string(static_cast<int>(dots))}});
        }
    }

    const ScriptNode& declaration_;
    const HouseFolder& folder_;
    ScriptFaults& faults_;
    Options options_;
    House house_;
};

}  // namespace

House readHouse(const ScriptNode& declaration, const HouseFolder& folder, ScriptFaults& faults) {
    if (!declaration.isTagged("house")) {
        faults.add(1, {}, "script.returns_no", {{"what", "house { … }"}});
        House house;
        house.name = folder.name;
        return house;
    }
    return HouseReader(declaration, folder, faults).read();
}

}  // namespace engross
