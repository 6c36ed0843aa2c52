#include "command/commands.h"
#include "command/data_folder.h"
#include "command/home.h"
#include "store/records.h"

#include <array>
#include <charconv>

namespace engross {
namespace {

constexpr std::array kRoles{PersonRole::Officer, PersonRole::Signatory,     PersonRole::Server,
                            PersonRole::Legal,   PersonRole::Administrator, PersonRole::Auditor};
constexpr int kUsualDays = 365;
constexpr int kMostDays = 3650;

std::string roleNames() {
    std::string names;
    for (const PersonRole role : kRoles) {
        names += (names.empty() ? "" : ", ") + std::string(nameOf(role));
    }
    return names;
}

Grant grantFrom(const Arguments& arguments, Instant now) {
    UsageFaults faults;
    Grant grant;
    const auto role = arguments.value("role");
    if (!role) {
        faults.faults.push_back({UsageFault::Kind::MissingOption, "--role ROLE", roleNames()});
    } else if (const auto known = roleFrom(*role)) {
        grant.role = *known;
    } else {
        faults.faults.push_back({UsageFault::Kind::UnfitValue, "--role " + *role, roleNames()});
    }
    const std::string text = arguments.valueOr("days", std::to_string(kUsualDays));
    int days = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), days);
    if (read.ptr != text.data() + text.size() || days < 1 || days > kMostDays) {
        faults.faults.push_back({UsageFault::Kind::UnfitValue, "--days " + text, "1-" + std::to_string(kMostDays)});
    }
    if (!faults.faults.empty()) {
        throw faults;
    }
    grant.team = arguments.valueOr("team", "housing");
    grant.expiresAt = now + std::chrono::hours{24} * days;
    return grant;
}

Exit newToken(const Arguments& arguments, Console& console) {
    const Instant now = systemNow();
    const Grant grant = grantFrom(arguments, now);
    DataFolder data{arguments};
    const IssuedToken token = makeToken(TokenKind::Bearer, grant, now);
    data.database().transaction([&](Transaction& transaction) {
        Records{transaction}.add(token);
        Trail{transaction}.append({.at = now,
                                   .actor = "command",
                                   .action = "token.made",
                                   .subject = token.token.id,
                                   .request = {},
                                   .details = {}});
    });
    if (console.answersJson()) {
        console.answer(Object{{"token", token.secret},
                              {"id", token.token.id},
                              {"role", nameOf(grant.role)},
                              {"team", grant.team},
                              {"expires_at", isoTime(grant.expiresAt)}});
    } else {
        console.out() << token.secret << '\n';
    }
    return Exit::Done;
}

}  // namespace

Command tokenNewCommand() {
    return {.name = "token new",
            .options = {{.name = "role", .value = "ROLE"},
                        {.name = "team", .value = "TEAM"},
                        {.name = "days", .value = "N"},
                        dataOption()},
            .run = newToken};
}

}  // namespace engross
