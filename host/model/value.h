#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace engross {

class Value;
using List = std::vector<Value>;

/// A JSON object that keeps the order in which its members were written.
class Object {
public:
    using Member = std::pair<std::string, Value>;

    Object() = default;
    Object(std::initializer_list<Member> members);
    /// The caller has seen to it that no name stands twice.
    [[nodiscard]] static Object of(std::vector<Member> members);

    /// The member's value, or nullptr. Valid until the object changes.
    [[nodiscard]] const Value* find(std::string_view name) const;
    [[nodiscard]] Value* find(std::string_view name);
    /// Adds the member or replaces its value in place.
    void set(std::string name, Value value);
    [[nodiscard]] bool empty() const noexcept;
    [[nodiscard]] std::size_t size() const noexcept;
    [[nodiscard]] std::vector<Member>::const_iterator begin() const noexcept;
    [[nodiscard]] std::vector<Member>::const_iterator end() const noexcept;
    bool operator==(const Object& other) const;  // clang 14 cannot default it while Value is incomplete

private:
    std::vector<Member> members_;
};

/// A JSON value: what a case, a request or a field holds before a schema gives it meaning.
class Value {
public:
    Value();
    Value(const Value& other);
    Value(Value&& other) noexcept;
    Value& operator=(const Value& other);
    Value& operator=(Value&& other) noexcept;
    ~Value();
    Value(std::nullptr_t);
    Value(bool value);
    Value(int value);
    Value(std::int64_t value);
    Value(double value);
    Value(const char* value);
    Value(std::string value);
    Value(std::string_view value);
    Value(List value);
    Value(Object value);

    [[nodiscard]] bool isNull() const noexcept;
    /// Each answers nullptr where the value is of another kind.
    [[nodiscard]] const bool* boolean() const noexcept;
    [[nodiscard]] const std::int64_t* integer() const noexcept;
    [[nodiscard]] const double* real() const noexcept;
    [[nodiscard]] const std::string* text() const noexcept;
    [[nodiscard]] const List* list() const noexcept;
    [[nodiscard]] const Object* object() const noexcept;
    [[nodiscard]] List* list() noexcept;
    [[nodiscard]] Object* object() noexcept;
    /// The member of an object, or nullptr where there is none or this is no object.
    [[nodiscard]] const Value* find(std::string_view name) const;
    /// The text of a member, or the fallback.
    [[nodiscard]] std::string textOr(std::string_view name, std::string_view fallback) const;
    /// What a person calls it: "text", "number", "yes or no", "list", "group of fields", "nothing".
    [[nodiscard]] std::string_view kindName() const noexcept;
    bool operator==(const Value&) const = default;

private:
    std::variant<std::monostate, bool, std::int64_t, double, std::string, List, Object> value_;
};

}  // namespace engross
