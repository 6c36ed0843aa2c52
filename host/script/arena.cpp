#include "script/arena.h"

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <new>

namespace engross {

Arena::~Arena() {
    while (large_ != nullptr) {
        giveLarge(large_ + 1);
    }
}

void* Arena::resize(void* block, std::size_t oldSize, std::size_t newSize) noexcept {
    if (block == nullptr) {
        return newSize == 0 ? nullptr : newSize > largest ? takeLarge(newSize) : take(newSize);
    }
    const bool wasLarge = oldSize > largest;
    if (newSize == 0) {
        wasLarge ? giveLarge(block) : give(block, oldSize);
        return nullptr;
    }
    const bool isLarge = newSize > largest;
    if (wasLarge && isLarge) {
        return resizeLarge(block, newSize);
    }
    if (!wasLarge && !isLarge && (oldSize + step - 1) / step == (newSize + step - 1) / step) {
        return block;
    }
    void* moved = isLarge ? takeLarge(newSize) : take(newSize);
    if (moved != nullptr) {
        std::memcpy(moved, block, std::min(oldSize, newSize));
        wasLarge ? giveLarge(block) : give(block, oldSize);
    }
    return moved;
}

void* Arena::take(std::size_t size) noexcept {
    const std::size_t index = (size + step - 1) / step;
    Free*& list = free_.at(index);
    if (list != nullptr) {
        Free* block = list;
        list = block->next;
        return block;
    }
    const std::size_t bytes = index * step;
    if (left_ < bytes) {
        auto* chunk = new (std::nothrow) std::byte[chunkSize];
        if (chunk == nullptr) {
            return nullptr;
        }
        chunks_.emplace_back(chunk);
        left_ = chunkSize;
    }
    left_ -= bytes;
    return chunks_.back().get() + left_;
}

void Arena::give(void* block, std::size_t size) noexcept {
    Free*& list = free_.at((size + step - 1) / step);
    list = new (block) Free{list};
}

void* Arena::takeLarge(std::size_t size) noexcept {
    auto* header = static_cast<Large*>(std::malloc(sizeof(Large) + size));
    if (header == nullptr) {
        return nullptr;
    }
    *header = {nullptr, large_};
    if (large_ != nullptr) {
        large_->previous = header;
    }
    large_ = header;
    return header + 1;
}

void* Arena::resizeLarge(void* block, std::size_t newSize) noexcept {
    auto* header = static_cast<Large*>(std::realloc(static_cast<Large*>(block) - 1, sizeof(Large) + newSize));
    if (header == nullptr) {
        return nullptr;
    }
    (header->previous == nullptr ? large_ : header->previous->next) = header;
    if (header->next != nullptr) {
        header->next->previous = header;
    }
    return header + 1;
}

void Arena::giveLarge(void* block) noexcept {
    Large* header = static_cast<Large*>(block) - 1;
    (header->previous == nullptr ? large_ : header->previous->next) = header->next;
    if (header->next != nullptr) {
        header->next->previous = header->previous;
    }
    std::free(header);
}

}  // namespace engross
