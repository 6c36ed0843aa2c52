#include "service/dispatcher.h"

#include "service/pages.h"

#include <algorithm>

namespace engross {
namespace {

constexpr std::string_view bearer = "Bearer ";

std::optional<Principal> principalOf(const Context& context, const Call& call) {
    const std::string header = call.header("authorization");
    const bool isBearer = header.starts_with(bearer);
    const std::string secret = isBearer ? header.substr(bearer.size()) : call.cookie(sessionCookie);
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
