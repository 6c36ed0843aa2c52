#include "model/field.h"

#include <algorithm>
#include <array>

namespace engross {

const Field* Schema::find(std::string_view name) const {
    const auto found = std::ranges::find(fields, name, &Field::name);
    return found == fields.end() ? nullptr : &*found;
}

std::string_view nameOf(FieldKind kind) noexcept {
    static constexpr std::array<std::string_view, 21> names{
        "text",    "paragraphs", "date",  "time",     "money",     "number", "boolean",
        "choice",  "email",      "phone", "postcode", "reference", "person", "organisation",
        "address", "premises",   "image", "exhibit",  "list",      "record", "rows"};
    static_assert(names.size() == static_cast<std::size_t>(FieldKind::Rows) + 1);
    return names.at(static_cast<std::size_t>(kind));
}

}  // namespace engross
