#include "pdf/added_notes.h"

#include <gtest/gtest.h>

#include <string>

namespace engross {
namespace {

const std::string begin = "/Artifact <</Type /Layout /Engross /AddedNotes>> BDC q 1 0 0 1 0 0 cm\n";
const std::string box = "0 0.2 0.6 RG 0.5 w 520.5 700 24.25 11.622 re S\n";
const std::string boxed = "0 0.2 0.6 rg BT 0 Tr /EgrNote 8.015 Tf 523 703 Td <000100020003> Tj ET\n";
const std::string line = "0 0.2 0.6 rg BT 0 Tr /EgrNote 6.06 Tf 56 20 Td <00010002000300040005> Tj ET\n";
const std::string end = "Q EMC\n";

TEST(AddedNotes, AreBoxesAndOneLineThatExplainsThem) {
    EXPECT_TRUE(isAddedNotes(begin + box + boxed + box + boxed + line + end, 1));
    EXPECT_TRUE(isAddedNotes(begin + box + boxed + end, 1)) << "where the foot has no room";
}

TEST(AddedNotes, AreNotWhatSomebodyElsePutBehindTheirMark) {
    const std::string second = line;
    const auto large = [](std::string text) { return text.replace(text.find("6.06"), 4, "12.0"); };
    EXPECT_FALSE(isAddedNotes(begin + line + second + end, 1)) << "a page of text, line by line";
    EXPECT_FALSE(isAddedNotes(begin + large(line) + end, 1)) << "letters of the page's own size";
    EXPECT_FALSE(isAddedNotes(begin + "BT /F1 12 Tf 72 700 Td (The rent was paid.) Tj ET\n" + end, 1));
    EXPECT_FALSE(isAddedNotes(begin + "1 1 1 rg 0 0 595 842 re f\n" + box + boxed + end, 1)) << "a white sheet over it";
    EXPECT_FALSE(isAddedNotes(begin + box + boxed + end + "BT (more) Tj ET\n", 1)) << "behind their end";
    EXPECT_FALSE(isAddedNotes(begin + box + end, 1)) << "a box without words";
    EXPECT_FALSE(isAddedNotes(begin + "0 0.2 0.6 RG 0.5 w 0 0 595 842 re S\n" + boxed + end, 1))
        << "as large as the page";
    EXPECT_FALSE(isAddedNotes(begin + box + boxed, 1)) << "without an end";
    EXPECT_FALSE(isAddedNotes(boxed, 1)) << "without the mark";
    std::string many = begin;
    for (int i = 0; i < 100; ++i) {
        many += box + boxed;
    }
    EXPECT_FALSE(isAddedNotes(many + end, 1)) << "more than a page has references";
    const std::string longer = "<" + std::string(1'400, '0') + ">";
    EXPECT_FALSE(
        isAddedNotes(begin + "0 0.2 0.6 rg BT 0 Tr /EgrNote 6.06 Tf 56 20 Td " + longer + " Tj ET\n" + end, 1));
}

TEST(AddedNotes, GrowWithTheUnitOfAPage) {
    const std::string larger = "0 0.2 0.6 rg BT 0 Tr /EgrNote 16.03 Tf 523 703 Td <0001> Tj ET\n";
    EXPECT_TRUE(isAddedNotes(begin + "0 0.2 0.6 RG 0.5 w 1 2 48 23.2 re S\n" + larger + end, 2));
    EXPECT_FALSE(isAddedNotes(begin + "0 0.2 0.6 RG 0.5 w 1 2 48 23.2 re S\n" + larger + end, 1));
}

}  // namespace
}  // namespace engross
