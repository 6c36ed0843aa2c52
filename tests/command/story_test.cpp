#include "command/program.h"
#include "model/json.h"
#include "scan.h"
#include "store/test_folder.h"

#include <gtest/gtest.h>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFWriter.hh>

#include <array>
#include <cstdio>
#include <map>
#include <memory>

namespace engross {
namespace {

namespace fs = std::filesystem;

constexpr int kDotsPerInch = 70;

std::string outputOf(const std::string& line) {
    const std::unique_ptr<std::FILE, int (*)(std::FILE*)> pipe(::popen(line.c_str(), "r"), ::pclose);
    std::string text;
    std::array<char, 4096> piece{};
    for (std::size_t count = 0; (count = std::fread(piece.data(), 1, piece.size(), pipe.get())) > 0;) {
        text.append(piece.data(), count);
    }
    return text;
}

/// "P6\n579 819\n255\n" and the dots, as pdftoppm writes a page.
samples::Raster pageOf(const std::string& pdf, int page) {
    const std::string number = std::to_string(page);
    const std::string map = outputOf("/usr/bin/pdftoppm -r " + std::to_string(kDotsPerInch) + " -f " + number + " -l " +
                                     number + " '" + pdf + "'");
    int width = 0;
    int height = 0;
    int read = 0;
    if (std::sscanf(map.c_str(), "P6\n%d %d\n255%n", &width, &height, &read) != 2) {
        throw std::runtime_error("pdftoppm draws no page");
    }
    samples::Raster raster(width, height);
    for (std::size_t at = 0; at < raster.rgb.size(); ++at) {
        raster.rgb[at] = static_cast<std::uint8_t>(map.at(static_cast<std::size_t>(read) + 1 + at));
    }
    return raster;
}

void writeSignature(samples::Raster& page) {
    for (int x = 150; x < 280; ++x) {
        const int y = page.height * 3 / 5 + ((x * 7) % 23 < 12 ? (x % 12) : 12 - (x % 12));
        for (int thick = 0; thick < 3; ++thick) {
            page.set(x, y + thick, {0.1, 0.1, 0.4});
        }
    }
}

/// What an office scanner makes of the printed document: pictures of its pages, a little askew, signed on one.
void scanOf(const std::string& pdf, const std::string& output, int pages, int signedPage) {
    std::vector<samples::Raster> pictures;
    for (int page = 1; page <= pages; ++page) {
        samples::Raster picture = pageOf(pdf, page);
        if (page == signedPage) {
            writeSignature(picture);
        }
        pictures.push_back(samples::scanned(picture, 0.3, static_cast<std::uint32_t>(page)));
    }
    write(output, samples::pictureOnlyPdf(pictures, kDotsPerInch));
}

int pagesOf(const std::string& pdf) {
    QPDF file;
    file.processFile(pdf.c_str());
    return static_cast<int>(QPDFPageDocumentHelper(file).getAllPages().size());
}

/// Runs a story of samples/stories, step by step, with the program as its users have it.
class Story {
public:
    explicit Story(const std::string& name)
        : story_(*readJson(contentsOf(sample("stories/" + name + ".json"))).value),
          case_(*readJson(contentsOf(sample("stories/" + name + ".case.json"))).value) {
        names_["case"] = folder_.path("case.json");
        names_["folder"] = folder_.path();
        write(names_["case"], writeJson(case_));
        names_["proof"] = folder_.path("receipt.txt");
        write(names_["proof"], "posting receipt 4417");
        names_["hazards_too_early"] = hazardsFrom("2025-03-26");
        names_["hazards_later"] = hazardsFrom("2025-04-14", "2025-06-20");
        names_["recipients_by_hand"] = recipientsByHand("2025-03-14");
    }

    /// Runs every step; false, with what was seen, at the first that is not as it was told.
    void run() {
        int number = 0;
        for (const Value& step : *story_.find("steps")->list()) {
            ++number;
            SCOPED_TRACE("step " + std::to_string(number) + ": " + step.textOr("say", ""));
            prepareScan();
            runStep(step);
            if (testing::Test::HasFailure()) {
                return;
            }
        }
    }

