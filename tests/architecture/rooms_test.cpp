#include "architecture/rooms.h"

#include "architecture/planted_tree.h"

#include <gtest/gtest.h>

#include <stdexcept>

namespace engross::architecture {
namespace {

constexpr const char* table = R"(# a small house
room model:
room type: model
room layout: model
room pdf: model layout type
room bundle: model layout/block.h
room work: model pdf

library libharu: pdf | hpdf.h hpdf_*.h
library harfbuzz: type | hb.h hb-*.h
library poco-json: model | Poco/JSON/*
library poco: work | Poco/*
)";

class PlantedHouse : public ::testing::Test {
protected:
    PlantedHouse() {
        tree.plant("host/rooms.txt", table);
        tree.plant("host/model/value.h", "#pragma once\n#include <string>\n");
    }
    [[nodiscard]] std::string breaches() const {
        return listed(includeBreaches(tree.root(), House::read(tree.root() / "host/rooms.txt")));
    }
    PlantedTree tree;
};

TEST(Rooms, TheTreeKeepsItsTable) {
    const std::filesystem::path root = ENGROSS_SOURCE_DIR;
    EXPECT_EQ(listed(includeBreaches(root, House::read(root / "host/rooms.txt"))), "");
}

TEST(Rooms, TheStairRunsOneWay) {
    const House house = House::read(std::filesystem::path(ENGROSS_SOURCE_DIR) / "host/rooms.txt");
    EXPECT_EQ(listed(orderBreaches(house)), "");
    EXPECT_GT(house.rooms.size(), 10U);
    EXPECT_GT(house.libraries.size(), 10U);
}

TEST_F(PlantedHouse, WithNothingWrongHasNoBreach) {
    tree.plant("host/layout/block.h", "#include \"model/value.h\"\n");
    tree.plant("host/pdf/canvas.cpp",
               "#include \"pdf/canvas.h\"\n#include \"layout/block.h\"\n#include <hpdf.h>\n"
               "#include <vector>\n#include <sys/stat.h>\n#include <unistd.h>\n");
    tree.plant("host/pdf/canvas.h", "#include \"model/value.h\"\n");
    EXPECT_EQ(breaches(), "");
}

TEST_F(PlantedHouse, NamesARoomThatAnotherMayNotInclude) {
    tree.plant("host/layout/page.cpp", "#include \"layout/page.h\"\n\n  #  include \"pdf/canvas.h\"\n");
    EXPECT_EQ(breaches(), "host/layout/page.cpp:3: layout may not include pdf/canvas.h\n");
}

TEST_F(PlantedHouse, DoesNotInheritAPermission) {
    tree.plant("host/work/produce.cpp", "#include \"layout/block.h\"\n");
    EXPECT_EQ(breaches(), "host/work/produce.cpp:1: work may not include layout/block.h\n");
}

TEST_F(PlantedHouse, AllowsASingleHeaderAndNoOtherOfThatRoom) {
    tree.plant("host/bundle/plan.cpp", "#include \"layout/block.h\"\n#include \"layout/page.h\"\n");
    EXPECT_EQ(breaches(), "host/bundle/plan.cpp:2: bundle may not include layout/page.h\n");
}

TEST_F(PlantedHouse, NamesAnIncludeThatIsInNoRoom) {
    tree.plant("host/model/value.cpp", "#include \"value.h\"\n");
    EXPECT_EQ(breaches(), "host/model/value.cpp:1: model may not include value.h\n");
}

TEST_F(PlantedHouse, NamesALibraryOutsideItsRooms) {
    tree.plant("host/layout/page.cpp", "#include <hpdf.h>\n#include <hb-ot.h>\n");
    EXPECT_EQ(breaches(),
              "host/layout/page.cpp:1: layout may not use libharu (<hpdf.h>)\n"
              "host/layout/page.cpp:2: layout may not use harfbuzz (<hb-ot.h>)\n");
}

TEST_F(PlantedHouse, GivesAHeaderToTheFirstLibraryThatMatches) {
    tree.plant("host/model/json.cpp", "#include <Poco/JSON/Parser.h>\n#include <Poco/Net/Socket.h>\n");
    EXPECT_EQ(breaches(), "host/model/json.cpp:2: model may not use poco (<Poco/Net/Socket.h>)\n");
}

TEST_F(PlantedHouse, NamesAThirdPartyHeaderInAHeaderThatAnotherRoomIncludes) {
    tree.plant("host/pdf/canvas.h", "#pragma once\n#include <hpdf.h>\n");
    EXPECT_EQ(breaches(), "");
    tree.plant("host/work/produce.cpp", "#include \"pdf/canvas.h\"\n");
    EXPECT_EQ(breaches(), "host/pdf/canvas.h:2: <hpdf.h> of libharu leaks to work through this header\n");
}

TEST_F(PlantedHouse, NamesALeakThroughAnotherHeader) {
    tree.plant("host/pdf/document.h", "#include <hpdf.h>\n");
    tree.plant("host/pdf/canvas.h", "#include \"pdf/document.h\"\n");
    tree.plant("host/work/produce.h", "#include \"pdf/canvas.h\"\n");
    EXPECT_EQ(breaches(), "host/pdf/document.h:1: <hpdf.h> of libharu leaks to work through this header\n");
}

TEST_F(PlantedHouse, NamesAHeaderThatNobodyOwns) {
    tree.plant("host/model/value.cpp", "#include <boost/any.hpp>\n#include <curl/curl.h>\n");
    EXPECT_EQ(breaches(),
              "host/model/value.cpp:1: <boost/any.hpp> belongs to no library of the table\n"
              "host/model/value.cpp:2: <curl/curl.h> belongs to no library of the table\n");
}

TEST_F(PlantedHouse, NamesAFolderThatIsNoRoom) {
    tree.plant("host/utils/helpers.h", "#pragma once\n");
    EXPECT_EQ(breaches(), "host/utils: is no room of the table\n");
}

TEST_F(PlantedHouse, NamesAStairThatRunsBackUp) {
    tree.plant("host/rooms.txt", "room model: words\nroom words: model\n");
    EXPECT_EQ(listed(orderBreaches(House::read(tree.root() / "host/rooms.txt"))),
              "host/rooms.txt: model may include words, which is below it\n");
}

TEST_F(PlantedHouse, ATableThatCannotBeReadIsNoPass) {
    EXPECT_THROW(static_cast<void>(House::read(tree.root() / "nowhere.txt")), std::runtime_error);
    tree.plant("host/rooms.txt", "chamber model:\n");
    EXPECT_THROW(static_cast<void>(House::read(tree.root() / "host/rooms.txt")), std::runtime_error);
    tree.plant("host/rooms.txt", "library libharu: pdf\n");
    EXPECT_THROW(static_cast<void>(House::read(tree.root() / "host/rooms.txt")), std::runtime_error);
}

}  // namespace
}  // namespace engross::architecture
