#include "script/composed_text.h"
#include "script/source_package.h"
#include "script/written_sources.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstring>
#include <filesystem>

namespace engross {
namespace {

using test::letterRequest;
using test::said;
using test::testDay;
using test::WrittenSources;

std::string letterOf(int version, const std::string& force, const std::string& body) {
    return "return letter {\n  id = \"t\", version = " + std::to_string(version) +
           ", title = \"A test\", law = \"Housing Act 2004, section 239\",\n  in_force = { " + force +
           " },\n  body = [[\nDear {{recipient}}\n\n" + body + "\n\n{{> local-words}}\n]],\n}\n";
}

Request dated(const std::string& day) {
    return letterRequest("t", {{"dated_on", day}});
}

/// The type's files as a package without house style, as publishing takes them.
PublishedType publishedFrom(const Catalogue& catalogue) {
    ClosureSources sources = catalogue.sources(dated("2026-11-23"), testDay);
    std::erase_if(sources.files, [](const ScriptFile& file) { return file.name.starts_with("templates/house"); });
    return {sources.type, sources.version, sources.files};
}

bool saysIn(const Catalogue& catalogue, const Request& request, const std::string& words) {
    const CheckResult result = catalogue.check(request, testDay);
    EXPECT_NE(result.checked, nullptr) << said(result.diagnostics);
    if (result.checked == nullptr) {
        return false;
    }
    std::vector<Diagnostic> faults;
    const auto composition = catalogue.compose(*result.checked, {}, faults);
    EXPECT_TRUE(composition) << said(faults);
    return composition && composedText(*composition).find(words) != std::string::npos;
}

class PublishedTypes : public testing::Test {
protected:
    PublishedTypes() {
        sources_.write("templates/clauses/local-words.en.md", "Words of the first day.\n");
        for (const char* folder : {"/templates/house", "/templates/clauses"}) {
            std::filesystem::copy(std::string(ENGROSS_SOURCE_DIR) + folder,
                                  sources_.folders().templates + "/" + (folder + std::strlen("/templates/")),
                                  std::filesystem::copy_options::recursive);
        }
        sources_.write("scripts/letter/t.lua", letterOf(1, "from = \"2006-04-06\"", "The first version."));
    }
    std::shared_ptr<const Catalogue> with(std::vector<PublishedType> published) {
        return Catalogue::loadAfter(*sources_.load(), sources_.folders(), {}, digestOfFile, {}, std::move(published));
    }
    WrittenSources sources_;
};

TEST_F(PublishedTypes, AreUsedWhateverTheFolderSays) {
    const PublishedType first = publishedFrom(*sources_.load());
    EXPECT_EQ(first.id, "t");
    EXPECT_EQ(first.version, 1);
    sources_.write("scripts/letter/t.lua", letterOf(2, "from = \"2006-04-06\"", "The second version."));
    sources_.write("templates/clauses/local-words.en.md", "Words of another day.\n");
    const auto catalogue = with({first});
    EXPECT_TRUE(saysIn(*catalogue, dated("2026-11-23"), "The first version."));
    EXPECT_TRUE(saysIn(*catalogue, dated("2026-11-23"), "Words of the first day."));
    EXPECT_TRUE(saysIn(*with({}), dated("2026-11-23"), "The second version."));
    sources_.remove("scripts/letter/t.lua");
    EXPECT_TRUE(saysIn(*with({first}), dated("2026-11-23"), "The first version."));
    EXPECT_EQ(with({first})->versionsOf("t"), std::vector<int>{1});
}

TEST_F(PublishedTypes, StandOnBothSidesOfAChangeOfTheLaw) {
    sources_.write("scripts/letter/t.lua",
                   letterOf(1, "from = \"2006-04-06\", to = \"2026-04-30\"", "The law of before May."));
    const PublishedType before = publishedFrom(*sources_.load());
    sources_.write("scripts/letter/t.lua", letterOf(2, "from = \"2026-05-01\"", "The law of May."));
    const PublishedType after = publishedFrom(*sources_.load());
    const auto catalogue = with({before, after});
    EXPECT_TRUE(saysIn(*catalogue, dated("2026-04-30"), "The law of before May."));
    EXPECT_TRUE(saysIn(*catalogue, dated("2026-05-01"), "The law of May."));
    EXPECT_EQ(catalogue->chosen(dated("2026-04-30"))->version, 1);
    EXPECT_EQ(catalogue->chosen(dated("2026-05-01"))->version, 2);
    EXPECT_NE(catalogue->closure(dated("2026-04-30")), catalogue->closure(dated("2026-05-01")));
    EXPECT_TRUE(saysIn(*catalogue, letterRequest("t", {}), "The law of May.")) << "no date given: that of the day";
    EXPECT_EQ(catalogue->chosen(dated("2005-01-01"))->version, 2) << "none was in force: the newest says so";
    EXPECT_NE(said(catalogue->check(dated("2005-01-01"), testDay).diagnostics).find("may be used from"),
              std::string::npos);
    EXPECT_EQ(catalogue->versionsOf("t"), (std::vector<int>{2, 1}));
}

TEST_F(PublishedTypes, TakeOverOnTheirFirstDayFromOneThatHasNoEnd) {
    const PublishedType before = publishedFrom(*sources_.load());
    sources_.write("scripts/letter/t.lua", letterOf(2, "from = \"2026-05-01\"", "The law of May."));
    const auto catalogue = with({before, publishedFrom(*sources_.load())});
    EXPECT_TRUE(saysIn(*catalogue, dated("2026-04-30"), "The first version."));
    EXPECT_TRUE(saysIn(*catalogue, dated("2026-05-01"), "The law of May."));
}

TEST_F(PublishedTypes, AreMadeAgainFromTheFilesOfTheirClosureAlone) {
    const auto live = sources_.load();
    const Request request = dated("2026-11-23");
    const ClosureSources sources = live->sources(request, testDay);
    const auto again = Catalogue::loadPackage(readPackage(writePackage(sources.files), "package"), {});
    EXPECT_EQ(again->closure(request), live->closure(request));
    EXPECT_TRUE(saysIn(*again, request, "Words of the first day."));
    for (const ScriptFile& file : sources.files) {
        EXPECT_FALSE(file.name.starts_with("scripts/notice")) << file.name << " is nothing that the letter rests on";
    }
    const auto has = [&](const std::string& kind, const std::string& name) {
        return std::ranges::any_of(sources.uses, [&](const auto& use) { return use.kind == kind && use.name == name; });
    };
    EXPECT_TRUE(has("clause", "local-words"));
    EXPECT_TRUE(has("family", "letter"));
    EXPECT_TRUE(has("file", "plugins/letter/plugin.lua"));
    EXPECT_TRUE(has("file", "scripts/letter/t.lua"));
    EXPECT_FALSE(has("clause", "obstruction-offence"));
}

TEST_F(PublishedTypes, GiveTheClosureOfWhatWasReadWhenTheFilesHaveChangedSince) {
    const auto live = sources_.load();
    const Request request = dated("2026-11-23");
    const auto before = live->closure(request);
    sources_.write("templates/clauses/local-words.en.md", "Changed while the service ran.\n");
    sources_.write("scripts/letter/t.lua", "return nothing");
    const auto again = Catalogue::loadPackage(live->sources(request, testDay).files, {});
    EXPECT_EQ(again->closure(request), before);
}

TEST_F(PublishedTypes, CountForABundleThatMakesThem) {
    sources_.write("scripts/bundle/b.lua",
                   "return bundle { id = \"b\", version = 1, title = \"A bundle\",\n"
                   "  law = \"Local practice\", in_force = { from = \"2020-01-01\" } }\n");
    Request bundle = letterRequest("b", {});
    const auto without = sources_.load()->closure(bundle);
    ASSERT_TRUE(without);
    bundle.sections.push_back({"Letters", {{.title = "A letter", .make = Value(Object{{"type", "t"}})}}});
    const auto with_ = sources_.load()->closure(bundle);
    EXPECT_NE(with_, without);
    const auto package = sources_.load()->sources(bundle, testDay).files;
    EXPECT_EQ(Catalogue::loadPackage(package, {})->closure(bundle), with_);
    sources_.write("scripts/letter/t.lua", letterOf(2, "from = \"2006-04-06\"", "The second version."));
    EXPECT_NE(sources_.load()->closure(bundle), with_);
}

TEST_F(PublishedTypes, GoWithTheBundleThatMakesThem) {
    sources_.write("scripts/bundle/b.lua",
                   "return bundle { id = \"b\", version = 1, title = \"A bundle\",\n"
                   "  law = \"Local practice\", in_force = { from = \"2020-01-01\" } }\n");
    const PublishedType first = publishedFrom(*sources_.load());
    sources_.write("scripts/letter/t.lua", letterOf(2, "from = \"2006-04-06\"", "The second version."));
    Request bundle = letterRequest("b", {});
    bundle.sections.push_back({"Letters", {{.title = "A letter", .make = Value(Object{{"type", "t"}})}}});
    const auto catalogue = with({first});
    EXPECT_NE(catalogue->closure(bundle), sources_.load()->closure(bundle));
    const auto again = Catalogue::loadPackage(catalogue->sources(bundle, testDay).files, {});
    EXPECT_EQ(again->closure(bundle), catalogue->closure(bundle));
    EXPECT_TRUE(saysIn(*again, dated("2026-11-23"), "The first version."));
}

TEST_F(PublishedTypes, GoWithABundleInTheVersionThatEachOfItsLettersChooses) {
    sources_.write("scripts/bundle/b.lua",
                   "return bundle { id = \"b\", version = 1, title = \"A bundle\",\n"
                   "  law = \"Local practice\", in_force = { from = \"2020-01-01\" } }\n");
    sources_.write("scripts/letter/t.lua",
                   letterOf(1, "from = \"2006-04-06\", to = \"2026-04-30\"", "The law of before May."));
    const PublishedType before = publishedFrom(*sources_.load());
    sources_.write("scripts/letter/t.lua", letterOf(2, "from = \"2026-05-01\"", "The law of May."));
    const PublishedType after = publishedFrom(*sources_.load());
    const auto catalogue = with({before, after});
    const auto bundleOf = [](const std::vector<std::string>& days) {
        Request bundle = letterRequest("b", {});
        bundle.sections.push_back({"Letters", {}});
        for (const std::string& day : days) {
            bundle.sections.back().items.push_back(
                {.title = "A letter", .make = Value(Object{{"type", "t"}, {"fields", dated(day).fields}})});
        }
        return bundle;
    };
    const Request both = bundleOf({"2026-04-30", "2026-11-23"});
    const auto closure = catalogue->closure(both, testDay);
    EXPECT_NE(closure, catalogue->closure(bundleOf({"2026-11-23"}), testDay));
    EXPECT_NE(closure, catalogue->closure(bundleOf({"2026-04-30"}), testDay));
    const auto again = Catalogue::loadPackage(catalogue->sources(both, testDay).files, {});
    EXPECT_EQ(again->versionsOf("t"), (std::vector<int>{2, 1}));
    EXPECT_EQ(again->closure(both, testDay), closure);
    EXPECT_TRUE(saysIn(*again, dated("2026-04-30"), "The law of before May."));
    EXPECT_TRUE(saysIn(*again, dated("2026-11-23"), "The law of May."));
}

TEST_F(PublishedTypes, RefuseWhereTheNewestCannotBeUsedForAnOlderOneIsNotWhatWasMeant) {
    const PublishedType first = publishedFrom(*sources_.load());
    PublishedType second = first;
    second.version = 2;
    for (ScriptFile& file : second.files) {
        file.text = file.name == "scripts/letter/t.lua" ? "return letter { id = \"t\", is_nothing = 1 }" : file.text;
    }
    const auto catalogue = with({first, second});
    const CheckResult result = catalogue->check(dated("2026-11-23"), testDay);
    EXPECT_EQ(result.checked, nullptr);
    EXPECT_NE(said(result.diagnostics).find("is_nothing"), std::string::npos) << said(result.diagnostics);
    EXPECT_EQ(catalogue->chosen(dated("2026-11-23"), testDay), nullptr);
    EXPECT_FALSE(catalogue->closure(dated("2026-11-23"), testDay));
}

TEST(SourcePackage, IsTheSameBytesForTheSameFilesAndNothingElseIsRead) {
    const std::vector<ScriptFile> files{{"scripts/letter/t.lua", "return\n"},
                                        {"plugins/law/a.lua", std::string("\0\n\xFF", 3)},
                                        {"templates/house/x/house.lua", ""}};
    const std::string bytes = writePackage(files);
    EXPECT_EQ(writePackage({files.at(2), files.at(0), files.at(1)}), bytes);
    const auto read = readPackage(bytes, "p");
    ASSERT_EQ(read.size(), 3U);
    EXPECT_EQ(read.front().name, "plugins/law/a.lua");
    EXPECT_EQ(read.front().text, files.at(1).text);
    for (std::size_t end = 0; end < bytes.size(); ++end) {
        const bool boundary = end == std::string_view("engross-sources 1\n").size();
        try {
            const auto part = readPackage(bytes.substr(0, end), "p");
            EXPECT_LT(part.size(), 3U) << end;
            EXPECT_TRUE(boundary || !part.empty()) << end;
        } catch (const ScriptFileError& error) {
            EXPECT_EQ(error.subject(), "p");
        }
    }
    for (const char* name : {"../etc/passwd", "scripts/../../x", "/etc/passwd", "other/x"}) {
        EXPECT_THROW(static_cast<void>(readPackage("engross-sources 1\n" + std::string(name) + "\n1\nx", "p")),
                     ScriptFileError)
            << name;
    }
    EXPECT_THROW(static_cast<void>(readPackage("engross-sources 1\nscripts/x\n99999999999999999999\nx", "p")),
                 ScriptFileError);
    EXPECT_THROW(static_cast<void>(readPackage("engross-sources 1\nscripts/x\n-1\nx", "p")), ScriptFileError);
}

}  // namespace
}  // namespace engross
