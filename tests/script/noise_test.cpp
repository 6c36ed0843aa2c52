// Scripts and cases that nobody meant: real ones with bytes and values changed. Whatever comes in, what comes out is
// diagnostics.
#include "model/json.h"
#include "script/source_package.h"
#include "script/written_sources.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <random>
#include <sstream>

namespace engross {
namespace {

using test::testDay;
using test::WrittenSources;

/// ENGROSS_SOAK is the number of texts in a long run, where it is more.
int rounds(int usual) {
    const char* soak = std::getenv("ENGROSS_SOAK");
    return std::max(usual, soak == nullptr ? 0 : std::atoi(soak));
}

class Noise {
public:
    std::size_t below(std::size_t bound) {
        return std::uniform_int_distribution<std::size_t>(0, bound - 1)(engine_);
    }

    std::string changed(std::string text) {
        static const std::vector<std::string> pieces{
            "\"",  "{",    "}",      "[[",     "]]",    ",",        "=",      "--",      "\n",
            "end", "nil",  "return", "list {", "of =",  "function", "law.",   "(",       ")",
            "\0",  "\xC3", "\xFF",   "-1",     "1e308", "{{#",      "{{/x}}", "where =", "uses = { \"..\" }"};
        for (std::size_t changes = 1 + below(4); changes > 0 && !text.empty(); --changes) {
            const std::size_t at = below(text.size());
            switch (below(4)) {
                case 0:
                    text.erase(at, 1 + below(30));
                    break;
                case 1:
                    text.insert(at, pieces.at(below(pieces.size())));
                    break;
                case 2:
                    text.insert(at, text.substr(below(text.size()), below(60)));
                    break;
                default:
                    text[at] = static_cast<char>(below(256));
            }
        }
        return text;
    }

    // NOLINTNEXTLINE(misc-no-recursion): three levels
    Value value(int depth = 0) {
        switch (below(depth < 3 ? 9 : 7)) {
            case 0:
                return nullptr;
            case 1:
                return below(2) == 0;
            case 2:
                return static_cast<std::int64_t>(below(100)) - 50;
            case 3:
                return 1e300 * static_cast<double>(below(3));
            case 4:
                return "2026-0" + std::to_string(below(10)) + "-3" + std::to_string(below(10));
            case 5:
                return std::string(below(4) * 100, 'x') + "\n\x01";
            case 6:
                return "";
            case 7: {
                List list;
                for (std::size_t count = below(4); count > 0; --count) {
                    list.push_back(value(depth + 1));
                }
                return list;
            }
            default: {
                static const std::vector<std::string> names{"name",    "address", "lines", "mark",
                                                            "exhibit", "members", "x"};
                Object object;
                for (std::size_t count = below(4); count > 0; --count) {
                    object.set(names.at(below(names.size())), value(depth + 1));
                }
                return object;
            }
        }
    }

private:
    std::mt19937_64 engine_{20'261'123};  // the same noise in every run
};

std::vector<std::filesystem::path> shippedScripts() {
    std::vector<std::filesystem::path> files;
    for (const auto& entry :
         std::filesystem::recursive_directory_iterator(std::string(ENGROSS_SOURCE_DIR) + "/scripts")) {
        const std::string name = entry.path().filename().string();
        if (name.ends_with(".lua") && name.find(".test.") == std::string::npos) {
            files.push_back(entry.path());
        }
    }
    std::ranges::sort(files);
    return files;
}

std::string textOf(const std::filesystem::path& file) {
    std::ostringstream text;
    text << std::ifstream(file, std::ios::binary).rdbuf();
    return std::move(text).str();
}

TEST(NoisyScripts, AreRefusedOrReadAndNeverDoMore) {
    Noise noise;
    const auto files = shippedScripts();
    const WrittenSources sources;
    for (int round = rounds(120); round > 0; --round) {
        const auto& file = files.at(noise.below(files.size()));
        const std::string folder = "scripts/" + file.parent_path().filename().string() + "/";
        const std::string name = file.filename().string();
        sources.write(folder + name, noise.changed(textOf(file)));
        const std::string id = name.substr(0, name.size() - 4);
        const auto catalogue = sources.load();
        const auto faults = catalogue->faultsOf(id);
        for (const Diagnostic& fault : faults) {
            EXPECT_FALSE(fault.message.empty()) << name;
        }
        EXPECT_TRUE(catalogue->find(id) != nullptr || refuses(faults))
            << name << " is not used, and nobody is told why";
        sources.remove(folder + name);
    }
}

TEST(NoisyCases, AreRefusedWithDiagnosticsThatHaveAPlace) {
    Noise noise;
    const auto catalogue =
        Catalogue::load({std::string(ENGROSS_SOURCE_DIR) + "/plugins", std::string(ENGROSS_SOURCE_DIR) + "/scripts",
                         std::string(ENGROSS_SOURCE_DIR) + "/templates"},
                        {});
    const auto ids = catalogue->ids();
    for (int round = rounds(300); round > 0; --round) {
        const std::string& id = ids.at(noise.below(ids.size()));
        auto request = catalogue->example(id);
        const TypeSummary* type = catalogue->find(id);
        if (!request || type == nullptr || type->schema.fields.empty()) {
            continue;
        }
        Object fields = request->fields.object() == nullptr ? Object{} : *request->fields.object();
        for (std::size_t changes = 1 + noise.below(3); changes > 0; --changes) {
            fields.set(type->schema.fields.at(noise.below(type->schema.fields.size())).name, noise.value());
        }
        request->fields = Value(std::move(fields));
        const CheckResult result = catalogue->check(*request, testDay);
        EXPECT_EQ(result.checked == nullptr, refuses(result.diagnostics)) << id << writeJson(request->fields);
        for (const Diagnostic& fault : result.diagnostics) {
            EXPECT_FALSE(fault.message.empty());
            EXPECT_TRUE(!fault.where.pointer.empty() || fault.where.line > 0) << id << ": " << fault.message;
        }
        std::vector<Diagnostic> faults;
        if (result.checked != nullptr && !type->isBundle) {
            static_cast<void>(catalogue->compose(*result.checked, {}, faults));
        }
    }
}

TEST(NoisyPackages, AreReadOrRefused) {
    Noise noise;
    const std::string good =
        writePackage({{"plugins/law/a.lua", "return law {}"}, {"scripts/letter/t.lua", "return 1"}});
    for (int round = rounds(2000); round > 0; --round) {
        try {
            static_cast<void>(readPackage(noise.changed(good), "p"));
        } catch (const ScriptFileError& error) {
            EXPECT_EQ(error.subject(), "p");
        }
    }
}

}  // namespace
}  // namespace engross
