#include "calendar/service.h"

#include "calendar/period.h"

#include <array>

namespace engross {
namespace {

using Method = ServiceMethod;
using Basis = ServiceDay::Basis;

constexpr std::array<std::string_view, 9> names{
    "hand",  "left_at_address",    "affixed", "first_class_post", "second_class_post", "document_exchange", "fax",
    "email", "held_for_collection"};

constexpr std::string_view ordinaryPost = "Interpretation Act 1978 s.7; Practice Direction (QBD) 8 March 1985";
constexpr int firstClassDays = 2;
constexpr int secondClassDays = 4;
constexpr std::chrono::minutes closingTime{16 * 60 + 30};

Day nextDay(Day day) {
    return std::chrono::sys_days(day) + std::chrono::days(1);
}

ServiceDay deemed(Day day, std::string_view source, bool assumed = false) {
    return {.day = day, .basis = Basis::Deemed, .assumed = assumed, .source = source};
}

Day workingDaysAfter(Day day, int count, const Calendar& calendar) {
    return plus(day, count, Period::Unit::WorkingDays, calendar);
}

std::optional<ServiceDay> underStatute(Method method, Day day, const Calendar& calendar) {
    switch (method) {
        case Method::Hand:
        case Method::LeftAtAddress:
            return deemed(day, "Local Government Act 1972 s.233");
        case Method::Affixed:
            return deemed(day, "Local Government Act 1972 s.233(7); Housing Act 2004 s.246, Sch.2");
        case Method::FirstClassPost:
            return deemed(workingDaysAfter(day, firstClassDays, calendar), ordinaryPost, true);
        case Method::SecondClassPost:
            return deemed(workingDaysAfter(day, secondClassDays, calendar), ordinaryPost, true);
        case Method::DocumentExchange:
        case Method::Fax:
        case Method::Email:
        case Method::HeldForCollection:
            return std::nullopt;
    }
    return std::nullopt;
}

std::optional<ServiceDay> ofCourtDocument(Method method, const LocalTime& step, const Calendar& calendar) {
    constexpr std::string_view source = "CPR 6.26";
    switch (method) {
        case Method::FirstClassPost:
        case Method::DocumentExchange:
            return deemed(calendar.workingDayFrom(nextDay(nextDay(step.day))), source);
        case Method::Hand:
        case Method::LeftAtAddress:
        case Method::Fax:
        case Method::Email: {
            const bool inTime = calendar.isWorkingDay(step.day) && step.clock < closingTime;
            return deemed(inTime ? step.day : calendar.workingDayFrom(nextDay(step.day)), source);
        }
        case Method::SecondClassPost:
        case Method::Affixed:
        case Method::HeldForCollection:
            return std::nullopt;
    }
    return std::nullopt;
}

std::optional<ServiceDay> ofClaimForm(Method method, Day day, const Calendar& calendar) {
    switch (method) {
        case Method::SecondClassPost:
        case Method::Affixed:
        case Method::HeldForCollection:
            return std::nullopt;
        case Method::Hand:
        case Method::LeftAtAddress:
        case Method::FirstClassPost:
        case Method::DocumentExchange:
        case Method::Fax:
        case Method::Email:
            return deemed(workingDaysAfter(day, 2, calendar), "CPR 6.14");
    }
    return std::nullopt;
}

/// Housing Act 1996 has no deemed day for the post: time runs from receipt, and a posted letter is only assumed to have
/// come in the ordinary course.
std::optional<ServiceDay> ofHomelessness(Method method, Day day, const Calendar& calendar) {
    switch (method) {
        case Method::Hand:
            return deemed(day, "Housing Act 1996 Part 7");
        case Method::LeftAtAddress:
        case Method::Email:
            return deemed(day, "Housing Act 1996 Part 7", true);
        case Method::FirstClassPost:
            return deemed(workingDaysAfter(day, firstClassDays, calendar), ordinaryPost, true);
        case Method::SecondClassPost:
            return deemed(workingDaysAfter(day, secondClassDays, calendar), ordinaryPost, true);
        case Method::HeldForCollection:
        case Method::Affixed:
        case Method::DocumentExchange:
        case Method::Fax:
            return std::nullopt;
    }
    return std::nullopt;
}

std::optional<ServiceDay> ofSocialHomeHazard(Method method, Day day) {
    switch (method) {
        case Method::Hand:
        case Method::LeftAtAddress:
        case Method::FirstClassPost:
        case Method::Email:
            return deemed(day, "SI 2025/1042 reg.10");
        case Method::SecondClassPost:
        case Method::Affixed:
        case Method::DocumentExchange:
        case Method::Fax:
        case Method::HeldForCollection:
            return std::nullopt;
    }
    return std::nullopt;
}

/// Where the rules deem, they deem: CPR 6.26 and SI 2025/1042 reg.10 leave no room for the contrary. Under s.233 only a
/// method that the section knows can be proved; homelessness notices count from receipt, however they came.
std::optional<ServiceDay> proved(ServiceRegime regime, const ServiceFacts& facts) {
    if (!facts.received) {
        return std::nullopt;
    }
    ServiceDay day{.day = *facts.received, .basis = Basis::Proved, .assumed = false, .source = {}};
    if (regime == ServiceRegime::Homelessness) {
        day.source = "Housing Act 1996 Part 7";
        return day;
    }
    if (regime != ServiceRegime::Statute) {
        return std::nullopt;
    }
    const auto rule = underStatute(facts.method, *facts.received, {});
    if (!rule) {
        return std::nullopt;
    }
    day.source = rule->assumed ? "Interpretation Act 1978 s.7" : rule->source;
    return day;
}

}  // namespace

std::string_view nameOf(ServiceMethod method) noexcept {
    return names.at(static_cast<std::size_t>(method));
}

std::optional<ServiceMethod> serviceMethodFrom(std::string_view name) {
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (names.at(i) == name) {
            return static_cast<ServiceMethod>(i);
        }
    }
    return std::nullopt;
}

std::string label(ServiceMethod method, Language language) {
    return Messages::in(language).text("calendar.method_" + std::string(nameOf(method)));
}

std::optional<ServiceDay> deemedService(ServiceRegime regime, ServiceMethod method, const LocalTime& step,
                                        const Calendar& calendar) {
    switch (regime) {
        case ServiceRegime::Statute:
            return underStatute(method, step.day, calendar);
        case ServiceRegime::CourtDocument:
            return ofCourtDocument(method, step, calendar);
        case ServiceRegime::ClaimForm:
            return ofClaimForm(method, step.day, calendar);
        case ServiceRegime::Homelessness:
            return ofHomelessness(method, step.day, calendar);
        case ServiceRegime::SocialHomeHazard:
            return ofSocialHomeHazard(method, step.day);
    }
    return std::nullopt;
}

std::optional<ServiceDay> serviceDay(ServiceRegime regime, const ServiceFacts& facts, const Calendar& calendar) {
    if (const auto day = proved(regime, facts)) {
        return day;
    }
    if (facts.done) {
        return deemedService(regime, facts.method, *facts.done, calendar);
    }
    if (facts.planned) {
        auto day = deemedService(regime, facts.method, *facts.planned, calendar);
        if (day) {
            day->basis = Basis::Planned;
        }
        return day;
    }
    return std::nullopt;
}

}  // namespace engross
