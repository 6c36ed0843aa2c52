#include "store/database.h"

#include <algorithm>
#include <stdexcept>

namespace engross {

Row::Row(Columns columns, Cells cells) : columns_(std::move(columns)), cells_(std::move(cells)) {}

const Cell& Row::cell(std::string_view column) const {
    const auto found = std::ranges::find(*columns_, column);
    if (found == columns_->end()) {
        throw std::logic_error("the answer has no column '" + std::string(column) + "'");
    }
    return cells_.at(static_cast<std::size_t>(found - columns_->begin()));
}

bool Row::isNull(std::string_view column) const {
    return std::holds_alternative<std::monostate>(cell(column));
}

std::int64_t Row::integer(std::string_view column) const {
    const auto* value = std::get_if<std::int64_t>(&cell(column));
    if (value == nullptr) {
        throw std::logic_error("column '" + std::string(column) + "' holds no whole number");
    }
    return *value;
}

const std::string& Row::text(std::string_view column) const {
    const auto* value = std::get_if<std::string>(&cell(column));
    if (value == nullptr) {
        throw std::logic_error("column '" + std::string(column) + "' holds no text");
    }
    return *value;
}

std::optional<std::int64_t> Row::integerIfAny(std::string_view column) const {
    return isNull(column) ? std::nullopt : std::optional(integer(column));
}

std::string Row::textOrEmpty(std::string_view column) const {
    return isNull(column) ? std::string() : text(column);
}

void Database::run(Mode mode, const Unit& unit) {
    constexpr int conflictReruns = 10;
    bool lostOnce = false;
    for (int reruns = 0;; ++reruns) {
        try {
            attempt(mode, unit);
            return;
        } catch (const StoreError& error) {
            const bool again = (error.code() == "store-lost" && !lostOnce) ||
                               (error.code() == "store-conflict" && reruns < conflictReruns);
            if (!again) {
                throw;
            }
            lostOnce = lostOnce || error.code() == "store-lost";
        }
    }
}

Cell textOrNull(std::string_view text) {
    return text.empty() ? Cell{} : Cell{std::string(text)};
}

}  // namespace engross
