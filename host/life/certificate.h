#pragma once
#include "life/life_answer.h"
#include "model/request.h"
#include "vault/vault.h"

#include <string>
#include <vector>

namespace engross {

/// Who certifies: somebody tells only of what they did themselves.
struct Certifier {
    std::string server{};
    std::string post{};
};

struct CertificateRequest {
    Request request{};  // of the type `certificate_of_service`
    std::vector<Diagnostic> faults{};
};

/// The certificate that the records of service of one person give: every act of theirs, what came back, the day of
/// service with the rule that gives it, and the SHA-256 of document and proofs. Refused where the document is not
/// issued, or that person has served nobody (GEN-05). Throws VaultError.
[[nodiscard]] CertificateRequest certificateOfService(const DocumentFile& file, const Vault& vault,
                                                      const Certifier& certifier, Language reader);

}  // namespace engross
