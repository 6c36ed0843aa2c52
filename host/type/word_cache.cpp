#include "type/word_cache.h"

#include <algorithm>
#include <utility>

namespace engross {
namespace {

/// A key that no two different words share: the style and direction in one byte, the language, a nought, the text.
void write(const WordKey& key, std::string& out) {
    out.clear();
    out += static_cast<char>('0' + (key.style.weight == Weight::Bold ? 1 : 0) +
                             (key.style.slope == Slope::Italic ? 2 : 0) +
                             (key.direction == Direction::RightToLeft ? 4 : 0));
    out += key.language;
    out += '\0';
    out += key.text;
}

}  // namespace

WordCache::WordCache(std::size_t bound)
    : shardBound_(std::max<std::size_t>(1, bound / (2 * std::tuple_size_v<decltype(shards_)>))) {}

WordCache::Word WordCache::find(const WordKey& key, const std::function<ShapedWord()>& make) {
    static thread_local std::string written;
    write(key, written);
    const Sought sought{written, Hash{}(written)};
    Shard& shard = shards_[sought.hash % shards_.size()];
    if (Word known = lookUp(shard, sought)) {
        return known;
    }
    return keep(shard, written, std::make_shared<const ShapedWord>(make()));
}

WordCache::Word WordCache::lookUp(Shard& shard, const Sought& key) {
    const std::lock_guard lock(shard.mutex);
    if (const auto found = shard.young.find(key); found != shard.young.end()) {
        return found->second;
    }
    const auto found = shard.old.find(key);
    if (found == shard.old.end()) {
        return nullptr;
    }
    Word word = found->second;
    auto node = shard.old.extract(found);
    shard.young.insert(std::move(node));
    return word;
}

WordCache::Word WordCache::keep(Shard& shard, std::string key, const Word& word) {
    const std::lock_guard lock(shard.mutex);
    if (shard.young.size() >= shardBound_) {
        shard.old = std::exchange(shard.young, {});
    }
    return shard.young.try_emplace(std::move(key), word).first->second;
}

std::size_t WordCache::size() const {
    std::size_t total = 0;
    for (const Shard& shard : shards_) {
        const std::lock_guard lock(shard.mutex);
        total += shard.young.size() + shard.old.size();
    }
    return total;
}

}  // namespace engross
