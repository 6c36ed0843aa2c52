#pragma once
#include "service/body.h"
#include "service/multipart.h"
#include "service/routes.h"

#include <memory>
#include <optional>
#include <string>

namespace engross {

/// An uploaded file on the vault's disk, with what came beside it. The file goes with the object unless the vault has
/// taken it.
class ReceivedFile {
public:
    explicit ReceivedFile(const Vault& vault);
    ~ReceivedFile();
    ReceivedFile(const ReceivedFile&) = delete;
    ReceivedFile& operator=(const ReceivedFile&) = delete;

    /// Takes a multipart body apart; the file goes to the disk as it arrives. Throws VaultError.
    [[nodiscard]] std::optional<BodyFault> receive(const Call& call, const BodyLimits& limits,
                                                   const std::string& boundary);

    bool complete = false;  // whether the body ended as a multipart body does
    int files = 0;
    std::uint64_t size = 0;
    std::string fileName{};
    std::string mediaType{};
    std::string caseReference{};

    [[nodiscard]] const std::string& path() const noexcept;

private:
    std::string path_;
};

}  // namespace engross
