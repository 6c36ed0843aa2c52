#pragma once
#include "pdf/gate_object.h"

#include <algorithm>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>

namespace engross {

/// What streams say, known again by their bytes: documents of one house carry the same fonts and the same colour
/// profile. Every byte is compared; a stream that is damaged, or packed in any way but /FlateDecode, is read each time.
/// Keeps some megabytes. For one thread.
template <typename Reading>
class KnownStreams {
public:
    using Reader = Reading (*)(std::string_view unpacked);

    explicit KnownStreams(Reader reader) : reader_(reader) {}

    [[nodiscard]] std::shared_ptr<const Reading> of(const GateObject& stream) {
        const bool plain = stream["/Filter"].isName("/FlateDecode") && !stream.has("/DecodeParms");
        const auto known = plain ? known_.find(stream.packed()) : known_.end();
        if (known != known_.end()) {
            return known->second;
        }
        std::string bytes;
        const bool whole = stream.unpack(bytes);
        auto reading = std::make_shared<const Reading>(reader_(bytes));
        if (plain && whole) {
            keep(stream.packed(), reading);
        }
        return reading;
    }

private:
    /// By the end of the bytes, where zlib puts a checksum of them all.
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view bytes) const noexcept {
            constexpr std::size_t tail = 16;
            return std::hash<std::string_view>()(bytes.substr(bytes.size() - std::min(bytes.size(), tail)));
        }
    };

    void keep(std::string_view packed, const std::shared_ptr<const Reading>& reading) {
        constexpr std::size_t mostBytes = std::size_t{4} << 20U;
        if (packed.size() > mostBytes / 4) {
            return;
        }
        if (bytes_ + packed.size() > mostBytes) {
            known_.clear();
            bytes_ = 0;
        }
        known_.emplace(packed, reading);
        bytes_ += packed.size();
    }

    Reader reader_;
    std::unordered_map<std::string, std::shared_ptr<const Reading>, Hash, std::equal_to<>> known_;
    std::size_t bytes_ = 0;
};

}  // namespace engross
