#include "layout/text_setter.h"

#include <algorithm>
#include <utility>

namespace engross {
namespace {

constexpr double smallCapitalSize = 0.8;
constexpr const char* fixedSpace = "\u00A0";
constexpr std::string_view tickedBox = "\u2611";
constexpr std::string_view emptyBox = "\u2610";

/// Tabs are spaces; a carriage return is no character.
void clean(std::string& text) {
    std::erase(text, '\r');
    std::replace(text.begin(), text.end(), '\t', ' ');
}

}  // namespace

void TextSetter::append(const Span& span) {
    if (span.tick != Tick::None || span.blank > 0) {
        appendReplaced(span);
        appendNote(span);
        return;
    }
    std::string text = span.text;
    if (!span.reference.empty()) {
        const std::string* number = setting_.numbering.find(span.reference);
        if (number == nullptr) {
            setting_.faults.add(LayoutFault::UnknownReference, span.reference);
        } else {
            text = *number;
            fixLastSpace();
        }
    }
    clean(text);
    if (text.starts_with(' ') && (text_.ends_with(emptyBox) || text_.ends_with(tickedBox))) {
        text.replace(0, 1, fixedSpace);  // a box stays with its word
    }
    if (span.smallCaps) {
        for (const SmallCapitals& part : smallCapitals(text, span.language.empty() ? language_ : span.language)) {
            appendStretch(span, part.text, look_.size * (part.small ? smallCapitalSize : 1));
        }
    } else {
        appendStretch(span, text, look_.size);
    }
    appendNote(span);
}

/// "paragraph" and the number that follows stay on one line.
void TextSetter::fixLastSpace() {
    if (text_.ends_with(' ')) {
        text_.replace(text_.size() - 1, 1, fixedSpace);
        ++stretches_.back().end;
    }
}

NodeId TextSetter::elementFor(const Span& span, const std::string& link) {
    if (owner_ == artifactNode) {
        return artifactNode;
    }
    if (!link.empty()) {
        const bool goesOn = !stretches_.empty() && stretches_.back().link == link;
        return goesOn ? stretches_.back().node
                      : setting_.nodeWithinText(owner_, Role::Link, inLanguage(span.language, language_));
    }
    const bool foreign = !span.language.empty() && span.language != language_;
    return foreign ? setting_.nodeWithinText(owner_, Role::Span, inLanguage(span.language, language_)) : owner_;
}

void TextSetter::appendStretch(const Span& span, const std::string& text, Points size) {
    if (text.empty()) {
        return;
    }
    Stretch stretch;
    text_ += text;
    stretch.end = text_.size();
    stretch.style = {span.strong || look_.strong ? Weight::Bold : Weight::Regular,
                     span.emphasis || look_.emphasis ? Slope::Italic : Slope::Upright};
    stretch.size = size;
    stretch.language = span.language.empty() ? language_ : span.language;
    const std::string link = span.reference.empty() ? span.link : "paragraph:" + span.reference;
    stretch.node = elementFor(span, link);
    stretch.link = owner_ == artifactNode ? std::string() : link;
    stretch.description = stretch.link.empty() ? std::string() : text;
    stretches_.push_back(std::move(stretch));
}

/// A box to tick or a line to write on: what is drawn is not what is read.
void TextSetter::appendReplaced(const Span& span) {
    constexpr double boxSize = 1.25;
    const bool blank = span.blank > 0;
    text_ += blank ? fixedSpace : span.tick == Tick::Ticked ? tickedBox : emptyBox;
    Stretch stretch;
    stretch.end = text_.size();
    stretch.size = look_.size * (blank ? 1 : boxSize);
    stretch.language = span.language.empty() ? language_ : span.language;
    stretch.blank = span.blank;
    stretch.node = artifactNode;
    if (owner_ != artifactNode) {
        ElementAttributes attributes = inLanguage(span.language, language_);
        attributes.actualText = span.text;
        stretch.node = setting_.nodeWithinText(owner_, Role::Span, std::move(attributes));
    }
    stretches_.push_back(std::move(stretch));
}

/// The raised number after the text, a link to the note. What repeats as an artifact says it without.
void TextSetter::appendNote(const Span& span) {
    if (span.note.empty() || owner_ == artifactNode) {
        return;
    }
    if (!setting_.takesNotes) {
        setting_.faults.add(LayoutFault::NoteWithoutFoot, "");
        return;
    }
    constexpr double markSize = 0.65;
    constexpr double markRise = 0.35;
    Stretch stretch;
    stretch.note = setting_.addNote(span.note, span.language.empty() ? language_ : span.language, owner_);
    const std::string number = std::to_string(stretch.note + 1);
    text_ += number;
    stretch.end = text_.size();
    stretch.size = look_.size * markSize;
    stretch.rise = look_.size * markRise;
    stretch.style = {look_.strong ? Weight::Bold : Weight::Regular, Slope::Upright};
    stretch.language = language_;
    stretch.node = setting_.nodeWithinText(setting_.nodeWithinText(owner_, Role::Reference, {}), Role::Link, {});
    stretch.link = "note:" + number;
    stretch.description = number;
    stretches_.push_back(std::move(stretch));
}

}  // namespace engross
