#include "service/access.h"

#include "service/routes.h"
#include "service/server_fixture.h"

namespace engross {
namespace {

std::string filled(std::string pattern) {
    for (const char* name : {"{id}", "{sha256}", "{handle}"}) {
        if (const std::size_t at = pattern.find(name); at != std::string::npos) {
            pattern.replace(at, std::string(name).size(), std::string(64, 'a'));
        }
    }
    return pattern;
}

TEST_F(ServiceTest, AsksForATokenOnEveryRouteThatIsNotOpen) {
    for (const Route& route : routes()) {
        const std::string path = filled(route.pattern);
        const int status = call(route.method, path, "", {}, "").status;
        if (route.door == Route::Door::Open) {
            EXPECT_NE(status, 401) << route.pattern;
        } else {
            EXPECT_EQ(status, 401) << route.pattern;
            EXPECT_EQ(call(route.method, path, "", {}, "egr_wrong").status, 401) << route.pattern;
        }
    }
    EXPECT_TRUE(trail().empty());
}

TEST_F(ServiceTest, OpensNoMoreThanHealthReadinessTheDescriptionSignInAndTheStyleSheet) {
    std::vector<std::string> open;
    for (const Route& route : routes()) {
        if (route.door == Route::Door::Open) {
            open.push_back(route.pattern);
        }
    }
    EXPECT_EQ(open,
              (std::vector<std::string>{"/healthz", "/readyz", "/openapi.json", "/sign-in", "/static/engross.css"}));
}

TEST_F(ServiceTest, SaysHowToSignIn) {
    const Reply reply = get("/api/v1/types", {}, "");
    EXPECT_EQ(reply.code(), "token-missing");
    EXPECT_EQ(reply.header("WWW-Authenticate"), "Bearer");
}

TEST_F(ServiceTest, RefusesAnExpiredToken) {
    EXPECT_EQ(get("/api/v1/types").status, 200);
    elapsed_ = 3'600'000;
    EXPECT_EQ(get("/api/v1/types").status, 401);
}

TEST_F(ServiceTest, LetsAnAuditorLookButNotAct) {
    const std::string id = submitted();
    EXPECT_EQ(get("/api/v1/requests/" + id, {}, auditor_).status, 200);
    EXPECT_EQ(submit(letter, {}, auditor_).status, 403);
    EXPECT_EQ(call("POST", "/api/v1/requests/" + id + "/cancel", "", {}, auditor_).code(), "role-may-not");
    EXPECT_EQ(upload(form("x"), auditor_).status, 403);
}

TEST(Access, GivesEveryRoleWhatItNeedsAndNoMore) {
    for (const PersonRole role : {PersonRole::Officer, PersonRole::Signatory, PersonRole::Server, PersonRole::Legal,
                                  PersonRole::Administrator, PersonRole::Auditor}) {
        const bool acts = role != PersonRole::Server && role != PersonRole::Auditor;
        EXPECT_TRUE(allows(role, Action::SeeTypes));
        EXPECT_TRUE(allows(role, Action::SeeCase));
        EXPECT_TRUE(allows(role, Action::Download));
        EXPECT_EQ(allows(role, Action::Submit), acts);
        EXPECT_EQ(allows(role, Action::Cancel), acts);
        EXPECT_EQ(allows(role, Action::Upload), acts);
    }
}

/// The session that a sign-in link gives, as the Cookie header sends it.
class SignInTest : public ServiceTest {
protected:
    std::string link(std::chrono::seconds usableFor = std::chrono::seconds{60}) {
        return makeSignInLink(
            *sqlite_, "", {.role = PersonRole::Officer, .team = "north", .expiresAt = start + std::chrono::hours{8}},
            usableFor, start);
    }
    std::string session() {
        const Reply reply = get(link(), {}, "");
        EXPECT_EQ(reply.status, 303);
        const std::string cookie = reply.header("Set-Cookie");
        return cookie.substr(0, cookie.find(';'));
    }
};

TEST_F(SignInTest, OpensOnceAndSetsACookieThatScriptsCannotRead) {
    const std::string path = link();
    const Reply first = get(path, {}, "");
    EXPECT_EQ(first.status, 303);
    EXPECT_EQ(first.header("Location"), "/");
    const std::string cookie = first.header("Set-Cookie");
    EXPECT_NE(cookie.find("HttpOnly"), std::string::npos);
    EXPECT_NE(cookie.find("SameSite=Lax"), std::string::npos);
    EXPECT_NE(cookie.find("Max-Age=28800"), std::string::npos);
    EXPECT_EQ(cookie.find("Secure"), std::string::npos);
    const Reply second = get(path, {}, "");
    EXPECT_EQ(second.status, 403);
    EXPECT_EQ(second.header("Set-Cookie"), "");
    EXPECT_EQ(get("/", {{"Cookie", cookie.substr(0, cookie.find(';'))}}, "").status, 200);
}

TEST_F(SignInTest, MarksTheCookieSecureBehindAProxy) {
    settings_.secureCookies = true;
    EXPECT_NE(get(link(), {}, "").header("Set-Cookie").find("; Secure"), std::string::npos);
}

TEST_F(SignInTest, IsNotUsedUpByAHead) {
    const std::string path = link();
    EXPECT_EQ(call("HEAD", path, "", {}, "").status, 200);
    EXPECT_EQ(get(path, {}, "").status, 303);
}

TEST_F(SignInTest, EndsWhenTheLinkOrTheSessionDoes) {
    const std::string late = link(std::chrono::seconds{60});
    const std::string cookie = session();
    elapsed_ = 60'000;
    EXPECT_EQ(get(late, {}, "").status, 403);
    EXPECT_EQ(get("/", {{"Cookie", cookie}}, "").status, 200);
    elapsed_ = 8 * 3'600'000;
    EXPECT_EQ(get("/", {{"Cookie", cookie}}, "").status, 401);
    EXPECT_EQ(get("/sign-in", {}, "").status, 403);
}

TEST_F(SignInTest, TakesASessionAsACookieOnlyAndATokenAsAHeaderOnly) {
    const std::string cookie = session();
    const std::string secret = cookie.substr(cookie.find('=') + 1);
    EXPECT_EQ(get("/api/v1/types", {}, secret).status, 401);
    EXPECT_EQ(get("/api/v1/types", {{"Cookie", "engross_session=" + officer_}}, "").status, 401);
    EXPECT_EQ(get("/api/v1/types", {{"Cookie", "other=1; " + cookie}}, "").status, 200);
}

TEST_F(SignInTest, RefusesWhatAnotherSiteMakesABrowserSend) {
    const std::string cookie = session();
    const Headers foreign{{"Cookie", cookie}, {"Sec-Fetch-Site", "cross-site"}};
    const Headers own{{"Cookie", cookie}, {"Sec-Fetch-Site", "same-origin"}};
    EXPECT_EQ(submit(letter, foreign, "").code(), "another-site");
    EXPECT_EQ(submit(letter, own, "").status, 202);
}

}  // namespace
}  // namespace engross
