#pragma once
#include <cstddef>
#include <string>

namespace engross {

/// Whether what belongs to a group or to a membership of groups is hidden (ISO 32000-1 8.11.2). `View` reads values of
/// either reader: isDictionary, isArray, entry, name, nameOf, items (the first so many of an array, none of another
/// value), and isOff, which says of a group whether it is. References stay references until they are looked into. What
/// cannot be judged is not hidden.
template <typename View>
class LayerPolicy {
public:
    using Value = typename View::Value;

    explicit LayerPolicy(const View& view) : view_(view) {}

    [[nodiscard]] bool hides(const Value& membership) const {
        if (!view_.isDictionary(membership)) {
            return false;
        }
        if (view_.name(membership, "/Type") != "/OCMD") {
            return view_.isOff(membership);
        }
        const Value expression = view_.entry(membership, "/VE");
        if (view_.isArray(expression)) {
            return !holds(expression, 0);
        }
        return !meets(view_.entry(membership, "/OCGs"), view_.name(membership, "/P"));
    }

private:
    static constexpr std::size_t deepest = 32;
    static constexpr std::size_t most = 1'000;  // groups, and steps through an expression

    [[nodiscard]] bool meets(const Value& groups, const std::string& policy) const {
        if (view_.isDictionary(groups)) {
            return view_.isOff(groups) == (policy == "/AllOff" || policy == "/AnyOff");
        }
        std::size_t on = 0;
        std::size_t off = 0;
        for (const Value& group : view_.items(groups, most)) {
            const bool counts = view_.isDictionary(group);
            off += counts && view_.isOff(group) ? 1U : 0U;
            on += counts && !view_.isOff(group) ? 1U : 0U;
        }
        if (on + off == 0) {
            return true;
        }
        return policy == "/AllOn" ? off == 0 : policy == "/AnyOff" ? off > 0 : policy == "/AllOff" ? on == 0 : on > 0;
    }

    /// A visibility expression (table 99): a group, or /And, /Or or /Not of such.
    [[nodiscard]] bool holds(const Value& expression, std::size_t depth) const {
        if (depth > deepest || ++steps_ > most || !view_.isArray(expression)) {
            return !view_.isDictionary(expression) || !view_.isOff(expression);
        }
        const auto parts = view_.items(expression, most);
        const std::string operation = parts.empty() ? std::string() : view_.nameOf(parts.front());
        if (operation == "/Not") {
            return parts.size() < 2 || !holds(parts[1], depth + 1);
        }
        if (operation != "/And" && operation != "/Or") {
            return true;
        }
        bool any = parts.size() < 2;
        bool all = true;
        for (std::size_t i = 1; i < parts.size(); ++i) {
            const bool one = holds(parts[i], depth + 1);
            any = any || one;
            all = all && one;
            if (operation == "/Or" ? any : !all) {
                break;
            }
        }
        return operation == "/And" ? all : any;
    }

    const View& view_;
    mutable std::size_t steps_ = 0;
};

}  // namespace engross
