#include "store/records.h"

#include <algorithm>
#include <array>
#include <cstddef>

namespace engross {
namespace {

constexpr std::array<std::string_view, 6> roleNames{"officer", "signatory",     "server",
                                                    "legal",   "administrator", "auditor"};
constexpr std::array<std::string_view, 3> inspectionNames{"pending", "inspected", "refused"};
constexpr std::array<std::string_view, 8> documentStateNames{"draft",  "checked", "approved",   "signed",
                                                             "issued", "served",  "superseded", "withdrawn"};

}  // namespace

std::string_view nameOf(PersonRole role) noexcept {
    return roleNames[static_cast<std::size_t>(role)];
}

std::optional<PersonRole> roleFrom(std::string_view name) {
    const auto found = std::ranges::find(roleNames, name);
    return found == roleNames.end() ? std::nullopt : std::optional(static_cast<PersonRole>(found - roleNames.begin()));
}

std::string_view nameOf(Inspection inspection) noexcept {
    return inspectionNames[static_cast<std::size_t>(inspection)];
}

std::optional<Inspection> inspectionFrom(std::string_view name) {
    const auto found = std::ranges::find(inspectionNames, name);
    return found == inspectionNames.end() ? std::nullopt
                                          : std::optional(static_cast<Inspection>(found - inspectionNames.begin()));
}

std::string_view nameOf(DocumentState state) noexcept {
    return documentStateNames[static_cast<std::size_t>(state)];
}

std::optional<DocumentState> documentStateFrom(std::string_view name) {
    const auto found = std::ranges::find(documentStateNames, name);
    return found == documentStateNames.end()
               ? std::nullopt
               : std::optional(static_cast<DocumentState>(found - documentStateNames.begin()));
}

Records::Records(Transaction& transaction) : transaction_(transaction) {}

}  // namespace engross
