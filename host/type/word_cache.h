#pragma once
#include "type/typesetter.h"

#include <array>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>

namespace engross {

/// What a shaped word depends on.
struct WordKey {
    std::string_view text;
    std::string_view language;
    TypeStyle style;
    Direction direction;
};

/// Shaped words by what they depend on, shared by all threads. Holds at most about `bound` words: each shard keeps two
/// generations and drops the older one when the younger is full, so that words in use stay.
class WordCache {
public:
    using Word = std::shared_ptr<const ShapedWord>;

    explicit WordCache(std::size_t bound);
    [[nodiscard]] Word find(const WordKey& key, const std::function<ShapedWord()>& make);
    [[nodiscard]] std::size_t size() const;

private:
    /// A key with its hash, which is computed once a search.
    struct Sought {
        std::string_view text;
        std::size_t hash;
    };
    struct Hash {
        using is_transparent = void;
        // Not noexcept: libstdc++ then keeps the hash beside each key and need not hash its neighbours to find it.
        std::size_t operator()(std::string_view key) const {
            return std::hash<std::string_view>{}(key);
        }
        std::size_t operator()(const Sought& key) const {
            return key.hash;
        }
    };
    struct Same {
        using is_transparent = void;
        bool operator()(std::string_view left, std::string_view right) const noexcept {
            return left == right;
        }
        bool operator()(const Sought& left, std::string_view right) const noexcept {
            return left.text == right;
        }
        bool operator()(std::string_view left, const Sought& right) const noexcept {
            return left == right.text;
        }
    };
    using Generation = std::unordered_map<std::string, Word, Hash, Same>;
    struct Shard {
        mutable std::mutex mutex;
        Generation young;
        Generation old;
    };
    Word lookUp(Shard& shard, const Sought& key);
    Word keep(Shard& shard, std::string key, const Word& word);

    std::size_t shardBound_;
    std::array<Shard, 16> shards_;
};

}  // namespace engross
