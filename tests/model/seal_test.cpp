#include "model/seal.h"

#include "model/request_secrets.h"

#include "model/json.h"

#include <gtest/gtest.h>

namespace engross {
namespace {

constexpr const char* key = "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f";

TEST(Seal, OpensWhatItClosedForTheSameOwnerOnly) {
    const Seal seal = *Seal::withKey(key);
    const std::string closed = seal.close("sesame", "request-1");
    EXPECT_TRUE(Seal::isClosed(closed));
    EXPECT_EQ(closed.find("sesame"), std::string::npos);
    EXPECT_EQ(seal.open(closed, "request-1"), "sesame");
    EXPECT_EQ(seal.open(closed, "request-2"), std::nullopt);
    EXPECT_EQ(Seal::withKey(Seal::newKey())->open(closed, "request-1"), std::nullopt);
    EXPECT_EQ(seal.open(seal.close("", "request-1"), "request-1"), "");
    EXPECT_NE(seal.close("sesame", "request-1"), closed) << "equal passwords can be told";
}

TEST(Seal, OpensNothingThatWasChanged) {
    const Seal seal = *Seal::withKey(key);
    const std::string closed = seal.close("sesame", "request-1");
    for (std::size_t at = 0; at < closed.size(); ++at) {
        std::string changed = closed;
        changed[at] = changed[at] == '0' ? '1' : '0';
        EXPECT_EQ(seal.open(changed, "request-1"), std::nullopt) << at;
        EXPECT_EQ(seal.open(closed.substr(0, at), "request-1"), std::nullopt) << at;
    }
    EXPECT_EQ(seal.open("sesame", "request-1"), std::nullopt);
}

TEST(Seal, TakesKeysOfTheRightLengthOnly) {
    EXPECT_TRUE(Seal::withKey(Seal::newKey()).has_value());
    EXPECT_NE(Seal::newKey(), Seal::newKey());
    EXPECT_FALSE(Seal::withKey("").has_value());
    EXPECT_FALSE(Seal::withKey(std::string(63, '0')).has_value());
    EXPECT_FALSE(Seal::withKey(std::string(66, '0')).has_value());
    EXPECT_FALSE(Seal::withKey(std::string(64, 'x')).has_value());
}

TEST(Seal, DigestsTellTextsApartAndNeedTheKey) {
    const Seal seal = *Seal::withKey(key);
    EXPECT_EQ(seal.digest("body"), seal.digest("body"));
    EXPECT_NE(seal.digest("body"), seal.digest("other"));
    EXPECT_NE(seal.digest("body"), Seal::withKey(Seal::newKey())->digest("body"));
    EXPECT_NE(seal.digest("body"), Sha256::of("body"));
}

TEST(RequestSecrets, AreTheProtectedTermsToo) {
    const Seal seal = *Seal::withKey(key);
    Request request;
    request.type = "bundle";
    request.protectedTerms = {"12 Example Close"};
    request.directions = Object{{"protected", List{"Ms Q. Nobody"}}, {"file_by", "2026-12-01"}};
    Request closed = request;
    closeSecrets(closed, seal, "request-1");
    EXPECT_TRUE(hasClosedSecrets(closed));
    const std::string written = writeJson(toValue(closed));
    EXPECT_EQ(written.find("Example Close"), std::string::npos);
    EXPECT_EQ(written.find("Nobody"), std::string::npos);
    EXPECT_NE(written.find("2026-12-01"), std::string::npos);
    EXPECT_TRUE(openSecrets(closed, seal, "request-1"));
    EXPECT_EQ(closed, request);
}

TEST(RequestSecrets, AreThePasswordsAndNothingElse) {
    const Seal seal = *Seal::withKey(key);
    Request request;
    request.type = "bundle";
    request.sections = {{.title = "Evidence",
                         .items = {{.title = "Locked", .exhibit = "AB/1", .password = "sesame"},
                                   {.title = "Open", .exhibit = "AB/2"}}}};
    Request closed = request;
    closeSecrets(closed, seal, "request-1");
    EXPECT_TRUE(hasClosedSecrets(closed));
    EXPECT_FALSE(hasClosedSecrets(request));
    EXPECT_TRUE(Seal::isClosed(closed.sections[0].items[0].password));
    EXPECT_EQ(closed.sections[0].items[1].password, "");
    Request stolen = closed;
    EXPECT_FALSE(openSecrets(stolen, seal, "request-2"));
    EXPECT_EQ(stolen.sections[0].items[0].password, "");
    EXPECT_TRUE(openSecrets(closed, seal, "request-1"));
    EXPECT_EQ(closed, request);
}

}  // namespace
}  // namespace engross
