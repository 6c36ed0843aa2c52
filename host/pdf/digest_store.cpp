#include "pdf/digest_store.h"

#include "model/sha256.h"

#include <algorithm>
#include <bit>
#include <exception>
#include <type_traits>

namespace engross {

namespace {

constexpr std::string_view mark = "engross digest\n";

class DigestWriting {
public:
    template <typename Number>
    void operator()(const Number& number) requires std::is_integral_v<Number> || std::is_enum_v<Number> {
        auto rest = static_cast<std::uint64_t>(number);
        for (std::size_t i = 0; i < sizeof(Number); ++i, rest >>= 8U) {
            bytes += static_cast<char>(rest & 0xFFU);
        }
    }
    void operator()(const double& number) {
        (*this)(std::bit_cast<std::uint64_t>(number));
    }
    void operator()(const std::string& text) {
        (*this)(std::uint64_t{text.size()});
        bytes += text;
    }
    template <typename Item>
    void operator()(const std::vector<Item>& list) {
        (*this)(std::uint64_t{list.size()});
        for (const Item& item : list) {
            walk(*this, item);
        }
    }
    void operator()(const std::map<std::string, std::size_t>& counts) {
        (*this)(std::uint64_t{counts.size()});
        for (const auto& [key, count] : counts) {
            (*this)(key);
            (*this)(std::uint64_t{count});
        }
    }
    void operator()(const std::optional<double>& number) {
        (*this)(number.has_value());
        (*this)(number.value_or(0));
    }

    std::string bytes;
};

/// The bytes ended too soon, or say what cannot be.
class NotADigest : public std::exception {};

class DigestReading {
public:
    explicit DigestReading(std::string_view bytes) : bytes_(bytes) {}

