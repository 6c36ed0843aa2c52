#include "command/publishing_home.h"

namespace engross {
namespace {

class RecheckTest : public PublishingHome {
protected:
    Ran document(std::vector<std::string> words) {
        words.insert(words.begin(), "document");
        words.insert(words.end(), {"--home", home_});
        return engross(words);
    }
};

TEST_F(RecheckTest, IsOfTheTypeThatTheDocumentWasMadeWithWhateverBecameOfIt) {
    ASSERT_EQ(engross({"delegation", "add", "--person", "S. Signatory", "--post", "Private Sector Housing Manager",
                       "--provision", "Housing Act 2004, section 11", "--from", "2024-01-01", "--scheme", "item 4"})
                  .exit,
              0);
    const Ran made = document({"make", "improvement_notice", "--case",
                               std::string(ENGROSS_SOURCE_DIR) + "/samples/stories/improvement_notice.case.json",
                               "--by", "D. Officer", "--at", "2025-02-24T10:00"});
    ASSERT_EQ(made.exit, 0) << made.err;
    const std::string id = made.out.substr(0, made.out.find('\n'));
    ASSERT_EQ(document({"approve", id, "--by", "S. Signatory", "--on", "2025-02-24"}).exit, 0);
    ASSERT_EQ(document({"sign", id, "--by", "S. Signatory", "--on", "2025-02-25", "--electronic", "--note",
                        "signing service, envelope 7781"})
                  .exit,
              0);
    ASSERT_EQ(document({"issue", id, "--by", "D. Officer", "--on", "2025-02-25"}).exit, 0);
    ASSERT_TRUE(std::filesystem::remove(home_ + "/scripts/notice/improvement_notice.lua"));
    const Ran served =
        document({"serve", id, "--recipient", "1", "--method", "hand", "--on", "2025-03-12", "--by", "P. Server"});
    EXPECT_EQ(served.exit, 0) << served.err;
    EXPECT_NE(served.err.find("s.13(3)"), std::string::npos) << served.err;
    EXPECT_NE(served.err.find("the printed date is too early"), std::string::npos) << served.err;
}

}  // namespace
}  // namespace engross
