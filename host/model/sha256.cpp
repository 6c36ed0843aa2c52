#include "model/sha256.h"

#include "model/error.h"

#include <openssl/evp.h>

#include <stdexcept>

namespace engross {
namespace {

struct ContextDeleter {
    void operator()(EVP_MD_CTX* context) const noexcept {
        EVP_MD_CTX_free(context);
    }
};

int nibble(char letter) {
    if (letter >= '0' && letter <= '9') {
        return letter - '0';
    }
    if (letter >= 'a' && letter <= 'f') {
        return letter - 'a' + 10;
    }
    if (letter >= 'A' && letter <= 'F') {
        return letter - 'A' + 10;
    }
    return -1;
}

void demand(int outcome) {
    if (outcome != 1) {
        throw Error("digest-failed", "SHA-256", "the cryptographic library refused the work");
    }
}

}  // namespace

Sha256::Sha256(const std::array<std::uint8_t, 32>& bytes) : bytes_(bytes) {}

Sha256 Sha256::of(std::string_view bytes) {
    Sha256Hasher hasher;
    hasher.add(bytes);
    return hasher.finish();
}

std::optional<Sha256> Sha256::fromHex(std::string_view text) {
    Sha256 result;
    if (text.size() != 2 * result.bytes_.size()) {
        return std::nullopt;
    }
    for (std::size_t i = 0; i < result.bytes_.size(); ++i) {
        const int high = nibble(text[2 * i]);
        const int low = nibble(text[2 * i + 1]);
        if (high < 0 || low < 0) {
            return std::nullopt;
        }
        result.bytes_.at(i) = static_cast<std::uint8_t>(high * 16 + low);
    }
    return result;
}

const std::array<std::uint8_t, 32>& Sha256::bytes() const noexcept {
    return bytes_;
}

std::string Sha256::hex() const {
    constexpr std::string_view digits = "0123456789abcdef";
    std::string text;
    text.reserve(2 * bytes_.size());
    for (const std::uint8_t byte : bytes_) {
        text += digits[byte >> 4U];
        text += digits[byte & 0x0FU];
    }
    return text;
}

struct Sha256Hasher::State {
    std::unique_ptr<EVP_MD_CTX, ContextDeleter> context{EVP_MD_CTX_new()};
    bool finished = false;
};

Sha256Hasher::Sha256Hasher() : state_(std::make_unique<State>()) {
    if (!state_->context) {
        throw Error("digest-failed", "SHA-256", "the cryptographic library has no memory", Error::Retry::Yes);
    }
    demand(EVP_DigestInit_ex(state_->context.get(), EVP_sha256(), nullptr));
}

Sha256Hasher::~Sha256Hasher() = default;

void Sha256Hasher::add(std::string_view bytes) {
    if (state_->finished) {
        throw std::logic_error("Sha256Hasher: bytes after the end of the digest");
    }
    demand(EVP_DigestUpdate(state_->context.get(), bytes.data(), bytes.size()));
}

void Sha256Hasher::addField(std::string_view bytes) {
    std::string length(8, '\0');
    for (std::size_t i = 0; i < length.size(); ++i) {
        length[7 - i] = static_cast<char>((bytes.size() >> (8 * i)) & 0xFFU);
    }
    add(length);
    add(bytes);
}

Sha256 Sha256Hasher::finish() {
    if (state_->finished) {
        throw std::logic_error("Sha256Hasher: the digest ended before");
    }
    state_->finished = true;
    std::array<std::uint8_t, 32> bytes{};
    demand(EVP_DigestFinal_ex(state_->context.get(), bytes.data(), nullptr));
    return Sha256(bytes);
}

}  // namespace engross
