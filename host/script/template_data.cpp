#include "script/template_data.h"

#include "words/format.h"
#include "words/text.h"

#include <algorithm>

namespace engross {
namespace {

std::optional<Found> walk(Found from, std::string_view path) {
    while (!path.empty()) {
        const std::size_t dot = path.find('.');
        auto next = stepFrom(from, path.substr(0, dot));
        if (!next) {
            return std::nullopt;
        }
        from = std::move(*next);
        path = dot == std::string_view::npos ? std::string_view() : path.substr(dot + 1);
    }
    return from;
}

std::string cellText(const Datum& cell, Language language) {
    const auto* sum = cell.get<Pence>();
    return sum != nullptr ? money(sum->count, true) : printed(cell, language);
}

}  // namespace

CaseTemplateData::CaseTemplateData(const CaseValues& values, Language language, Drawn drawn, std::vector<Found> scopes)
    : values_(values), language_(language), drawn_(std::move(drawn)), scopes_(std::move(scopes)) {}

std::optional<Found> CaseTemplateData::resolve(const std::string& name) const {
    if (name == ".") {
        return scopes_.empty() ? std::nullopt : std::optional(scopes_.back());
    }
    for (auto scope = scopes_.rbegin(); scope != scopes_.rend(); ++scope) {
        if (auto found = walk(*scope, name)) {
            return found;
        }
    }
    const std::string_view root = std::string_view(name).substr(0, name.find('.'));
    if (values_.find(root) == nullptr) {
        return std::nullopt;
    }
    return valueAt(values_, name);
}

std::optional<std::string> CaseTemplateData::text(const std::string& name) const {
    if (name == "case_ref" && !values_.reference.empty()) {
        return values_.reference;
    }
    const auto found = resolve(name);
    if (!found || found->datum->empty()) {
        return std::nullopt;
    }
    return printed(*found->datum, language_);
}

std::size_t CaseTemplateData::repeats(const std::string& name) const {
    const auto found = resolve(name);
    if (!found) {
        return 0;
    }
    const auto* items = found->datum->items();
    return items != nullptr ? items->size() : holds(*found->datum) ? 1 : 0;
}

std::unique_ptr<TemplateData> CaseTemplateData::element(const std::string& name, std::size_t index) const {
    const auto found = resolve(name);
    if (!found) {
        return nullptr;
    }
    const auto* items = found->datum->items();
    if (items == nullptr && found->datum->get<Datum::RecordOf>() == nullptr) {
        return nullptr;
    }
    auto scopes = scopes_;
    scopes.push_back(items == nullptr ? *found : Found{&items->at(index), {}, {}, found->made});
    return std::make_unique<CaseTemplateData>(values_, language_, drawn_, std::move(scopes));
}

std::optional<Blocks> CaseTemplateData::blocks(const std::string& name) const {
    const auto found = resolve(name);
    if (!found || found->datum->empty()) {
        return std::nullopt;
    }
    if (found->datum->field().kind == FieldKind::Image) {
        return Blocks{drawn_(*found->datum)};
    }
    if (found->datum->items() == nullptr) {
        return std::nullopt;
    }
    if (found->datum->field().kind == FieldKind::Rows) {
        return Blocks{{tableOf(*found->datum, language_)}};
    }
    if (found->datum->field().kind != FieldKind::Paragraphs) {
        return std::nullopt;
    }
    Blocks blocks;
    for (const Datum& paragraph : *found->datum->items()) {
        blocks.push_back({Paragraph{.text = {{.text = withFixedSpaces(printed(paragraph, language_))}}}});
    }
    return blocks;
}

TableBlock tableOf(const Datum& rows, Language language) {
    TableBlock table;
    for (const Field& member : rows.field().members) {
        const bool figures = member.kind == FieldKind::Money || member.kind == FieldKind::Number;
        table.columns.push_back({.heading = {{.text = member.label}}, .align = figures ? Align::Decimal : Align::Left});
    }
    for (const Datum& row : *rows.items()) {
        TableCells cells;
        for (const Datum& cell : row.get<Datum::RecordOf>()->members) {
            const std::string text = cellText(cell, language);
            cells.emplace_back(text.empty() ? Inline{} : Inline{{.text = withFixedSpaces(text)}});
        }
        table.rows.push_back(std::move(cells));
    }
    return table;
}

namespace {

// NOLINTNEXTLINE(misc-no-recursion): no deeper than the template's sections
bool reached(const std::vector<std::string>& inside, std::size_t depth, const TemplateData& data) {
    if (depth == inside.size()) {
        return true;
    }
    const std::string& section = inside.at(depth);
    if (section.starts_with('^')) {
        return data.repeats(section.substr(1)) == 0 && reached(inside, depth + 1, data);
    }
    const std::size_t times = data.repeats(section);
    for (std::size_t index = 0; index < times; ++index) {
        const auto element = data.element(section, index);
        if (reached(inside, depth + 1, element == nullptr ? data : *element)) {
            return true;
        }
    }
    return false;
}

}  // namespace

bool isReached(const TemplateUse& use, const TemplateData& data) {
    return reached(use.inside, 0, data);
}

}  // namespace engross
