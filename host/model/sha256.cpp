// The EVP interface loads every provider and algorithm of the library before its first digest, which a process that
// makes one letter feels; these functions of OpenSSL 1.1 hash at once.
#define OPENSSL_API_COMPAT 0x10101000L
#include "model/sha256.h"

#include "model/error.h"

#include <openssl/sha.h>
#include <stdexcept>

namespace engross {
namespace {

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
    SHA256_CTX context{};
    bool finished = false;
};

Sha256Hasher::Sha256Hasher() : state_(std::make_unique<State>()) {
    demand(SHA256_Init(&state_->context));
}

Sha256Hasher::~Sha256Hasher() = default;

void Sha256Hasher::add(std::string_view bytes) {
    if (state_->finished) {
        throw std::logic_error("Sha256Hasher: bytes after the end of the digest");
    }
    demand(SHA256_Update(&state_->context, bytes.data(), bytes.size()));
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
    demand(SHA256_Final(bytes.data(), &state_->context));
    return Sha256(bytes);
}

}  // namespace engross
