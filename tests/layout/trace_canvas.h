#pragma once
#include "layout/canvas.h"

#include <cmath>
#include <cstdio>
#include <string>
#include <vector>

namespace engross {

/// A canvas that writes down what is drawn on it, a line a call, and what the rules of Canvas forbid:
///     p3 text 72.0,701.5 Body/11 "1. The appeal is dismissed."
/// Lengths are in points to a tenth. Any room's tests may use it.
class TraceCanvas final : public Canvas {
public:
    struct Text {
        std::size_t page = 0;
        Points x = 0;
        Points baseline = 0;
        Points width = 0;
        Points size = 0;
        std::string text;
        std::string font;
        ElementId element = 0;
        bool artifact = false;
        ArtifactKind kind = ArtifactKind::Layout;
    };
    struct Area {
        std::size_t page = 0;
        Rectangle area;
        std::string what;
    };
    struct Element {
        ElementId parent = 0;
        Role role = Role::Document;
        ElementAttributes attributes;
    };

    std::vector<std::string> lines;
    std::vector<std::string> violations;
    std::vector<Text> texts;
    std::vector<Area> areas;  // pictures, fills, outlines, rules, links
    std::vector<Element> elements{{}};
    std::size_t pages = 0;

    ElementId element(ElementId parent, Role role, const ElementAttributes& attributes) override {
        if (parent >= elements.size()) {
            violations.push_back("an element below one that does not exist");
        }
        elements.push_back({parent, role, attributes});
        std::string line =
            "element " + std::to_string(elements.size() - 1) + " " + nameOf(role) + " in " + std::to_string(parent);
        line += attributes.language.empty() ? "" : " lang=" + attributes.language;
        line += attributes.alternative.empty() ? "" : " alt=\"" + attributes.alternative + "\"";
        line += attributes.scope == HeaderScope::Row ? " scope=row" : "";
        line += attributes.scope == HeaderScope::Column ? " scope=column" : "";
        line += attributes.labels >= ListLabels::Decimal ? " ordered" : "";
        line += attributes.columnSpan == 1 ? "" : " span=" + std::to_string(attributes.columnSpan);
        line += attributes.rowSpan == 1 ? "" : " rows=" + std::to_string(attributes.rowSpan);
        line += attributes.actualText.empty() ? "" : " reads=\"" + attributes.actualText + "\"";
        say(line);
        return elements.size() - 1;
    }

    void beginPage(Points width, Points height) override {
        if (open_) {
            violations.push_back("a page begins before the last one ended");
        }
        open_ = true;
        ++pages;
        say("page " + number(width) + "x" + number(height));
    }

    void endPage() override {
        if (!open_ || content_ || artifact_) {
            violations.push_back("a page ends that is not open, or inside marked content");
        }
        open_ = false;
    }

    void beginContent(ElementId element) override {
        begin(element >= elements.size() || element == 0);
        content_ = true;
        element_ = element;
        say("content " + std::to_string(element));
    }

    void endContent() override {
        end(content_);
        content_ = false;
        say("end");
    }

    void beginArtifact(ArtifactKind kind) override {
        begin(false);
        artifact_ = true;
        kind_ = kind;
        constexpr const char* names[] = {"header", "footer", "background", "layout", "page"};
        say(std::string("artifact ") + names[static_cast<int>(kind)]);
    }

    void endArtifact() override {
        end(artifact_);
        artifact_ = false;
        say("end");
    }

    void text(Points x, Points baseline, const ShapedRun& run, Points size, const Colour& colour) override {
        painted();
        if (colour != Colour{0, 0, 0}) {
            violations.push_back("text that is not black");
        }
        texts.push_back(
            {pages, x, baseline, run.width * size / 1000, size, run.text, fontOf(run), element_, artifact_, kind_});
        say("text " + number(x) + "," + number(baseline) + " " + fontOf(run) + "/" + number(size, true) + " \"" +
            run.text + "\"");
    }

    void turnedText(Points x, Points baseline, double degrees, const ShapedRun& run, Points size,
                    const Colour& colour) override {
        painted();
        say("turned " + number(x) + "," + number(baseline) + " " + number(degrees) + " " + fontOf(run) + "/" +
            number(size, true) + " " + shade(colour) + " \"" + run.text + "\"");
    }

