#include "script/written_sources.h"

#include <gtest/gtest.h>
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <random>
#include <sstream>

namespace engross {
namespace {

namespace fs = std::filesystem;

const fs::path faulty = fs::path(ENGROSS_SOURCE_DIR) / "tests/script/faulty";

std::string textOf(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

/// "15:8: the letter has no field 'aplicant'" from each "-- error 15:8: …" of the script, and of the faults found.
std::vector<std::string> expected(const std::string& text) {
    std::vector<std::string> all;
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);) {
        if (const std::size_t at = line.find("-- error "); at != std::string::npos) {
            all.push_back(line.substr(at + 9));
        }
    }
    std::ranges::sort(all);
    return all;
}

std::vector<std::string> found(const std::vector<Diagnostic>& faults) {
    std::vector<std::string> all;
    for (const Diagnostic& fault : faults) {
        if (fault.severity == Severity::Error) {
            std::string text =
                std::to_string(fault.where.line) + ":" + std::to_string(fault.where.column) + ": " + fault.message;
            text += fault.hints.empty() ? "" : " | " + fault.hints.front();
            all.push_back(text);
        }
    }
    std::ranges::sort(all);
    return all;
}

class Faulty : public testing::TestWithParam<std::string> {};

TEST_P(Faulty, ScriptIsFaultedInItsPlaceAndInWords) {
    const std::string text = textOf(faulty / (GetParam() + ".lua"));
    ASSERT_FALSE(text.empty());
    const test::WrittenSources sources;
    sources.write("scripts/letter/" + GetParam() + ".lua", text);
    const auto faults = sources.load()->faultsOf(GetParam());
    EXPECT_EQ(found(faults), expected(text));
    for (const Diagnostic& fault : faults) {
        EXPECT_EQ(fault.where.file, "scripts/letter/" + GetParam() + ".lua");
    }
}

std::vector<std::string> names() {
    std::vector<std::string> all;
    for (const auto& entry : fs::directory_iterator(faulty)) {
        all.push_back(entry.path().stem().string());
    }
    std::ranges::sort(all);
    return all;
}

INSTANTIATE_TEST_SUITE_P(Scripts, Faulty, testing::ValuesIn(names()), [](const auto& info) { return info.param; });

TEST(Mutations, OfAScriptNeverCrashTheHost) {
    const std::string sample = textOf(fs::path(ENGROSS_SOURCE_DIR) / "scripts/letter/access_appointment.lua");
    ASSERT_FALSE(sample.empty());
    const test::WrittenSources sources;
    std::mt19937 random(20261122);
    const std::string odd = "{}()[]\"'=,.#-\\\n\0\x80\xff<>~%0aZ_ ";
    std::size_t faulted = 0;
    std::string all;
    for (int round = 0; round < 1000; ++round) {
        std::string text = sample;
        for (std::size_t edits = 1 + random() % 3; edits > 0; --edits) {
            const std::size_t at = random() % text.size();
            switch (random() % 4) {
                case 0:
                    text.erase(at, 1 + random() % 20);
                    break;
                case 1:
                    text.insert(at, 1, odd.at(random() % odd.size()));
                    break;
                case 2:
                    text.insert(at, text.substr(random() % text.size(), random() % 60));
                    break;
                default:
                    text.at(at) = odd.at(random() % odd.size());
            }
            text += text.empty() ? " " : "";
        }
        sources.write("scripts/letter/access_appointment.lua", text);
        const auto catalogue = sources.load();
        const auto faults = catalogue->faultsOf("access_appointment");
        faulted += refuses(faults) ? 1U : 0U;
        for (const Diagnostic& fault : faults) {
            EXPECT_FALSE(fault.message.empty());
            all += describe(fault);
        }
        const auto result = catalogue->check(test::letterRequest("access_appointment", {}), test::testDay);
        EXPECT_EQ(result.checked, nullptr);
        EXPECT_FALSE(result.diagnostics.empty());
    }
    EXPECT_GT(faulted, 500U);
}

}  // namespace
}  // namespace engross
