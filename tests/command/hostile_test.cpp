#include "command/bundle_home.h"
#include "model/json.h"
#include "store/corpus.h"
#include "work/limits.h"

#include <gtest/gtest.h>
#include <sys/resource.h>
#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>

namespace engross {
namespace {

namespace fs = std::filesystem;

constexpr rlim_t seconds = 15;
constexpr rlim_t gigabyte = rlim_t{1} << 30U;

/// The program and all that it starts get this much processor time and this much memory each, from the kernel; what
/// asks for more is killed. The test's own limits come back when it ends.
class KernelLimits {
public:
    KernelLimits() {
        set(RLIMIT_CPU, seconds, processor_);
        if (memoryLimitsHold()) {
            set(RLIMIT_AS, 2 * gigabyte, memory_);  // the host maps its program too; a worker has its own gigabyte
        }
    }
    ~KernelLimits() {
        ::setrlimit(RLIMIT_CPU, &processor_);
        ::setrlimit(RLIMIT_AS, &memory_);
    }
    KernelLimits(const KernelLimits&) = delete;
    KernelLimits& operator=(const KernelLimits&) = delete;

private:
    static void set(__rlimit_resource_t resource, rlim_t most, rlimit& before) {
        ::getrlimit(resource, &before);
        rlimit now = before;
        now.rlim_cur = std::min(most, before.rlim_max);
        if (resource == RLIMIT_CPU) {
            rusage used{};
            ::getrusage(RUSAGE_SELF, &used);
            now.rlim_cur += static_cast<rlim_t>(used.ru_utime.tv_sec + used.ru_stime.tv_sec);
        }
        ::setrlimit(resource, &now);
    }

    rlimit processor_{};
    rlimit memory_{RLIM_INFINITY, RLIM_INFINITY};
};

class HostileTest : public testing::Test {
protected:
    TestFolder folder;
    BundleHome home{folder.path()};

    static std::vector<std::string> foreignFiles() {
        std::vector<std::string> found;
        for (const char* kind : {"hostile", "images", "mail", "office"}) {
            const std::vector<std::string> files = corpusFiles(kind);
            found.insert(found.end(), files.begin(), files.end());
        }
        return found;
    }
    std::string neighbour() {
        std::string path = folder.path("neighbour.pdf");
        if (!fs::exists(path)) {
            const Ran ran = run(folder.path(), {"make", "--request", sample("requests/missed_appointment.json"), "-o",
                                                path, "--at=2026-11-20T10:00"});
            EXPECT_EQ(ran.exit, 0) << ran.err;
        }
        return path;
    }
    static std::size_t pagesIn(const std::string& path) {
        QPDF pdf;
        pdf.processFile(path.c_str());
        return QPDFPageDocumentHelper(pdf).getAllPages().size();
    }
};

/// Each by itself, under limits that the kernel keeps: it is told, or refused by a code and with a cure, and the
/// program lives to say so.
TEST_F(HostileTest, EveryFileOfTheCorpusIsToldOrNamedWithinItsLimits) {
    const auto files = foreignFiles();
    if (files.empty()) {
        GTEST_SKIP() << "the corpus is not there";
    }
    const KernelLimits limits;
    std::size_t told = 0;
    std::size_t refused = 0;
    for (const std::string& file : files) {
        SCOPED_TRACE(fs::path(file).filename().string());
        const Ran ran = run(folder.path(), {"exhibit", "--json", file});
        const auto answer = readJson(ran.out);
        ASSERT_TRUE(answer.value) << ran.exit << ran.out << ran.err;
        const Value& exhibit = answer.value->find("exhibits")->list()->at(0);
        const Value& facts = *exhibit.find("facts");
        if (exhibit.textOr("inspection", "") == "inspected") {
            EXPECT_EQ(ran.exit, 0);
            EXPECT_GE(*facts.find("pages")->integer(), 1);
            ++told;
        } else {
            EXPECT_EQ(ran.exit, 1);
            const Value& fault = facts.find("diagnostics")->list()->at(0);
            EXPECT_NE(fault.textOr("code", ""), "");
            EXPECT_NE(fault.textOr("message", "").find(fs::path(file).filename().string()), std::string::npos);
            EXPECT_FALSE(fault.find("hints")->list()->empty());
            ++refused;
        }
    }
    EXPECT_GT(told, 90U);
    EXPECT_GT(refused, 40U);
}

/// What can be told can be joined, and what is refused is named by the build too.
TEST_F(HostileTest, EveryFileOfTheCorpusIsJoinedOrNamedAndItsNeighbourIsNot) {
    const auto files = foreignFiles();
    if (files.empty()) {
        GTEST_SKIP() << "the corpus is not there";
    }
    const std::string good = neighbour();
    const std::string plan = folder.path("plan.json");
    const std::string output = folder.path("bundle.pdf");
    const std::size_t step = std::getenv("ENGROSS_SOAK") != nullptr ? 1 : 6;
    const KernelLimits limits;
    for (std::size_t i = 0; i < files.size(); i += step) {
        const std::string name = fs::path(files[i]).filename().string();
        SCOPED_TRACE(name);
        const auto told = readJson(run(folder.path(), {"exhibit", "--json", files[i]}).out);
        ASSERT_TRUE(told.value);
        const Value& exhibit = told.value->find("exhibits")->list()->at(0);
        write(plan, writeJson(planOf({good, files[i]})));
        fs::remove(output);
        const Ran ran = run(folder.path(), {"bundle", plan, "--home", home.path(), "-o", output, "--no-cache",
                                            "--at=2026-11-20T10:00"});
        if (exhibit.textOr("inspection", "") == "inspected") {
            ASSERT_EQ(ran.exit, 0) << ran.err;
            const auto pages = static_cast<std::size_t>(*exhibit.find("facts")->find("pages")->integer());
            EXPECT_EQ(pagesIn(output), 3 + pagesIn(good) + pages);  // cover, index, divider
        } else {
            EXPECT_EQ(ran.exit, 1) << ran.err;
            EXPECT_NE(ran.err.find(name), std::string::npos) << ran.err;
            EXPECT_EQ(ran.err.find("neighbour.pdf"), std::string::npos) << ran.err;
            EXPECT_FALSE(fs::exists(output));
        }
    }
}

/// The planted file: it asks for more than a worker is given, and is refused by name; the next is told.
TEST_F(HostileTest, AFileThatWouldTakeTwoGigabytesIsNamedAndTheNextOneTold) {
    const std::string bomb = folder.path("bomb.png");
    const std::string head(
        "\x89PNG\r\n\x1A\n\0\0\0\rIHDR\0\0\xEA\x60\0\0\xEA\x60\x08\x06\0\0\0\x1B\x1C\xC2\xE6\0\0\0\0IEND\xAE\x42\x60"
        "\x82",
        45);
    write(bomb, head);
    const std::string good = neighbour();
    const KernelLimits limits;
    const Ran ran = run(folder.path(), {"exhibit", "--json", bomb, good});
    EXPECT_EQ(ran.exit, 1) << ran.err;
    const auto answer = readJson(ran.out);
    ASSERT_TRUE(answer.value) << ran.out;
    const List& exhibits = *answer.value->find("exhibits")->list();
    EXPECT_EQ(exhibits.at(0).find("facts")->find("diagnostics")->list()->at(0).textOr("code", ""),
              "evidence-too-large");
    EXPECT_EQ(exhibits.at(1).textOr("inspection", ""), "inspected");
}

}  // namespace
}  // namespace engross
