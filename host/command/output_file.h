#pragma once
#include "vault/vault.h"

#include <string>

namespace engross {

/// The file that -o names, as a vault of one object: written beside its place under a temporary name, and put there
/// whole by `keep`. What is not kept is removed, so that a failed command leaves nothing.
class OutputFile : public Vault {
public:
    explicit OutputFile(std::string path);
    ~OutputFile() override;
    OutputFile(const OutputFile&) = delete;
    OutputFile& operator=(const OutputFile&) = delete;

    Sha256 put(std::string_view bytes) override;
    Sha256 adopt(const std::string& path) override;
    [[nodiscard]] bool has(const Sha256& hash) const override;
    [[nodiscard]] std::string get(const Sha256& hash) const override;
    [[nodiscard]] std::string localPath(const Sha256& hash) const override;
    [[nodiscard]] std::uint64_t size(const Sha256& hash) const override;
    [[nodiscard]] std::string stagingFolder() const override;

    /// Throws CommandError ("output-not-written").
    void keep();

private:
    std::string path_;
    std::string temporary_;
    Sha256 hash_;
};

}  // namespace engross
