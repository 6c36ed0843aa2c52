#include "model/request.h"

#include "model/json.h"

#include <gtest/gtest.h>
#include <algorithm>

namespace engross {
namespace {

using Kind = RequestFault::Kind;

RequestResult read(std::string_view text) {
    return readRequest(readJson(text).value.value());
}

const RequestFault* faultAt(const RequestResult& result, Kind kind, std::string_view pointer) {
    for (const RequestFault& fault : result.faults) {
        if (fault.kind == kind && fault.pointer == pointer) {
            return &fault;
        }
    }
    return nullptr;
}

constexpr std::string_view whole = R"({
  "type": "improvement_notice_appeal", "case_ref": "EN/2026/0142", "case": {"premises": "12 Sample Street"},
  "fields": {"amount": 12500},
  "exhibits": [{"mark": "AB/1", "exhibit": "handle-1"}, {"mark": "AB/2", "file": "evidence/gas.pdf"}],
  "sections": [{"title": "A", "items": [
      {"title": "Gas record", "date": "2026-03-02", "kind": "gas record", "exhibit": "AB/1", "password": "open",
       "after_page": "45", "marks": ["DO/2"], "references": true,
        "margin_references": false},
      {"make": {"type": "witness_statement", "fields": {"name": "Ms A. Example"}}}]}],
  "profile": "ftt", "release_of": "pack-1", "directions": {"pages_at_most": 500},
  "numbering": "sections", "volumes": {"pages": 400, "megabytes": 36}, "deep": true,
  "protected": ["12 Example Close"],
  "renumber": {"ordered_by": "Tribunal Judge A. Example", "on": "2026-03-04", "reason": "one order of reading"},
  "options": {"house": "example-council", "language": "cy", "draft": true}})";

TEST(Request, ReadsEveryMember) {
    const RequestResult result = read(whole);
    EXPECT_TRUE(result.faults.empty());
    const Request& request = result.request;
    EXPECT_EQ(request.type, "improvement_notice_appeal");
    EXPECT_EQ(request.caseRecord.reference, "EN/2026/0142");
    EXPECT_EQ(request.caseRecord.facts.textOr("premises", ""), "12 Sample Street");
    EXPECT_EQ(*request.fields.find("amount"), Value(12500));
    ASSERT_EQ(request.exhibits.size(), 2U);
    EXPECT_EQ(request.exhibits.at(0), (ExhibitReference{.mark = "AB/1", .exhibit = "handle-1", .file = ""}));
    EXPECT_EQ(request.exhibits.at(1).file, "evidence/gas.pdf");
    ASSERT_EQ(request.sections.size(), 1U);
    ASSERT_EQ(request.sections.at(0).items.size(), 2U);
    EXPECT_EQ(request.sections.at(0).items.at(0).password, "open");
    EXPECT_EQ(request.sections.at(0).items.at(1).make->textOr("type", ""), "witness_statement");
    EXPECT_EQ(request.sections.at(0).items.at(0).kind, "gas record");
    EXPECT_EQ(*request.directions.find("pages_at_most"), Value(500));
    EXPECT_EQ(request.sections.at(0).items.at(0).afterPage, "45");
    EXPECT_EQ(request.sections.at(0).items.at(0).marks, std::vector<std::string>{"DO/2"});
    EXPECT_EQ(request.sections.at(0).items.at(0).references, true);
    EXPECT_EQ(request.sections.at(0).items.at(0).marginReferences, false);
    EXPECT_EQ(request.numbering, "sections");
    EXPECT_EQ(request.volumes, (VolumeLimits{.pages = 400, .megabytes = 36}));
    EXPECT_EQ(request.renumber, (RenumberOrder{"Tribunal Judge A. Example", "2026-03-04", "one order of reading"}));
    EXPECT_TRUE(request.deep);
    EXPECT_EQ(request.protectedTerms, std::vector<std::string>{"12 Example Close"});
    EXPECT_EQ(request.profile, "ftt");
    EXPECT_EQ(request.releaseOf, "pack-1");
    EXPECT_EQ(request.house, "example-council");
    EXPECT_EQ(request.language, "cy");
    EXPECT_TRUE(request.draft);
}

