#include "pdf/child.h"
#include "pdf/deflate.h"
#include "pdf/joined.h"
#include "pdf/linker.h"
#include "pdf/prepared_source.h"
#include "pdf/raw_pdf.h"
#include "pdf/repacked.h"
#include "store/test_folder.h"

#include <gtest/gtest.h>
#include <array>
#include <fstream>
#include <sstream>

namespace engross {
namespace {

constexpr std::size_t megabytes = 1024;
constexpr unsigned seconds = 15;

/// Prepares the file and a good neighbour as a worker does, and joins both: "joined 3", or the code of the fault. The
/// neighbour must come through whatever the file is.
std::string answerTo(const TestFolder& folder, const std::string& path) {
    RawPdf neighbour;
    neighbour.addTextPage("neighbour");
    const std::string good = neighbour.writeTo(folder.path("neighbour.pdf"));
    const ChildResult result = inChild(
        [&folder, &path] {
            const PreparedSource source = prepareSource(path, "AB/1", {}, folder.path("prepared"));
            LinkPlan plan;
            plan.sources.push_back({.path = source.isDigest ? path : folder.path("prepared"),
                                    .password = {},
                                    .name = "AB/1",
                                    .expectedPages = source.pages,
                                    .digest = source.isDigest ? folder.path("prepared") : std::string()});
            for (std::size_t page = 1; page <= source.pages; ++page) {
                plan.labels.push_back(std::to_string(page));
            }
            plan.metadata.title = "Bundle";
            const LinkReport report = makeLinker(Typesetter::standard())->link(plan, folder.path("out.pdf"));
            return "joined " + std::to_string(report.pages);
        },
        megabytes, seconds);
    EXPECT_TRUE(result.signal == 0) << "the worker died of signal " << result.signal;
    EXPECT_EQ(Joined({good}).report.pages, 1U) << "the build does not go on";
    return result.said;
}

std::string fivePages() {
    RawPdf source;
    for (int page = 1; page <= 5; ++page) {
        source.addTextPage("page " + std::to_string(page));
    }
    return source.bytes();
}

/// Nothing is lost in silence: all pages, or a fault that names the file.
void expectAllPagesOrAName(const std::string& said) {
    EXPECT_TRUE(said == "joined 5" || said.rfind("pdf-", 0) == 0) << said;
}

std::string replaced(std::string text, const std::string& from, const std::string& to) {
    const std::size_t at = text.find(from);
    EXPECT_NE(at, std::string::npos) << from;
    return text.replace(at, from.size(), to);
}

TEST(Robustness, OfAFileWithoutItsLastFortyBytes) {
    const TestFolder folder;
    const std::string whole = fivePages();
    expectAllPagesOrAName(answerTo(folder, writeBytes(folder.path("a.pdf"), whole.substr(0, whole.size() - 40))));
}

TEST(Robustness, OfAFileCutToThreeFifths) {
    const TestFolder folder;
    const std::string whole = fivePages();
    expectAllPagesOrAName(answerTo(folder, writeBytes(folder.path("a.pdf"), whole.substr(0, whole.size() * 3 / 5))));
}

TEST(Robustness, OfCrossReferencesWhoseDigitsAreScrambled) {
    const TestFolder folder;
    std::string bytes = fivePages();
    for (std::size_t at = bytes.rfind("\nxref") + 12; at < bytes.rfind("trailer"); ++at) {
        if (bytes[at] >= '0' && bytes[at] <= '9') {
            bytes[at] = static_cast<char>('0' + (bytes[at] - '0' + at) % 10);
        }
    }
    expectAllPagesOrAName(answerTo(folder, writeBytes(folder.path("a.pdf"), bytes)));
}

TEST(Robustness, OfAStartOfCrossReferencesAtNought) {
    const TestFolder folder;
    std::string bytes = fivePages();
    bytes = bytes.substr(0, bytes.rfind("startxref")) + "startxref\n0\n%%EOF\n";
    expectAllPagesOrAName(answerTo(folder, writeBytes(folder.path("a.pdf"), bytes)));
}

TEST(Robustness, OfASizeThatLies) {
    const TestFolder folder;
    for (const char* size : {"/Size 3 ", "/Size 99999999 ", "/Size -7 "}) {
        const std::string bytes = replaced(fivePages(), "/Size ", std::string(size) + "/Was ");
        expectAllPagesOrAName(answerTo(folder, writeBytes(folder.path("a.pdf"), bytes)));
    }
}

TEST(Robustness, OfAnObjectThatStandsTwice) {
    const TestFolder folder;
    const std::string bytes = replaced(fivePages(), "3 0 obj", "3 0 obj\n<< /Type /Font >>\nendobj\n3 0 obj");
    expectAllPagesOrAName(answerTo(folder, writeBytes(folder.path("a.pdf"), bytes)));
}

TEST(Robustness, OfBytesBeforeTheHeader) {
    const TestFolder folder;
    EXPECT_EQ(answerTo(folder, writeBytes(folder.path("a.pdf"), "MIME-Version: 1.0\r\n\r\n" + fivePages())),
              "joined 5");
}

TEST(Robustness, OfALengthThatAsksForItself) {
    const TestFolder folder;
    RawPdf source;
    const std::size_t own = source.nextNumber();
    const std::size_t content = source.addStream("BT ET", "/Was 0");
    ASSERT_EQ(own, content);
    source.addPage("/MediaBox [0 0 9 9] /Contents " + std::to_string(content) + " 0 R", "");
    std::string bytes = source.bytes();
    const std::size_t at = bytes.find("/Length", bytes.find(std::to_string(own) + " 0 obj"));
    ASSERT_NE(at, std::string::npos);
    bytes.replace(at, std::string("/Length 5").size(), "/Length " + std::to_string(own) + " 0 R");
    const std::string said = answerTo(folder, writeBytes(folder.path("a.pdf"), bytes));
    EXPECT_TRUE(said == "joined 1" || said.rfind("pdf-", 0) == 0) << said;
}

/// A file whose only cross-references are this stream.
std::string withReferenceStream(const std::string& packed, const std::string& entries) {
    std::string file = "%PDF-1.7\n";
    const std::size_t at = file.size();
    file += "1 0 obj\n<< /Type /XRef /Root 2 0 R " + entries + " /Length " + std::to_string(packed.size()) +
            " >>\nstream\n" + packed + "\nendstream\nendobj\nstartxref\n" + std::to_string(at) + "\n%%EOF\n";
    return file;
}

TEST(Robustness, OfCrossReferencesThatUnpackToAGigabyte) {
    const TestFolder folder;
    const std::string packed = deflated(std::string(std::size_t{600} << 20U, '\0'));
    const std::string bytes = withReferenceStream(packed, "/Size 100000000 /W [1 4 1] /Filter /FlateDecode");
    const std::string said = answerTo(folder, writeBytes(folder.path("a.pdf"), bytes));
    EXPECT_TRUE(said == "pdf-too-large" || said == "pdf-damaged") << said;
}

TEST(Robustness, OfContentThatIsABombWithinABomb) {
    const TestFolder folder;
    const std::string packed = deflated(deflated(std::string(std::size_t{600} << 20U, ' ')));
    RawPdf source;
    const std::size_t content = source.addStream(packed, "/Filter [/FlateDecode /FlateDecode]");
    source.addPage("/MediaBox [0 0 9 9] /Contents " + std::to_string(content) + " 0 R", "");
    const std::string said = answerTo(folder, source.writeTo(folder.path("a.pdf")));
    EXPECT_TRUE(said == "joined 1" || said == "pdf-too-large") << said;
}

TEST(Robustness, OfBookmarksThatRunInACircle) {
    const TestFolder folder;
    RawPdf source;
    source.addTextPage("page");
    const std::size_t outline = source.nextNumber();
    const auto number = [&](std::size_t after) { return std::to_string(outline + after) + " 0 R"; };
    source.add("<< /First " + number(1) + " /Last " + number(2) + " >>");
    source.add("<< /Title (one) /Next " + number(2) + " /First " + number(2) + " /Dest [0 /Fit] >>");
    source.add("<< /Title (two) /Next " + number(1) + " /First " + number(0) + " /Dest [0 /Fit] >>");
    source.catalog("/Outlines " + number(0));
    EXPECT_EQ(answerTo(folder, source.writeTo(folder.path("a.pdf"))), "joined 1");
}

TEST(Robustness, OfAForestOfNames) {
    const TestFolder folder;
    RawPdf source;
    source.addTextPage("page");
    const std::size_t tree = source.nextNumber();
    const std::string self = std::to_string(tree) + " 0 R ";
    source.add("<< /Kids [" + self + self + self + "] /Names [(a) [0 /Fit]] >>");
    source.catalog("/Names << /Dests " + self + " /JavaScript " + self + " /EmbeddedFiles " + self + ">>");
    const std::string said = answerTo(folder, source.writeTo(folder.path("a.pdf")));
    EXPECT_TRUE(said == "joined 1" || said == "pdf-too-large") << said;
}

TEST(Robustness, OfAFormWhoseFieldsRunInACircle) {
    const TestFolder folder;
    RawPdf source;
    const std::size_t page = source.addTextPage("page");
    const std::string field = std::to_string(source.nextNumber()) + " 0 R";
    source.add("<< /FT /Tx /T (a) /Kids [" + field + "] /Parent " + field + " /P " + std::to_string(page) +
               " 0 R /Subtype /Widget /Rect [1 1 9 9] /V (b) >>");
    source.catalog("/AcroForm << /Fields [" + field + "] >>");
    const std::string said = answerTo(folder, source.writeTo(folder.path("a.pdf")));
    EXPECT_TRUE(said == "joined 1" || said.rfind("pdf-", 0) == 0) << said;
}

TEST(Robustness, OfALockThatOnlyItsOwnerPut) {
    const TestFolder folder;
    const std::string locked = repacked(fivePages(), Packing::Locked);
    EXPECT_EQ(answerTo(folder, writeBytes(folder.path("a.pdf"), locked)), "joined 5");
}

TEST(Robustness, OfFilesThatAreNoPdf) {
    const TestFolder folder;
    for (const char* bytes : {"\n", "just words\n", "<html><body>page</body></html>", "PK\3\4 zip", "\x7f\x45LF"}) {
        const std::string said = answerTo(folder, writeBytes(folder.path("a.pdf"), bytes));
        EXPECT_EQ(said.rfind("pdf-", 0), 0U) << said;
    }
}

/// A row of a table of hostile and odd inputs, and the test that stands for it.
struct Row {
    const char* says;
    const char* file;  // below tests/
    const char* suite;
    const char* test;
};

constexpr std::array rows{
    // The linker's table of measured robustness.
    Row{"opens without a password, restricted by its owner", "pdf/input", "Input",
        "OpensAFileThatOnlyItsOwnerRestricted"},
    Row{"needs a password", "pdf/input", "Input", "NamesALockedFileAndOpensItWithItsPassword"},
    Row{"empty, text, web page, noise", "pdf/robustness", "Robustness", "OfFilesThatAreNoPdf"},
    Row{"truncated", "pdf/robustness", "Robustness", "OfAFileCutToThreeFifths"},
    Row{"last bytes cut", "pdf/robustness", "Robustness", "OfAFileWithoutItsLastFortyBytes"},
    Row{"cross-references scrambled", "pdf/robustness", "Robustness", "OfCrossReferencesWhoseDigitsAreScrambled"},
    Row{"junk before the header", "pdf/robustness", "Robustness", "OfBytesBeforeTheHeader"},
    Row{"startxref 0", "pdf/robustness", "Robustness", "OfAStartOfCrossReferencesAtNought"},
    Row{"lying size", "pdf/robustness", "Robustness", "OfASizeThatLies"},
    Row{"object given twice", "pdf/robustness", "Robustness", "OfAnObjectThatStandsTwice"},
    Row{"length that asks for itself", "pdf/robustness", "Robustness", "OfALengthThatAsksForItself"},
    Row{"page tree 20,000 deep", "pdf/input", "Input", "SurvivesAPageTreeTwentyThousandDeep"},
    Row{"page tree in a circle", "pdf/input", "Input", "NamesAPageTreeThatRunsInACircle"},
    Row{"one page three times", "pdf/input", "Input", "ReadsOnePageListedThreeTimesAsThreePages"},
    Row{"a million kids", "pdf/input_bomb", "Bomb", "OfAMillionKidsIsRefusedAtTheLimitOfPages"},
    Row{"cross-reference bomb", "pdf/robustness", "Robustness", "OfCrossReferencesThatUnpackToAGigabyte"},
    Row{"object stream bomb", "pdf/input_bomb", "Bomb", "OfAnObjectStreamIsRefusedForItsMemory"},
    Row{"content bomb", "pdf/input_bomb", "Bomb", "OfAPagesContentIsCopiedWithoutBeingInflated"},
    Row{"double content bomb", "pdf/robustness", "Robustness", "OfContentThatIsABombWithinABomb"},
    Row{"bookmarks in a circle", "pdf/robustness", "Robustness", "OfBookmarksThatRunInACircle"},
    Row{"nested arrays", "pdf/input_bomb", "Bomb", "OfNestedArraysIsNamedOrJoined"},
    Row{"odd boxes, rotation, unit, tiny and huge pages", "pdf/linker_stamp", "LinkerStamp",
        "NumbersEveryOddPageUprightInItsVisibleCorner"},
    Row{"flipped bytes", "pdf/input_bomb", "Bomb", "OfRandomDamageIsAlwaysAnswered"},
    Row{"pages lost while mending", "pdf/linker_content", "Linker", "RefusesASourceThatLostAPageSinceItWasCounted"},
    Row{"answers without appearance", "pdf/linker_content", "Linker", "DrawsAnAnswerThatHasNoAppearance"},
    Row{"bomb that the slower path would swallow", "pdf/reader_objects", "ReaderObjects",
        "CallsABombABombAndNotADamagedFile"},
    // Hostile evidence.
    Row{"name and content disagree", "evidence/exhibit", "Exhibit", "IsWhatItHoldsAndNotWhatItIsCalled"},
    Row{"lying /Count", "pdf/input", "Input", "CountsPagesByWalkingNotByWhatTheFileSays"},
    Row{"reader that crashes", "work/errands", "ErrandsTest", "AFileThatCrashesItsReaderIsNamedAndTheNextOneIsRead"},
    Row{"reader that eats memory", "work/errands", "ErrandsTest", "AFileThatEatsMemoryIsNamedAndTheNextOneIsRead"},
    Row{"reader that hangs", "work/errands", "ErrandsTest", "AFileThatHangsItsReaderIsStopped"},
    Row{"limits of bytes and pages", "pdf/input", "Input", "StopsAtTheLimits"},
    Row{"limit of pixels", "evidence/pictures", "Png", "StopsAtThePixelsItAnnounces"},
    Row{"scripts, programs, other active content", "pdf/linker_content", "Linker",
        "TakesNothingActiveAlongAndCountsWhatItLeaves"},
    Row{"form fields keep their look", "pdf/linker_content", "Linker", "DrawsAnAnswerThatAsksForAFreshAppearance"},
    Row{"signature no longer verifies", "pdf/linker_content", "Linker", "CountsASignatureAsLost"},
    Row{"hidden layers", "pdf/linker_content", "Linker", "KeepsAHiddenLayerHidden"},
    Row{"names in a circle", "pdf/robustness", "Robustness", "OfAForestOfNames"},
    Row{"fields in a circle", "pdf/robustness", "Robustness", "OfAFormWhoseFieldsRunInACircle"},
    Row{"damaged pictures", "evidence/picture_fuzz", "PictureFuzz", "AnswersEveryDamagedJpegWithAPictureOrItsFault"},
    Row{"damaged e-mail", "evidence/mail", "MailTest", "OutlivesBombs"},
    Row{"Outlook message whose parts run in a circle", "evidence/outlook", "OutlookHostile",
        "CirclesAndLyingSizesAreRefusedByName"},
    Row{"Outlook message damaged anywhere", "evidence/outlook_fuzz", "OutlookFuzz",
        "AnswersEveryDamagedMessageWithItsTextOrItsFault"},
    // Faults seen in other bundlers.
    Row{"one bad file fails all and is not named", "command/bundle", "BundleTest",
        "NamesEveryExhibitThatCannotBeUsedAtOnceAndWritesNothing"},
    Row{"number sideways on a turned page", "pdf/linker_stamp", "LinkerStamp", "IsReadByAnotherProgramOnEveryOddPage"},
    Row{"link outside its page", "pdf/linker_content", "Linker", "KeepsOfALinkWhatLiesOnTheVisiblePage"},
    Row{"index links missing in silence", "pdf/linker_content", "Linker",
        "ResolvesTheTargetsOfPagesOfOursAndRefusesUnknownOnes"},
    Row{"index length guessed", "bundle/read_back", "Settle", "LaysTheIndexOutAgainUntilItsOwnLengthIsRight"},
    Row{"title inherited, bookmarks lost", "pdf/linker_content", "Linker", "PutsASourcesOwnBookmarksBelowItsDocument"},
    Row{"split in the middle of a document", "bundle/volumes", "Volumes", "AreCutAtSectionsAndNowhereElse"},
    Row{"pages without numbers", "bundle/deep_check", "DeepCheck", "NamesABundleWithoutNumbers"},
    Row{"a box over live text", "bundle/deep_check", "DeepCheck", "NamesTextUnderABoxAndAMarkThatWasNeverMade"},
    Row{"memory that grows with the evidence", "pdf/reading_memory", "ReadingMemory",
        "IsThatOfASmallFileHoweverLargeTheFileIs"},
    Row{"dead task never noticed", "work/supervisor", "SupervisorTest", "MakesItAgainWhenAWorkerDies"},
    Row{"later release renumbered", "bundle/release", "Release", "NamesTheFirstPartWhosePagesWouldMove"},
    Row{"any mixture of files, on any number of threads", "pdf/linker_mixture", "LinkerMixture",
        "LosesNoPageNoEndAndGivesTheSameBytesOnAnyNumberOfReaders"},
    Row{"names lose letters", "command/names", "NamesTest", "StandWholeInIndexBookmarksAndPages"},
    Row{"letters that no font has", "command/names", "NamesTest", "AreNamedByTheirNumberWhereNoFontHasThem"},
    Row{"names that steer the reader's terminal", "command/exhibit", "ExhibitTest",
        "LetsNoNameOrSubjectSteerTheTerminal"},
    Row{"every hostile file of the corpus, limits kept by the kernel", "command/hostile", "HostileTest",
        "EveryFileOfTheCorpusIsToldOrNamedWithinItsLimits"},
    Row{"a hostile file and its neighbour", "command/hostile", "HostileTest",
        "EveryFileOfTheCorpusIsJoinedOrNamedAndItsNeighbourIsNot"}};

TEST(Robustness, OfEveryRowOfItsTablesIsATest) {
    for (const Row& row : rows) {
        const std::string path = std::string(ENGROSS_SOURCE_DIR "/tests/") + row.file + "_test.cpp";
        std::ifstream file(path);
        ASSERT_TRUE(file) << path;
        std::stringstream text;
        text << file.rdbuf();
        const std::string name = std::string(row.suite) + ", " + row.test + ")";
        const bool there = text.str().find("TEST(" + name) != std::string::npos ||
                           text.str().find("TEST_F(" + name) != std::string::npos;
        EXPECT_TRUE(there) << row.says << ": " << row.suite << "." << row.test << " is not in " << path;
    }
}

}  // namespace
}  // namespace engross
