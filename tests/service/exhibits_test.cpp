#include "service/multipart.h"
#include "service/server_fixture.h"

#include <filesystem>
#include <random>

namespace engross {
namespace {

std::size_t filesIn(const std::string& folder) {
    std::size_t count = 0;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
        count += entry.is_regular_file() ? 1 : 0;
    }
    return count;
}

TEST_F(ServiceTest, KeepsAnExhibitUnderAHandleOfItsCase) {
    std::string bytes(300'000, '\0');
    std::mt19937 random(7);
    for (char& byte : bytes) {
        byte = static_cast<char>(random());
    }
    const Reply reply = upload(form(bytes));
    ASSERT_EQ(reply.status, 201) << reply.body;
    const Value body = reply.json();
    const std::string handle = body.textOr("exhibit", "");
    EXPECT_EQ(reply.header("Location"), "/api/v1/exhibits/" + handle);
    EXPECT_EQ(body.textOr("sha256", ""), Sha256::of(bytes).hex());
    EXPECT_EQ(body.textOr("inspection", ""), "pending");
    EXPECT_EQ(body.textOr("name", ""), "gas.pdf");
    EXPECT_EQ(vault_.get(Sha256::of(bytes)), bytes);
    EXPECT_EQ(filesIn(vault_.stagingFolder()), 0U);

    const auto look = queue_.claim("worker", {Lane::Inspections}, 1, start);
    ASSERT_EQ(look.size(), 1U);
    EXPECT_EQ(readJson(look[0].job.payload).value->textOr("exhibit", ""), handle);
    EXPECT_EQ(workforce_.woken, 1);
    EXPECT_EQ(trail(), std::vector{"exhibit.uploaded " + handle});
}

TEST_F(ServiceTest, ShowsAnExhibitsFactsOnceAWorkerHasLooked) {
    const std::string handle = upload(form("bytes")).json().textOr("exhibit", "");
    EXPECT_EQ(get("/api/v1/exhibits/" + handle).header("Retry-After"), "1");
    sqlite_->transaction([&](Transaction& transaction) {
        EXPECT_TRUE(Records(transaction).setInspection(handle, Inspection::Inspected, "image/png", R"({"pages":3})"));
    });
    const Reply reply = get("/api/v1/exhibits/" + handle);
    EXPECT_EQ(reply.json().textOr("inspection", ""), "inspected");
    EXPECT_EQ(reply.json().textOr("media_type", ""), "image/png");
    EXPECT_EQ(*reply.json().find("facts")->find("pages")->integer(), 3);
    EXPECT_EQ(reply.header("Retry-After"), "");
    EXPECT_EQ(get("/api/v1/exhibits/" + handle, {}, stranger_).status, 404);
    EXPECT_EQ(get("/api/v1/exhibits/unknown").status, 404);
}

TEST_F(ServiceTest, AnswersAlikeWhetherTheBytesWereKnownOrNot) {
    const Value first = upload(form("the same bytes")).json();
    const Value again = upload(form("the same bytes"), stranger_).json();
    EXPECT_NE(first.textOr("exhibit", ""), again.textOr("exhibit", ""));
    EXPECT_EQ(first.textOr("sha256", ""), again.textOr("sha256", ""));
    EXPECT_EQ(first.textOr("inspection", ""), again.textOr("inspection", ""));
    EXPECT_EQ(filesIn(folder_.path("vault")), 1U);
}

TEST_F(ServiceTest, LetsARequestUseAnExhibitOfItsOwnCaseAndTeamOnly) {
    const auto body = [](const std::string& handle, const std::string& reference) {
        return R"({"type":"letter","case_ref":")" + reference +
               R"(","fields":{"reason":"r"},"exhibits":[{"mark":"AB/1","exhibit":")" + handle + R"("}]})";
    };
    const std::string handle = upload(form("bytes")).json().textOr("exhibit", "");
    EXPECT_EQ(submit(body(handle, "EN/2026/0142")).status, 202);
    EXPECT_EQ(submit(body(handle, "EN/2026/0099")).status, 422);
    EXPECT_EQ(submit(body(handle, "EN/2026/0142"), {}, stranger_).status, 422);
}

