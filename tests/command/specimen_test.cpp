#include "command/program.h"
#include "model/sha256.h"
#include "store/test_folder.h"

#include <gtest/gtest.h>
#include <array>
#include <cstdio>

namespace engross {
namespace {

std::string outputOf(const std::string& command) {
    std::string text;
    FILE* pipe = ::popen(command.c_str(), "r");
    if (pipe == nullptr) {
        return text;
    }
    std::array<char, 4096> buffer{};
    for (std::size_t read = 0; (read = std::fread(buffer.data(), 1, buffer.size(), pipe)) > 0;) {
        text.append(buffer.data(), read);
    }
    return ::pclose(pipe) == 0 ? text : "";
}

/// The specimen book of samples/specimen, made by the real program.
class SpecimenTest : public testing::Test {
protected:
    TestFolder folder;
    std::string output = folder.path("specimen.pdf");

    Ran make(const std::string& request, const std::vector<std::string>& more = {}) {
        std::vector<std::string> words{"make", "--home", sample("specimen"),     "--request", request,
                                       "-o",   output,   "--at=2026-11-23T10:00"};
        words.insert(words.end(), more.begin(), more.end());
        return run(folder.path(), words);
    }
    [[nodiscard]] std::string textOf() const {
        return outputOf("pdftotext -layout '" + output + "' - 2>/dev/null");
    }
    [[nodiscard]] int pages() const {
        const std::string info = outputOf("pdfinfo '" + output + "' 2>/dev/null");
        const std::size_t at = info.find("Pages:");
        return at == std::string::npos ? 0 : std::stoi(info.substr(at + 6));
    }
    /// The request with its pictures by absolute paths, and one text replaced.
    [[nodiscard]] std::string requestWith(const std::string& from, const std::string& to) const {
        std::string body = contentsOf(sample("specimen/request.json"));
        for (std::size_t at = body.find("\"photographs/"); at != std::string::npos;
             at = body.find("\"photographs/", at)) {
            body.insert(at + 1, sample("specimen/"));
        }
        const std::size_t at = body.find(from);
        EXPECT_NE(at, std::string::npos) << from;
        body.replace(at, from.size(), to);
        write(folder.path("request.json"), body);
        return folder.path("request.json");
    }
};

TEST_F(SpecimenTest, ShowsEveryElementAndPassesEveryGate) {
    const Ran ran = make(sample("specimen/request.json"));
    ASSERT_EQ(ran.exit, 0) << ran.err;
    EXPECT_EQ(run(folder.path(), {"check", output, "--profile", "drawn"}).exit, 0);
    EXPECT_GE(pages(), 9);
    const std::string text = textOf();
    ASSERT_FALSE(text.empty()) << "pdftotext is not there";
    for (const char* saying : {"Specimen of every element", "Łucja Źdźbło-Święcicka", "Nguyễn Thị Ngọc Ánh",
                               "Ελένη Παπαδοπούλου", "Олександра Щербак", "張偉明", "Schedule of works", "£3,954.25",
                               "Eich apwyntiad newydd", "Photograph 1.", "Page 1 of"}) {
        EXPECT_NE(text.find(saying), std::string::npos) << saying;
    }
    // The first digits of the SHA-256 of samples/specimen/photographs/stairs.jpg.
    EXPECT_NE(text.find(Sha256::of(contentsOf(sample("specimen/photographs/stairs.jpg"))).hex().substr(0, 16)),
              std::string::npos);
}

TEST_F(SpecimenTest, GivesTheSameBytesTwice) {
    ASSERT_EQ(make(sample("specimen/request.json")).exit, 0);
    const std::string first = contentsOf(output);
    ASSERT_EQ(make(sample("specimen/request.json")).exit, 0);
    EXPECT_EQ(contentsOf(output), first);
}

TEST_F(SpecimenTest, ReflowsInLargePrintAndKeepsItsWords) {
    ASSERT_EQ(make(sample("specimen/request.json")).exit, 0);
    const int pagesBefore = pages();
    const Ran ran = make(sample("specimen/request.json"), {"--large-print", "18"});
    ASSERT_EQ(ran.exit, 0) << ran.err;
    EXPECT_GT(pages(), pagesBefore);
    EXPECT_NE(textOf().find("Олександра Щербак"), std::string::npos);
    const Ran refused = make(sample("specimen/request.json"), {"--large-print", "14"});
    EXPECT_EQ(refused.exit, 2);
    EXPECT_NE(refused.err.find("16, 18"), std::string::npos) << refused.err;
}

TEST_F(SpecimenTest, NamesTheExhibitThatIsNoPicture) {
    write(folder.path("torn.jpg"), contentsOf(sample("specimen/photographs/stairs.jpg")).substr(0, 300));
    const Ran ran = make(requestWith(sample("specimen/") + "photographs/stairs.jpg", folder.path("torn.jpg")));
    EXPECT_EQ(ran.exit, 1);
    EXPECT_NE(ran.err.find("SP/2"), std::string::npos) << ran.err;
    EXPECT_FALSE(std::filesystem::exists(output));
}

}  // namespace
}  // namespace engross
