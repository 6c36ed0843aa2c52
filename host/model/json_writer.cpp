#include "model/json.h"
#include "model/utf8.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <stdexcept>
#include <vector>

namespace engross {
namespace {

class Writer {
public:
    enum class Order { AsWritten, Sorted };

    Writer(JsonStyle style, Order order) : style_(style), order_(order) {}

    void write(const Value& value) {
        if (const bool* truth = value.boolean()) {
            text_ += *truth ? "true" : "false";
        } else if (const std::int64_t* whole = value.integer()) {
            text_ += std::to_string(*whole);
        } else if (const double* real = value.real()) {
            writeReal(*real);
        } else if (const std::string* text = value.text()) {
            writeText(*text);
        } else if (const List* list = value.list()) {
            writeList(*list);
        } else if (const Object* object = value.object()) {
            writeObject(*object);
        } else {
            text_ += "null";
        }
    }

    [[nodiscard]] std::string take() {
        return std::move(text_);
    }

private:
    void writeReal(double real) {
        if (!std::isfinite(real)) {
            throw std::logic_error("writeJson: a number that is not finite");
        }
        std::array<char, 40> digits{};
        const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), real).ptr;
        const std::string_view written(digits.data(), static_cast<std::size_t>(end - digits.data()));
        text_ += written;
        if (written.find_first_of(".e") == std::string_view::npos) {
            text_ += ".0";
        }
    }

    void writeText(const std::string& text) {
        constexpr std::string_view digits = "0123456789abcdef";
        text_ += '"';
        for (const char letter : wellFormedPrefix(text) == text.size() ? text : repaired(text)) {
            const auto byte = static_cast<unsigned char>(letter);
            if (letter == '"' || letter == '\\') {
                text_ += '\\';
                text_ += letter;
            } else if (letter == '\n') {
                text_ += "\\n";
            } else if (letter == '\t') {
                text_ += "\\t";
            } else if (byte < 0x20) {
                text_ += "\\u00";
                text_ += digits[byte >> 4U];
                text_ += digits[byte & 0x0FU];
            } else {
                text_ += letter;
            }
        }
        text_ += '"';
    }

    void writeList(const List& list) {
        text_ += '[';
        ++depth_;
        for (std::size_t i = 0; i < list.size(); ++i) {
            separate(i == 0);
            write(list[i]);
        }
        close(list.empty(), ']');
    }

    void writeObject(const Object& object) {
        std::vector<const Object::Member*> members;
        for (const Object::Member& member : object) {
            members.push_back(&member);
        }
        if (order_ == Order::Sorted) {
            std::ranges::sort(members, {},
                              [](const Object::Member* member) -> const std::string& { return member->first; });
        }
        text_ += '{';
        ++depth_;
        for (std::size_t i = 0; i < members.size(); ++i) {
            separate(i == 0);
            writeText(members[i]->first);
            text_ += style_ == JsonStyle::Indented ? ": " : ":";
            write(members[i]->second);
        }
        close(members.empty(), '}');
    }

    void separate(bool first) {
        if (!first) {
            text_ += ',';
        }
        newLine();
    }

    void close(bool empty, char bracket) {
        --depth_;
        if (!empty) {
            newLine();
        }
        text_ += bracket;
    }

    void newLine() {
        if (style_ == JsonStyle::Indented) {
            text_ += '\n';
            text_.append(2 * depth_, ' ');
        }
    }

    JsonStyle style_;
    Order order_;
    std::size_t depth_ = 0;
    std::string text_;
};

}  // namespace

std::string writeJson(const Value& value, JsonStyle style) {
    Writer writer(style, Writer::Order::AsWritten);
    writer.write(value);
    return writer.take();
}

std::string canonicalJson(const Value& value) {
    Writer writer(JsonStyle::Compact, Writer::Order::Sorted);
    writer.write(value);
    return writer.take();
}

}  // namespace engross
