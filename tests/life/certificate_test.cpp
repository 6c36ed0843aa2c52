#include "life/certificate.h"

#include "store/test_folder.h"
#include "vault/folder_vault.h"

#include <gtest/gtest.h>

namespace engross {
namespace {

/// The acts that one person certifies of a document that was handed over and posted.
std::string actsOf(const std::vector<DocumentService>& services, bool unsafe = false) {
    DocumentFile file;
    file.document.state = DocumentState::Served;
    file.document.language = "en";
    file.recipients = {{.number = 1, .name = "Ms A. Example", .address = {"8 Invented Lane"}, .unsafeAddress = unsafe}};
    file.services = services;
    const TestFolder folder;
    const FolderVault vault{folder.path("vault")};
    const CertificateRequest made =
        certificateOfService(file, vault, {.server = "P. Server", .post = "Officer"}, Language::English);
    EXPECT_TRUE(made.faults.empty());
    std::string text;
    for (const Value& act : *made.request.fields.find("acts")->list()) {
        text += act.textOr("act", "") + " | " + act.textOr("served", "") + "\n";
    }
    return text;
}

DocumentService service(int number, const std::string& method, const std::string& servedOn) {
    return {.recipient = 1,
            .number = number,
            .method = method,
            .stepAt = servedOn,
            .byWhom = "P. Server",
            .servedOn = servedOn,
            .basis = "deemed"};
}

DocumentService returned(int number) {
    DocumentService back = service(number, "", "");
    back.result = ServiceResult::Returned;
    back.stepAt = "2026-02-27";
    return back;
}

TEST(Certificate, TellsOfNoPlaceThatNobodyRecorded) {
    EXPECT_EQ(actsOf({service(1, "hand", "2026-02-24")}).find("8 Invented Lane"), std::string::npos);
    EXPECT_NE(actsOf({service(1, "first_class_post", "2026-02-24")}).find("8 Invented Lane"), std::string::npos);
}

TEST(Certificate, NeverPrintsAnUnsafeAddress) {
    EXPECT_EQ(actsOf({service(1, "first_class_post", "2026-02-24")}, true).find("8 Invented Lane"), std::string::npos);
}

TEST(Certificate, UpsetsThePostedCopyThatCameBackAndNotTheOneThatWasHandedOver) {
    const std::string post = actsOf({service(1, "first_class_post", "2026-02-24"), returned(2)});
    EXPECT_EQ(post.find("24\u00a0February"), std::string::npos) << post;
    const std::string hand = actsOf({service(1, "hand", "2026-02-24"), returned(2)});
    EXPECT_NE(hand.find("24\u00a0February"), std::string::npos) << hand;
}

}  // namespace
}  // namespace engross
