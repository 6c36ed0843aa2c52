#include "model/json.h"

#include "model/utf8.h"

#include <Poco/JSON/Handler.h>
#include <Poco/JSON/JSONException.h>
#include <Poco/JSON/Parser.h>

#include <algorithm>
#include <charconv>
#include <exception>
#include <istream>
#include <set>
#include <streambuf>
#include <vector>

namespace engross {
namespace {

using Kind = JsonFault::Kind;

/// A fault found by the handler. It derives from std::exception because Poco's parser frees its state only for those.
class Stop : public std::exception {
public:
    Stop(Kind stopKind, std::string stopDetail) : kind(stopKind), detail(std::move(stopDetail)) {}
    Kind kind;
    std::string detail;
};

/// A view of the text that knows how far it has been read, which Poco's parser does not tell.
class TextBuffer : public std::streambuf {
public:
    explicit TextBuffer(std::string_view text) {
        char* start = const_cast<char*>(text.data());
        setg(start, start, start + text.size());
    }
    [[nodiscard]] std::string_view taken() const {
        return {eback(), static_cast<std::size_t>(gptr() - eback())};
    }
    /// Whether the parser asked for more than there is.
    [[nodiscard]] bool ended() const {
        return ended_;
    }

protected:
    int_type underflow() override {
        ended_ = true;
        return traits_type::eof();
    }

private:
    bool ended_ = false;
};

/// Builds a Value from the parser's events.
class Builder : public Poco::JSON::Handler {
public:
    explicit Builder(const JsonLimits& limits) : limits_(limits) {}

    void reset() override {
        open_.clear();
        result_ = Value();
    }
    void startObject() override {
        enter(false);
    }
    void endObject() override {
        Value object(Object::of(std::move(open_.back().members)));
        open_.pop_back();
        put(std::move(object));
    }
    void startArray() override {
        enter(true);
    }
    void endArray() override {
        Value list(std::move(open_.back().elements));
        open_.pop_back();
        put(std::move(list));
    }
    void key(const std::string& name) override {
        Level& level = open_.back();
        if (level.members.size() >= limits_.members) {
            throw Stop(Kind::TooManyMembers, "");
        }
        if (!level.names.insert(name).second) {
            throw Stop(Kind::RepeatedKey, name);
        }
        level.members.emplace_back(name, Value());
    }
    [[nodiscard]] Poco::Dynamic::Var asVar() const override {
        return {};
    }
    void null() override {
        put(Value());
    }
    void value(int number) override {
        put(Value(number));
    }
    void value(unsigned number) override {
        put(Value(static_cast<std::int64_t>(number)));
    }
    void value(Poco::Int64 number) override {
        put(Value(static_cast<std::int64_t>(number)));
    }
    void value(Poco::UInt64 number) override {
        put(Value(static_cast<std::int64_t>(number)));
    }
    void value(const std::string& text) override {
        put(Value(text));
    }
    void value(double number) override {
        put(Value(number));
    }
    void value(bool truth) override {
        put(Value(truth));
    }

    [[nodiscard]] Value take() {
        return std::move(result_);
    }

private:
    struct Level {
        bool isList = false;
        List elements;
        std::vector<Object::Member> members;
        std::set<std::string> names;
    };

    void enter(bool isList) {
        if (open_.size() >= static_cast<std::size_t>(limits_.depth)) {
            throw Stop(Kind::TooDeep, "");
        }
        open_.emplace_back();
        open_.back().isList = isList;
    }

    void put(Value value) {
        if (open_.empty()) {
            result_ = std::move(value);
        } else if (open_.back().isList) {
            open_.back().elements.push_back(std::move(value));
        } else {
            open_.back().members.back().second = std::move(value);
        }
    }

