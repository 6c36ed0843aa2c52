#include "pdf/drawing_sample.h"
#include "pdf/gate.h"
#include "pdf/sabotage.h"

#include <gtest/gtest.h>
#include <unistd.h>
#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <optional>
#include <sstream>

namespace engross {
namespace {

using test::outputOf;
using test::ScratchFile;

const std::string tools = ENGROSS_SOURCE_DIR "/tests/pdf/strangers";
const std::string program = ENGROSS_BINARY_DIR "/engross";

bool isInstalled(const std::string& name) {
    for (const char* folder : {"/usr/bin/", "/usr/local/bin/"}) {
        if (std::filesystem::exists(folder + name)) {
            return true;
        }
    }
    return false;
}

/// What a tool says of a file; empty and a failure of the test where it does not like it.
std::string toldBy(const std::vector<std::string>& command) {
    try {
        return outputOf(command);
    } catch (const std::runtime_error& error) {
        ADD_FAILURE() << error.what();
        return {};
    }
}

/// Makes a sample case with the program, in the flavour.
void make(const std::string& type, ArchiveFlavour flavour, const std::string& output) {
    std::ostringstream facts;
    facts << std::ifstream(ENGROSS_SOURCE_DIR "/samples/cases/" + type + ".json").rdbuf();
    const ScratchFile request("{\"type\": \"" + type + "\", \"case_ref\": \"EN/2026/0142\", \"profile\": \"" +
                              std::string(nameOf(flavour)) + "\", \"case\": " + facts.str() + "}");
    (void)toldBy({program, "make", "--request", request.path(), "--home", ENGROSS_SOURCE_DIR, "--at",
                  "2026-11-20T10:30", "-o", output});
}

std::vector<std::string> sampleTypes() {
    std::vector<std::string> types;
    for (const auto& entry : std::filesystem::directory_iterator(ENGROSS_SOURCE_DIR "/samples/cases")) {
        if (entry.path().extension() == ".json" && entry.path().stem() != "broken") {
            types.push_back(entry.path().stem().string());
        }
    }
    std::sort(types.begin(), types.end());
    return types;
}

/// A document as somebody else would meet it: our drawing of everything, in each flavour, or a sample case made by the
/// program.
struct Made {
    std::string type;  // empty for the drawing
    ArchiveFlavour flavour = ArchiveFlavour::A2a;
};

std::vector<Made> everything() {
    std::vector<Made> all;
    for (const ArchiveFlavour flavour : {ArchiveFlavour::A1b, ArchiveFlavour::A2a, ArchiveFlavour::A3a}) {
        all.push_back({"", flavour});
    }
    for (const std::string& type : sampleTypes()) {
        all.push_back({type, ArchiveFlavour::A2a});
    }
    return all;
}

/// Every line of Latin text that the structure tells stands on a page, too: the first that does not, or that there are
/// hardly any; empty where all is well.
std::string lineMissing(const std::string& structure, const std::string& text) {
    std::string squeezed;
    std::copy_if(text.begin(), text.end(), std::back_inserter(squeezed), [](char c) { return c > ' ' && c < 0x7F; });
    std::istringstream lines(structure);
    std::size_t found = 0;
    for (std::string line; std::getline(lines, line);) {
        const std::size_t begin = line.find('"');
        const bool plain = std::all_of(line.begin(), line.end(), [](char c) { return c >= ' ' && c < 0x7F; });
        if (begin == std::string::npos || !plain || line.back() != '"') {
            continue;
        }
        // Of a cell only its first word stands unbroken for sure: the next may be on its next line, beside other cells.
        const std::string words = line.substr(begin + 1, line.size() - begin - 2);
        const std::string word = words.substr(0, words.find_first_of(" -/"));
        if (word.empty()) {
            continue;
        }
        if (squeezed.find(word) == std::string::npos) {
            return "not on a page: " + line;
        }
        ++found;
    }
    return found < 5 ? "poppler reads hardly any text" : "";
}

class Strangers : public testing::TestWithParam<Made> {
protected:
    void SetUp() override {
        if (GetParam().type.empty()) {
            PdfMetadata metadata = test::sampleMetadata();
            metadata.archive = GetParam().flavour;
            file_.emplace(test::sampleDocument(metadata));
            return;
        }
        if (!std::filesystem::exists(program)) {
            GTEST_SKIP() << "the program engross is not built here";
        }
        file_.emplace("");
        make(GetParam().type, GetParam().flavour, file_->path());
    }

