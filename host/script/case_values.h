#pragma once
#include "script/datum.h"
#include "script/declared.h"

#include <deque>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace engross {

/// A value that a declared rule gave, and the rule in words ("21 days beginning with 2 March 2026").
struct DerivedValue {
    Datum datum;
    std::string rule;
};

/// The typed facts of one request, in the order of the type's schema, and what was derived from them.
struct CaseValues {
    std::vector<Datum> fields;
    std::vector<std::string> pointers;  // of each field: "/fields/visit_at" or "/case/premises"
    std::vector<DerivedValue> derived;
    std::deque<Field> ownFields;  // of computed values whose kind only this case shows
    std::string reference;

    /// A field or derived value by its name; nullptr for neither.
    [[nodiscard]] const Datum* find(std::string_view name) const;
    /// Where it stands in the request.
    [[nodiscard]] std::string pointerOf(std::string_view name) const;
};

/// One value that a path leads to.
struct Found {
    const Datum* datum = nullptr;
    std::string pointer;                // "/fields/works/2/start_on"
    std::vector<std::size_t> indices;   // of the lists on the way
    std::shared_ptr<const Datum> made;  // owns `datum` where it is no field's own (a time's date)
};

/// Every value at the path; one with an empty datum where a step is empty. Unknown names are our bug by then: the
/// declaration's paths were checked when it was read.
[[nodiscard]] std::vector<Found> valuesAt(const CaseValues& values, std::string_view path);
/// The one value of a path that crosses no list.
[[nodiscard]] Found valueAt(const CaseValues& values, std::string_view path);
[[nodiscard]] bool holds(const Condition& condition, const CaseValues& values);

/// What a path may lead to, found from the declaration alone.
struct PathShape {
    bool known = false;
    FieldKind kind = FieldKind::Text;
    const Field* field = nullptr;  // absent for a made member
    bool many = false;             // crosses a list
    std::string unknown;           // the step that has no such name
    std::string near;              // a name like it, or empty
};
[[nodiscard]] PathShape shapeOf(std::string_view path, const std::vector<const Field*>& roots);
/// As above, from within elements: the innermost field first, then outwards to the roots.
[[nodiscard]] PathShape shapeWithin(std::string_view path, const std::vector<const Field*>& roots,
                                    const std::vector<const Field*>& scopes);

/// A step on from a value: a member, a choice's value, a time's date. Nothing where it is empty.
[[nodiscard]] std::optional<Found> stepFrom(const Found& from, std::string_view name);

}  // namespace engross
