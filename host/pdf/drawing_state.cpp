#include "pdf/drawing_state.h"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace engross {
namespace {

constexpr std::size_t mostKept = 256;
constexpr std::size_t mostBoxes = 10'000;  // of one path

double numberFrom(std::string_view raw) {
    if (!raw.empty() && raw.front() == '+') {
        raw.remove_prefix(1);
    }
    double value = 0;
    const auto read = std::from_chars(raw.data(), raw.data() + raw.size(), value);
    return read.ec == std::errc() && std::isfinite(value) ? value : 0;
}

}  // namespace

DrawingMatrix DrawingMatrix::then(const DrawingMatrix& next) const noexcept {
    return {a * next.a + b * next.c, a * next.b + b * next.d,          c * next.a + d * next.c,
            c * next.b + d * next.d, e * next.a + f * next.c + next.e, e * next.b + f * next.d + next.f};
}

std::array<double, 2> DrawingMatrix::point(double x, double y) const noexcept {
    return {x * a + y * c + e, x * b + y * d + f};
}

DrawingSteps::DrawingSteps(std::string_view content, const DrawingState& state) : operators_(content), state_(state) {}

bool DrawingSteps::next() {
    if (!operators_.next()) {
        return false;
    }
    if (step_ == DrawingStep::Text) {
        // Half an em a letter: no font's widths are read.
        const double width = 0.5 * state_.fontSize * static_cast<double>(letters_);
        state_.textMatrix = DrawingMatrix{1, 0, 0, 1, width, 0}.then(state_.textMatrix);
    }
    step_ = DrawingStep::None;
    follow(operators_.name());
    return true;
}

DrawingStep DrawingSteps::step() const noexcept {
    return step_;
}

DrawingState& DrawingSteps::state() noexcept {
    return state_;
}

const DrawingState& DrawingSteps::state() const noexcept {
    return state_;
}

const std::string& DrawingSteps::name() const noexcept {
    return name_;
}

std::size_t DrawingSteps::letters() const noexcept {
    return letters_;
}

const std::vector<std::array<double, 4>>& DrawingSteps::boxes() const noexcept {
    return boxes_;
}

const std::vector<std::array<double, 4>>& DrawingSteps::lines() const noexcept {
    return lines_;
}

double DrawingSteps::inlineWidth() const noexcept {
    return width_;
}

double DrawingSteps::inlineHeight() const noexcept {
    return height_;
}

double DrawingSteps::number(std::size_t place) const {
    const auto& operands = operators_.operands();
    return place < operands.size() ? numberFrom(operands[place].raw) : 0;
}

DrawingMatrix DrawingSteps::matrix() const {
    return {number(0), number(1), number(2), number(3), number(4), number(5)};
}

void DrawingSteps::follow(std::string_view name) {
    if (followState(name) || followText(name) || followColour(name)) {
        return;
    }
    static_cast<void>(followPath(name));
}

bool DrawingSteps::followState(std::string_view name) {
    if (name == "q") {
        if (kept_.size() < mostKept) {
            kept_.push_back(state_);
        }
    } else if (name == "Q") {
        if (!kept_.empty()) {
            state_ = kept_.back();
            kept_.pop_back();
        }
    } else if (name == "cm") {
        state_.matrix = matrix().then(state_.matrix);
    } else if (name == "Do" || name == "gs") {
        step_ = name == "Do" ? DrawingStep::Object : DrawingStep::Graphics;
        name_ = operators_.operands().empty() ? std::string() : plainName(operators_.operands().back().raw);
    } else if (name == "EI") {
        readPicture();
    } else {
        return false;
    }
    return true;
}

bool DrawingSteps::followText(std::string_view name) {
    if (name == "BT") {
        state_.textMatrix = state_.lineMatrix = {};
    } else if (name == "Tf") {
        state_.fontSize = number(1);
        step_ = DrawingStep::Font;
        name_ = operators_.operands().empty() ? std::string() : plainName(operators_.operands().front().raw);
    } else if (name == "Tr") {
        state_.textMode = static_cast<int>(number(0));
    } else if (name == "TL") {
        state_.leading = number(0);
    } else if (name == "Td" || name == "TD") {
        if (name == "TD") {
            state_.leading = -number(1);
        }
        newLine(number(0), number(1));
    } else if (name == "Tm") {
        state_.textMatrix = state_.lineMatrix = matrix();
    } else if (name == "T*") {
        newLine(0, -state_.leading);
    } else if (name == "'" || name == "\"") {
        newLine(0, -state_.leading);
        countLetters();
    } else if (name == "Tj" || name == "TJ") {
        countLetters();
    } else {
        return false;
    }
    return true;
}