    void line(Points x1, Points y1, Points x2, Points y2, Points width, const Colour& colour) override {
        painted();
        areas.push_back({pages, {x1, y1, x2 - x1, y2 - y1}, "line"});
        say("line " + number(x1) + "," + number(y1) + " " + number(x2) + "," + number(y2) + " " + number(width) + " " +
            shade(colour));
    }

    void fill(const Rectangle& area, const Colour& colour) override {
        painted();
        areas.push_back({pages, area, "fill"});
        say("fill " + rectangle(area) + " " + shade(colour));
    }

    void outline(const Rectangle& area, Points width, const Colour& colour) override {
        painted();
        areas.push_back({pages, area, "outline"});
        say("outline " + rectangle(area) + " " + number(width) + " " + shade(colour));
    }

    void picture(const Rectangle& area, const Picture& picture) override {
        painted();
        areas.push_back({pages, area, "picture"});
        say("picture " + rectangle(area) + " " + std::to_string(picture.widthPixels) + "x" +
            std::to_string(picture.heightPixels) + " turned " + std::to_string(picture.orientation));
    }

    void link(ElementId element, const Rectangle& area, const std::string& target,
              const std::string& description) override {
        if (!open_ || elements.at(element).role != Role::Link) {
            violations.push_back("a link outside a page or not of a Link element");
        }
        areas.push_back({pages, area, "link"});
        say("link " + std::to_string(element) + " " + rectangle(area) + " " + target + " \"" + description + "\"");
    }

    void target(const std::string& name, Points x, Points y) override {
        say("target " + name + " " + number(x) + "," + number(y));
    }

    void bookmark(int level, const std::string& title, Points y) override {
        say("bookmark " + std::to_string(level) + " " + number(y) + " \"" + title + "\"");
    }

    /// The whole trace, a line a call.
    [[nodiscard]] std::string trace() const {
        std::string all;
        for (const std::string& line : lines) {
            all += line + "\n";
        }
        return all;
    }

    /// The words of the content, in the order in which they are drawn.
    [[nodiscard]] std::string contentText() const {
        std::string all;
        for (const Text& text : texts) {
            all += text.artifact ? "" : text.text + (text.text.ends_with(' ') ? "" : "\n");
        }
        return all;
    }

    [[nodiscard]] static std::string nameOf(Role role) {
        constexpr const char* names[] = {"Document",   "H1",  "H2",    "H3",        "H4",      "P",     "L",
                                         "LI",         "Lbl", "LBody", "Table",     "Caption", "THead", "TBody",
                                         "TR",         "TH",  "TD",    "Figure",    "Link",    "Span",  "Div",
                                         "BlockQuote", "TOC", "TOCI",  "Reference", "Note"};
        return names[static_cast<int>(role)];
    }

private:
    void say(const std::string& what) {
        lines.push_back("p" + std::to_string(pages) + " " + what);
    }

    void begin(bool badElement) {
        if (!open_ || content_ || artifact_ || badElement) {
            violations.push_back("marked content begins outside a page, inside other content or of no element");
        }
    }

    void end(bool wasOpen) {
        if (!wasOpen) {
            violations.push_back("an end without its begin");
        }
    }

    void painted() {
        if (!open_ || !(content_ || artifact_)) {
            violations.push_back("something is painted outside content and artifact");
        }
    }

    [[nodiscard]] static std::string number(double value, bool shortest = false) {
        char text[32];
        const double tenth = std::round(value * 10) / 10;
        std::snprintf(text, sizeof text, shortest && tenth == std::round(tenth) ? "%.0f" : "%.1f", tenth + 0.0);
        return text;
    }

    [[nodiscard]] static std::string rectangle(const Rectangle& area) {
        return number(area.left) + "," + number(area.bottom) + " " + number(area.width) + "x" + number(area.height);
    }

    [[nodiscard]] static std::string shade(const Colour& colour) {
        char text[16];
        const auto part = [](double value) { return static_cast<unsigned>(std::lround(value * 255)); };
        std::snprintf(text, sizeof text, "#%02x%02x%02x", part(colour.red), part(colour.green), part(colour.blue));
        return text;
    }

    [[nodiscard]] static std::string fontOf(const ShapedRun& run) {
        const std::string& name = run.face->postScriptName();
        if (name == "LiberationSans") {
            return "Body";
        }
        return name.starts_with("LiberationSans-") ? name.substr(15) : name;
    }

    bool open_ = false;
    bool content_ = false;
    bool artifact_ = false;
    ElementId element_ = 0;
    ArtifactKind kind_ = ArtifactKind::Layout;
};

}  // namespace engross
