#include "service/pages.h"

#include "service/server_fixture.h"

namespace engross {
namespace {

class PageTest : public ServiceTest {
protected:
    PageTest() {
        const std::string link = makeSignInLink(
            *sqlite_, "", {.role = PersonRole::Officer, .team = "north", .expiresAt = start + std::chrono::hours{8}},
            std::chrono::seconds{60}, start);
        const std::string cookie = get(link, {}, "").header("Set-Cookie");
        session_ = cookie.substr(0, cookie.find(';'));
    }
    Reply page(const std::string& path, Headers headers = {}) {
        headers.emplace_back("Cookie", session_);
        return get(path, headers, "");
    }
    std::string session_;
};

TEST_F(PageTest, ShowsAnEmptyListInWords) {
    const Reply reply = page("/");
    EXPECT_EQ(reply.status, 200);
    EXPECT_EQ(reply.header("Content-Type"), "text/html; charset=utf-8");
    EXPECT_NE(reply.body.find("has not asked for a document yet"), std::string::npos);
}

TEST_F(PageTest, ListsTheTeamsRequestsWithStatesAndFiles) {
    const std::string id = submitted();
    const Sha256 hash = finish(id, "%PDF");
    (void)submitted();
    elapsed_ = 120'000;
    const std::string body = page("/").body;
    EXPECT_NE(body.find("tag-done\">Done<"), std::string::npos);
    EXPECT_NE(body.find("tag-queued\">Queued<"), std::string::npos);
    EXPECT_NE(body.find("href=\"/requests/" + id + "\">Letter</a>"), std::string::npos);
    EXPECT_NE(body.find("/artefacts/" + hash.hex() + "\">letter.pdf</a> (2 pages)"), std::string::npos);
    EXPECT_NE(body.find(">2 minutes ago</time>"), std::string::npos);
    EXPECT_EQ(trail().back(), "requests.listed team");
}

TEST_F(PageTest, ShowsProgressAsWordsToo) {
    const std::string id = submitted();
    const auto work = queue_.claim("worker", {Lane::Letters}, 1, start);
    EXPECT_TRUE(queue_.progress(work.at(0).claim, 0.42, start));
    const std::string body = page("/requests/" + id).body;
    EXPECT_NE(body.find("<progress max=\"100\" value=\"42\" aria-label=\"42% done\">"), std::string::npos);
    EXPECT_NE(body.find("</progress> 42% done"), std::string::npos);
}

TEST_F(PageTest, PutsWhatHasToBePutRightFirst) {
    const std::string id = submitted();
    const auto work = queue_.claim("worker", {Lane::Letters}, 1, start);
    const Object locked{{"code", "exhibit-locked"},
                        {"severity", "error"},
                        {"field", "/exhibits/0"},
                        {"message", "exhibit AB/7: file is encrypted"},
                        {"law", "s.1"},
                        {"hints", List{Value("upload an open copy")}}};
    EXPECT_TRUE(queue_.needsAttention(work.at(0).claim, writeJson(Object{{"diagnostics", List{locked}}}), start));
    const std::string body = page("/requests/" + id).body;
    const std::size_t summary = body.find("error-summary");
    ASSERT_NE(summary, std::string::npos);
    EXPECT_LT(summary, body.find("<h1"));
    EXPECT_NE(body.find("exhibit AB/7: file is encrypted"), std::string::npos);
    EXPECT_NE(body.find("upload an open copy"), std::string::npos);
    EXPECT_NE(body.find("Needs attention"), std::string::npos);
    EXPECT_EQ(trail().back(), "request.seen " + id);
}

TEST_F(PageTest, WritesWhatPeopleSentAsTextNeverAsMarkup) {
    const Reply reply = submit(R"({"type":"bundle","case_ref":"<script>alert('x')</script>\"&"})");
    ASSERT_EQ(reply.status, 202);
    for (const std::string& path : {std::string("/"), "/requests/" + reply.json().textOr("id", "")}) {
        const std::string body = page(path).body;
        EXPECT_EQ(body.find("<script"), std::string::npos) << path;
        EXPECT_NE(body.find("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&quot;&amp;"), std::string::npos) << path;
    }
}

TEST_F(PageTest, AllowsNoScriptAndNothingFromElsewhere) {
    const Reply reply = page("/");
    EXPECT_NE(reply.header("Content-Security-Policy").find("default-src 'none'"), std::string::npos);
    EXPECT_EQ(reply.header("Content-Security-Policy").find("script-src"), std::string::npos);
    EXPECT_EQ(reply.body.find("<script"), std::string::npos);
    EXPECT_EQ(reply.body.find("http://"), std::string::npos);
    EXPECT_EQ(reply.body.find("https://"), std::string::npos);
    EXPECT_EQ(get("/static/engross.css", {}, "").header("Content-Type"), "text/css; charset=utf-8");
}

TEST_F(PageTest, TellsWhoIsNotSignedInHowToSignIn) {
    const Reply reply = get("/", {}, "");
    EXPECT_EQ(reply.status, 401);
    EXPECT_EQ(reply.header("Content-Type"), "text/html; charset=utf-8");
    EXPECT_NE(reply.body.find("You are not signed in"), std::string::npos);
}

TEST_F(PageTest, HidesRequestsOfOtherTeams) {
    const Reply theirs = submit(letter, {}, stranger_);
    const Reply reply = page("/requests/" + theirs.json().textOr("id", ""));
    EXPECT_EQ(reply.status, 404);
    EXPECT_NE(reply.body.find("There is no such thing"), std::string::npos);
    EXPECT_EQ(page("/").body.find(theirs.json().textOr("id", "")), std::string::npos);
}

TEST_F(PageTest, SpeaksWelsh) {
    (void)submitted();
    const Reply reply = page("/", {{"Accept-Language", "cy-GB,cy;q=0.9"}});
    EXPECT_NE(reply.body.find("<html lang=\"cy-GB\">"), std::string::npos);
    EXPECT_NE(reply.body.find("Ceisiadau"), std::string::npos);
    EXPECT_NE(reply.body.find("Mewn ciw"), std::string::npos);
    EXPECT_NE(page("/?lang=cy").body.find("Ceisiadau"), std::string::npos);
}

}  // namespace
}  // namespace engross
