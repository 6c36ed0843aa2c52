#include "pdf/page_ink.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdio>

namespace engross {
namespace {

constexpr double dotsPerInch = 200;
constexpr double millimetresPerInch = 25.4;
constexpr double dot = millimetresPerInch / dotsPerInch;
constexpr std::size_t mostSide = 4'000;  // dots of a side: A4 has 2,339
constexpr std::size_t patchCell = 24;    // ink nearer than this, 3 mm, is one patch
constexpr std::string_view renderer = "/usr/bin/pdftoppm";

struct Dots {
    std::size_t begin = 0;
    std::size_t end = 0;
};

/// The dots of a row or column that lie in [from, to] mm. The renderer draws four by four dots in each dot, and lets an
/// edge fill each of them that it touches.
Dots dotsOf(double from, double to, std::size_t most) {
    const double first = std::ceil(std::floor(from / dot * 4) / 4);
    const double last = std::floor(std::ceil(to / dot * 4) / 4);
    const auto clamped = [most](double value) {
        return static_cast<std::size_t>(std::clamp(value, 0.0, static_cast<double>(most)));
    };
    return {clamped(first), clamped(last)};
}

/// Gathers dots of ink into patches: cells of a coarse grid that touch are one.
class Patches {
public:
    Patches(std::size_t width, std::size_t height)
        : across_(width / patchCell + 1), cells_(across_ * (height / patchCell + 1)) {}

    void add(std::size_t x, std::size_t y) {
        Cell& cell = cells_[y / patchCell * across_ + x / patchCell];
        cell.left = cell.any ? std::min(cell.left, x) : x;
        cell.top = cell.any ? cell.top : y;
        cell.right = cell.any ? std::max(cell.right, x + 1) : x + 1;
        cell.bottom = y + 1;
        cell.any = true;
    }

    [[nodiscard]] std::vector<SheetArea> boxes() {
        std::vector<SheetArea> found;
        for (std::size_t index = 0; index < cells_.size(); ++index) {
            if (cells_[index].any) {
                found.push_back(gather(index));
            }
        }
        return found;
    }

private:
    struct Cell {
        std::size_t left = 0;
        std::size_t top = 0;
        std::size_t right = 0;
        std::size_t bottom = 0;
        bool any = false;
    };

    SheetArea gather(std::size_t start) {
        Cell box = cells_[start];
        std::vector<std::size_t> waiting{start};
        cells_[start].any = false;
        while (!waiting.empty()) {
            const std::size_t index = waiting.back();
            waiting.pop_back();
            forNeighbours(index, [&](std::size_t next) {
                Cell& cell = cells_[next];
                box.left = std::min(box.left, cell.left);
                box.top = std::min(box.top, cell.top);
                box.right = std::max(box.right, cell.right);
                box.bottom = std::max(box.bottom, cell.bottom);
                cell.any = false;
                waiting.push_back(next);
            });
        }
        const auto length = [](std::size_t dots) { return static_cast<double>(dots) * dot; };
        return {length(box.left), length(box.top), length(box.right), length(box.bottom)};
    }

    template <typename Visit>
    void forNeighbours(std::size_t index, const Visit& visit) {
        const std::size_t column = index % across_;
        const std::size_t row = index / across_;
        const std::size_t rows = cells_.size() / across_;
        for (std::size_t y = row == 0 ? 0 : row - 1; y <= std::min(rows - 1, row + 1); ++y) {
            for (std::size_t x = column == 0 ? 0 : column - 1; x <= std::min(across_ - 1, column + 1); ++x) {
                if (cells_[y * across_ + x].any) {
                    visit(y * across_ + x);
                }
            }
        }
    }

    std::size_t across_;
    std::vector<Cell> cells_;
};

/// Reads pages of a portable pixmap ("P6 width height 255" and three bytes a dot) as they arrive, row by row.
class InkReader {
public:
    explicit InkReader(const AllowedAreas& allowed) : allowed_(allowed) {}

