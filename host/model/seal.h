#pragma once
#include "model/sha256.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace engross {

/// Keeps a short text so that only the holder of a key can read it (AES-256-GCM, NIST SP 800-38D, with a random nonce
/// each time). Safe for all threads. Throws Error ("seal-failed") where the library refuses.
class Seal {
public:
    /// A new key: 64 hexadecimal digits.
    [[nodiscard]] static std::string newKey();
    /// Nothing where the text is no key.
    [[nodiscard]] static std::optional<Seal> withKey(std::string_view key);

    /// A text that begins with "sealed:1:". It opens for the same `owner` only, so that nobody moves it elsewhere.
    [[nodiscard]] std::string close(std::string_view text, std::string_view owner) const;
    /// Nothing where it was not closed with this key for this owner, or was changed.
    [[nodiscard]] std::optional<std::string> open(std::string_view closed, std::string_view owner) const;
    [[nodiscard]] static bool isClosed(std::string_view text) noexcept;

    /// A digest that nobody without the key can compare with a guess (HMAC-SHA-256).
    [[nodiscard]] Sha256 digest(std::string_view bytes) const;

private:
    using Key = std::array<std::uint8_t, 32>;
    explicit Seal(const Key& key);
    Key key_;
};

}  // namespace engross
