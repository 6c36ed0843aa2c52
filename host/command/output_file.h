#pragma once
#include "vault/vault.h"

#include <string>
#include <vector>

namespace engross {

/// The file that -o names, as a vault: its first object is written beside its place under a temporary name, and put
/// there whole by `keep`; a second one goes to `beside` where that is given. More of them have no place until `keep`
/// names it. What is not kept is removed, so that a failed command leaves nothing.
class OutputFile : public Vault {
public:
    explicit OutputFile(const std::string& path, const std::string& beside = {});
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

    /// `places`: where each object goes, in the order in which they came; empty: to the places given before. Throws
    /// CommandError ("output-not-written").
    void keep(const std::vector<std::string>& places = {});

private:
    struct Kept {
        std::string path;
        std::string temporary;
        Sha256 hash;
    };
    Kept& next();
    [[nodiscard]] const Kept* find(const Sha256& hash) const;

    std::vector<Kept> places_;
    std::size_t taken_ = 0;
};

}  // namespace engross
