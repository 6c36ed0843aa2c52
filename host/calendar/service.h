#pragma once
#include "calendar/calendar.h"
#include "words/messages.h"
#include "words/zone.h"

#include <optional>
#include <string>
#include <string_view>

namespace engross {

/// How a document goes to a person. Names as in cases and records: `nameOf`.
enum class ServiceMethod {
    Hand,               // given to the person: "hand"
    LeftAtAddress,      // "left_at_address"
    Affixed,            // fixed to a conspicuous part of the premises: "affixed"
    FirstClassPost,     // or an equivalent next-day service: "first_class_post"
    SecondClassPost,    // "second_class_post"
    DocumentExchange,   // "document_exchange"
    Fax,                // "fax"
    Email,              // or another electronic method: "email"
    HeldForCollection,  // made available at the authority's office: "held_for_collection"
};

[[nodiscard]] std::string_view nameOf(ServiceMethod method) noexcept;
[[nodiscard]] std::optional<ServiceMethod> serviceMethodFrom(std::string_view name);
/// "first class post" / "post dosbarth cyntaf"
[[nodiscard]] std::string label(ServiceMethod method, Language language);

/// Which rules decide the day on which a document counts as served.
enum class ServiceRegime {
    Statute,          // a notice of a local authority: Local Government Act 1972 s.233, Interpretation Act 1978 s.7
    CourtDocument,    // CPR 6.26
    ClaimForm,        // CPR 6.14 and 7.5(1)
    Homelessness,     // Housing Act 1996 Part 7: given on receipt, or when made available for collection
    SocialHomeHazard  // SI 2025/1042 reg.10: given when delivered, left, posted or sent
};

/// A day of service and how far it may be relied on.
struct ServiceDay {
    /// Planned: nothing has been done yet. Deemed: done, and the day follows by rule. Proved: receipt was recorded.
    enum class Basis { Planned, Deemed, Proved };
    Day day{};
    Basis basis = Basis::Planned;
    bool assumed = false;     // a working assumption that proof can upset, not a rule: say so wherever it is printed
    std::string_view source;  // the provision
    bool operator==(const ServiceDay&) const = default;
};

/// The day on which a document counts as served when the step (handing over, leaving, posting, sending) is done at
/// `step`. Nothing where the regime does not know the method or gives it no day: e-mail is no method of s.233
/// (enforcement 0.3, GEN-06), and nobody can plan the day on which a person collects.
[[nodiscard]] std::optional<ServiceDay> deemedService(ServiceRegime regime, ServiceMethod method, const LocalTime& step,
                                                      const Calendar& calendar);

/// What is known of one recipient's service.
struct ServiceFacts {
    ServiceMethod method = ServiceMethod::Hand;
    std::optional<LocalTime> planned;
    std::optional<LocalTime> done;
    std::optional<Day> received;  // proved: a signature, an answer, a tracking record
    bool operator==(const ServiceFacts&) const = default;
};

/// The day to count from: proved before deemed before planned. Under the CPR the deemed day stands whatever was proved;
/// under s.233 receipt proves nothing for a method that it does not know, such as e-mail.
[[nodiscard]] std::optional<ServiceDay> serviceDay(ServiceRegime regime, const ServiceFacts& facts,
                                                   const Calendar& calendar);

}  // namespace engross
