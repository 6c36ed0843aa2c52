#pragma once
#include "pdf/content_operators.h"

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace engross {

/// A matrix of ISO 32000-1 8.3.3.
struct DrawingMatrix {
    double a = 1;
    double b = 0;
    double c = 0;
    double d = 1;
    double e = 0;
    double f = 0;

    /// This one, and then `next`.
    [[nodiscard]] DrawingMatrix then(const DrawingMatrix& next) const noexcept;
    [[nodiscard]] std::array<double, 2> point(double x, double y) const noexcept;
};

/// What a content stream has set, as far as places and covering need it.
struct DrawingState {
    DrawingMatrix matrix{};
    DrawingMatrix textMatrix{};
    DrawingMatrix lineMatrix{};
    double fontSize = 0;
    double leading = 0;
    int textMode = 0;
    bool wideCodes = false;  // two bytes a letter
    double grey = 0;         // of what fills, 0 black; 1 where a pattern does
    double opacity = 1;
};

enum class DrawingStep { None, Font, Text, Fill, Stroke, Object, Picture, Graphics };

/// Follows a content stream operator by operator and keeps its state. What is broken is skipped.
class DrawingSteps {
public:
    DrawingSteps(std::string_view content, const DrawingState& state);

    /// Moves to the next operator; false at the end.
    [[nodiscard]] bool next();
    [[nodiscard]] DrawingStep step() const noexcept;
    [[nodiscard]] DrawingState& state() noexcept;
    [[nodiscard]] const DrawingState& state() const noexcept;
    /// Of Font, Object and Graphics: the name with its slash.
    [[nodiscard]] const std::string& name() const noexcept;
    /// Of Text: how many codes are shown; spaces are codes.
    [[nodiscard]] std::size_t letters() const noexcept;
    /// Of Fill: the upright rectangles that it fills, as {x1, y1, x2, y2} of page space; none for other paths.
    [[nodiscard]] const std::vector<std::array<double, 4>>& boxes() const noexcept;
    /// Of Fill and Stroke: the lines of the path, as {x1, y1, x2, y2} of page space; of a curve the line between its
    /// ends.
    [[nodiscard]] const std::vector<std::array<double, 4>>& lines() const noexcept;
    /// Of Picture: an inline image.
    [[nodiscard]] double inlineWidth() const noexcept;
    [[nodiscard]] double inlineHeight() const noexcept;

private:
    [[nodiscard]] double number(std::size_t place) const;
    [[nodiscard]] DrawingMatrix matrix() const;
    void follow(std::string_view name);
    [[nodiscard]] bool followState(std::string_view name);
    [[nodiscard]] bool followText(std::string_view name);
    [[nodiscard]] bool followPath(std::string_view name);
    [[nodiscard]] bool followColour(std::string_view name);
    void newLine(double x, double y);
    void countLetters();
    void addRectangle();
    [[nodiscard]] bool followLine(std::string_view name);
    void paint(DrawingStep step);
    void lineTo(const std::array<double, 2>& point);
    void readPicture();

    ContentOperators operators_;
    DrawingState state_;
    std::vector<DrawingState> kept_;
    DrawingStep step_ = DrawingStep::None;
    std::string name_;
    std::size_t letters_ = 0;
    std::vector<std::array<double, 4>> path_;
    std::vector<std::array<double, 4>> boxes_;
    std::vector<std::array<double, 4>> drawn_;  // lines of the path that is being made
    std::vector<std::array<double, 4>> lines_;
    std::array<double, 2> point_{};
    std::array<double, 2> start_{};  // of the part of the path that is being made
    double width_ = 0;
    double height_ = 0;
};

}  // namespace engross