    JsonLimits limits_;
    std::vector<Level> open_;
    Value result_;
};

std::size_t lineAfter(std::string_view taken) {
    return 1 + static_cast<std::size_t>(std::ranges::count(taken, '\n'));
}

JsonFault malformed(const TextBuffer& buffer) {
    const std::string_view taken = buffer.taken();
    JsonFault fault{.kind = Kind::Malformed, .line = lineAfter(taken), .detail = ""};
    if (buffer.ended() || taken.empty()) {
        return fault;
    }
    const char last = taken.back();
    if (last == '\n') {
        --fault.line;
    } else if (last > ' ' && last < '\x7F') {
        fault.detail = last;
    }
    return fault;
}

/// Where "\\u0000" stands as an escape, or npos. PDF strings, SQL and Poco's own names end at a null character: no fact
/// of a case holds one.
std::size_t escapedNull(std::string_view text) {
    constexpr std::string_view null = "\\u0000";
    for (std::size_t at = text.find(null); at != std::string_view::npos; at = text.find(null, at + 1)) {
        std::size_t start = at;
        while (start > 0 && text[start - 1] == '\\') {
            --start;
        }
        if ((at - start) % 2 == 0) {
            return at;
        }
    }
    return std::string_view::npos;
}

bool fits(std::string_view number) {
    const char* end = number.data() + number.size();
    if (number.find_first_of(".eE") == std::string_view::npos) {
        std::int64_t whole = 0;
        return std::from_chars(number.data(), end, whole).ec != std::errc::result_out_of_range;
    }
    double real = 0;
    return std::from_chars(number.data(), end, real).ec != std::errc::result_out_of_range;
}

/// Where the first number stands that its kind cannot hold, or npos. Poco 1.11 reads 18446744073709551616 as 0.
std::size_t unfitNumber(std::string_view text) {
    constexpr std::string_view inNumbers = "+-.0123456789eE";
    bool quoted = false;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (quoted && text[at] == '\\') {
            ++at;
        } else if (text[at] == '"') {
            quoted = !quoted;
        } else if (!quoted && (text[at] == '-' || (text[at] >= '0' && text[at] <= '9'))) {
            const std::size_t end = std::min(text.find_first_not_of(inNumbers, at), text.size());
            if (!fits(text.substr(at, end - at))) {
                return at;
            }
            at = end - 1;
        }
    }
    return std::string_view::npos;
}

JsonResult faulty(JsonFault fault) {
    return {.value = std::nullopt, .fault = std::move(fault)};
}

}  // namespace

JsonResult readJson(std::string_view text, const JsonLimits& limits) {
    constexpr std::string_view byteOrderMark = "\xEF\xBB\xBF";
    if (text.size() > limits.bytes) {
        return faulty({.kind = Kind::TooLarge, .line = 0, .detail = ""});
    }
    if (text.starts_with(byteOrderMark)) {
        text.remove_prefix(byteOrderMark.size());
    }
    if (const std::size_t good = wellFormedPrefix(text); good < text.size()) {
        return faulty({.kind = Kind::NotUtf8, .line = lineAfter(text.substr(0, good)), .detail = ""});
    }
    if (const std::size_t at = escapedNull(text); at != std::string_view::npos) {
        return faulty({.kind = Kind::Malformed, .line = lineAfter(text.substr(0, at)), .detail = "\\u0000"});
    }
    if (const std::size_t at = unfitNumber(text); at != std::string_view::npos) {
        return faulty({.kind = Kind::UnfitNumber, .line = lineAfter(text.substr(0, at)), .detail = ""});
    }
    TextBuffer buffer(text);
    std::istream stream(&buffer);
    Poco::SharedPtr<Builder> builder(new Builder(limits));
    try {
        Poco::JSON::Parser parser(builder);
        parser.parse(stream);
    } catch (const Stop& stop) {
        return faulty({.kind = stop.kind, .line = lineAfter(buffer.taken()), .detail = stop.detail});
    } catch (const Poco::Exception&) {
        return faulty(malformed(buffer));
    }
    return {.value = builder->take(), .fault = std::nullopt};
}

}  // namespace engross
