#include "type/family.h"

#include "type/families.h"

#include <unicode/uchar.h>
#include <algorithm>
#include <filesystem>

namespace engross {
namespace {

const std::string fonts = "/usr/share/fonts/truetype/";

struct FallbackFamily {
    const char* stem;
    bool bold;
    bool italic;
};

// In the order in which they are asked: the scripts of the languages most spoken by people whom councils house, then
// the rest. Urdu is set in Naskh: Nastaliq's stacked glyphs cannot be searched or copied.
constexpr FallbackFamily fallbackFamilies[] = {
    {"noto/NotoSans", true, true},
    {"noto/NotoNaskhArabic", true, false},
    {"noto/NotoSansBengali", true, false},
    {"noto/NotoSansGurmukhi", true, false},
    {"noto/NotoSansTamil", true, false},
    {"noto/NotoSansDevanagari", true, false},
    {"noto/NotoSansGujarati", true, false},
    {"noto/NotoSansHebrew", true, false},
    {"droid/DroidSansFallbackFull", false, false},
    {"noto/NotoSansTelugu", true, false},
    {"noto/NotoSansKannada", true, false},
    {"noto/NotoSansMalayalam", true, false},
    {"noto/NotoSansSinhala", true, false},
    {"noto/NotoSansEthiopic", true, false},
    {"noto/NotoSansThai", true, false},
    {"noto/NotoSansLao", true, false},
    {"noto/NotoSansKhmer", true, false},
    {"noto/NotoSansMyanmar", true, false},
    {"noto/NotoSansArmenian", true, false},
    {"noto/NotoSansGeorgian", true, false},
    {"noto/NotoSansSymbols", true, false},
    {"noto/NotoSansSymbols2", false, false},
    {"noto/NotoSansMath", false, false},
};

std::size_t indexOf(TypeStyle style) {
    return (style.weight == Weight::Bold ? 1U : 0U) + (style.slope == Slope::Italic ? 2U : 0U);
}

}  // namespace

std::unique_ptr<const FaceFamily> FaceFamily::standard() {
    return of("Liberation Sans");
}

std::unique_ptr<const FaceFamily> FaceFamily::of(const std::string& name) {
    const auto files = familyFiles(name);
    if (!files) {
        throw FontError("font-family", name, "is not installed with its four faces; install its font package");
    }
    std::unique_ptr<FaceFamily> family{new FaceFamily};
    std::ranges::transform(*files, family->main_.begin(),
                           [](const std::string& file) { return std::make_shared<const Face>(file); });
    for (const FallbackFamily& fallback : fallbackFamilies) {
        family->addFallback(fonts + fallback.stem, fallback.bold, fallback.italic);
    }
    return family;
}

void FaceFamily::addFallback(const std::string& stem, bool bold, bool italic) {
    const bool plain = !bold && !italic;
    const std::string regular = stem + (plain ? ".ttf" : "-Regular.ttf");
    const std::string regularPath = std::filesystem::exists(regular) ? regular : stem + "-Regular.ttf";
    const auto existing = [&](bool wanted, const char* suffix, const std::string& otherwise) {
        const std::string path = stem + suffix;
        return wanted && std::filesystem::exists(path) ? path : otherwise;
    };
    if (!std::filesystem::exists(regularPath)) {
        return;
    }
    const std::string boldPath = existing(bold, "-Bold.ttf", regularPath);
    const std::string italicPath = existing(italic, "-Italic.ttf", regularPath);
    const std::string bothPath = existing(bold && italic, "-BoldItalic.ttf", boldPath);
    fallbacks_.push_back({slotFor(regularPath), slotFor(boldPath), slotFor(italicPath), slotFor(bothPath)});
}

std::size_t FaceFamily::slotFor(const std::string& path) {
    const auto found = std::find_if(slots_.begin(), slots_.end(), [&](const Slot& slot) { return slot.path == path; });
    if (found != slots_.end()) {
        return static_cast<std::size_t>(found - slots_.begin());
    }
    slots_.emplace_back(path);
    return slots_.size() - 1;
}

const std::shared_ptr<const Face>& FaceFamily::opened(std::size_t index) const {
    Slot& slot = slots_.at(index);
    std::call_once(slot.once, [&slot] { slot.face = std::make_shared<const Face>(slot.path, FaceUse::Fallback); });
    return slot.face;
}

const std::shared_ptr<const Face>& FaceFamily::main(TypeStyle style) const {
    return main_.at(indexOf(style));
}

std::shared_ptr<const Face> FaceFamily::find(const std::u32string& characters, TypeStyle style,
                                             const std::shared_ptr<const Face>& preferred) const {
    const auto setsAll = [&](const std::shared_ptr<const Face>& face) {
        return face && std::all_of(characters.begin(), characters.end(),
                                   [&](char32_t character) { return canSet(*face, character); });
    };
    if (setsAll(preferred)) {
        return preferred;
    }
    if (setsAll(main(style))) {
        return main(style);
    }
    for (const auto& fallback : fallbacks_) {
        const auto& face = opened(fallback.at(indexOf(style)));
        if (setsAll(face)) {
            return face;
        }
    }
    return nullptr;
}

std::vector<std::string> FaceFamily::files() const {
    std::vector<std::string> paths;
    for (const auto& face : main_) {
        paths.push_back(face->path());
    }
    for (const Slot& slot : slots_) {
        paths.push_back(slot.path);
    }
    return paths;
}

bool canSet(const Face& face, char32_t character) {
    const auto point = static_cast<UChar32>(character);
    if (u_charType(point) == U_CONTROL_CHAR) {
        return false;
    }
    if (face.has(character) || u_hasBinaryProperty(point, UCHAR_DEFAULT_IGNORABLE_CODE_POINT) != 0) {
        return true;
    }
    constexpr char32_t noBreakHyphen = 0x2011;
    if (character == noBreakHyphen) {
        return face.has(U'\u2010') || face.has(U'-');
    }
    // HarfBuzz makes every kind of space out of the plain one.
    return u_charType(point) == U_SPACE_SEPARATOR && face.has(U' ');
}

}  // namespace engross
