#include "model/seal.h"

#include "model/error.h"
#include "model/identifier.h"

#include <openssl/evp.h>
#include <openssl/hmac.h>

#include <algorithm>
#include <memory>
#include <vector>

namespace engross {
namespace {

using Bytes = std::vector<std::uint8_t>;

constexpr std::string_view beginning = "sealed:1:";
constexpr std::string_view digits = "0123456789abcdef";
constexpr std::size_t nonceBytes = 12;
constexpr std::size_t tagBytes = 16;

struct ContextFree {
    void operator()(EVP_CIPHER_CTX* context) const noexcept {
        EVP_CIPHER_CTX_free(context);
    }
};
using Context = std::unique_ptr<EVP_CIPHER_CTX, ContextFree>;

std::string hexOf(const std::uint8_t* bytes, std::size_t count) {
    std::string text;
    for (std::size_t i = 0; i < count; ++i) {
        text += digits[bytes[i] >> 4U];
        text += digits[bytes[i] & 0x0FU];
    }
    return text;
}

std::optional<Bytes> bytesFrom(std::string_view hex) {
    if (hex.size() % 2 != 0 || hex.find_first_not_of(digits) != std::string_view::npos) {
        return std::nullopt;
    }
    Bytes bytes;
    for (std::size_t i = 0; i < hex.size(); i += 2) {
        bytes.push_back(static_cast<std::uint8_t>(digits.find(hex[i]) * 16 + digits.find(hex[i + 1])));
    }
    return bytes;
}

const std::uint8_t* bytesOf(std::string_view text) {
    return reinterpret_cast<const std::uint8_t*>(text.data());
}

void demand(bool done) {
    if (!done) {
        throw Error("seal-failed", "seal", "the cipher could not be used; look at the installation of OpenSSL");
    }
}

}  // namespace

Seal::Seal(const Key& key) : key_(key) {}

std::string Seal::newKey() {
    Key key{};
    randomBytes(key.data(), key.size());
    return hexOf(key.data(), key.size());
}

std::optional<Seal> Seal::withKey(std::string_view key) {
    const auto bytes = bytesFrom(key);
    Key taken{};
    if (!bytes || bytes->size() != taken.size()) {
        return std::nullopt;
    }
    std::ranges::copy(*bytes, taken.begin());
    return Seal(taken);
}

bool Seal::isClosed(std::string_view text) noexcept {
    return text.starts_with(beginning);
}

std::string Seal::close(std::string_view text, std::string_view owner) const {
    Bytes box(nonceBytes + text.size() + tagBytes);
    randomBytes(box.data(), nonceBytes);
    const Context context(EVP_CIPHER_CTX_new());
    int length = 0;
    demand(context != nullptr &&
           EVP_EncryptInit_ex(context.get(), EVP_aes_256_gcm(), nullptr, key_.data(), box.data()) == 1 &&
           EVP_EncryptUpdate(context.get(), nullptr, &length, bytesOf(owner), static_cast<int>(owner.size())) == 1 &&
           EVP_EncryptUpdate(context.get(), box.data() + nonceBytes, &length, bytesOf(text),
                             static_cast<int>(text.size())) == 1 &&
           EVP_EncryptFinal_ex(context.get(), box.data() + nonceBytes + text.size(), &length) == 1 &&
           EVP_CIPHER_CTX_ctrl(context.get(), EVP_CTRL_GCM_GET_TAG, static_cast<int>(tagBytes),
                               box.data() + nonceBytes + text.size()) == 1);
    return std::string(beginning) + hexOf(box.data(), box.size());
}

std::optional<std::string> Seal::open(std::string_view closed, std::string_view owner) const {
    auto box = isClosed(closed) ? bytesFrom(closed.substr(beginning.size())) : std::nullopt;
    if (!box || box->size() < nonceBytes + tagBytes) {
        return std::nullopt;
    }
    const std::size_t size = box->size() - nonceBytes - tagBytes;
    std::string text(size, '\0');
    const Context context(EVP_CIPHER_CTX_new());
    int length = 0;
    demand(context != nullptr &&
           EVP_DecryptInit_ex(context.get(), EVP_aes_256_gcm(), nullptr, key_.data(), box->data()) == 1);
    auto* out = reinterpret_cast<std::uint8_t*>(text.data());
    const bool whole =
        EVP_DecryptUpdate(context.get(), nullptr, &length, bytesOf(owner), static_cast<int>(owner.size())) == 1 &&
        EVP_DecryptUpdate(context.get(), out, &length, box->data() + nonceBytes, static_cast<int>(size)) == 1 &&
        EVP_CIPHER_CTX_ctrl(context.get(), EVP_CTRL_GCM_SET_TAG, static_cast<int>(tagBytes),
                            box->data() + nonceBytes + size) == 1 &&
        EVP_DecryptFinal_ex(context.get(), out + size, &length) == 1;
    return whole ? std::optional(std::move(text)) : std::nullopt;
}

Sha256 Seal::digest(std::string_view bytes) const {
    // One key, two purposes: each has a key of its own made from it.
    Sha256Hasher hasher;
    hasher.addField({reinterpret_cast<const char*>(key_.data()), key_.size()});
    hasher.addField("digest");
    const Sha256 own = hasher.finish();
    std::array<std::uint8_t, 32> found{};
    unsigned length = 0;
    demand(HMAC(EVP_sha256(), own.bytes().data(), static_cast<int>(own.bytes().size()), bytesOf(bytes), bytes.size(),
                found.data(), &length) != nullptr);
    return Sha256(found);
}

}  // namespace engross
