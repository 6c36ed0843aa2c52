#include "service/dispatcher.h"
#include "service/handlers.h"
#include "service/pages.h"
#include "service/record.h"
#include "service/request_view.h"

namespace engross {
namespace {

constexpr std::size_t shownRequests = 50;

TypeTitle titlesOf(const Context& context) {
    return [catalogue = context.parts.catalogue()](const std::string& id) {
        const TypeSummary* type = catalogue->find(id);
        return type == nullptr ? id : type->title;
    };
}

}  // namespace

Answer showFrontPage(const Context& context, const Call& call) {
    const auto requests = context.parts.queue.list(call.principal.team, "", shownRequests);
    recordSeen(context, call, "requests.listed", "team");
    return frontPage(call, requests, titlesOf(context));
}

Answer showRequestPage(const Context& context, const Call& call) {
    const auto job = findRequest(context, call, call.part("id"));
    if (!job) {
        return refusalPage(call, 404, "not-found");
    }
    recordSeen(context, call, "request.seen", job->id);
    return requestPage(call, *job, titlesOf(context));
}

Answer signIn(const Context& context, const Call& call) {
    // Some programs look at a link before a person follows it: a HEAD must not use it up.
    if (call.method == "HEAD") {
        return html(200, "");
    }
    Call signedIn = call;
    const std::string key = call.queried("key");
    const auto issued = context.parts.database.transaction([&](Transaction& transaction) {
        Records records(transaction);
        const auto grant = records.useSignInLink(key, call.now);
        std::optional<IssuedToken> session;
        if (grant && grant->expiresAt > call.now) {
            session = makeToken(TokenKind::Session, *grant, call.now);
            records.add(*session);
            signedIn.principal = {session->token.id, grant->personId, TokenKind::Session, grant->role, grant->team};
            record(transaction, signedIn, "person.signed-in", session->token.id);
        }
        return session;
    });
    if (!issued) {
        return refusalPage(call, 403, "link-used");
    }
    const auto lifetime =
        std::chrono::duration_cast<std::chrono::seconds>(issued->token.grant.expiresAt - call.now).count();
    std::string cookie = std::string(sessionCookie) + "=" + issued->secret +
                         "; Path=/; HttpOnly; SameSite=Lax; Max-Age=" + std::to_string(lifetime);
    cookie += context.settings.secureCookies ? "; Secure" : "";
    return html(303, "").with("Location", "/").with("Set-Cookie", std::move(cookie));
}

}  // namespace engross
