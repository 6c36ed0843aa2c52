#pragma once
#include "model/sha256.h"
#include "service/answer.h"
#include "service/call.h"
#include "vault/vault.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace engross {

struct ByteRange {
    std::uint64_t first = 0;
    std::uint64_t last = 0;  // the last byte itself
    bool operator==(const ByteRange&) const = default;
};

/// What a Range header asks for (RFC 9110 section 14).
struct RangeResult {
    enum class Kind { Whole, Part, Unsatisfiable };
    Kind kind = Kind::Whole;
    ByteRange range{};
};
/// One range of bytes; several ranges, other units and what is malformed are answered with the whole.
[[nodiscard]] RangeResult readRange(std::string_view header, std::uint64_t size);

/// Whether an If-None-Match header names the entity tag, weakly compared.
[[nodiscard]] bool matchesTag(std::string_view header, std::string_view tag);

/// `attachment` with the name twice: for old clients in ASCII, and in UTF-8 (RFC 6266, RFC 8187).
[[nodiscard]] std::string contentDisposition(std::string_view name);

/// The object as a download: entity tag, conditional and partial answers, never kept by a cache. Throws VaultError.
[[nodiscard]] Answer download(const Call& call, const Vault& vault, const Sha256& hash, const std::string& name,
                              const std::string& mediaType);

}  // namespace engross