    void take(std::string_view bytes) {
        while (!bytes.empty() && !broken_) {
            if (width_ == 0) {
                readHeader(bytes);
            } else {
                const std::size_t missing = width_ * 3 - row_.size();
                row_ += bytes.substr(0, missing);
                bytes.remove_prefix(std::min(missing, bytes.size()));
                if (row_.size() == width_ * 3) {
                    readRow();
                }
            }
        }
    }

    [[nodiscard]] bool whole(std::size_t pages) const {
        return !broken_ && width_ == 0 && found_.size() == pages;
    }

    std::vector<std::vector<SheetArea>> found() {
        return std::move(found_);
    }

private:
    void readHeader(std::string_view& bytes) {
        while (!bytes.empty() && lines_ < 3) {
            header_ += bytes.front();
            lines_ += bytes.front() == '\n' ? 1 : 0;
            bytes.remove_prefix(1);
            broken_ = header_.size() > 64;
            if (broken_) {
                return;
            }
        }
        if (lines_ < 3) {
            return;
        }
        const char* at = header_.data() + 3;
        const char* end = header_.data() + header_.size();
        const auto wide = std::from_chars(at, end, width_);
        const auto high = std::from_chars(std::min(wide.ptr + 1, end), end, height_);
        broken_ = header_.compare(0, 3, "P6\n") != 0 || wide.ec != std::errc() || high.ec != std::errc() ||
                  header_.find("\n255\n") == std::string::npos || width_ == 0 || height_ == 0 || width_ > mostSide ||
                  height_ > mostSide;
        header_.clear();
        lines_ = 0;
        y_ = 0;
        areas_ = allowed_(found_.size() + 1);
        patches_.emplace(width_, height_);
    }

    void readRow() {
        std::vector<Dots> open;
        for (const SheetArea& area : areas_) {
            const Dots rows = dotsOf(area.top, area.bottom, height_);
            if (y_ >= rows.begin && y_ < rows.end) {
                open.push_back(dotsOf(area.left, area.right, width_));
            }
        }
        std::sort(open.begin(), open.end(), [](const Dots& a, const Dots& b) { return a.begin < b.begin; });
        std::size_t x = 0;
        for (const Dots& part : open) {
            look(x, part.begin);
            x = std::max(x, part.end);
        }
        look(x, width_);
        row_.clear();
        if (++y_ == height_) {
            found_.push_back(patches_->boxes());
            width_ = 0;
        }
    }

    void look(std::size_t begin, std::size_t end) {
        for (std::size_t x = begin; x < end; ++x) {
            if (row_[x * 3] != '\xFF' || row_[x * 3 + 1] != '\xFF' || row_[x * 3 + 2] != '\xFF') {
                patches_->add(x, y_);
            }
        }
    }

    const AllowedAreas& allowed_;
    std::vector<std::vector<SheetArea>> found_;
    std::string header_;
    int lines_ = 0;
    std::size_t width_ = 0;  // 0 between pages
    std::size_t height_ = 0;
    std::size_t y_ = 0;
    std::string row_;
    std::span<const SheetArea> areas_;
    std::optional<Patches> patches_;
    bool broken_ = false;
};

std::string tenths(double value) {
    std::array<char, 32> text{};
    const auto end = std::to_chars(text.data(), text.data() + text.size(), value, std::chars_format::fixed, 1);
    return {text.data(), end.ptr};
}

}  // namespace

std::string describe(const SheetArea& area) {
    return tenths(area.left) + "–" + tenths(area.right) + " mm from the left, " + tenths(area.top) + "–" +
           tenths(area.bottom) + " mm from the top";
}

std::optional<std::vector<std::vector<SheetArea>>> inkOutside(const ProgramInput& pdf, std::size_t pages,
                                                              const AllowedAreas& allowed) {
    InkReader reader(allowed);
    const std::string resolution = std::to_string(static_cast<int>(dotsPerInch));
    const std::vector<std::string> command{std::string(renderer), "-r",        resolution, "-l",
                                           std::to_string(pages), "/dev/stdin"};
    const bool ended = runProgram(command, pdf, {}, [&](std::string_view bytes) { reader.take(bytes); });
    if (!ended || !reader.whole(pages)) {
        return std::nullopt;
    }
    return reader.found();
}

}  // namespace engross