TEST(Request, NamesWhatIsWrongWithTheNumbersItAsksFor) {
    const RequestResult result = read(R"({"type": "b", "numbering": "roman", "volumes": {"pages": 0, "bytes": 5},
                                          "renumber": {"on": "tomorrow", "reason": " "}})");
    std::vector<std::string> places;
    for (const RequestFault& fault : result.faults) {
        places.push_back(fault.pointer);
    }
    std::ranges::sort(places);
    EXPECT_EQ(places, (std::vector<std::string>{"/numbering", "/renumber", "/renumber/on", "/volumes/bytes",
                                                "/volumes/pages"}));
    EXPECT_EQ(read(R"({"type": "b", "volumes": {}})").faults.at(0).pointer, "/volumes");
    EXPECT_EQ(read(R"({"type": "b", "deep": "yes"})").faults.at(0).pointer, "/deep");
    const auto protectedTerms = read(R"({"type": "b", "protected": ["12 Example Close", " ", 7]})").faults;
    ASSERT_EQ(protectedTerms.size(), 2U);
    EXPECT_EQ(protectedTerms.at(0).pointer, "/protected/1");
    EXPECT_EQ(protectedTerms.at(1).pointer, "/protected/2");
}

TEST(Request, SurvivesTheWayThroughJson) {
    const Request request = read(whole).request;
    EXPECT_EQ(readRequest(toValue(request)).request, request);
    EXPECT_EQ(writeJson(toValue(read(R"({"type": "t"})").request)), R"({"type":"t"})");
}

TEST(Request, ListsAllFaultsAtOnce) {
    const RequestResult result = read(R"({
        "case_reff": "x", "case": [], "fields": 3, "exhibits": {}, "options": {"draft": "yes", "hous": "h"},
        "sections": [{"items": [{"date": "2026-02-30", "exhibit": "AB/1", "file": "x.pdf"}]}, 7]})");
    EXPECT_NE(faultAt(result, Kind::Missing, ""), nullptr);
    const RequestFault* unknown = faultAt(result, Kind::UnknownKey, "/case_reff");
    ASSERT_NE(unknown, nullptr);
    EXPECT_EQ(unknown->suggestion, "case_ref");
    EXPECT_NE(faultAt(result, Kind::WrongKind, "/case"), nullptr);
    EXPECT_NE(faultAt(result, Kind::WrongKind, "/fields"), nullptr);
    EXPECT_NE(faultAt(result, Kind::WrongKind, "/exhibits"), nullptr);
    EXPECT_NE(faultAt(result, Kind::WrongKind, "/options/draft"), nullptr);
    EXPECT_EQ(faultAt(result, Kind::UnknownKey, "/options/hous")->suggestion, "house");
    EXPECT_NE(faultAt(result, Kind::Missing, "/sections/0"), nullptr);
    EXPECT_NE(faultAt(result, Kind::Missing, "/sections/0/items/0"), nullptr);
    EXPECT_NE(faultAt(result, Kind::WrongKind, "/sections/0/items/0/date"), nullptr);
    EXPECT_NE(faultAt(result, Kind::Conflict, "/sections/0/items/0"), nullptr);
    EXPECT_NE(faultAt(result, Kind::WrongKind, "/sections/1"), nullptr);
    EXPECT_EQ(result.faults.size(), 12U);
}

TEST(Request, SaysWhatShouldStandInThePlaceOfAWrongKind) {
    const RequestResult result = read(R"({"type": "t", "case": ["a"]})");
    ASSERT_EQ(result.faults.size(), 1U);
    EXPECT_EQ(result.faults.at(0).expected, "group of fields");
    EXPECT_EQ(result.faults.at(0).found, "list");
}

