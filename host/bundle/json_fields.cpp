#include "bundle/json_fields.h"

#include "model/day.h"

#include <algorithm>

namespace engross {
namespace {

/// Where the last name of a pointer stands in a text: each name is looked for behind the one before it.
std::optional<std::size_t> offsetOf(std::string_view text, std::string_view pointer) {
    std::size_t at = 0;
    std::optional<std::size_t> found;
    while (!pointer.empty()) {
        pointer.remove_prefix(1);
        const std::size_t end = std::min(pointer.find('/'), pointer.size());
        const std::string name = "\"" + std::string(pointer.substr(0, end)) + "\"";
        const std::size_t next = text.find(name, at);
        if (next != std::string_view::npos) {
            at = next + name.size();
            found = next;
        }
        pointer.remove_prefix(end);
    }
    return found;
}

Place placeIn(std::string_view text, const std::string& file, const std::string& pointer) {
    Place place{.file = file};
    const auto at = offsetOf(text, pointer);
    if (!at) {
        return place;
    }
    const std::size_t lineBegin = text.rfind('\n', *at) + 1;
    place.line = 1 + static_cast<std::size_t>(std::count(text.begin(), text.begin() + static_cast<long>(*at), '\n'));
    place.column = *at - lineBegin + 1;
    place.length = text.find('"', *at + 1) - *at + 1;
    place.source = std::string(text.substr(lineBegin, text.find('\n', *at) - lineBegin));
    return place;
}

}  // namespace

JsonFields::JsonFields(const Value& value, std::string pointer, Desk& desk)
    : value_(value), pointer_(std::move(pointer)), desk_(desk) {
    if (value_.object() == nullptr) {
        fault("", "kind",
              {{"name", pointer_.substr(pointer_.rfind('/') + 1)}, {"expected", desk_.messages.text("kind.group")}});
    }
}

Place JsonFields::placeOf(std::string_view name) const {
    const std::string pointer = name.empty() ? pointer_ : pointerTo(pointer_, name);
    if (desk_.file.empty()) {
        return {.pointer = pointer};
    }
    return placeIn(desk_.text, desk_.file, pointer);
}

void JsonFields::fault(std::string_view name, std::string_view key, Messages::Values values, std::string_view hint) {
    Diagnostic fault{.code = desk_.code};
    fault.where = placeOf(name);
    fault.message = desk_.messages.text("bundle.json." + std::string(key), values);
    if (!hint.empty()) {
        fault.hints.push_back(desk_.messages.text("bundle.json.did_you_mean", {{"name", hint}}));
    }
    desk_.faults.push_back(std::move(fault));
}

const Value* JsonFields::value(std::string_view name) {
    known_.emplace_back(name);
    const Value* found = value_.find(name);
    return found == nullptr || found->isNull() ? nullptr : found;
}

const Value* JsonFields::wrongKind(std::string_view name, std::string_view expected) {
    fault(name, "kind", {{"name", name}, {"expected", desk_.messages.text(expected)}});
    return nullptr;
}

std::string JsonFields::text(std::string_view name) {
    const Value* found = value(name);
    if (found != nullptr && found->text() == nullptr) {
        found = wrongKind(name, "kind.text");
    }
    return found == nullptr ? std::string() : *found->text();
}

std::string JsonFields::requiredText(std::string_view name) {
    const std::size_t before = desk_.faults.size();
    std::string found = text(name);
    if (found.empty() && desk_.faults.size() == before && value_.object() != nullptr) {
        fault(value_.find(name) == nullptr ? std::string_view() : name, "missing", {{"name", name}});
    }
    return found;
}

std::optional<bool> JsonFields::flag(std::string_view name) {
    const Value* found = value(name);
    if (found != nullptr && found->boolean() == nullptr) {
        found = wrongKind(name, "kind.boolean");
    }
    return found == nullptr ? std::nullopt : std::optional(*found->boolean());
}

std::optional<double> JsonFields::number(std::string_view name) {
    const Value* found = value(name);
    if (found == nullptr) {
        return std::nullopt;
    }
    const double number = found->integer() != nullptr ? static_cast<double>(*found->integer())
                          : found->real() != nullptr  ? *found->real()
                                                      : 0;
    if (number <= 0) {
        fault(name, "number", {{"name", name}});
        return std::nullopt;
    }
    return number;
}

std::string JsonFields::day(std::string_view name) {
    std::string found = text(name);
    if (!found.empty() && !dayFrom(found)) {
        fault(name, "day", {{"name", name}});
        found.clear();
    }
    return found;
}

std::vector<std::string> JsonFields::texts(std::string_view name) {
    const Value* found = value(name);
    std::vector<std::string> all;
    if (found != nullptr && found->list() == nullptr) {
        found = wrongKind(name, "kind.list");
    }
    for (const Value& item : found == nullptr ? List() : *found->list()) {
        if (item.text() == nullptr || item.text()->empty()) {
            fault(name, "texts", {{"name", name}});
            return {};
        }
        all.push_back(*item.text());
    }
    return all;
}

std::optional<std::string> JsonFields::choice(std::string_view name, const std::vector<std::string>& offered) {
    const std::string found = text(name);
    if (found.empty()) {
        return std::nullopt;
    }
    if (std::ranges::find(offered, found) == offered.end()) {
        std::string list;
        for (const std::string& one : offered) {
            list += (list.empty() ? "" : ", ") + one;
        }
        fault(name, "choice", {{"name", name}, {"offered", list}}, nearest(found, offered));
        return std::nullopt;
    }
    return found;
}

void JsonFields::finish() {
    if (value_.object() == nullptr) {
        return;
    }
    for (const auto& [name, member] : *value_.object()) {
        if (std::ranges::find(known_, name) == known_.end()) {
            fault(name, "unknown", {{"name", name}}, nearest(name, known_));
        }
    }
}

const std::string& JsonFields::pointer() const noexcept {
    return pointer_;
}

}  // namespace engross