    [[nodiscard]] const std::string& path() const {
        return file_->path();
    }

private:
    std::optional<ScratchFile> file_;
};

TEST_P(Strangers, FindNoFaultInTheFile) {
    if (!isInstalled("qpdf")) {
        GTEST_SKIP() << "qpdf is not installed";
    }
    EXPECT_NE(toldBy({"qpdf", "--check", path()}).find("No syntax or stream encoding errors found"), std::string::npos);
}

TEST_P(Strangers, ReadItsTextAndItsStructure) {
    const std::string text = toldBy({"pdftotext", "-enc", "UTF-8", path(), "-"});
    const std::string structure = toldBy({"pdfinfo", "-struct-text", path()});
    EXPECT_EQ(structure.compare(0, 8, "Document"), 0) << structure.substr(0, 200);
    for (const char* part : {"\n  H1 (block)", "\n  P (block)"}) {
        EXPECT_NE(structure.find(part), std::string::npos) << part;
    }
    EXPECT_EQ(text.find("\xEF\xBF\xBD"), std::string::npos) << "a character without text";
    EXPECT_EQ(lineMissing(structure, text), "");
}

TEST_P(Strangers, ReadTheSameTreeInABrowser) {
    if (!isInstalled("node") || !std::filesystem::exists(tools + "/node_modules/pdfjs-dist")) {
        GTEST_SKIP() << "pdf.js is not installed; run npm ci in tests/pdf/strangers";
    }
    const std::string trees = toldBy({"node", tools + "/struct_tree.mjs", path()});
    EXPECT_EQ(trees.find("no tree"), std::string::npos) << trees;
    EXPECT_NE(trees.find("H1("), std::string::npos) << trees;
    if (!GetParam().type.empty()) {
        return;
    }
    EXPECT_NE(trees.find("H1(\"Decision on your application\")"), std::string::npos) << trees;
    EXPECT_NE(trees.find("Figure[A grey square]"), std::string::npos) << trees;
    EXPECT_NE(trees.find("Link(\"the guide\" @)"), std::string::npos) << trees;
    EXPECT_NE(trees.find("Note(Lbl(\"1\") P(\"As the tenancy agreement says.\"))"), std::string::npos) << trees;
}

INSTANTIATE_TEST_SUITE_P(Pdf, Strangers, testing::ValuesIn(everything()), [](const auto& made) {
    std::string name = made.param.type.empty() ? "drawing_" + std::string(nameOf(made.param.flavour)) : made.param.type;
    std::replace(name.begin(), name.end(), '-', '_');
    return name;
});

/// Every type of a document, by the scripts that are there; bundles are made of these.
std::vector<std::string> exampleTypes() {
    std::vector<std::string> types;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(ENGROSS_SOURCE_DIR "/scripts")) {
        const std::string file = entry.path().filename().string();
        const bool test = file.ends_with(".test.lua");
        if (entry.path().extension() == ".lua" && !test && entry.path().parent_path().filename() != "bundle") {
            types.push_back(entry.path().stem().string());
        }
    }
    std::sort(types.begin(), types.end());
    return types;
}

/// The worked example of every type, in a folder of its own: large print where `size` is not 0.
class Examples {
public:
    Examples(ArchiveFlavour flavour, int size)
        : folder_(std::filesystem::temp_directory_path() / ("engross-strangers-" + std::string(nameOf(flavour)) +
                                                            std::to_string(size) + "-" + std::to_string(::getpid()))) {
        std::filesystem::remove_all(folder_);
        std::filesystem::create_directory(folder_);
        for (const std::string& type : exampleTypes()) {
            std::vector<std::string> words{program,     "types",
                                           "preview",   type,
                                           "--archive", std::string(nameOf(flavour)),
                                           "--home",    ENGROSS_SOURCE_DIR,
                                           "--at",      "2026-11-20T10:30",
                                           "-o",        path(type)};
            if (size > 0) {
                words.insert(words.end(), {"--large-print", std::to_string(size)});
            }
            (void)toldBy(words);
        }
    }
    ~Examples() {
        std::filesystem::remove_all(folder_);
    }
    Examples(const Examples&) = delete;
    Examples& operator=(const Examples&) = delete;

