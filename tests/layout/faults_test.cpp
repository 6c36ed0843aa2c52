#include "layout/faults.h"

#include "layout/samples.h"

#include <gtest/gtest.h>

namespace engross {
namespace {

constexpr LayoutFault allFaults[] = {
    LayoutFault::MissingCharacter,  LayoutFault::UnknownReference,     LayoutFault::RepeatedId,
    LayoutFault::NumberLevel,       LayoutFault::HeadingLevel,         LayoutFault::WordTooWide,
    LayoutFault::FrameTooSmall,     LayoutFault::RunningTextTooWide,   LayoutFault::RowTooLong,
    LayoutFault::FigureWithoutText, LayoutFault::FigureWithoutPicture, LayoutFault::AccentContrast,
    LayoutFault::NoteWithoutFoot,   LayoutFault::CellContent,          LayoutFault::RowsSpanned,
    LayoutFault::PairContent,
};

TEST(FaultList, SaysEveryFaultAndItsCureInBothLanguages) {
    FaultList faults;
    for (const LayoutFault fault : allFaults) {
        faults.add(fault, "7");
    }
    const auto english = faults.all(Language::English);
    const auto welsh = faults.all(Language::Welsh);
    ASSERT_EQ(english.size(), std::size(allFaults));
    ASSERT_EQ(welsh.size(), english.size());
    for (std::size_t i = 0; i < english.size(); ++i) {
        EXPECT_EQ(welsh[i].code, english[i].code);
        EXPECT_EQ(welsh[i].severity, english[i].severity);
        EXPECT_NE(welsh[i].message, english[i].message);
        ASSERT_EQ(welsh[i].hints.size(), 1U);
        EXPECT_NE(welsh[i].hints, english[i].hints);
    }
}

TEST(FaultList, SaysEveryPlaceInBothLanguages) {
    for (int kind = 0; kind <= static_cast<int>(FaultPlace::Kind::TwoLanguages); ++kind) {
        FaultList faults;
        faults.add(LayoutFault::WordTooWide, {}, {.kind = static_cast<FaultPlace::Kind>(kind), .table = 2});
        EXPECT_NE(faults.all(Language::English)[0].message, faults.all(Language::Welsh)[0].message) << kind;
    }
}

TEST(FaultList, SaysOneFaultOnce) {
    FaultList faults;
    faults.add(LayoutFault::RowTooLong, "3", {.kind = FaultPlace::Kind::Table, .table = 1});
    faults.add(LayoutFault::RowTooLong, "3", {.kind = FaultPlace::Kind::Table, .table = 1});
    faults.add(LayoutFault::RowTooLong, "3", {.kind = FaultPlace::Kind::Table, .table = 2});
    EXPECT_EQ(faults.all(Language::English).size(), 2U);
}

TEST(FaultList, SaysWhichColumnOfWhichTableCutsAWord) {
    const std::string endless(200, 'w');
    TableBlock table{.columns = {{.heading = words("No")}, {.heading = words("Work")}},
                     .rows = {{words("1"), words(endless)}}};
    const Pages pages =
        pagesOf(composition({block(TableBlock{.columns = {{}}, .rows = {{words("short")}}}), block(std::move(table))}));
    const auto english = pages.faults();
    ASSERT_EQ(english.size(), 1U);
    EXPECT_EQ(english[0].message, "a word in column 2 of table 2 is wider than the space for it and was cut");
    EXPECT_EQ(pages.faults(Language::Welsh)[0].message,
              "mae gair yn lletach na'r lle sydd iddo ac fe'i torrwyd (colofn 2 o dabl 2)");
}

}  // namespace
}  // namespace engross
