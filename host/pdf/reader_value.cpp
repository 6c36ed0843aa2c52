#include "pdf/reader_value.h"

#include "pdf/pdf_error.h"
#include "pdf/reader_extent.h"
#include "pdf/reader_lexer.h"
#include "pdf/reader_objects.h"
#include "pdf/reader_refusal.h"

#include <algorithm>
#include <array>
#include <qpdf/QUtil.hh>

namespace engross {

namespace {

constexpr std::size_t mostNodes = 8'000'000;
constexpr int longestChain = 20;  // of references to references

[[noreturn]] void refuse() {
    throw ReaderRefused(ReaderRefusal::DamagedObject);
}

bool isSameName(std::string_view token, std::string_view name) {
    if (token.size() <= name.size()) {
        return token == name;
    }
    // An escape begins where they differ, or before, where the name has a '#' of its own.
    const auto [end, differs] = std::mismatch(name.begin(), name.end(), token.begin());
    const bool mayEscape = *differs == '#' || std::find(name.begin(), end, '#') != end;
    return mayEscape && nameFrom(token) == name;
}

/// Puts the values of one text into the arena.
class ValueParser {
public:
    ValueParser(std::vector<ValueArena::Node>& nodes, const std::string& name, std::string_view text)
        : nodes_(nodes), name_(name), lexer_(text) {}

    void run() {
        do {
            step(lexer_.next());
        } while (depth_ > 0);
    }

private:
    struct Container {
        std::uint32_t place = 0;
        std::uint32_t count = 0;
        int integers = 0;  // that stand last, one behind the other
    };

    void step(const PdfToken& token) {
        switch (token.kind) {
            case PdfTokenKind::End:
                refuse();
            case PdfTokenKind::Integer:
                add(PdfValueType::Integer, token.text, true);
                break;
            case PdfTokenKind::Real:
                add(PdfValueType::Real, token.text);
                break;
            case PdfTokenKind::String:
                add(PdfValueType::String, token.text);
                break;
            case PdfTokenKind::Name:
                add(PdfValueType::Name, token.text);
                break;
            case PdfTokenKind::Word:
                addWord(token.text);
                break;
            case PdfTokenKind::ArrayOpen:
            case PdfTokenKind::DictionaryOpen:
                enter(token);
                break;
            case PdfTokenKind::ArrayClose:
            case PdfTokenKind::DictionaryClose:
                leave(token);
                break;
        }
    }

    void add(PdfValueType type, std::string_view text, bool integer = false) {
        if (nodes_.size() >= mostNodes) {
            throw PdfError("pdf-too-large", name_, "it is made of more parts than are allowed; print it to a new PDF");
        }
        if (depth_ > 0) {
            Container& holder = open_[depth_ - 1];
            const bool isKey =
                nodes_[holder.place].type == PdfValueType::Dictionary && holder.count % 2 == 0 && !integer;
            if (isKey && type != PdfValueType::Name) {
                refuse();
            }
            ++holder.count;
            holder.integers = integer ? holder.integers + 1 : 0;
        }
        nodes_.push_back({text, 1, 0, 0, type});
    }

    void addWord(std::string_view word) {
        if (word == "R" && depth_ > 0 && open_[depth_ - 1].integers >= 2) {
            foldReference(word);
        } else if (word == "true" || word == "false") {
            add(PdfValueType::Boolean, word);
        } else if (word == "null") {
            add(PdfValueType::Null, word);
        } else {
            refuse();
        }
    }

    void foldReference(std::string_view word) {
        const std::string_view generationText = nodes_.back().text;
        nodes_.pop_back();
        ValueArena::Node& node = nodes_.back();
        const auto number = naturalFrom(node.text);
        const auto generation = naturalFrom(generationText);
        if (!number || !generation || *number > 0xFFFFFFFFU || *generation > 0xFFFFU) {
            refuse();
        }
        const auto length = static_cast<std::size_t>(word.data() + word.size() - node.text.data());
        node = {{node.text.data(), length},
                1,
                static_cast<std::uint32_t>(*number),
                static_cast<std::uint32_t>(*generation),
                PdfValueType::Reference};
        --open_[depth_ - 1].count;
        open_[depth_ - 1].integers = 0;
    }

    void enter(const PdfToken& token) {
        if (depth_ == deepestNesting) {
            refuse();
        }
        add(token.kind == PdfTokenKind::ArrayOpen ? PdfValueType::Array : PdfValueType::Dictionary, token.text);
        open_[depth_++] = {static_cast<std::uint32_t>(nodes_.size() - 1), 0, 0};
    }

    void leave(const PdfToken& token) {
        if (depth_ == 0) {
            refuse();
        }
        const Container closed = open_[depth_ - 1];
        ValueArena::Node& node = nodes_[closed.place];
        const bool dictionary = node.type == PdfValueType::Dictionary;
        if (dictionary != (token.kind == PdfTokenKind::DictionaryClose) || (dictionary && closed.count % 2 != 0)) {
            refuse();
        }
        if (dictionary) {
            expectKeys(closed.place);
        }
        const auto length = static_cast<std::size_t>(token.text.data() + token.text.size() - node.text.data());
        node.text = {node.text.data(), length};
        node.span = static_cast<std::uint32_t>(nodes_.size()) - closed.place;
        --depth_;
    }

