#pragma once
#include "calendar/calendar.h"
#include "model/diagnostic.h"
#include "model/request.h"
#include "script/catalogue.h"
#include "store/life_records.h"
#include "words/messages.h"

#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <vector>

namespace engross {

/// A sum that matters and cannot be read: over every limit.
constexpr std::int64_t unknownSum = std::numeric_limits<std::int64_t>::max();

/// Whom a document asks the register for. A post, a person, both or neither may be named.
struct SignatoryQuestion {
    std::string provision{};
    std::string post{};
    std::string person{};
    Day day{};                            // on which it is signed
    std::optional<std::int64_t> pence{};  // what it is about, where the delegation's limit matters
};

struct SignatoryAnswer {
    std::optional<DelegationEntry> entry{};  // absent exactly when there are faults
    std::vector<Diagnostic> faults{};
};

/// GEN-08: the one entry of the register under which the document may be signed on that day. A refusal names the
/// provision, the post and the day: nobody is entered, not yet or no longer, over the limit, or more than one person.
[[nodiscard]] SignatoryAnswer findSignatory(const std::vector<DelegationEntry>& entries,
                                            const SignatoryQuestion& question, Language reader);

/// Whether both name the same person, post or provision: neither case nor the kind of a space matters.
[[nodiscard]] bool namesTheSame(const std::string& left, const std::string& right);

/// What a request asks the register; nothing for a type that names no provision. The day is the request's `dated_on`,
/// else `today`; the sum is the field that the type's `limit_of` names, `unknownSum` where that is no sum.
[[nodiscard]] std::optional<SignatoryQuestion> questionOf(const Request& request, const TypeSummary& type, Day today);

/// Puts the signatory of the register into the request: title, name, post, and what the authority rests on, in place of
/// whatever was typed. Where the register has no entry at all the request stays as it is, with a warning; such a
/// document is refused when it is to be approved.
[[nodiscard]] std::vector<Diagnostic> enterSignatory(Request& request, const TypeSummary& type,
                                                     const std::vector<DelegationEntry>& entries, Day today,
                                                     Language reader);

/// A register as a file, for making documents without a store: `{"delegations": [{"post", "person", "title",
/// "provision", "limit", "from", "until", "scheme", "scheme_date", "second_person"}]}`. All faults at once.
struct RegisterFile {
    std::vector<DelegationEntry> entries{};
    std::vector<Diagnostic> faults{};
};
[[nodiscard]] RegisterFile readRegister(const Value& value, Language reader);
/// One entry of such a file, or a body of the API; `pointer` is where it stands.
[[nodiscard]] DelegationEntry readDelegation(const Value& value, const std::string& pointer, Language reader,
                                             std::vector<Diagnostic>& faults);
[[nodiscard]] Value toValue(const DelegationEntry& entry);

/// Pence of "30000", 30000, 12.5 or "£1,250.50"; nothing for anything else.
[[nodiscard]] std::optional<std::int64_t> penceFrom(const Value& value);

}  // namespace engross
