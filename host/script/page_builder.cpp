#include "script/page_builder.h"

#include "script/template_data.h"

#include <algorithm>

namespace engross {

PageBuilder::PageBuilder(const DocumentType& type, const TypeTexts& texts, const CaseValues& values, Language language)
    : type_(type), texts_(texts), values_(values), language_(language) {
    composition_.title = type.title.in(language);
    composition_.language = tagOf(language);
}

Composition& PageBuilder::composition() noexcept {
    return composition_;
}

Language PageBuilder::language() const noexcept {
    return language_;
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

void PageBuilder::heading(int level, Inline text, Align align) {
    lastLevel_ = std::clamp(level, 1, std::max(1, lastLevel_ + 1));
    add({Heading{.level = lastLevel_, .text = std::move(text), .align = align}});
}

int PageBuilder::nextLevel() const noexcept {
    return lastLevel_ == 0 ? 1 : 2;
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
    if (const Template* text = texts_.part(part)) {
        render(*text, numbered);
    }
}

bool PageBuilder::clause(const std::string& name) {
    const Template* text = texts_.clause(name);
    if (text == nullptr) {
        return false;
    }
    said_.insert(name);
    render(*text, false);
    return true;
}

void PageBuilder::render(const Template& text, bool numbered) {
    const CaseTemplateData data(values_, language_);
    for (const TemplateUse& use : text.uses()) {
        if (use.form == TemplateUse::Form::Clause && isReached(use, data)) {
            said_.insert(use.name);
        }
    }
    for (Block& block : text.render(data, faults_)) {
        if (numbered) {
            addNumbered(std::move(block));
        } else {
            addFlowing(std::move(block));
        }
    }
}

void PageBuilder::addFlowing(Block block) {
    if (auto* found = std::get_if<Heading>(&block.content)) {
        const int level = lastLevel_ == 0 ? found->level : std::max(found->level, 2);
        heading(level, std::move(found->text), found->align);
        return;
    }
    add(std::move(block));
}

void PageBuilder::addNumbered(Block block) {
    if (auto* paragraph = std::get_if<Paragraph>(&block.content)) {
        add({NumberedParagraph{
            .level = 0, .text = std::move(paragraph->text), .margin = std::move(paragraph->margin)}});
        return;
    }
    auto* list = std::get_if<ListBlock>(&block.content);
    if (list == nullptr || !list->ordered) {
        addFlowing(std::move(block));
        return;
    }
    for (Blocks& item : list->items) {
        for (std::size_t index = 0; index < item.size(); ++index) {
            auto* text = std::get_if<Paragraph>(&item.at(index).content);
            auto* inner = std::get_if<ListBlock>(&item.at(index).content);
            if (text != nullptr && index == 0) {
                add({NumberedParagraph{.level = 1, .text = std::move(text->text)}});
            } else if (inner != nullptr && inner->ordered) {
                for (Blocks& deeper : inner->items) {
                    auto* leaf = deeper.empty() ? nullptr : std::get_if<Paragraph>(&deeper.front().content);
                    if (leaf != nullptr) {
                        add({NumberedParagraph{.level = 2, .text = std::move(leaf->text)}});
                    }
                }
            } else {
                addFlowing(std::move(item.at(index)));
            }
        }
    }
}

Inline PageBuilder::inlineText(std::size_t part) {
    Inline text;
    const Template* parsed = texts_.part(part);
    if (parsed == nullptr) {
        return text;
    }
    const CaseTemplateData data(values_, language_);
    for (Block& block : parsed->render(data, faults_)) {
        auto* paragraph = std::get_if<Paragraph>(&block.content);
        if (paragraph == nullptr) {
            Diagnostic fault{.code = "text.not_inline"};
            fault.message =
                Messages::in(Language::English).text("script.not_inline", {{"name", type_.texts.at(part).key}});
            fault.where.file = type_.texts.at(part).in(language_).file;
            fault.where.line = type_.texts.at(part).in(language_).firstLine;
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
