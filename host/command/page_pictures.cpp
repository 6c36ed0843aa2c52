#include "command/page_pictures.h"

#include "model/error.h"
#include "pdf/outside_program.h"

#include <charconv>

namespace engross {
namespace {

const std::string renderer = "/usr/bin/pdftoppm";

/// The number at `at`, which moves behind it and the one white space that follows.
std::optional<std::size_t> numberAt(const std::string& text, std::size_t& at) {
    std::size_t number = 0;
    const auto [end, fault] = std::from_chars(text.data() + at, text.data() + text.size(), number);
    if (fault != std::errc() || end == text.data() + text.size()) {
        return std::nullopt;
    }
    at = static_cast<std::size_t>(end - text.data()) + 1;
    return number;
}

/// Portable grey maps, one after the other: "P5\n595 842\n255\n" and the dots.
std::optional<std::vector<PagePicture>> picturesFrom(const std::string& maps) {
    std::vector<PagePicture> pages;
    for (std::size_t at = 0; at < maps.size();) {
        if (maps.compare(at, 3, "P5\n") != 0) {
            return std::nullopt;
        }
        at += 3;
        const auto width = numberAt(maps, at);
        const auto height = width ? numberAt(maps, at) : std::nullopt;
        const auto most = height ? numberAt(maps, at) : std::nullopt;
        if (!most || *most != 255 || *width == 0 || *height > (maps.size() - at) / *width) {
            return std::nullopt;
        }
        pages.push_back({*width, *height, maps.substr(at, *width * *height)});
        at += *width * *height;
    }
    return pages;
}

std::optional<std::string> drawn(const std::vector<std::string>& command, const std::string& pdfPath) {
    std::string output;
    try {
        const ProgramInput input = ProgramInput::file(pdfPath);
        const bool ended = runProgram(command, input, {}, [&](std::string_view bytes) { output += bytes; });
        return ended ? std::optional(std::move(output)) : std::nullopt;
    } catch (const Error&) {
        return std::nullopt;
    }
}

}  // namespace

std::optional<std::vector<PagePicture>> picturesOf(const std::string& pdfPath) {
    const auto maps = drawn({renderer, "-gray", "-r", "70", "-"}, pdfPath);
    return maps ? picturesFrom(*maps) : std::nullopt;
}

std::string pngOf(const std::string& pdfPath, std::size_t page) {
    const std::string number = std::to_string(page);
    return drawn({renderer, "-png", "-r", "70", "-f", number, "-l", number, "-"}, pdfPath).value_or(std::string());
}

double differing(const PagePicture& before, const PagePicture& after) {
    if (before.width != after.width || before.height != after.height || before.dots.empty()) {
        return 1;
    }
    std::size_t count = 0;
    for (std::size_t at = 0; at < before.dots.size(); ++at) {
        count += before.dots[at] == after.dots[at] ? 0U : 1U;
    }
    return static_cast<double>(count) / static_cast<double>(before.dots.size());
}

}  // namespace engross