void DrawingSteps::newLine(double x, double y) {
    state_.lineMatrix = DrawingMatrix{1, 0, 0, 1, x, y}.then(state_.lineMatrix);
    state_.textMatrix = state_.lineMatrix;
}

void DrawingSteps::countLetters() {
    std::size_t bytes = 0;
    for (const std::string_view text : operators_.texts()) {
        bytes += bytesOfString(text).size();
    }
    letters_ = state_.wideCodes ? bytes / 2 : bytes;
    step_ = DrawingStep::Text;
}

bool DrawingSteps::followColour(std::string_view name) {
    if (name == "g") {
        state_.grey = number(0);
    } else if (name == "rg") {
        state_.grey = 0.299 * number(0) + 0.587 * number(1) + 0.114 * number(2);
    } else if (name == "k") {
        state_.grey = 1 - std::min(1.0, number(3) + 0.3 * number(0) + 0.59 * number(1) + 0.11 * number(2));
    } else if (name == "cs") {
        state_.grey = 0;  // the first colour of nearly every space is black
    } else if (name == "sc" || name == "scn") {
        const auto& operands = operators_.operands();
        const bool pattern = !operands.empty() && operands.back().kind == ContentOperand::Kind::Name;
        const bool four = operands.size() == 4;
        double lightest = 0;
        for (std::size_t i = 0; i < operands.size(); ++i) {
            lightest = std::max(lightest, number(i));
        }
        state_.grey = pattern ? 1 : four ? 1 - number(3) : lightest;
    } else {
        return false;
    }
    return true;
}

bool DrawingSteps::followPath(std::string_view name) {
    if (name == "re") {
        addRectangle();
    } else if (name == "f" || name == "F" || name == "f*" || name == "B" || name == "B*" || name == "b" ||
               name == "b*") {
        boxes_ = std::move(path_);
        paint(DrawingStep::Fill);
    } else if (name == "S" || name == "s") {
        paint(DrawingStep::Stroke);
    } else if (name == "n") {
        paint(DrawingStep::None);
    } else {
        return followLine(name);
    }
    return true;
}

bool DrawingSteps::followLine(std::string_view name) {
    if (name == "m") {
        point_ = start_ = state_.matrix.point(number(0), number(1));
    } else if (name == "l") {
        lineTo(state_.matrix.point(number(0), number(1)));
    } else if (name == "c") {
        lineTo(state_.matrix.point(number(4), number(5)));
    } else if (name == "v" || name == "y") {
        lineTo(state_.matrix.point(number(2), number(3)));
    } else if (name == "h") {
        lineTo(start_);
    } else {
        return false;
    }
    return true;
}

void DrawingSteps::paint(DrawingStep step) {
    lines_ = std::move(drawn_);
    drawn_.clear();
    path_.clear();
    step_ = step;
}

void DrawingSteps::lineTo(const std::array<double, 2>& point) {
    if (drawn_.size() < mostBoxes) {
        drawn_.push_back({point_[0], point_[1], point[0], point[1]});
    }
    point_ = point;
}

void DrawingSteps::addRectangle() {
    if (path_.size() >= mostBoxes) {
        return;
    }
    const auto one = state_.matrix.point(number(0), number(1));
    const auto other = state_.matrix.point(number(0) + number(2), number(1) + number(3));
    path_.push_back({std::min(one[0], other[0]), std::min(one[1], other[1]), std::max(one[0], other[0]),
                     std::max(one[1], other[1])});
    const auto& box = path_.back();
    point_ = start_ = {box[0], box[1]};
    for (const std::array<double, 2>& corner :
         {std::array{box[2], box[1]}, std::array{box[2], box[3]}, std::array{box[0], box[3]}, start_}) {
        lineTo(corner);
    }
}

void DrawingSteps::readPicture() {
    step_ = DrawingStep::Picture;
    width_ = height_ = 0;
    const auto& operands = operators_.operands();
    for (std::size_t i = 0; i + 1 < operands.size(); i += 2) {
        const std::string_view key = operands[i].raw;
        if (key == "/W" || key == "/Width") {
            width_ = numberFrom(operands[i + 1].raw);
        } else if (key == "/H" || key == "/Height") {
            height_ = numberFrom(operands[i + 1].raw);
        }
    }
}

}  // namespace engross
