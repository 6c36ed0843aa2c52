#include "pdf/drawing_sample.h"
#include "pdf/gate.h"

#include <gtest/gtest.h>
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
    // Every line of Latin text that the structure tells stands on a page, too.
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
        std::string words;
        std::copy_if(line.begin() + static_cast<std::ptrdiff_t>(begin) + 1, line.end() - 1, std::back_inserter(words),
                     [](char c) { return c > ' '; });
        EXPECT_NE(squeezed.find(words.substr(0, 12)), std::string::npos) << line;
        ++found;
    }
    EXPECT_GE(found, 5U);
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

/// Apache PDFBox Preflight judges PDF/A-1b; all files in one start of its machine.
TEST(Preflight, PassesEverySampleAtA1b) {
    std::string jars;
    for (const char* jar : {"pdfbox2", "pdfbox2-tools", "fontbox2", "commons-logging", "commons-io", "preflight",
                            "xmpbox", "javax.activation", "jaxb-api"}) {
        const std::string path = "/usr/share/java/" + std::string(jar) + ".jar";
        if (!isInstalled("java") || !std::filesystem::exists(path)) {
            GTEST_SKIP() << "PDFBox Preflight is not installed (" << jar << ")";
        }
        jars += (jars.empty() ? "" : ":") + path;
    }
    const std::filesystem::path folder = std::filesystem::temp_directory_path() / "engross-preflight";
    std::filesystem::remove_all(folder);
    std::filesystem::create_directory(folder);
    PdfMetadata metadata = test::sampleMetadata();
    metadata.archive = ArchiveFlavour::A1b;
    std::size_t files = 0;
    {
        const ScratchFile drawn(test::sampleDocument(metadata));
        std::filesystem::copy_file(drawn.path(), folder / "drawing.pdf");
        ++files;
    }
    for (const std::string& type : std::filesystem::exists(program) ? sampleTypes() : std::vector<std::string>()) {
        make(type, ArchiveFlavour::A1b, (folder / (type + ".pdf")).string());
        ++files;
    }
    const std::string said =
        toldBy({"java", "-cp", jars, "org.apache.pdfbox.preflight.Validator_A1b", "batch", folder.string()});
    std::size_t valid = 0;
    for (std::size_t at = said.find("is a valid PDF/A-1b file"); at != std::string::npos;
         at = said.find("is a valid PDF/A-1b file", at + 1)) {
        ++valid;
    }
    EXPECT_EQ(valid, files) << said;
    std::filesystem::remove_all(folder);
}

}  // namespace
}  // namespace engross
