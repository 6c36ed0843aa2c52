#include "model/value.h"

#include <algorithm>
#include <array>

namespace engross {

Object::Object(std::initializer_list<Member> members) {
    for (const auto& member : members) {
        set(member.first, member.second);
    }
}

Object Object::of(std::vector<Member> members) {
    Object object;
    object.members_ = std::move(members);
    return object;
}

const Value* Object::find(std::string_view name) const {
    const auto found = std::ranges::find(members_, name, &Member::first);
    return found == members_.end() ? nullptr : &found->second;
}

Value* Object::find(std::string_view name) {
    const auto found = std::ranges::find(members_, name, &Member::first);
    return found == members_.end() ? nullptr : &found->second;
}

void Object::set(std::string name, Value value) {
    if (Value* old = find(name)) {
        *old = std::move(value);
        return;
    }
    members_.emplace_back(std::move(name), std::move(value));
}

bool Object::empty() const noexcept {
    return members_.empty();
}

std::size_t Object::size() const noexcept {
    return members_.size();
}

std::vector<Object::Member>::const_iterator Object::begin() const noexcept {
    return members_.begin();
}

std::vector<Object::Member>::const_iterator Object::end() const noexcept {
    return members_.end();
}

bool Object::operator==(const Object& other) const {
    return members_ == other.members_;
}

// Out of line: g++ 12 warns falsely of uninitialised members where it inlines the moves of this variant.
Value::Value() = default;
Value::Value(const Value& other) = default;
Value::Value(Value&& other) noexcept = default;
Value& Value::operator=(const Value& other) = default;
Value& Value::operator=(Value&& other) noexcept = default;
Value::~Value() = default;
Value::Value(std::nullptr_t) {}
Value::Value(bool value) : value_(value) {}
Value::Value(int value) : value_(std::int64_t{value}) {}
Value::Value(std::int64_t value) : value_(value) {}
Value::Value(double value) : value_(value) {}
Value::Value(const char* value) : value_(std::string(value)) {}
Value::Value(std::string value) : value_(std::move(value)) {}
Value::Value(std::string_view value) : value_(std::string(value)) {}
Value::Value(List value) : value_(std::move(value)) {}
Value::Value(Object value) : value_(std::move(value)) {}

bool Value::isNull() const noexcept {
    return std::holds_alternative<std::monostate>(value_);
}
const bool* Value::boolean() const noexcept {
    return std::get_if<bool>(&value_);
}
const std::int64_t* Value::integer() const noexcept {
    return std::get_if<std::int64_t>(&value_);
}
const double* Value::real() const noexcept {
    return std::get_if<double>(&value_);
}
const std::string* Value::text() const noexcept {
    return std::get_if<std::string>(&value_);
}
const List* Value::list() const noexcept {
    return std::get_if<List>(&value_);
}
const Object* Value::object() const noexcept {
    return std::get_if<Object>(&value_);
}
List* Value::list() noexcept {
    return std::get_if<List>(&value_);
}
Object* Value::object() noexcept {
    return std::get_if<Object>(&value_);
}

const Value* Value::find(std::string_view name) const {
    const Object* members = object();
    return members == nullptr ? nullptr : members->find(name);
}

std::string Value::textOr(std::string_view name, std::string_view fallback) const {
    const Value* member = find(name);
    const std::string* found = member == nullptr ? nullptr : member->text();
    return found == nullptr ? std::string(fallback) : *found;
}

std::string_view Value::kindName() const noexcept {
    static constexpr std::array<std::string_view, 7> names{"nothing", "yes or no", "number",         "number",
                                                           "text",    "list",      "group of fields"};
    return names.at(value_.index());
}

}  // namespace engross