    [[nodiscard]] std::string path(const std::string& name) const {
        return folder_.path(name);
    }
    [[nodiscard]] const std::string& kept(const std::string& name) const {
        return names_.at(name);
    }
    Ran engross(std::vector<std::string> words) {
        words.insert(words.end(), {"--data", folder_.path("data")});
        return engross::run(folder_.path(), words);
    }

private:
    std::string filled(std::string text) const {
        for (const auto& [name, value] : names_) {
            const std::string place = "{" + name + "}";
            for (std::size_t at = text.find(place); at != std::string::npos; at = text.find(place, at + value.size())) {
                text.replace(at, place.size(), value);
            }
        }
        return text;
    }
    /// The hazards with work that starts on a day; with work that all ends on another, where that is given.
    std::string hazardsFrom(const std::string& day, const std::string& complete = {}) const {
        Value hazards = *case_.find("hazards");
        for (Value& hazard : *hazards.list()) {
            hazard.object()->set("start_on", day);
            for (Value& work : *hazard.object()->find("works")->list()) {
                work.object()->set("complete_on", complete.empty() ? work.textOr("complete_on", "") : complete);
            }
        }
        return writeJson(hazards);
    }
    std::string recipientsByHand(const std::string& day) const {
        Value recipients = *case_.find("recipients");
        for (Value& recipient : *recipients.list()) {
            recipient.object()->set("method", "hand");
            recipient.object()->set("planned_on", day);
        }
        return writeJson(recipients);
    }
    /// The approved paper is printed, signed in ink and scanned as soon as there is a notice.
    void prepareScan() {
        if (!names_.contains("notice") || names_.contains("scan")) {
            return;
        }
        ASSERT_EQ(engross({"document", "files", names_.at("notice"), "-o", folder_.path("papers")}).exit, 0);
        const std::string pdf = folder_.path("papers/improvement-notice-EN-2025-0017.pdf");
        const int pages = pagesOf(pdf);
        names_["scan"] = folder_.path("scan.pdf");
        names_["scan_without_last_page"] = folder_.path("short.pdf");
        scanOf(pdf, names_["scan"], pages, 3);
        scanOf(pdf, names_["scan_without_last_page"], pages - 1, 3);
    }
    void expectAll(const Value& step, const char* member, const std::string& text) const {
        const Value* sayings = step.find(member);
        for (const Value& saying : sayings == nullptr ? List{} : *sayings->list()) {
            const std::string wanted = filled(*saying.text());
            EXPECT_NE(plain(text).find(wanted), std::string::npos) << wanted << " is not in:\n" << text;
        }
    }
    static std::string plain(std::string text) {
        const std::string fixed = "\u00a0";
        for (std::size_t at = text.find(fixed); at != std::string::npos; at = text.find(fixed, at)) {
            text.replace(at, fixed.size(), " ");
        }
        return text;
    }
    void runStep(const Value& step) {
        std::vector<std::string> words;
        for (const Value& word : *step.find("run")->list()) {
            words.push_back(filled(*word.text()));
        }
        const Ran ran = engross(words);
        EXPECT_EQ(ran.exit, *step.find("exit")->integer()) << ran.out << ran.err;
        expectAll(step, "tells", ran.err);
        expectAll(step, "prints", ran.out);
        if (const std::string state = step.textOr("answers", ""); !state.empty()) {
            EXPECT_EQ(ran.out, state + "\n") << ran.err;
        }
        if (step.find("silent") != nullptr) {
            EXPECT_EQ(ran.err, "");
        }
        if (const std::string name = step.textOr("keep", ""); !name.empty()) {
            names_[name] = ran.out.substr(0, ran.out.find('\n'));
        }
    }