TEST(Request, OffersTwoSizesOfLargePrintAndTwoCopies) {
    const RequestResult good = read(R"({"type": "t", "options": {"large_print": 18, "copy": "file"}})");
    EXPECT_TRUE(good.faults.empty());
    EXPECT_EQ(good.request.largePrint, 18);
    EXPECT_EQ(good.request.copy, "file");
    EXPECT_EQ(readRequest(toValue(good.request)).request, good.request);
    const RequestResult bad = read(R"({"type": "t", "options": {"large_print": 14, "copy": "second"}})");
    ASSERT_NE(faultAt(bad, Kind::NotOffered, "/options/large_print"), nullptr);
    EXPECT_EQ(faultAt(bad, Kind::NotOffered, "/options/large_print")->expected, "16, 18");
    EXPECT_EQ(faultAt(bad, Kind::NotOffered, "/options/copy")->expected, "service, file, each");
    EXPECT_EQ(bad.request.largePrint, 0);
}

TEST(Request, AnItemNeedsOneSourceAndAnExhibitToo) {
    const RequestResult result = read(
        R"({"type": "t", "exhibits": [{"mark": "AB/1"}], "sections": [{"title": "A", "items": [{"title": "x"}]}]})");
    EXPECT_EQ(faultAt(result, Kind::Missing, "/exhibits/0")->expected, "exhibit, file");
    EXPECT_EQ(faultAt(result, Kind::Missing, "/sections/0/items/0")->expected, "exhibit, file, make");
}

TEST(Request, AnEmptyHandleOrFileIsNoSource) {
    const RequestResult result = read(R"({"type": "t", "exhibits": [{"mark": "AB/1", "exhibit": ""}],
        "sections": [{"title": "A", "items": [{"title": "x", "file": ""}]}]})");
    EXPECT_NE(faultAt(result, Kind::Empty, "/exhibits/0/exhibit"), nullptr);
    EXPECT_NE(faultAt(result, Kind::Empty, "/sections/0/items/0/file"), nullptr);
    EXPECT_EQ(result.faults.size(), 2U);
}

TEST(Request, NamesATitleThatIsANumberOnce) {
    const RequestResult result =
        read(R"({"type": "t", "sections": [{"title": "A", "items": [{"title": 7, "exhibit": "h"}]}]})");
    ASSERT_EQ(result.faults.size(), 1U);
    EXPECT_EQ(result.faults.at(0).kind, Kind::WrongKind);
}

TEST(Request, NamesAMarkThatStandsTwice) {
    const RequestResult result =
        read(R"({"type": "t", "exhibits": [{"mark": "AB/1", "exhibit": "a"}, {"mark": "AB/1", "exhibit": "b"}]})");
    EXPECT_NE(faultAt(result, Kind::Repeated, "/exhibits/1/mark"), nullptr);
}

TEST(Request, AnEmptyTypeIsAFaultAndANullIsAbsent) {
    EXPECT_NE(faultAt(read(R"({"type": ""})"), Kind::Empty, "/type"), nullptr);
    const auto blank = read(
        R"({"type": "t", "sections": [{"title": "A", "items": [{"title": "B", "exhibit": "AB/1", "sheet": " \n"}]}]})");
    EXPECT_NE(faultAt(blank, Kind::Empty, "/sections/0/items/0/sheet"), nullptr);
    EXPECT_EQ(faultAt(read(R"({"type": null})"), Kind::Missing, "")->expected, "type");
    EXPECT_TRUE(read(R"({"type": "t", "options": null, "sections": null})").faults.empty());
}

TEST(Request, ABodyThatIsNoGroupOfFieldsIsOneFault) {
    const RequestResult result = read("[]");
    ASSERT_EQ(result.faults.size(), 1U);
    EXPECT_EQ(result.faults.at(0).kind, Kind::WrongKind);
}

TEST(Request, ADocumentToBeMadeNeedsItsType) {
    const RequestResult result =
        read(R"({"type": "t", "sections": [{"title": "A", "items": [{"make": {"fields": [], "typ": "x"}}]}]})");
    EXPECT_NE(faultAt(result, Kind::Missing, "/sections/0/items/0/make"), nullptr);
    EXPECT_NE(faultAt(result, Kind::WrongKind, "/sections/0/items/0/make/fields"), nullptr);
    EXPECT_EQ(faultAt(result, Kind::UnknownKey, "/sections/0/items/0/make/typ")->suggestion, "type");
}

}  // namespace
}  // namespace engross