TEST_F(ServiceTest, NamesEveryFaultOfAnUpload) {
    const auto codes = [&](const std::string& body) {
        const Reply reply = upload(body);
        EXPECT_EQ(reply.status, 422) << reply.body;
        std::string found;
        const Value shown = reply.json();
        for (const Value& error : *shown.find("errors")->list()) {
            found += error.textOr("code", "") + " ";
        }
        return found;
    };
    EXPECT_EQ(codes("--XyZ--\r\n"), "upload-no-file upload-no-case ");
    EXPECT_EQ(codes(form("")), "upload-empty ");
    EXPECT_EQ(codes(form("x", "")), "upload-no-case ");
    EXPECT_EQ(codes(form("x", std::string(101, 'E'))), "case-ref-too-long ");
    EXPECT_EQ(codes(form("x", "EN\x01")), "case-ref-unprintable ");
    std::string two = form("x");
    two.insert(0, two.substr(0, two.find("--XyZ", 5)));
    EXPECT_EQ(codes(two), "upload-many-files ");
    EXPECT_EQ(filesIn(folder_.path("vault")), 0U);
    EXPECT_TRUE(trail().empty());
}

TEST_F(ServiceTest, RefusesAnUploadThatIsNoMultipartOrWasCutOff) {
    const std::string whole = form("some bytes");
    for (const std::size_t cut :
         {std::size_t{0}, std::size_t{3}, std::size_t{40}, whole.size() / 2, whole.size() - 5}) {
        const Reply reply = upload(whole.substr(0, cut));
        EXPECT_EQ(reply.status, 400) << cut;
        EXPECT_EQ(reply.code(), "malformed-multipart") << cut;
    }
    EXPECT_EQ(call("POST", "/api/v1/exhibits", whole, {{"Content-Type", "multipart/form-data"}}).status, 415);
    EXPECT_EQ(call("POST", "/api/v1/exhibits", whole, {{"Content-Type", "application/pdf"}}).status, 415);
    EXPECT_EQ(filesIn(folder_.path("vault")), 0U);
}

TEST_F(ServiceTest, RefusesAnExhibitThatIsTooLarge) {
    EXPECT_EQ(upload(form(std::string(1'200'000, 'x'))).code(), "body-too-large");
    EXPECT_EQ(filesIn(folder_.path("vault")), 0U);
}

