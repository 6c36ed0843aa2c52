#pragma once
#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace engross {

/// A SHA-256 digest (FIPS 180-4).
class Sha256 {
public:
    Sha256() = default;
    explicit Sha256(const std::array<std::uint8_t, 32>& bytes);

    [[nodiscard]] static Sha256 of(std::string_view bytes);
    /// From 64 hexadecimal digits, either case; nothing where the text is anything else.
    [[nodiscard]] static std::optional<Sha256> fromHex(std::string_view text);

    [[nodiscard]] const std::array<std::uint8_t, 32>& bytes() const noexcept;
    /// 64 lower-case hexadecimal digits.
    [[nodiscard]] std::string hex() const;
    auto operator<=>(const Sha256&) const = default;

private:
    std::array<std::uint8_t, 32> bytes_{};
};

/// A digest made piece by piece.
class Sha256Hasher {
public:
    Sha256Hasher();
    ~Sha256Hasher();
    Sha256Hasher(const Sha256Hasher&) = delete;
    Sha256Hasher& operator=(const Sha256Hasher&) = delete;

    void add(std::string_view bytes);
    /// Adds the length (8 bytes, big-endian) and then the bytes, so that neighbouring fields cannot run together.
    void addField(std::string_view bytes);
    /// Ends the digest; call once.
    [[nodiscard]] Sha256 finish();

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace engross
