#pragma once
#include "model/request.h"
#include "model/value.h"
#include "words/messages.h"

#include <cstddef>
#include <map>
#include <string>
#include <vector>

namespace engross {

/// Where a document that an answer speaks of stands in its request.
struct AnsweredPlace {
    bool listed = false;  // among `exhibits` of a document that is no bundle; else an item of a section
    std::size_t section = 0;
    std::size_t item = 0;
    auto operator<=>(const AnsweredPlace&) const = default;

    /// "0-2", "x-2" of a listed one: how the form's fields are told apart.
    [[nodiscard]] std::string key() const;
};

/// What is to become of a document.
enum class ExhibitChoice { None, Password, Copy, Sheet, LeaveOut };
/// "password", "copy", "sheet", "leave-out"; empty for None.
[[nodiscard]] std::string nameOf(ExhibitChoice choice);
[[nodiscard]] ExhibitChoice exhibitChoiceFrom(std::string_view name) noexcept;

/// A document that was uploaded, and what was said of it.
struct AnswerRow {
    AnsweredPlace place;
    std::string title{};
    std::string date{};           // ISO, or empty
    std::vector<Value> faults{};  // diagnostics that refuse it: then a choice is asked for
    std::vector<ExhibitChoice> choices{};
};

/// The documents of a request, in its order, with what the outcome's `diagnostics` say of each.
[[nodiscard]] std::vector<AnswerRow> answerRows(const Request& request, const List& diagnostics);

/// What a person decided of one document.
struct AnswerEntry {
    ExhibitChoice choice = ExhibitChoice::None;
    std::string password{};
    std::string sheet{};
    std::string received{};      // the handle of the copy that came
    std::string receivedName{};  // of that copy's file
    bool emptyCopy = false;      // a file came without a byte
};
using AnswerEntries = std::map<AnsweredPlace, AnswerEntry>;

/// What is wrong with a field of the form, and the id of the field.
struct FieldError {
    std::string field;
    std::string message;
    AnsweredPlace place;
};
[[nodiscard]] std::vector<FieldError> faultsOfEntries(const std::vector<AnswerRow>& rows, const AnswerEntries& entries,
                                                      const Messages& words);

/// The request as it was decided. All else stands, and so does what was decided of documents that have no choice now.
/// A section that is left without documents is left out.
[[nodiscard]] Request decided(Request request, const AnswerEntries& entries);

}  // namespace engross
