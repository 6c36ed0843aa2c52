#include "model/sha256.h"

#include <gtest/gtest.h>

#include <stdexcept>

namespace engross {
namespace {

// FIPS 180-4 examples.
constexpr std::string_view ofAbc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
constexpr std::string_view ofNothing = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

TEST(Sha256, GivesTheDigestsOfTheStandard) {
    EXPECT_EQ(Sha256::of("abc").hex(), ofAbc);
    EXPECT_EQ(Sha256::of("").hex(), ofNothing);
    EXPECT_EQ(Sha256::of(std::string(1'000'000, 'a')).hex(),
              "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

TEST(Sha256, IsTheSameWhenMadePieceByPiece) {
    Sha256Hasher hasher;
    hasher.add("a");
    hasher.add("");
    hasher.add("bc");
    EXPECT_EQ(hasher.finish(), Sha256::of("abc"));
}

TEST(Sha256, FieldsCannotRunTogether) {
    Sha256Hasher left;
    left.addField("ab");
    left.addField("c");
    Sha256Hasher right;
    right.addField("a");
    right.addField("bc");
    EXPECT_NE(left.finish(), right.finish());
}

TEST(Sha256, AFieldIsItsLengthAndItsBytes) {
    Sha256Hasher hasher;
    hasher.addField("abc");
    EXPECT_EQ(hasher.finish(), Sha256::of(std::string("\0\0\0\0\0\0\0\3abc", 11)));
}

TEST(Sha256, ReadsHexadecimalOfEitherCaseAndNothingElse) {
    EXPECT_EQ(Sha256::fromHex(ofAbc), Sha256::of("abc"));
    std::string upper(ofAbc);
    for (char& letter : upper) {
        letter = letter >= 'a' ? static_cast<char>(letter - 32) : letter;
    }
    EXPECT_EQ(Sha256::fromHex(upper), Sha256::of("abc"));
    EXPECT_FALSE(Sha256::fromHex(ofAbc.substr(1)).has_value());
    EXPECT_FALSE(Sha256::fromHex(std::string(64, 'g')).has_value());
    EXPECT_FALSE(Sha256::fromHex(std::string(ofAbc) + "0").has_value());
}

TEST(Sha256, CannotGoOnAfterItsEnd) {
    Sha256Hasher hasher;
    static_cast<void>(hasher.finish());
    EXPECT_THROW(hasher.add("a"), std::logic_error);
    EXPECT_THROW(static_cast<void>(hasher.finish()), std::logic_error);
}

}  // namespace
}  // namespace engross
