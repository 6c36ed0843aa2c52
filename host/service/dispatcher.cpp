#include "service/dispatcher.h"

#include "service/pages.h"

#include <algorithm>

namespace engross {
namespace {

constexpr std::string_view bearer = "Bearer ";

std::string cookie(const Call& call, std::string_view name) {
    const std::string header = call.header("cookie");
    std::string_view rest = header;
    while (!rest.empty()) {
        const std::size_t end = std::min(rest.find(';'), rest.size());
        std::string_view pair = rest.substr(0, end);
        pair.remove_prefix(std::min(pair.find_first_not_of(' '), pair.size()));
        if (pair.starts_with(name) && pair.substr(name.size()).starts_with('=')) {
            return std::string(pair.substr(name.size() + 1));
        }
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return {};
}

std::optional<Principal> principalOf(const Context& context, const Call& call) {
    const std::string header = call.header("authorization");
    const bool isBearer = header.starts_with(bearer);
    const std::string secret = isBearer ? header.substr(bearer.size()) : cookie(call, sessionCookie);
    if (secret.empty()) {
        return std::nullopt;
    }
    const auto token = context.parts.database.snapshot(
        [&](Transaction& transaction) { return Records(transaction).token(secret, call.now); });
    if (!token || (token->kind == TokenKind::Session) == isBearer) {
        return std::nullopt;
    }
    return Principal{token->id, token->grant.personId, token->kind, token->grant.role, token->grant.team};
}

// A browser adds the session to calls that another site's page makes it send; it also says where they come from.
bool fromAnotherSite(const Call& call) {
    const std::string site = call.header("sec-fetch-site");
    return call.principal.kind == TokenKind::Session && call.method != "GET" && call.method != "HEAD" &&
           !site.empty() && site != "same-origin" && site != "none";
}

std::string withCommas(const std::vector<std::string>& parts) {
    std::string text;
    for (const std::string& part : parts) {
        text += text.empty() ? "" : ", ";
        text += part;
    }
    return text;
}

Answer refused(const Route& route, const Call& call, int status, std::string_view code) {
    return route.door == Route::Door::Page ? refusalPage(call, status, code) : problem(call, status, code);
}

Answer admitted(const Context& context, Call& call, const Route& route) {
    if (route.door == Route::Door::Open) {
        return route.handler(context, call);
    }
    const auto principal = principalOf(context, call);
    if (!principal) {
        return refused(route, call, 401, "token-missing").with("WWW-Authenticate", "Bearer");
    }
    call.principal = *principal;
    if (!allows(principal->role, route.action)) {
        return refused(route, call, 403, "role-may-not");
    }
    if (fromAnotherSite(call)) {
        return refused(route, call, 403, "another-site");
    }
    return route.handler(context, call);
}

Answer failed(const Context& context, const Call& call, const Route& route, const Error& error) {
    const bool fatal = error.code().ends_with("-fsync");
    if (fatal) {
        context.parts.mustStop(error.code());
    }
    context.parts.log(Object{{"event", "error"},
                             {"code", error.code()},
                             {"subject", error.subject()},
                             {"correlation_id", call.correlation}});
    if (error.retryable() || fatal) {
        return refused(route, call, 503, "try-later").with("Retry-After", "5");
    }
    return refused(route, call, 500, "failed");
}

Answer routed(const Context& context, Call& call) {
    RouteMatch found = match(routes(), call.method, call.path);
    if (found.route == nullptr && found.otherMethods.empty()) {
        return notFound(call);
    }
    if (found.route == nullptr) {
        return problem(call, 405, "method").with("Allow", withCommas(found.otherMethods));
    }
    call.parts = std::move(found.parts);
    call.route = found.route->pattern;
    try {
        return admitted(context, call, *found.route);
    } catch (const Error& error) {
        return failed(context, call, *found.route, error);
    }
}

bool has(const Answer& answer, std::string_view name) {
    return std::ranges::any_of(answer.headers, [&](const auto& header) { return header.first == name; });
}

}  // namespace

Answer dispatch(const Context& context, Call& call) {
    Answer answer = routed(context, call);
    answer.with("X-Content-Type-Options", "nosniff").with("Referrer-Policy", "no-referrer");
    answer.with("X-Correlation-Id", call.correlation);
    answer.with("Content-Security-Policy",
                "default-src 'none'; style-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'");
    if (!has(answer, "Cache-Control")) {
        answer.with("Cache-Control", "private, no-store");
    }
    return answer;
}

Value logLine(const Call& call, const Answer& answer, std::chrono::milliseconds took) {
    return Object{{"event", "call"},
                  {"at", isoTime(call.now)},
                  {"method", call.method},
                  {"route", call.route.empty() ? std::string("none") : call.route},
                  {"status", answer.status},
                  {"ms", std::int64_t{took.count()}},
                  {"correlation_id", call.correlation}};
}

}  // namespace engross