    TestFolder folder_;
    Value story_;
    Value case_;
    std::map<std::string, std::string> names_;
};

/// The words of a file with single spaces.
std::string textOf(const std::string& pdf) {
    std::string text;
    for (const char character : outputOf("/usr/bin/pdftotext '" + pdf + "' -")) {
        const bool space = character == '\n' || character == '\f' || character == ' ';
        if (!space) {
            text.push_back(character);
        } else if (!text.empty() && text.back() != ' ') {
            text.push_back(' ');
        }
    }
    const std::string fixed = "\u00a0";
    for (std::size_t at = text.find(fixed); at != std::string::npos; at = text.find(fixed, at)) {
        text.replace(at, fixed.size(), " ");
    }
    return text;
}

TEST(Story, OfAnImprovementNoticeIsWhatItsUsersSee) {
    Story story("improvement_notice");
    story.run();
    if (HasFailure()) {
        return;
    }
    const std::string certificate = textOf(story.path("certificate.pdf"));
    for (const char* words :
         {"Certificate of service", "Mr B. Sample", "14 March 2025", "2.10pm", "handed over",
          "I believe that the facts stated in this certificate are true", "Enforcement Support Officer"}) {
        EXPECT_NE(certificate.find(words), std::string::npos) << words << " is not in\n" << certificate;
    }
    const Value shown = *readJson(story.engross({"document", "show", story.kept("second"), "--json"}).out).value;
    EXPECT_EQ(shown.textOr("supersedes", ""), story.kept("notice"));
    const List& recipients = *shown.find("recipients")->list();
    ASSERT_EQ(recipients.size(), 4U);
    for (const Value& recipient : recipients) {
        const List& envelope = *recipient.find("envelope")->list();
        const bool copy = *recipient.find("copy")->boolean();
        ASSERT_EQ(envelope.size(), copy ? 2U : 1U);
        EXPECT_EQ(envelope.front().textOr("kind", ""), copy ? "covering_letter" : "copy");
        const List& encloses = *envelope.back().find("encloses")->list();
        ASSERT_EQ(encloses.size(), 3U);
        EXPECT_EQ(encloses.back().textOr("title", ""), "Schedule 3: statement of reasons (section 8)");
        EXPECT_GE(*encloses.back().find("pages")->integer(), 1);
    }
}

void enterTheScheme(Story& story) {
    const Ran added = story.engross({"delegation", "add", "--title", "Mrs", "--person", "S. Signatory", "--post",
                                     "Private Sector Housing Manager", "--provision", "Housing Act 2004, section 11",
                                     "--from", "2024-04-01", "--scheme", "item 4.12"});
    ASSERT_EQ(added.exit, 0) << added.err;
}

TEST(Story, PutsNoHomeOfAnotherPersonOnAnyPaperThatLeavesTheCouncil) {
    Story story("improvement_notice");
    enterTheScheme(story);
    const Ran made = story.engross({"document", "make", "improvement_notice", "--case", story.kept("case"), "--by",
                                    "D. Officer", "--at", "2025-02-24T10:00"});
    ASSERT_EQ(made.exit, 0) << made.err;
    const std::string id = made.out.substr(0, made.out.find('\n'));
    ASSERT_EQ(story.engross({"document", "files", id, "-o", story.path("papers")}).exit, 0);
    const std::array<std::string, 2> homes{"8 Invented Lane", "1 Invented Parade"};
    int papers = 0;
    for (const auto& entry : fs::directory_iterator(story.path("papers"))) {
        const std::string name = entry.path().filename().string();
        const std::string text = textOf(entry.path().string());
        const bool fileCopy = name == "improvement-notice-EN-2025-0017.pdf";
        ++papers;
        EXPECT_EQ(text.find(homes[0]) != std::string::npos,
                  fileCopy || name.find("-1-Mr-B-Sample") != std::string::npos)
            << name;
        EXPECT_EQ(text.find(homes[1]) != std::string::npos,
                  fileCopy || name.find("-2-Example-Building-Society") != std::string::npos)
            << name;
    }
    EXPECT_EQ(papers, 8);
}

TEST(Story, RefusesACopyWhoseTextGivesAnothersHomeAway) {
    Story story("improvement_notice");
    enterTheScheme(story);
    const Ran made = story.engross({"document", "make", "improvement_notice", "--case", story.kept("case"), "--set",
                                    "occupiers_views=The owner, who lives at 8 Invented Lane, was rude.", "--by",
                                    "D. Officer", "--at", "2025-02-24T10:00"});
    EXPECT_EQ(made.exit, 1);
    EXPECT_NE(made.err.find("the copy of recipient 2 would show the address of recipient 1"), std::string::npos)
        << made.err;
    EXPECT_EQ(made.err.find("Invented Lane"), std::string::npos) << made.err;
}

std::string firstLine(const Ran& ran) {
    return ran.out.substr(0, ran.out.find('\n'));
}

TEST(Story, ShowsEveryWordThatDiffersInAScanWithText) {
    Story story("improvement_notice");
    const auto make = [&](const std::string& policy) {
        const Ran made = story.engross({"document", "make", "improvement_notice", "--case", story.kept("case"), "--set",
                                        "policy=" + policy, "--set",
                                        "signatory={\"name\": \"S. Signatory\", \"post\": "
                                        "\"Manager\", \"authority\": \"item 4\"}",
                                        "--by", "D. Officer", "--at", "2025-02-24T10:00"});
        EXPECT_EQ(made.exit, 0) << made.err;
        return firstLine(made);
    };
    const std::string approved = make("Policy of April 2024, section 4.");
    const std::string changed = make("Policy of April 2024, section 9.");
    ASSERT_EQ(story
                  .engross({"delegation", "add", "--person", "S. Signatory", "--post", "Manager", "--provision",
                            "Housing Act 2004, section 11", "--from", "2024-01-01", "--scheme", "item 4"})
                  .exit,
              0);
    ASSERT_EQ(story.engross({"document", "approve", approved, "--by", "S. Signatory", "--on", "2025-02-24"}).exit, 0);
    ASSERT_EQ(story.engross({"document", "files", changed, "-o", story.path("changed")}).exit, 0);
    const Ran signing = story.engross({"document", "sign", approved, "--by", "S. Signatory", "--on", "2025-02-24",
                                       "--scan", story.path("changed/improvement-notice-EN-2025-0017.pdf")});
    EXPECT_EQ(signing.exit, 1);
    EXPECT_NE(signing.err.find("the scan has not '4.'"), std::string::npos) << signing.err;
    EXPECT_NE(signing.err.find("the scan has '9.' beside the approved text"), std::string::npos) << signing.err;
    ASSERT_EQ(story.engross({"document", "files", approved, "-o", story.path("same")}).exit, 0);
    const std::string file = story.path("same/improvement-notice-EN-2025-0017.pdf");
    const Ran bare = story.engross({"document", "sign", approved, "--by", "S. Signatory", "--on", "2025-02-24",
                                    "--scan", file, "--compared-by", "C. Clerk"});
    EXPECT_EQ(bare.exit, 1);
    EXPECT_NE(bare.err.find("nobody has signed it"), std::string::npos) << bare.err;
    write(file, contentsOf(file) + "% through a scanner that writes a text layer\n");
    const Ran same =
        story.engross({"document", "sign", approved, "--by", "S. Signatory", "--on", "2025-02-24", "--scan", file});
    EXPECT_EQ(same.exit, 0) << same.err;
    EXPECT_EQ(same.err, "");
}

TEST(Story, ApprovesNothingWithoutARegister) {
    Story story("improvement_notice");
    const Ran made = story.engross({"document", "make", "improvement_notice", "--case", story.kept("case"), "--set",
                                    "signatory={\"name\": \"S. Signatory\", \"post\": \"Manager\", \"authority\": "
                                    "\"item 4\"}",
                                    "--by", "D. Officer", "--at", "2025-02-24T10:00"});
    ASSERT_EQ(made.exit, 0) << made.err;
    EXPECT_NE(made.err.find("no register of delegations was asked for Housing Act 2004, section 11"), std::string::npos)
        << made.err;
    const Ran approval =
        story.engross({"document", "approve", firstLine(made), "--by", "S. Signatory", "--on", "2025-02-24"});
    EXPECT_EQ(approval.exit, 1);
    EXPECT_NE(approval.err.find("'Manager'"), std::string::npos) << approval.err;
}

TEST(Story, LeavesAFollowUpWhereAManagerOverridesInAnEmergency) {
    Story story("improvement_notice");
    Value request = *readJson(contentsOf(std::string(ENGROSS_SOURCE_DIR) +
                                         "/scripts/notice/emergency_remedial_action.example.json"))
                         .value;
    request.object()->set("type", "emergency_remedial_action");
    for (const char* part : {"case", "fields"}) {
        if (Value* members = request.object()->find(part); members != nullptr && members->find("policy") != nullptr) {
            members->object()->set("policy", nullptr);
        }
    }
    const auto make = [&](const Value& body) {
        write(story.path("request.json"), writeJson(body));
        return story.engross({"document", "make", "--request", story.path("request.json"), "--by", "D. Officer", "--at",
                              "2026-11-20T12:00"});
    };
    const Ran refused = make(request);
    EXPECT_EQ(refused.exit, 1);
    EXPECT_NE(refused.err.find("policy"), std::string::npos) << refused.err;
    request.object()->set("waivers", List{Object{{"check", "GEN-11"},
                                                 {"as", "manager"},
                                                 {"name", "M. Manager"},
                                                 {"post", "Head of Housing"},
                                                 {"on", "2026-11-20"},
                                                 {"until", "2026-11-27"},
                                                 {"reason", "the ceiling is coming down now"}}});
    const Ran made = make(request);
    ASSERT_EQ(made.exit, 0) << made.err;
    const Ran tasks = story.engross({"tasks"});
    EXPECT_NE(tasks.out.find("2026-11-27  EN/2026/0180  GEN-11"), std::string::npos) << tasks.out;
    EXPECT_NE(tasks.out.find("M. Manager, Head of Housing"), std::string::npos) << tasks.out;
    const std::string id = tasks.out.substr(0, tasks.out.find(' '));
    EXPECT_EQ(story.engross({"tasks", "done", id, "--by", "D. Officer"}).exit, 2);
    EXPECT_EQ(story.engross({"tasks", "done", id, "--by", "D. Officer", "--note", "policy added in a letter"}).exit, 0);
    EXPECT_EQ(story.engross({"tasks"}).out, "");
    EXPECT_NE(story.engross({"tasks", "--all"}).out.find("[x]"), std::string::npos);
}

TEST(Story, MakesOneCopyForEachRecipientWithoutAStoreAndLooksUpTheSignatoryInAFile) {
    Story story("improvement_notice");
    write(story.path("register.json"), R"({"delegations": [{"post": "Private Sector Housing Manager", "title": "Mrs",
        "person": "S. Signatory", "provision": "Housing Act 2004, section 11", "from": "2024-04-01",
        "until": "2025-02-24", "scheme": "item 4.12"}]})");
    const auto make = [&](const std::string& dated) {
        return run(story.path(""), {"make", "improvement_notice", "--case", story.kept("case"), "--set",
                                    "dated_on=" + dated, "--register", story.path("register.json"), "--copies",
                                    story.path("copies"), "--at", "2025-02-24T10:00"});
    };
    const Ran late = make("2025-02-25");
    EXPECT_EQ(late.exit, 1);
    EXPECT_NE(late.err.find("has ended on"), std::string::npos) << late.err;
    EXPECT_FALSE(fs::exists(story.path("copies")));
    const Ran made = make("2025-02-24");
    EXPECT_EQ(made.exit, 0) << made.err;
    EXPECT_EQ(std::distance(fs::directory_iterator(story.path("copies")), fs::directory_iterator()), 8);
}

}  // namespace
}  // namespace engross
