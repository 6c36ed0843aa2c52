#include "script/page_builder.h"

#include "script/rules.h"
#include "words/text.h"

#include <algorithm>

namespace engross {

namespace {

// As many digits of a hash as a person can compare by eye.
constexpr std::size_t shortHash = 16;
// Of numbered paragraphs, counted from 0.
constexpr int deepestLevel = 3;

}  // namespace

PageBuilder::PageBuilder(const Sources& sources, Language language) : sources_(sources), language_(language) {
    composition_.title = sources.type.title.in(language);
    composition_.language = tagOf(language);
}

Composition& PageBuilder::composition() noexcept {
    return composition_;
}

Language PageBuilder::language() const noexcept {
    return language_;
}

bool PageBuilder::speak(Language language) noexcept {
    if (sources_.texts.at(static_cast<std::size_t>(language)) == nullptr) {
        return false;
    }
    language_ = language;
    return true;
}

const TypeTexts& PageBuilder::texts() const {
    return *sources_.texts.at(static_cast<std::size_t>(language_));
}

CaseTemplateData PageBuilder::data() {
    const auto drawn = [this](const Datum& image) {
        const auto words = [&](const char* name) {
            const Datum* part = image.member(name);
            return part == nullptr ? std::string() : printed(*part, language_);
        };
        Figure figure;
        figure.alternative = words("alternative");
        if (!words("caption").empty()) {
            figure.caption = {{.text = withFixedSpaces(words("caption"))}};
        }
        return pictureBlock(words("exhibit"), std::move(figure), {});
    };
    return {sources_.values, language_, drawn};
}

void PageBuilder::add(Block block) {
    Blocks& blocks = groups_.empty() ? composition_.body : groups_.back();
    const bool introduced =
        std::holds_alternative<TableBlock>(block.content) || std::holds_alternative<ListBlock>(block.content);
    if (introduced && !blocks.empty()) {
        if (auto* words = std::get_if<Paragraph>(&blocks.back().content)) {
            words->keepWithNext = true;
        }
    }
    blocks.push_back(std::move(block));
}

void PageBuilder::heading(Heading heading) {
    lastLevel_ = std::clamp(heading.level, 1, std::max(1, lastLevel_ + 1));
    heading.level = lastLevel_;
    add({std::move(heading)});
}

int PageBuilder::nextLevel() const noexcept {
    return lastLevel_ == 0 ? 1 : 2;
}

int PageBuilder::lastLevel() const noexcept {
    return lastLevel_;
}

void PageBuilder::setLastLevel(int level) noexcept {
    lastLevel_ = level;
}

void PageBuilder::picture(const std::string& mark, Figure figure, const Inline& hashLabel) {
    add(pictureBlock(mark, std::move(figure), hashLabel));
}

Block PageBuilder::pictureBlock(const std::string& mark, Figure figure, const Inline& hashLabel) {
    auto image = sources_.images == nullptr ? std::nullopt : sources_.images->find(mark, faults_);
    if (!image) {
        Inline words = figure.caption;
        words.push_back({.text = (words.empty() ? "" : "\n") +
                                 Messages::in(language_).text("script.picture_of", {{"mark", mark}})});
        BoxBlock box{.look = BoxBlock::Look::Tinted, .content = {}};
        box.content.push_back({Paragraph{.text = std::move(words)}});
        return {std::move(box)};
    }
    figure.picture = std::move(image->picture);
    if (!hashLabel.empty()) {
        figure.facts.emplace_back(hashLabel, Inline{{.text = image->file.hex().substr(0, shortHash)}});
    }
    return {std::move(figure)};
}

void PageBuilder::openGroup() {
    groups_.emplace_back();
}

Blocks PageBuilder::closeGroup() {
    Blocks blocks = std::move(groups_.back());
    groups_.pop_back();
    return blocks;
}

void PageBuilder::markdown(std::size_t part, bool numbered) {
    if (const Template* text = texts().part(part)) {
        render(*text, numbered);
    }
}

bool PageBuilder::clause(const std::string& name) {
    const Template* text = texts().clause(name);
    if (text == nullptr) {
        return false;
    }
    said_.insert(name);
    render(*text, false);
    return true;
}

void PageBuilder::render(const Template& text, bool numbered) {
    const CaseTemplateData data = this->data();
    for (const TemplateUse& use : text.uses()) {
        if (use.form == TemplateUse::Form::Clause && isReached(use, data)) {
            said_.insert(use.name);
        }
    }
    for (Block& block : text.render(data, faults_, language_)) {
        if (numbered) {
            addNumbered(std::move(block));
        } else {
            addFlowing(std::move(block));
        }
    }
}

void PageBuilder::addFlowing(Block block) {
    if (auto* found = std::get_if<Heading>(&block.content)) {
        found->level = lastLevel_ == 0 ? found->level : std::max(found->level, 2);
        heading(std::move(*found));
        return;
    }
    add(std::move(block));
}

void PageBuilder::addNumbered(Block block) {
    if (auto* paragraph = std::get_if<Paragraph>(&block.content)) {
        addNumbered(std::move(*paragraph), 0);
        return;
    }
    auto* list = std::get_if<ListBlock>(&block.content);
    if (list == nullptr || !list->ordered) {
        addFlowing(std::move(block));
        return;
    }
    addNumbered(std::move(*list), 1);
}

void PageBuilder::addNumbered(Paragraph paragraph, int level) {
    add({NumberedParagraph{.level = level,
                           .text = std::move(paragraph.text),
                           .id = std::move(paragraph.id),
                           .margin = std::move(paragraph.margin)}});
}

/// A list deeper than there are levels goes on as a list within its paragraph.
// NOLINTNEXTLINE(misc-no-recursion): as deep as there are levels of numbers
void PageBuilder::addNumbered(ListBlock list, int level) {
    for (Blocks& item : list.items) {
        for (std::size_t index = 0; index < item.size(); ++index) {
            auto* text = std::get_if<Paragraph>(&item.at(index).content);
            auto* inner = std::get_if<ListBlock>(&item.at(index).content);
            if (text != nullptr && index == 0) {
                addNumbered(std::move(*text), level);
            } else if (inner != nullptr && inner->ordered && level < deepestLevel) {
                addNumbered(std::move(*inner), level + 1);
            } else {
                if (text != nullptr) {
                    text->under = level + 1;
                }
                addFlowing(std::move(item.at(index)));
            }
        }
    }
}

Inline PageBuilder::inlineText(std::size_t part) {
    Inline text;
    const Template* parsed = texts().part(part);
    if (parsed == nullptr) {
        return text;
    }
    const CaseTemplateData data = this->data();
    for (Block& block : parsed->render(data, faults_, language_)) {
        auto* paragraph = std::get_if<Paragraph>(&block.content);
        if (paragraph == nullptr) {
            Diagnostic fault{.code = "text.not_inline"};
            fault.message =
                Messages::in(Language::English).text("script.not_inline", {{"name", sources_.type.texts.at(part).key}});
            fault.where.file = sources_.type.texts.at(part).in(language_).file;
            fault.where.line = sources_.type.texts.at(part).in(language_).firstLine;
            faults_.push_back(std::move(fault));
            continue;
        }
        if (!text.empty()) {
            text.push_back({.text = "\n"});
        }
        std::ranges::move(paragraph->text, std::back_inserter(text));
    }
    return text;
}

const std::set<std::string>& PageBuilder::said() const noexcept {
    return said_;
}

const std::vector<Diagnostic>& PageBuilder::faults() const noexcept {
    return faults_;
}

}  // namespace engross
