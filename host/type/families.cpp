#include "type/families.h"

#include <algorithm>
#include <filesystem>
#include <system_error>

namespace engross {
namespace {

struct KnownFamily {
    std::string_view name;
    std::string_view stem;  // below Debian's folder of TrueType fonts
    std::array<std::string_view, 4> endings;
};

constexpr std::array<std::string_view, 4> usual = {"-Regular", "-Bold", "-Italic", "-BoldItalic"};

constexpr KnownFamily families[] = {
    {"Liberation Sans", "liberation2/LiberationSans", usual},
    {"Liberation Serif", "liberation2/LiberationSerif", usual},
    {"Noto Sans", "noto/NotoSans", usual},
    {"Noto Serif", "noto/NotoSerif", usual},
    {"DejaVu Sans", "dejavu/DejaVuSans", {"", "-Bold", "-Oblique", "-BoldOblique"}},
    {"DejaVu Serif", "dejavu/DejaVuSerif", {"", "-Bold", "-Italic", "-BoldItalic"}},
    {"Carlito", "crosextra/Carlito", usual},
    {"Lato", "lato/Lato", usual},
    {"Open Sans", "open-sans/OpenSans", usual},
};

std::array<std::string, 4> filesOf(const KnownFamily& family) {
    std::array<std::string, 4> files;
    for (std::size_t face = 0; face < files.size(); ++face) {
        files[face] =
            "/usr/share/fonts/truetype/" + std::string(family.stem) + std::string(family.endings[face]) + ".ttf";
    }
    return files;
}

bool areThere(const std::array<std::string, 4>& files) {
    return std::ranges::all_of(files, [](const std::string& file) {
        std::error_code ignored;
        return std::filesystem::exists(file, ignored);
    });
}

}  // namespace

std::vector<std::string> installedFamilies() {
    std::vector<std::string> names;
    for (const KnownFamily& family : families) {
        if (areThere(filesOf(family))) {
            names.emplace_back(family.name);
        }
    }
    return names;
}

std::optional<std::array<std::string, 4>> familyFiles(std::string_view family) {
    const auto* known = std::ranges::find(families, family, &KnownFamily::name);
    if (known == std::end(families)) {
        return std::nullopt;
    }
    std::array<std::string, 4> files = filesOf(*known);
    return areThere(files) ? std::optional(std::move(files)) : std::nullopt;
}

}  // namespace engross
