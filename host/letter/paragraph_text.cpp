#include "letter/paragraph_text.h"

#include "words/text.h"

#include <algorithm>
#include <utility>

namespace engross {
namespace {

bool isMark(const Span& span) {
    return span.tick != Tick::None || span.blank > 0 || !span.note.empty() || !span.reference.empty();
}

Span looking(const Look& look, const std::string& link) {
    Span span;
    span.strong = look.strong;
    span.emphasis = look.emphasis;
    span.link = link;
    return span;
}

bool sameLook(const Span& left, const Span& right) {
    return left.strong == right.strong && left.emphasis == right.emphasis && left.link == right.link;
}

bool trimFront(std::string& text) {
    text.erase(0, std::min(text.find_first_not_of(" \n"), text.size()));
    return text.empty();
}

bool trimBack(std::string& text) {
    const auto last = text.find_last_not_of(" \n");
    text.erase(last == std::string::npos ? 0 : last + 1);
    return text.empty();
}

}  // namespace

void ParagraphText::addTemplateText(const std::string& text, const Look& look, const std::string& link) {
    const bool doubled = endsWithSpace() && !text.empty() && text.front() == ' ';
    add(doubled ? text.substr(1) : text, look, link);
}

void ParagraphText::add(const std::string& text, const Look& look, const std::string& link) {
    Span span = looking(look, link);
    if (!spans_.empty() && !isMark(spans_.back()) && sameLook(spans_.back(), span)) {
        spans_.back().text += text;
        return;
    }
    span.text = text;
    spans_.push_back(std::move(span));
}

void ParagraphText::addMark(Span mark, const Look& look, const std::string& link) {
    mark.strong = look.strong;
    mark.emphasis = look.emphasis;
    mark.link = mark.reference.empty() ? link : std::string();
    spans_.push_back(std::move(mark));
}

void ParagraphText::name(const std::string& id) {
    id_ = id;
}

std::string ParagraphText::takeName() {
    return std::exchange(id_, {});
}

Inline ParagraphText::take() {
    std::erase_if(spans_, [](const Span& span) { return span.text.empty() && !isMark(span); });
    while (!spans_.empty() && !isMark(spans_.front()) && trimFront(spans_.front().text)) {
        spans_.erase(spans_.begin());
    }
    while (!spans_.empty() && !isMark(spans_.back()) && trimBack(spans_.back().text)) {
        spans_.pop_back();
    }
    for (Span& span : spans_) {
        if (!isMark(span)) {
            span.text = withFixedSpaces(span.text);
        }
    }
    return std::exchange(spans_, {});
}

bool ParagraphText::endsWithSpace() const {
    if (!spans_.empty() && isMark(spans_.back())) {
        return false;
    }
    return spans_.empty() || spans_.back().text.empty() || spans_.back().text.back() == ' ' ||
           spans_.back().text.back() == '\n';
}

}  // namespace engross
