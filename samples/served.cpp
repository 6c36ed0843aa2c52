#include "served.h"

#include "model/json.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <stdexcept>

namespace engross::samples {
namespace {

[[noreturn]] void refuse(const std::vector<Diagnostic>& diagnostics) {
    std::string all;
    for (const auto& diagnostic : diagnostics) {
        all += describe(diagnostic);
    }
    throw std::logic_error("a sample document was refused\n" + all);
}

Request requestOf(const std::string& body, const Object& fields) {
    const JsonResult json = readJson(body);
    if (!json.value) {
        throw std::logic_error("a sample request is not JSON");
    }
    auto read = readRequest(*json.value);
    if (!read.faults.empty()) {
        throw std::logic_error("a sample request has a fault at " + read.faults.front().pointer);
    }
    for (const auto& [name, value] : fields) {
        read.request.fields.object()->set(name, value);
    }
    return read.request;
}

/// A line of loops whose heights come from the letters of the name.
Picture scribble(const std::string& name) {
    Raster ink(560, 170);
    std::vector<std::pair<double, double>> pen;
    for (int step = 0; step < 700; ++step) {
        const double along = step / 700.0;
        const auto letter =
            static_cast<unsigned char>(name.at(static_cast<std::size_t>(along * static_cast<double>(name.size()))));
        const double height = 18 + 34 * std::abs(std::sin(letter * 1.7)) * (1 - 0.6 * along);
        const double turn = along * 2 * std::numbers::pi * (5 + letter % 2);
        pen.emplace_back(30 + 470 * along + 16 * std::sin(turn),
                         90 - 14 * along - height * std::cos(turn * 0.97 + 0.4));
    }
    for (const auto& [x, y] : pen) {
        for (int dy = -3; dy <= 3; ++dy) {
            for (int dx = -3; dx <= 3; ++dx) {
                const int column = static_cast<int>(x) + dx;
                const int row = static_cast<int>(y) + dy;
                const double cover = 1 - smoothStep(1.1, 2.6, std::hypot(column - x, row - y));
                if (cover > 0 && column >= 0 && row >= 0 && column < ink.width && row < ink.height) {
                    ink.set(column, row, mix(ink.at(column, row), {0.07, 0.12, 0.42}, cover));
                }
            }
        }
    }
    Picture picture;
    picture.coding = Picture::Coding::Rgb8;
    picture.bytes = std::make_shared<const std::string>(ink.rgb.begin(), ink.rgb.end());
    picture.widthPixels = ink.width;
    picture.heightPixels = ink.height;
    return picture;
}

Inline plain(const std::string& text, bool strong = false) {
    Span span;
    span.text = text;
    span.strong = strong;
    return {span};
}

Block blockOf(decltype(Block::content) content) {
    Block block;
    block.content = std::move(content);
    return block;
}

/// The signature block with ink in it.
Blocks signedBlocks(const SignatureBlock& blank, const CopyMark& mark) {
    Figure figure;
    figure.picture = scribble(mark.signedBy);
    figure.alternative = "Sample signature of " + mark.signedBy;
    figure.maxHeight = mm(14);
    Lines lines;
    lines.lines = blank.lines;
    if (blank.dateLine) {
        lines.lines.push_back(plain(blank.dateLabel + " " + mark.date));
    }
    Blocks blocks;
    if (!blank.label.empty()) {
        Paragraph label;
        label.text = plain(blank.label);
        label.keepWithNext = true;
        blocks.push_back(blockOf(label));
    }
    blocks.push_back(blockOf(figure));
    blocks.push_back(blockOf(lines));
    return blocks;
}

}  // namespace

Composition signedCopy(const Catalogue& catalogue, const std::string& request, const CopyMark& mark) {
    const CheckResult result = catalogue.check(requestOf(request, mark.fields), Instant{});
    if (!result.checked) {
        refuse(result.diagnostics);
    }
    std::vector<Diagnostic> faults;
    auto composition = catalogue.compose(*result.checked, Part{}, faults);
    if (!composition) {
        refuse(faults);
    }
    Blocks body;
    for (const auto& block : composition->body) {
        const auto* blank = std::get_if<SignatureBlock>(&block.content);
        const Blocks parts = blank == nullptr ? Blocks{block} : signedBlocks(*blank, mark);
        body.insert(body.end(), parts.begin(), parts.end());
    }
    composition->body = body;
    RunningText head;
    head.centre = plain(mark.words, true);
    head.baseline = mm(8);
    composition->style.headers.push_back(head);
    return *composition;
}

}  // namespace engross::samples