    [[nodiscard]] std::string path(const std::string& type) const {
        return (folder_ / (type + ".pdf")).string();
    }
    [[nodiscard]] const std::filesystem::path& folder() const {
        return folder_;
    }
    [[nodiscard]] std::vector<std::string> paths() const {
        std::vector<std::string> all;
        for (const std::string& type : exampleTypes()) {
            all.push_back(path(type));
        }
        return all;
    }

private:
    std::filesystem::path folder_;
};

/// What is the matter with a file, as the strangers see it; empty for nothing.
std::string faultBy(const std::string& stranger, const std::string& path) {
    if (stranger == "qpdf") {
        const bool good =
            toldBy({"qpdf", "--check", path}).find("No syntax or stream encoding errors found") != std::string::npos;
        return good ? "" : "qpdf finds errors";
    }
    const std::string structure = toldBy({"pdfinfo", "-struct-text", path});
    const std::string text = toldBy({"pdftotext", "-enc", "UTF-8", path, "-"});
    if (structure.compare(0, 8, "Document") != 0 || structure.find("H1 (block)") == std::string::npos) {
        return "poppler sees no tree with a title";
    }
    return text.find("\xEF\xBF\xBD") == std::string::npos ? lineMissing(structure, text)
                                                          : "poppler reads a character without text";
}

class StrangersSee : public testing::TestWithParam<int> {
protected:
    void SetUp() override {
        if (!std::filesystem::exists(program) || !isInstalled("qpdf")) {
            GTEST_SKIP() << "the program engross is not built here, or qpdf is not installed";
        }
        examples_.emplace(ArchiveFlavour::A2a, GetParam());
    }
    std::optional<Examples> examples_;
};

TEST_P(StrangersSee, NoFaultInTheExampleOfAnyType) {
    ASSERT_GE(exampleTypes().size(), 60U);
    for (const std::string& type : exampleTypes()) {
        EXPECT_EQ(faultBy("qpdf", examples_->path(type)), "") << type;
        EXPECT_EQ(faultBy("poppler", examples_->path(type)), "") << type;
    }
}

TEST_P(StrangersSee, TheTreeOfTheExampleOfEveryTypeInABrowser) {
    if (!isInstalled("node") || !std::filesystem::exists(tools + "/node_modules/pdfjs-dist")) {
        GTEST_SKIP() << "pdf.js is not installed; run npm ci in tests/pdf/strangers";
    }
    std::vector<std::string> words{"node", tools + "/struct_tree.mjs"};
    const auto paths = examples_->paths();
    words.insert(words.end(), paths.begin(), paths.end());
    std::istringstream trees(toldBy(words));
    std::size_t files = 0;
    bool titled = true;
    for (std::string line; std::getline(trees, line);) {
        if (line.starts_with("file ")) {
            EXPECT_TRUE(titled) << "the file before " << line << " has no title";
            titled = false;
            ++files;
            continue;
        }
        EXPECT_NE(line, "no tree") << files;
        titled = titled || line.find("H1(\"") != std::string::npos;
    }
    EXPECT_TRUE(titled);
    EXPECT_EQ(files, paths.size());
}

INSTANTIATE_TEST_SUITE_P(AtTwoSizes, StrangersSee, testing::Values(0, 18));

/// What the tests above would say of a file that is spoilt: a stranger that is not heard judges nothing.
TEST(Strangers, NameWhatIsPlanted) {
    if (!isInstalled("qpdf")) {
        GTEST_SKIP() << "qpdf is not installed";
    }
    const std::string whole = test::sampleDocument();
    const ScratchFile torn(whole.substr(0, whole.size() / 2));
    EXPECT_THROW((void)outputOf({"qpdf", "--check", torn.path()}), std::runtime_error);
    const ScratchFile untagged(test::spoilt([](QPDF& pdf) { pdf.getRoot().removeKey("/StructTreeRoot"); }));
    EXPECT_EQ(faultBy("poppler", untagged.path()), "poppler sees no tree with a title");
    const ScratchFile silent(test::spoilt([](QPDF& pdf) {
        for (QPDFObjectHandle page : pdf.getAllPages()) {
            page.replaceKey("/Contents", QPDFObjectHandle::newStream(&pdf, "\n"));
        }
    }));
    EXPECT_EQ(faultBy("poppler", silent.path()), "poppler reads hardly any text");
    if (isInstalled("node") && std::filesystem::exists(tools + "/node_modules/pdfjs-dist")) {
        EXPECT_NE(toldBy({"node", tools + "/struct_tree.mjs", untagged.path()}).find("no tree"), std::string::npos);
    }
}

/// Apache PDFBox Preflight; all files of a folder in one start of its machine. Empty where it is not installed.
std::vector<std::string> preflight(const std::string& folder) {
    std::string jars;
    for (const char* jar : {"pdfbox2", "pdfbox2-tools", "fontbox2", "commons-logging", "commons-io", "preflight",
                            "xmpbox", "javax.activation", "jaxb-api"}) {
        const std::string path = "/usr/share/java/" + std::string(jar) + ".jar";
        if (!isInstalled("java") || !std::filesystem::exists(path)) {
            return {};
        }
        jars += (jars.empty() ? "" : ":") + path;
    }
    return {"java", "-cp", jars, "org.apache.pdfbox.preflight.Validator_A1b", "batch", folder};
}

std::size_t countOf(const std::string& said, const std::string& words) {
    std::size_t count = 0;
    for (std::size_t at = said.find(words); at != std::string::npos; at = said.find(words, at + 1)) {
        ++count;
    }
    return count;
}

/// Preflight judges PDF/A-1b.
TEST(Preflight, PassesEverySampleAtA1bAndRefusesAPlantedFile) {
    if (preflight("").empty()) {
        GTEST_SKIP() << "PDFBox Preflight is not installed";
    }
    std::optional<Examples> examples;
    const std::filesystem::path folder = std::filesystem::temp_directory_path() / "engross-preflight";
    std::filesystem::remove_all(folder);
    std::filesystem::create_directory(folder);
    PdfMetadata metadata = test::sampleMetadata();
    metadata.archive = ArchiveFlavour::A1b;
    const ScratchFile drawn(test::sampleDocument(metadata));
    std::filesystem::copy_file(drawn.path(), folder / "drawing.pdf");
    std::size_t good = 1;
    if (std::filesystem::exists(program)) {
        for (const std::string& type : sampleTypes()) {
            make(type, ArchiveFlavour::A1b, (folder / (type + ".pdf")).string());
            ++good;
        }
        examples.emplace(ArchiveFlavour::A1b, 0);
        for (const std::string& type : exampleTypes()) {
            std::filesystem::rename(examples->path(type), folder / ("example-" + type + ".pdf"));
            ++good;
        }
    }
    const std::string said = toldBy(preflight(folder.string()));
    EXPECT_EQ(countOf(said, "is a valid PDF/A-1b file"), good) << said;
    // A file that it must name: the answer to the others means something.
    const ScratchFile planted(
        test::spoilt([](QPDF& pdf) { pdf.getRoot().removeKey("/OutputIntents"); }, ArchiveFlavour::A1b));
    std::filesystem::copy_file(planted.path(), folder / "planted.pdf");
    EXPECT_THROW((void)outputOf(preflight(folder.string())), std::runtime_error);
    std::filesystem::remove_all(folder);
}

}  // namespace
}  // namespace engross