    /// Two integers of a reference look like a key until its R is read: keys are looked at when all is there.
    void expectKeys(std::uint32_t place) const {
        bool key = true;
        for (std::size_t i = place + 1; i < nodes_.size(); i += nodes_[i].span) {
            if (key && nodes_[i].type != PdfValueType::Name) {
                refuse();
            }
            key = !key;
        }
    }

    std::vector<ValueArena::Node>& nodes_;
    const std::string& name_;
    PdfLexer lexer_;
    std::array<Container, deepestNesting> open_;
    std::size_t depth_ = 0;
};

}  // namespace

ValueArena::ValueArena(std::string name) : nodes_(1), name_(std::move(name)) {}

std::uint32_t ValueArena::parse(std::string_view text) {
    const auto place = static_cast<std::uint32_t>(nodes_.size());
    ValueParser(nodes_, name_, text).run();
    return place;
}

std::string wordsFrom(const std::string& bytes) {
    if (QUtil::is_utf16(bytes)) {
        return QUtil::utf16_to_utf8(bytes);
    }
    return QUtil::is_explicit_utf8(bytes) ? bytes.substr(3) : QUtil::pdf_doc_to_utf8(bytes);
}

const ValueArena::Node& PdfValue::node() const {
    static const ValueArena::Node nothing;
    return file_ == nullptr ? nothing : file_->arena().at(place_);
}

PdfValueType PdfValue::type() const {
    return node().type;
}

PdfValue PdfValue::entry(std::string_view key) const {
    if (!isDictionary()) {
        return {};
    }
    PdfValue found;
    const std::uint32_t end = place_ + node().span;
    for (std::uint32_t i = place_ + 1; i < end;) {
        const std::uint32_t value = i + 1;
        if (isSameName(file_->arena().at(i).text, key)) {
            found = PdfValue(*file_, value);
        }
        i = value + file_->arena().at(value).span;
    }
    return found;
}

PdfValue PdfValue::operator[](std::string_view key) const {
    return entry(key).followed();
}

PdfValue PdfValue::followed() const {
    PdfValue value = *this;
    for (int i = 0; value.isReference(); ++i) {
        if (i == longestChain) {
            refuse();
        }
        value = file_->value(value.object(), value.generation());
    }
    return value;
}

std::vector<PdfValue> PdfValue::items() const {
    std::vector<PdfValue> items;
    if (isArray()) {
        const std::uint32_t end = place_ + node().span;
        constexpr std::uint32_t usualItems = 256;
        items.reserve(std::min(node().span, usualItems));
        for (std::uint32_t i = place_ + 1; i < end; i += file_->arena().at(i).span) {
            items.emplace_back(*file_, i);
        }
    }
    return items;
}

bool PdfValue::isEmpty() const {
    return !isDictionary() || node().span == 1;
}

std::size_t PdfValue::size() const {
    std::size_t count = 0;
    if (isArray()) {
        const std::uint32_t end = place_ + node().span;
        for (std::uint32_t i = place_ + 1; i < end; i += file_->arena().at(i).span) {
            ++count;
        }
    }
    return count;
}

void PdfValue::forEachEntry(const std::function<void(std::string_view key, const PdfValue& value)>& visit) const {
    if (!isDictionary()) {
        return;
    }
    const std::uint32_t end = place_ + node().span;
    for (std::uint32_t i = place_ + 1; i < end;) {
        const std::uint32_t value = i + 1;
        const std::string_view key = file_->arena().at(i).text;
        i = value + file_->arena().at(value).span;
        visit(key, PdfValue(*file_, value));
    }
}

double PdfValue::number() const {
    return isNumber() ? numberOfToken(node().text) : 0;
}

std::int64_t PdfValue::integer() const {
    if (!isInteger()) {
        return 0;
    }
    const double value = numberOfToken(node().text);
    return value > -9e15 && value < 9e15 ? static_cast<std::int64_t>(value) : 0;
}

bool PdfValue::isTrue() const {
    return type() == PdfValueType::Boolean && node().text == "true";
}

std::string PdfValue::name() const {
    return isName() ? nameFrom(node().text) : std::string();
}

bool PdfValue::isName(std::string_view name) const {
    return isName() && isSameName(node().text, name);
}

std::string PdfValue::bytes() const {
    return isString() ? stringFrom(node().text) : std::string();
}

std::string PdfValue::words() const {
    return wordsFrom(bytes());
}

std::uint32_t PdfValue::object() const {
    return node().number;
}

std::uint32_t PdfValue::generation() const {
    return node().generation;
}

std::string_view PdfValue::text() const {
    return node().text;
}

}  // namespace engross
