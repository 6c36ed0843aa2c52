#include "script/required_facts.h"

namespace engross {
namespace {

class RequiredFacts {
public:
    explicit RequiredFacts(const CheckedCase& checked) : checked_(checked) {}

    std::vector<std::string> all() {
        for (const Datum& datum : checked_.values.fields) {
            const Field& field = datum.field();
            const bool wanted = field.requiredWhen.empty() ? !field.optional
                                                           : holds(conditionFrom(field.requiredWhen), checked_.values);
            add(datum, field.name, wanted && !checked_.type->defaults.contains(field.name));
        }
        return std::move(paths_);
    }

private:
    // NOLINTNEXTLINE(misc-no-recursion): no deeper than the schema
    void add(const Datum& datum, const std::string& path, bool wanted) {
        if (datum.empty()) {
            return;
        }
        if (wanted) {
            paths_.push_back(path);
        }
        if (const auto* items = datum.items(); items != nullptr) {
            members(items->front(), path + ".1");
        } else {
            members(datum, path);
        }
    }

    // NOLINTNEXTLINE(misc-no-recursion)
    void members(const Datum& datum, const std::string& path) {
        const auto* record = datum.get<Datum::RecordOf>();
        if (record == nullptr) {
            return;
        }
        for (const Datum& member : record->members) {
            const Field& field = member.field();
            const bool wanted = field.requiredWhen.empty()
                                    ? !field.optional
                                    : holdsAmong(datum, conditionFrom(field.requiredWhen)).value_or(false);
            add(member, path + "." + field.name, wanted);
        }
    }

    const CheckedCase& checked_;
    std::vector<std::string> paths_;
};

}  // namespace

std::vector<std::string> requiredFacts(const CheckedCase& checked) {
    return RequiredFacts(checked).all();
}

bool isAt(std::string_view pointer, std::string_view path) {
    std::string wanted;
    for (std::size_t start = 0; start <= path.size();) {
        const std::size_t dot = std::min(path.find('.', start), path.size());
        const std::string step(path.substr(start, dot - start));
        const bool number = !step.empty() && step.find_first_not_of("0123456789") == std::string::npos;
        wanted += "/" + (number ? std::to_string(std::stoul(step) - 1) : step);
        start = dot + 1;
    }
    const std::size_t root = pointer.find('/', 1);
    return root != std::string_view::npos && pointer.substr(root) == wanted;
}

std::optional<bool> holdsAmong(const Datum& record, const Condition& condition) {
    const std::size_t dot = condition.path.find('.');
    const Datum* other = record.member(std::string_view(condition.path).substr(0, dot));
    if (other == nullptr) {
        return std::nullopt;
    }
    bool met = holds(*other);
    if (dot != std::string::npos) {
        const auto next = stepFrom({other, {}, {}, nullptr}, std::string_view(condition.path).substr(dot + 1));
        met = next && holds(*next->datum);
    }
    return met != condition.negated;
}

}  // namespace engross
