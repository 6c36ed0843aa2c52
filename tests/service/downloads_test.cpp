#include "service/downloads.h"

#include "service/server_fixture.h"

#include <filesystem>
#include <fstream>

namespace engross {
namespace {

class DownloadTest : public ServiceTest {
protected:
    DownloadTest() {
        for (int i = 0; i < 100'000; ++i) {
            bytes_ += static_cast<char>('a' + i % 26);
        }
        id_ = submitted();
        hash_ = finish(id_, bytes_, "hysbysiad gwella \xC5\xB5.pdf");
        path_ = "/api/v1/requests/" + id_ + "/artefacts/" + hash_.hex();
    }
    std::string bytes_;
    std::string id_;
    Sha256 hash_;
    std::string path_;
};

TEST_F(DownloadTest, GivesTheWholeFileWithItsHashAsTag) {
    const Reply reply = get(path_);
    EXPECT_EQ(reply.status, 200);
    EXPECT_EQ(reply.body, bytes_);
    EXPECT_EQ(reply.header("ETag"), "\"" + hash_.hex() + "\"");
    EXPECT_EQ(reply.header("Content-Type"), "application/pdf");
    EXPECT_EQ(reply.header("Cache-Control"), "private, no-store");
    EXPECT_EQ(reply.header("X-Content-Type-Options"), "nosniff");
    EXPECT_EQ(reply.header("Content-Disposition"),
              "attachment; filename=\"hysbysiad gwella __.pdf\"; filename*=UTF-8''hysbysiad%20gwella%20%C5%B5.pdf");
    EXPECT_EQ(trail().back(), "artefact.downloaded " + id_);
}

TEST_F(DownloadTest, GivesPartsOfTheFile) {
    const auto part = [&](const std::string& range) { return get(path_, {{"Range", range}}); };
    EXPECT_EQ(part("bytes=0-9").body, bytes_.substr(0, 10));
    EXPECT_EQ(part("bytes=0-9").status, 206);
    EXPECT_EQ(part("bytes=0-9").header("Content-Range"), "bytes 0-9/100000");
    EXPECT_EQ(part("bytes=99990-").body, bytes_.substr(99'990));
    EXPECT_EQ(part("bytes=-5").body, bytes_.substr(99'995));
    EXPECT_EQ(part("bytes=99999-200000").header("Content-Range"), "bytes 99999-99999/100000");
    EXPECT_EQ(part("bytes=100000-").status, 416);
    EXPECT_EQ(part("bytes=100000-").header("Content-Range"), "bytes */100000");
    EXPECT_EQ(part("bytes=0-1,5-6").status, 200);
    EXPECT_EQ(part("pages=1-2").status, 200);
}

TEST_F(DownloadTest, GoesOnWithAFileOnlyWhileItIsTheSame) {
    const std::string tag = "\"" + hash_.hex() + "\"";
    EXPECT_EQ(get(path_, {{"Range", "bytes=5-"}, {"If-Range", tag}}).status, 206);
    EXPECT_EQ(get(path_, {{"Range", "bytes=5-"}, {"If-Range", "\"other\""}}).status, 200);
}

TEST_F(DownloadTest, SendsNothingToAClientThatHasTheFile) {
    const auto before = trail().size();
    const Reply reply = get(path_, {{"If-None-Match", "\"x\", \"" + hash_.hex() + "\""}});
    EXPECT_EQ(reply.status, 304);
    EXPECT_EQ(reply.body, "");
    EXPECT_EQ(trail().size(), before);
}

TEST_F(DownloadTest, AnswersAHeadWithTheSizeAlone) {
    const Reply reply = call("HEAD", path_);
    EXPECT_EQ(reply.status, 200);
    EXPECT_EQ(reply.header("Content-Length"), "100000");
    EXPECT_EQ(reply.body, "");
}

TEST_F(DownloadTest, OpensNothingToSomebodyWhoKnowsAHashOnly) {
    const Sha256 other = vault_.put("evidence of another case");
    EXPECT_EQ(get("/api/v1/requests/" + id_ + "/artefacts/" + other.hex()).status, 404);
    EXPECT_EQ(get("/api/v1/requests/" + id_ + "/artefacts/..").status, 404);
    EXPECT_EQ(get("/api/v1/requests/" + id_ + "/artefacts/" + std::string(64, 'g')).status, 404);
}

TEST_F(DownloadTest, NeverSendsAFileThatHasChanged) {
    const std::string hex = hash_.hex();
    const std::string object = folder_.path("vault") + "/" + hex.substr(0, 2) + "/" + hex.substr(2, 2) + "/" + hex;
    std::filesystem::permissions(object, std::filesystem::perms::owner_all);
    std::ofstream(object, std::ios::in | std::ios::out) << "A";
    const Reply reply = get(path_);
    EXPECT_EQ(reply.status, 500);
    EXPECT_EQ(reply.code(), "failed");
    EXPECT_NE(log().find("vault-damaged"), std::string::npos);
}

TEST_F(DownloadTest, GoesOnServingWhenAClientStopsListening) {
    const std::string large(20'000'000, 'x');
    const std::string id = submitted();
    const Sha256 hash = finish(id, large);
    for (int round = 0; round < 3; ++round) {
        Poco::Net::HTTPClientSession session("127.0.0.1", server().port());
        Poco::Net::HTTPRequest request("GET", "/api/v1/requests/" + id + "/artefacts/" + hash.hex(),
                                       Poco::Net::HTTPMessage::HTTP_1_1);
        request.set("Authorization", "Bearer " + officer_);
        session.sendRequest(request);
        Poco::Net::HTTPResponse response;
        EXPECT_EQ(session.receiveResponse(response).get(), 'x');
        session.reset();
    }
    EXPECT_EQ(get("/healthz", {}, "").status, 200);
    EXPECT_EQ(get("/api/v1/requests/" + id + "/artefacts/" + hash.hex(), {{"Range", "bytes=-1"}}).body, "x");
}

TEST_F(DownloadTest, GivesADocumentByItsOwnId) {
    sqlite_->transaction([&](Transaction& transaction) {
        Records(transaction)
            .add(DocumentRecord{.id = "d1",
                                .requestId = id_,
                                .type = "letter",
                                .caseReference = "EN/2026/0142",
                                .team = "north",
                                .language = "en",
                                .artefact = hash_,
                                .name = "letter.pdf",
                                .pages = 2,
                                .madeAt = start});
    });
    EXPECT_EQ(get("/api/v1/documents/d1/file").body, bytes_);
    EXPECT_EQ(trail().back(), "artefact.downloaded d1");
    EXPECT_EQ(get("/api/v1/documents/d1/file", {}, stranger_).status, 404);
    EXPECT_EQ(get("/api/v1/documents/d2/file").status, 404);
}

TEST(Ranges, AreReadAsTheStandardSays) {
    using Kind = RangeResult::Kind;
    const auto part = [](const RangeResult& result) {
        return result.kind == Kind::Part ? std::to_string(result.range.first) + "-" + std::to_string(result.range.last)
               : result.kind == Kind::Whole ? std::string("whole")
                                            : std::string("none");
    };
    EXPECT_EQ(part(readRange("", 10)), "whole");
    EXPECT_EQ(part(readRange("bytes=0-0", 10)), "0-0");
    EXPECT_EQ(part(readRange("bytes=3-", 10)), "3-9");
    EXPECT_EQ(part(readRange("bytes=-3", 10)), "7-9");
    EXPECT_EQ(part(readRange("bytes=-30", 10)), "0-9");
    EXPECT_EQ(part(readRange("bytes= 1 - 2 ", 10)), "1-2");
    EXPECT_EQ(part(readRange("bytes=-0", 10)), "none");
    EXPECT_EQ(part(readRange("bytes=10-", 10)), "none");
    EXPECT_EQ(part(readRange("bytes=0-", 0)), "none");
    for (const char* header : {"bytes=5-3", "bytes=-", "bytes=a-b", "bytes=1-2-3", "bytes=+1-2", "bytes 0-1",
                               "bytes=99999999999999999999-", "bytes=0x1-2"}) {
        EXPECT_EQ(part(readRange(header, 10)), "whole") << header;
    }
}

TEST(Tags, AreComparedOneByOne) {
    EXPECT_TRUE(matchesTag("\"a\"", "\"a\""));
    EXPECT_TRUE(matchesTag("\"b\", W/\"a\"", "\"a\""));
    EXPECT_TRUE(matchesTag("*", "\"a\""));
    EXPECT_FALSE(matchesTag("", "\"a\""));
    EXPECT_FALSE(matchesTag("\"ab\"", "\"a\""));
    EXPECT_FALSE(matchesTag(",,", "\"a\""));
}

TEST(ContentDisposition, CannotBeBrokenOutOf) {
    EXPECT_EQ(contentDisposition("a\"; x=\"\r\nSet-Cookie: y.pdf"),
              "attachment; filename=\"a__ x____Set-Cookie_ y.pdf\"; "
              "filename*=UTF-8''a%22%3B%20x%3D%22%0D%0ASet-Cookie%3A%20y.pdf");
}

}  // namespace
}  // namespace engross