    template <typename Number>
    void operator()(Number& number) requires std::is_integral_v<Number> || std::is_enum_v<Number> {
        const std::string_view raw = take(sizeof(Number));
        std::uint64_t value = 0;
        for (std::size_t i = sizeof(Number); i > 0; --i) {
            value = value << 8U | static_cast<unsigned char>(raw[i - 1]);
        }
        if (std::is_same_v<Number, bool> && value > 1) {
            throw NotADigest();
        }
        number = static_cast<Number>(value);
    }
    void operator()(double& number) {
        std::uint64_t bits = 0;
        (*this)(bits);
        number = std::bit_cast<double>(bits);
    }
    void operator()(std::string& text) {
        text = take(count());
    }
    template <typename Item>
    void operator()(std::vector<Item>& list) {
        // An item takes a byte at least: a list cannot be made longer than the bytes that are there.
        const std::size_t number = count();
        list.reserve(std::min<std::size_t>(number, 65'536));
        for (std::size_t i = 0; i < number; ++i) {
            walk(*this, list.emplace_back());
        }
    }
    void operator()(std::map<std::string, std::size_t>& counts) {
        for (std::size_t left = count(); left > 0; --left) {
            std::string key;
            std::uint64_t number = 0;
            (*this)(key);
            (*this)(number);
            counts.emplace(std::move(key), number);
        }
    }
    void operator()(std::optional<double>& number) {
        bool there = false;
        double value = 0;
        (*this)(there);
        (*this)(value);
        number = there ? std::optional(value) : std::nullopt;
    }

    [[nodiscard]] bool isAtEnd() const noexcept {
        return bytes_.empty();
    }
    std::string_view take(std::size_t length) {
        if (length > bytes_.size()) {
            throw NotADigest();
        }
        const std::string_view taken = bytes_.substr(0, length);
        bytes_.remove_prefix(length);
        return taken;
    }

private:
    std::size_t count() {
        std::uint64_t number = 0;
        (*this)(number);
        if (number > bytes_.size()) {
            throw NotADigest();
        }
        return static_cast<std::size_t>(number);
    }

    std::string_view bytes_;
};

// Writing and reading go through the same members in the same order.
template <typename Item, typename Type>
concept Like = std::is_same_v<std::remove_const_t<Item>, Type>;

template <typename Visit, Like<LocalId> Item>
void walk(Visit& visit, Item& id) {
    visit(id);
}

template <typename Visit, Like<DigestText> Item>
void walk(Visit& visit, Item& text) {
    visit(text.offset);
    visit(text.length);
    visit(text.firstRelocation);
    visit(text.relocations);
}

template <typename Visit, Like<SourcePlace> Item>
void walk(Visit& visit, Item& place) {
    visit(place.page);
    visit(place.left);
    visit(place.top);
}

template <typename Visit, Like<DigestRelocation> Item>
void walk(Visit& visit, Item& cut) {
    visit(cut.at);
    visit(cut.id);
}

template <typename Visit, Like<DigestObject> Item>
void walk(Visit& visit, Item& object) {
    visit(object.kind);
    walk(visit, object.text);
    visit(object.data);
    visit(object.dataLength);
    visit(object.index);
    visit(object.hashed);
    visit(object.sampled);
    for (auto& byte : object.hash) {
        visit(byte);
    }
}

template <typename Visit, Like<DigestResources> Item>
void walk(Visit& visit, Item& lent) {
    visit(lent.object);
    visit(lent.fontName);
}

template <typename Visit, Like<DigestPage> Item>
void walk(Visit& visit, Item& page) {
    visit(page.object);
    for (auto& side : page.mediaBox) {
        visit(side);
    }
    auto& shown = page.shown;
    for (auto* number : {&shown.left, &shown.bottom, &shown.right, &shown.top, &shown.userUnit}) {
        visit(*number);
    }
    visit(shown.rotation);
    walk(visit, page.extra);
    for (auto* number : {&page.resources, &page.firstContent, &page.contents, &page.overs, &page.firstLink, &page.links,
                         &page.firstElement, &page.elements}) {
        visit(*number);
    }
    for (auto* flag : {&page.hasElements, &page.showsText, &page.drawsObjects, &page.damaged}) {
        visit(*flag);
    }
}

template <typename Visit, Like<DigestLink> Item>
void walk(Visit& visit, Item& link) {
    visit(link.object);
    walk(visit, link.text);
    visit(link.leads);
    walk(visit, link.place);
    visit(link.target);
    visit(link.element);
}

template <typename Visit, Like<DigestBookmark> Item>
void walk(Visit& visit, Item& row) {
    visit(row.level);
    visit(row.title);
    visit(row.leads);
    walk(visit, row.place);
}

template <typename Visit, Like<DigestLayer> Item>
void walk(Visit& visit, Item& layer) {
    visit(layer.object);
    visit(layer.hidden);
}

template <typename Visit, Like<PdfPageFacts> Item>
void walk(Visit& visit, Item& page) {
    visit(page.width);
    visit(page.height);
    visit(page.rotation);
    for (auto* flag : {&page.hasText, &page.drawsObjects, &page.damaged}) {
        visit(*flag);
    }
}

template <typename Visit, Like<PdfFacts> Item>
void walk(Visit& visit, Item& facts) {
    visit(facts.pages);
    for (auto* flag : {&facts.restricted, &facts.xfa, &facts.tagged}) {
        visit(*flag);
    }
    for (auto* number : {&facts.fields, &facts.signatures, &facts.layers, &facts.hiddenLayers, &facts.repairs}) {
        visit(*number);
    }
    visit(facts.leftBehind);
}

template <typename Visit, typename Whole>
void walkWhole(Visit& visit, Whole& digest) {
    visit(digest.blob);
    visit(digest.relocations);
    visit(digest.objects);
    visit(digest.resources);
    visit(digest.contents);
    visit(digest.pages);
    visit(digest.links);
    visit(digest.bookmarks);
    visit(digest.layers);
    visit(digest.topElements);
    visit(digest.elements);
    visit(digest.losses);
    walk(visit, digest.facts);
    visit(digest.detour);
}

/// The bytes before their SHA-256; nothing where that is of other bytes.
std::optional<std::string_view> unsealed(std::string_view bytes) {
    constexpr std::size_t sealLength = std::tuple_size_v<std::decay_t<decltype(Sha256().bytes())>>;
    if (bytes.size() < sealLength) {
        return std::nullopt;
    }
    const std::string_view seal = bytes.substr(bytes.size() - sealLength);
    bytes.remove_suffix(sealLength);
    const Sha256 hash = Sha256::of(bytes);
    const bool same = std::equal(seal.begin(), seal.end(), hash.bytes().begin(),
                                 [](char byte, std::uint8_t own) { return static_cast<std::uint8_t>(byte) == own; });
    return same ? std::optional(bytes) : std::nullopt;
}

}  // namespace

std::string storedDigest(const Digest& digest, std::uint64_t sourceBytes) {
    DigestWriting writing;
    writing.bytes = mark;
    writing(digestVersion);
    writing(sourceBytes);
    walkWhole(writing, digest);
    return sealedDigest(std::move(writing.bytes));
}

std::string sealedDigest(std::string bytes) {
    const Sha256 hash = Sha256::of(bytes);
    bytes.append(hash.bytes().begin(), hash.bytes().end());
    return bytes;
}

std::optional<Digest> digestFrom(std::string_view bytes, std::uint64_t sourceBytes) {
    const auto open = unsealed(bytes);
    if (!open) {
        return std::nullopt;
    }
    try {
        DigestReading reading(*open);
        std::uint32_t version = 0;
        std::uint64_t length = 0;
        if (reading.take(mark.size()) != mark) {
            return std::nullopt;
        }
        reading(version);
        reading(length);
        if (version != digestVersion || length != sourceBytes) {
            return std::nullopt;
        }
        Digest digest;
        walkWhole(reading, digest);
        return reading.isAtEnd() && isSound(digest, sourceBytes) ? std::optional(std::move(digest)) : std::nullopt;
    } catch (const NotADigest&) {
        return std::nullopt;
    }
}

}  // namespace engross