TEST_F(ServiceTest, LeavesNothingBehindWhenAClientGoesAwayInTheMiddle) {
    {
        Poco::Net::HTTPClientSession session("127.0.0.1", server().port());
        Poco::Net::HTTPRequest request("POST", "/api/v1/exhibits", Poco::Net::HTTPMessage::HTTP_1_1);
        request.set("Authorization", "Bearer " + officer_);
        request.set("Content-Type", "multipart/form-data; boundary=XyZ");
        request.setContentLength(500'000);
        session.sendRequest(request) << form("half").substr(0, 100) << std::flush;
        session.reset();
    }
    server_.reset();
    EXPECT_EQ(filesIn(folder_.path("vault")), 0U);
    EXPECT_TRUE(trail().empty());
}

TEST_F(ServiceTest, AsksToTryAgainWhenTheStoreIsFullAndKeepsNoRow) {
    (void)server();
    for (int step = 1; step <= 12; ++step) {
        database_.failAt(step, "store-full");
        const Reply reply = upload(form("evidence"));
        EXPECT_TRUE(reply.status == 503 || reply.status == 201) << reply.status;
        if (reply.status == 503) {
            EXPECT_EQ(reply.code(), "try-later");
            EXPECT_EQ(reply.header("Retry-After"), "5");
        }
    }
    EXPECT_EQ(filesIn(vault_.stagingFolder()), 0U);
    EXPECT_EQ(vault_.get(Sha256::of("evidence")), "evidence");
}

struct ScannedPart {
    PartHeader header{};
    std::string data{};
    bool ended = false;
};

std::vector<ScannedPart> scan(const std::string& body, std::size_t piece, bool& complete) {
    std::vector<ScannedPart> parts;
    MultipartScanner scanner("XyZ", {.begin = [&](const PartHeader& header) { parts.push_back({.header = header}); },
                                     .data = [&](std::string_view bytes) { parts.back().data += bytes; },
                                     .end = [&] { parts.back().ended = true; }});
    for (std::size_t at = 0; at < body.size(); at += piece) {
        scanner.feed(std::string_view(body).substr(at, piece));
    }
    complete = scanner.complete();
    return parts;
}

TEST(MultipartScanner, FindsTheSamePartsHoweverTheBodyIsCut) {
    const std::string tricky = "a\r\n--Xy\r\n--XyY\r\n\r\n--Xy-\r";
    const std::string body =
        "preamble\r\n--XyZ \r\nContent-Disposition: form-data; name=\"file\"; filename=\"C:\\evidence\\"
        "a \\\"b\\\".pdf\"\r\nContent-Type: Application/PDF; x=y\r\n\r\n" +
        tricky +
        "\r\n--XyZ\r\ncontent-disposition: form-data; name=empty\r\n\r\n\r\n--XyZ\r\n\r\nno header\r\n"
        "--XyZ--\r\nepilogue";
    for (std::size_t piece = 1; piece <= body.size(); ++piece) {
        bool complete = false;
        const auto parts = scan(body, piece, complete);
        ASSERT_EQ(parts.size(), 3U) << piece;
        EXPECT_TRUE(complete);
        EXPECT_EQ(parts[0].header.name, "file");
        EXPECT_EQ(parts[0].header.fileName, "a \"b\".pdf");
        EXPECT_EQ(parts[0].header.mediaType, "application/pdf");
        EXPECT_EQ(parts[0].data, tricky);
        EXPECT_EQ(parts[1].header.name, "empty");
        EXPECT_EQ(parts[1].data, "");
        EXPECT_TRUE(parts[1].ended);
        EXPECT_EQ(parts[2].data, "no header");
    }
}

TEST(MultipartScanner, IsNeverCompleteWithoutTheClosingBoundary) {
    const std::string body = "--XyZ\r\nContent-Disposition: form-data; name=\"file\"\r\n\r\nbytes\r\n--XyZ--";
    for (std::size_t length = 0; length < body.size(); ++length) {
        bool complete = true;
        (void)scan(body.substr(0, length), 7, complete);
        EXPECT_FALSE(complete) << length;
    }
}

TEST(MultipartScanner, GivesUpOnAHeaderThatNeverEnds) {
    bool complete = true;
    EXPECT_TRUE(scan("--XyZ\r\nX: " + std::string(20'000, 'x') + "\r\n\r\ny\r\n--XyZ--", 100, complete).empty());
    EXPECT_FALSE(complete);
    (void)scan("--XyZ" + std::string(20'000, ' ') + "\r\n\r\ny\r\n--XyZ--", 100, complete);
    EXPECT_FALSE(complete);
}

TEST(MultipartScanner, SurvivesAnyBytes) {
    std::mt19937 random(11);
    const std::vector<std::string> words{"--XyZ",    "\r\n",
                                         "--",       "\r",
                                         "\n",       ":",
                                         ";",        "=",
                                         "\"",       "\\",
                                         "name",     "Content-Disposition: form-data",
                                         "\xff",     std::string(1, '\0'),
                                         "filename", " "};
    for (int round = 0; round < 3000; ++round) {
        std::string body = "--XyZ\r\n";
        for (int i = 0; i < 30; ++i) {
            body += words.at(random() % words.size());
        }
        bool complete = false;
        std::string data;
        bool open = false;
        MultipartScanner scanner("XyZ", {.begin =
                                             [&](const PartHeader&) {
                                                 EXPECT_FALSE(open);
                                                 open = true;
                                             },
                                         .data = [&](std::string_view bytes) { data += bytes; },
                                         .end = [&] { open = false; }});
        scanner.feed(body);
        complete = scanner.complete();
        EXPECT_TRUE(!complete || !open);
        EXPECT_LE(data.size(), body.size());
    }
}

TEST(Boundary, IsReadFromItsHeader) {
    EXPECT_EQ(boundaryOf("multipart/form-data; boundary=abc"), "abc");
    EXPECT_EQ(boundaryOf("Multipart/Form-Data; charset=x; BOUNDARY=\"a b;c\""), "a b;c");
    EXPECT_EQ(boundaryOf("multipart/form-data"), "");
    EXPECT_EQ(boundaryOf("multipart/mixed; boundary=abc"), "");
    EXPECT_EQ(boundaryOf("multipart/form-data; boundary=" + std::string(71, 'x')), "");
    EXPECT_EQ(boundaryOf("multipart/form-data; boundary=\"a\r\n\""), "");
}

}  // namespace
}  // namespace engross
