#include "pdf/drawn_page.h"

#include "pdf/outside_program.h"

#include <charconv>

namespace engross {
namespace {

const std::string renderer = "/usr/bin/pdftoppm";
constexpr std::size_t mostPng = std::size_t{64} << 20U;

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
std::optional<std::vector<DrawnPage>> pagesFrom(const std::string& maps) {
    std::vector<DrawnPage> pages;
    for (std::size_t at = 0; at < maps.size();) {
        if (maps.compare(at, 3, "P5\n") != 0) {
            return std::nullopt;
        }
        at += 3;
        const auto width = numberAt(maps, at);
        const auto height = width ? numberAt(maps, at) : std::nullopt;
        const auto most = height ? numberAt(maps, at) : std::nullopt;
        if (!most || *most != 255 || *width == 0 || *height == 0 || *height > (maps.size() - at) / *width) {
            return std::nullopt;
        }
        pages.push_back({*width, *height, maps.substr(at, *width * *height)});
        at += *width * *height;
    }
    return pages;
}

std::optional<std::string> rendered(const std::string& pdfPath, const char* format, int dotsPerInch, PageRange range,
                                    std::size_t mostBytes) {
    std::vector<std::string> command{
        renderer, format, "-cropbox", "-r", std::to_string(dotsPerInch), "-f", std::to_string(range.first)};
    if (range.last > 0) {
        command.insert(command.end(), {"-l", std::to_string(range.last)});
    }
    command.emplace_back("-");
    std::string output;
    bool fits = true;
    const ProgramInput input = ProgramInput::file(pdfPath);
    const bool ended = runProgram(command, input, {}, [&](std::string_view bytes) {
        fits = fits && bytes.size() <= mostBytes - output.size();
        output += fits ? bytes : std::string_view();
    });
    return ended && fits ? std::optional(std::move(output)) : std::nullopt;
}

}  // namespace

std::optional<std::vector<DrawnPage>> drawPages(const std::string& pdfPath, int dotsPerInch, PageRange range,
                                                std::size_t mostBytes) {
    const auto maps = rendered(pdfPath, "-gray", dotsPerInch, range, mostBytes);
    return maps ? pagesFrom(*maps) : std::nullopt;
}

std::optional<std::string> drawPng(const std::string& pdfPath, int dotsPerInch, std::size_t page) {
    return rendered(pdfPath, "-png", dotsPerInch, {page, page}, mostPng);
}

}  // namespace engross
