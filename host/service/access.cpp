#include "service/access.h"

#include <algorithm>
#include <array>

namespace engross {
namespace {

struct Permission {
    Action action;
    std::array<bool, 6> roles;  // officer, signatory, server, legal, administrator, auditor
};

constexpr std::array permissions{
    Permission{Action::SeeTypes, {true, true, true, true, true, true}},
    Permission{Action::SeeCase, {true, true, true, true, true, true}},
    Permission{Action::Download, {true, true, true, true, true, true}},
    Permission{Action::Submit, {true, true, false, true, true, false}},
    Permission{Action::Cancel, {true, true, false, true, true, false}},
    Permission{Action::Upload, {true, true, false, true, true, false}},
    Permission{Action::Approve, {false, true, false, true, true, false}},
    Permission{Action::RecordService, {true, true, true, true, true, false}},
    Permission{Action::KeepRegister, {false, false, false, false, true, false}},
    Permission{Action::StateOrders, {false, true, false, true, false, false}},
};

}  // namespace

bool allows(PersonRole role, Action action) noexcept {
    const auto* const row = std::ranges::find(permissions, action, &Permission::action);
    return row != permissions.end() && row->roles[static_cast<std::size_t>(role)];
}

std::optional<PersonRole> waivingRole(std::string_view as) noexcept {
    return as == "legal"     ? std::optional(PersonRole::Legal)
           : as == "manager" ? std::optional(PersonRole::Signatory)
                             : std::nullopt;
}

}  // namespace engross
