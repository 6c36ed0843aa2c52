#pragma once
#include "service/answer_rows.h"
#include "service/body.h"
#include "service/exhibit_intake.h"

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace engross {

/// A filled-in form as a browser sends it (multipart/form-data): its fields, and files that lie on the vault's disk
/// until this object goes or the vault has taken them. Fields and parts beyond what a form of ours can have are not
/// kept.
class SentForm {
public:
    explicit SentForm(const Vault& vault);
    ~SentForm();
    SentForm(const SentForm&) = delete;
    SentForm& operator=(const SentForm&) = delete;

    /// Takes the body apart; files go to the disk as they arrive. Throws VaultError.
    [[nodiscard]] std::optional<BodyFault> receive(const Call& call, const BodyLimits& limits,
                                                   const std::string& boundary);
    [[nodiscard]] bool complete() const noexcept;  // whether the body ended as a multipart body does
    /// The field's text, repaired where it is no UTF-8; empty where there is none.
    [[nodiscard]] std::string field(const std::string& name) const;
    /// The file of a field for files; nothing where nobody chose one.
    [[nodiscard]] std::optional<ArrivedFile> file(const std::string& name) const;

private:
    const Vault& vault_;
    std::map<std::string, std::string> fields_;
    std::map<std::string, ArrivedFile> files_;
    bool complete_ = false;
};

/// A token that the forms of a request carry. Nobody can tell it who has not the session, so that another site's page
/// cannot send the form in the name of somebody who is signed in.
[[nodiscard]] std::string formToken(const Call& call, const std::string& request);

}  // namespace engross
