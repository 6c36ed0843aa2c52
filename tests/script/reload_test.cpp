#include "script/composed_text.h"
#include "script/written_sources.h"

#include <gtest/gtest.h>

namespace engross {
namespace {

using test::letterRequest;
using test::letterScript;
using test::said;
using test::testDay;
using test::WrittenSources;

/// The words of the letter 't', or what refuses it.
std::string wordsOf(const Catalogue& catalogue) {
    const auto result = catalogue.check(letterRequest("t", {}), testDay);
    std::vector<Diagnostic> faults = result.diagnostics;
    const auto composition = result.checked == nullptr ? std::nullopt : catalogue.compose(*result.checked, {}, faults);
    return composition ? composedText(*composition) : said(faults);
}

class Reload : public testing::Test {
protected:
    Reload() {
        write("First");
        catalogue_ = sources_.load();
        EXPECT_NE(wordsOf(*catalogue_).find("First"), std::string::npos);
    }
    void write(const std::string& word) const {
        sources_.write("scripts/letter/t.lua", letterScript("t", "", "Dear {{recipient}}\n\n" + word + "\n"));
    }
    void reload() {
        catalogue_ = Catalogue::loadAfter(*catalogue_, sources_.folders(), {});
    }
    WrittenSources sources_;
    std::shared_ptr<const Catalogue> catalogue_;
};

TEST_F(Reload, TakesUpAGoodChange) {
    write("Second");
    reload();
    EXPECT_NE(wordsOf(*catalogue_).find("Second"), std::string::npos);
}

TEST_F(Reload, KeepsTheGoodTypeWhileItsScriptIsBrokenAndTellsTheFault) {
    sources_.write("scripts/letter/t.lua", "return letter { id = ");
    reload();
    EXPECT_NE(wordsOf(*catalogue_).find("First"), std::string::npos);
    EXPECT_TRUE(refuses(catalogue_->faultsOf("t")));
    ASSERT_NE(catalogue_->find("t"), nullptr);
    reload();
    EXPECT_NE(wordsOf(*catalogue_).find("First"), std::string::npos) << "and at the next look";
    write("Second");
    reload();
    EXPECT_NE(wordsOf(*catalogue_).find("Second"), std::string::npos);
    EXPECT_FALSE(refuses(catalogue_->faultsOf("t")));
}

TEST_F(Reload, KeepsItWhileItsTextIsBroken) {
    write("Second {{no_such_field}}");
    reload();
    EXPECT_NE(wordsOf(*catalogue_).find("First"), std::string::npos) << wordsOf(*catalogue_);
    EXPECT_TRUE(refuses(catalogue_->faultsOf("t")));
}

TEST_F(Reload, ForgetsATypeThatWasTakenAwayAndPinsAnotherClosureForAnother) {
    const auto before = catalogue_->closure(letterRequest("t", {}));
    sources_.write("scripts/letter/t.lua", "return nothing");
    reload();
    EXPECT_EQ(catalogue_->closure(letterRequest("t", {})), before) << "the closure is that of what is used";
    write("Second");
    reload();
    EXPECT_NE(catalogue_->closure(letterRequest("t", {})), before);
    sources_.write("scripts/letter/t.lua", "return nothing");
    reload();
    sources_.remove("scripts/letter/t.lua");
    reload();
    EXPECT_EQ(catalogue_->find("t"), nullptr);
}

}  // namespace
}  // namespace engross
