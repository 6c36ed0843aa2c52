#pragma once
#include "store/records.h"

#include <optional>
#include <string>
#include <string_view>

namespace engross {

/// Who makes a call.
struct Principal {
    std::string tokenId{};
    std::string personId{};  // empty for a service
    TokenKind kind = TokenKind::Bearer;
    PersonRole role = PersonRole::Auditor;
    std::string team{};
};

/// What a call does.
/// `Approve` also withdraws and sends back; `Submit` also signs and issues what was approved.
/// `StateOrders`: sends what a tribunal or a manager ordered where it changes how a bundle is numbered or what it may
/// be.
enum class Action {
    SeeTypes,
    SeeCase,
    Download,
    Submit,
    Cancel,
    Upload,
    Approve,
    RecordService,
    KeepRegister,
    StateOrders
};

/// Whether the role may do such a thing at all; what belongs to another team is never found, whatever the role.
[[nodiscard]] bool allows(PersonRole role, Action action) noexcept;

/// The role whose tokens may send a waiver of that kind ("legal", "manager"); nothing for no such kind. A manager's is
/// sent by an authorised signatory, who answers for the document.
[[nodiscard]] std::optional<PersonRole> waivingRole(std::string_view as) noexcept;

}  // namespace engross
