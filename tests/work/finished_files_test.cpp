#include "work/finished_files.h"

#include "bundle/sample_bundle.h"
#include "store/test_folder.h"
#include "work/limits.h"
#include "work/scratch.h"
#include "work/work_error.h"

#include <gtest/gtest.h>

namespace engross {
namespace {

class FinishedFilesTest : public testing::Test {
protected:
    [[nodiscard]] std::string file(const std::string& name, const std::string& bytes) const {
        writeFile(folder.path(name), bytes);
        return folder.path(name);
    }
    /// A bundle of the sample plan, and what it was made by.
    std::string bundle() {
        plan = samplePlan();
        const PageSources sources = sampleSources(plan, [this](std::size_t section, std::size_t item) {
            return sampleDocument(plan.sections.at(section).items.at(item).title, 2);
        });
        numbering = settle(plan, sources).numbering;
        std::string path = folder.path("EN-2026-0142 bundle A.pdf");
        (void)assemble(plan, *numbering, sources, *makeLinker(Typesetter::standard()), folder.path(), path,
                       sampleProfile());
        return path;
    }
    [[nodiscard]] Verdict check(const std::string& path) {
        return files.check(path, sampleProfile(), Language::English, Depth::Structure);
    }

    TestFolder folder;
    FinishedFiles files{{ENGROSS_ERRAND_CHILD}};
    BundlePlan plan;
    std::optional<Numbering> numbering;
};

TEST_F(FinishedFilesTest, SayWhatTheSameQuestionSaysHere) {
    const std::string path = bundle();
    for (const Depth depth : {Depth::Structure, Depth::Pages}) {
        double last = -1;
        const Verdict there = files.check(path, sampleProfile(), Language::Welsh, depth, [&](double share) {
            EXPECT_GE(share, last);
            last = share;
        });
        EXPECT_EQ(there, checkBundle(path, sampleProfile(), Language::Welsh, depth));
        EXPECT_EQ(last > 0, depth == Depth::Pages);
        EXPECT_EQ(files.readBack({path, plan, *numbering, 0}, sampleProfile(), depth),
                  readBack(path, plan, *numbering, sampleProfile(), depth));
    }
    EXPECT_EQ(files.fingerprint(path, "bundle"), fingerprintOf(path, "bundle"));
    files.copy(path, folder.path("copy.pdf"), {.linearised = true});
    EXPECT_EQ(files.fingerprint(folder.path("copy.pdf"), "copy").pages, fingerprintOf(path, "bundle").pages);
}

TEST_F(FinishedFilesTest, NameABundleThatIsNotThePlans) {
    const std::string path = bundle();
    plan.release = 2;
    const Verdict verdict = files.readBack({path, plan, *numbering, 0}, sampleProfile(), Depth::Structure);
    EXPECT_FALSE(verdict.passed());
    EXPECT_EQ(verdict.findings.at(0).rule, "0-complete");
}

TEST_F(FinishedFilesTest, AFileThatCrashesItsReaderBreaksTheFirstRuleAndTheNextOneIsRead) {
    const Verdict verdict = check(file("bad.pdf", "crash"));
    ASSERT_EQ(verdict.findings.size(), 1U);
    EXPECT_EQ(verdict.findings.at(0).rule, "1-readable");
    EXPECT_NE(verdict.findings.at(0).message.find("was stopped"), std::string::npos);
    EXPECT_FALSE(verdict.findings.at(0).cure.empty());
    EXPECT_FALSE(verdict.passed());
    EXPECT_TRUE(check(bundle()).passed());
}

TEST_F(FinishedFilesTest, AFileThatEatsMemoryBreaksTheFirstRule) {
    if (!memoryLimitsHold()) {
        GTEST_SKIP() << "no memory limits under a sanitizer";
    }
    EXPECT_FALSE(check(file("bad.pdf", "eat")).passed());
    EXPECT_TRUE(check(bundle()).passed());
}

TEST_F(FinishedFilesTest, WhatCannotBeAVerdictIsAFaultThatNamesTheFile) {
    const std::string path = file("bad.pdf", "crash");
    const auto expectStopped = [&path](const std::function<void()>& ask) {
        try {
            ask();
            FAIL() << "it answered";
        } catch (const WorkError& error) {
            EXPECT_EQ(error.code(), "file-stopped");
            EXPECT_EQ(error.subject(), path);
            EXPECT_FALSE(error.retryable());
        }
    };
    expectStopped([&] { (void)files.fingerprint(path, path); });
    expectStopped([&] { files.copy(path, folder.path("copy.pdf"), {}); });
    expectStopped([&] { (void)files.check(path, "pdf-ua"); });
}

TEST_F(FinishedFilesTest, WhatIsNoPdfIsSaidByItsReader) {
    EXPECT_EQ(check(file("none.pdf", "plain words")).findings.at(0).rule, "1-readable");
    EXPECT_THROW((void)files.fingerprint(folder.path("none.pdf"), "none.pdf"), PdfError);
}

}  // namespace
}  // namespace engross
