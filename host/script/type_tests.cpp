#include "script/type_tests.h"

#include "model/day.h"
#include "script/composed_text.h"
#include "script/constructors.h"
#include "script/declaration_options.h"
#include "script/library.h"
#include "script/request_edits.h"
#include "script/required_facts.h"
#include "script/sandbox.h"

#include <algorithm>
#include <set>

namespace engross {
namespace {

/// The day on which a test is run where it names none: tests must not age.
constexpr Instant testDay{std::chrono::sys_days(std::chrono::year(2026) / 11 / 23)};

enum class Wanted { Accepted, Refused, Warned, EachRequired };

struct TypeTest {
    Wanted wanted = Wanted::Accepted;
    std::string title;
    std::size_t line = 0;
    std::vector<std::pair<std::string, Value>> set;  // path and value
    std::vector<std::string> without;                // paths; of EachRequired: those that are left alone
    std::vector<std::string> codes;                  // of what refuses or warns, each once
    std::vector<std::string> tells;                  // texts in the sentences of those
    std::vector<std::string> says;                   // phrases of the document
    std::vector<std::string> neverSays;
    std::string language;
    Instant now = testDay;
};

std::string sentence(std::string_view key, Messages::Values values = {}) {
    return Messages::in(Language::English).text(key, values);
}

class TestReader {
public:
    explicit TestReader(ScriptFaults& faults) : faults_(faults) {}

    std::vector<TypeTest> read(const ScriptNode& file) {
        std::vector<TypeTest> tests;
        if (!file.isTagged("tests")) {
            faults_.add(1, {}, "script.returns_no", {{"what", "tests { … }"}});
            return tests;
        }
        for (const ScriptNode& node : file.items) {
            tests.push_back(readTest(node, file.line));
        }
        for (const auto& [name, node] : file.named) {
            faults_.addAtKey(file.line, name, "script.test_without_name", {{"name", name}});
        }
        if (tests.empty() && file.named.empty()) {
            faults_.add(file.line, "tests", "script.test_none", {});
        }
        return tests;
    }

private:
    TypeTest readTest(const ScriptNode& node, std::size_t near) {
        static const std::vector<std::pair<std::string, Wanted>> kinds{{"accepted", Wanted::Accepted},
                                                                       {"refused", Wanted::Refused},
                                                                       {"warned", Wanted::Warned},
                                                                       {"each_required", Wanted::EachRequired}};
        TypeTest test;
        test.line = node.line != 0 ? node.line : near;
        const auto kind = std::ranges::find(kinds, node.tag, &std::pair<std::string, Wanted>::first);
        if (!node.is(ScriptNode::Kind::Tagged) || kind == kinds.end()) {
            faults_.add(test.line, node.tag, "script.not_a_test", {{"found", described(node)}});
            return test;
        }
        test.wanted = kind->second;
        Options options(node, test.line, node.tag, faults_);
        if (test.wanted == Wanted::EachRequired) {
            test.title = sentence("script.test_each_required");
            test.without = options.texts("except");
            options.finish();
            return test;
        }
        const auto titles = options.itemTexts();
        test.title = titles.empty() ? std::string() : titles.front();
        if (titles.size() != 1) {
            faults_.add(test.line, node.tag, "script.test_title", {});
        }
        if (const ScriptNode* changes = options.node("set")) {
            for (const auto& [path, value] : changes->named) {
                test.set.emplace_back(path, valueFrom(value));
            }
        }
        test.without = options.texts("without");
        test.tells = options.texts("tells");
        test.language = options.text("language");
        if (const auto day = options.day("on")) {
            test.now = std::chrono::sys_days(*day);
        }
        readExpectations(test, options);
        options.finish();
        return test;
    }

    void readExpectations(TypeTest& test, Options& options) {
        if (test.wanted != Wanted::Accepted) {
            test.codes = options.texts("by");
            if (test.codes.empty()) {
                faults_.add(test.line, options.what(), "script.test_by", {{"what", options.what()}});
            }
        }
        if (test.wanted != Wanted::Refused) {
            test.says = options.texts("says");
            test.neverSays = options.texts("never_says");
        }
    }

    ScriptFaults& faults_;
};

std::string list(const std::set<std::string>& texts) {
    std::string all;
    for (const std::string& text : texts) {
        all += (all.empty() ? "" : ", ") + text;
    }
    return all.empty() ? sentence("script.test_nothing") : all;
}

std::set<std::string> codesOf(const std::vector<Diagnostic>& diagnostics, Severity severity) {
    std::set<std::string> codes;
    for (const Diagnostic& one : diagnostics) {
        if (one.severity == severity) {
            codes.insert(one.code);
        }
    }
    return codes;
}

class TestRun {
public:
    TestRun(const Catalogue& catalogue, const Request& example, const ScriptSource& source)
        : catalogue_(catalogue), example_(example), source_(source) {}

    TypeTestResult run(const TypeTest& test) {
        TypeTestResult result{.title = test.title, .line = test.line, .faults = {}};
        test_ = &test;
        faults_ = &result.faults;
        if (test.wanted == Wanted::EachRequired) {
            takeEachAway();
            return result;
        }
        Request request = example_;
        if (!test.language.empty()) {
            request.language = test.language;
        }
        for (const auto& [path, value] : test.set) {
            if (!setFact(request, path, value)) {
                complain(path, "script.test_no_place", {{"path", path}});
            }
        }
        for (const std::string& path : test.without) {
            if (!removeFact(request, path)) {
                complain(path, "script.test_no_place", {{"path", path}});
            }
        }
        if (result.faults.empty()) {
            judge(request);
        }
        return result;
    }

    [[nodiscard]] const std::set<std::string>& seen() const noexcept {
        return seen_;
    }

private:
    void complain(std::string_view word, std::string_view key, Messages::Values values) {
        Diagnostic fault{.code = std::string(key), .message = sentence(key, values)};
        fault.where = source_.at(test_->line, word);
        faults_->push_back(std::move(fault));
    }

    /// Each fact that must be given is taken out of the example in turn.
    void takeEachAway() {
        const CheckResult whole = catalogue_.check(example_, test_->now);
        if (whole.checked == nullptr) {
            complain("each_required", "script.test_refused",
                     {{"found", list(codesOf(whole.diagnostics, Severity::Error))}});
            return;
        }
        std::vector<std::string> paths = requiredFacts(*whole.checked);
        for (const std::string& path : test_->without) {
            if (std::erase(paths, path) == 0) {
                complain(path, "script.test_not_required", {{"path", path}});
            }
        }
        for (const std::string& path : paths) {
            Request request = example_;
            if (!removeFact(request, path)) {
                continue;  // a short form, such as a person that is only a name
            }
            const CheckResult checked = catalogue_.check(request, test_->now);
            const auto told = std::ranges::find_if(checked.diagnostics, [&](const Diagnostic& one) {
                return one.code == "field.missing" && one.severity == Severity::Error && isAt(one.where.pointer, path);
            });
            if (told == checked.diagnostics.end()) {
                complain("each_required", "script.test_may_be_missing", {{"path", path}});
            } else if (told->law.empty()) {
                complain("each_required", "script.test_missing_without_law", {{"path", path}});
            }
        }
    }

    void judge(const Request& request) {
        CheckResult checked = catalogue_.check(request, test_->now);
        std::optional<Composition> composition;
        if (checked.checked != nullptr && !catalogue_.find(request.type)->isBundle) {
            composition = catalogue_.compose(*checked.checked, {}, checked.diagnostics);
        }
        const auto errors = codesOf(checked.diagnostics, Severity::Error);
        const auto warnings = codesOf(checked.diagnostics, Severity::Warning);
        seen_.insert(errors.begin(), errors.end());
        seen_.insert(warnings.begin(), warnings.end());
        judgeCodes(errors, warnings);
        for (const std::string& text : test_->tells) {
            const bool told = std::ranges::any_of(checked.diagnostics, [&](const Diagnostic& one) {
                return plainSpaced(one.message).find(plainSpaced(text)) != std::string::npos;
            });
            if (!told) {
                complain("tells", "script.test_not_told", {{"text", text}, {"found", messagesOf(checked.diagnostics)}});
            }
        }
        if (!faults_->empty()) {
            for (const Diagnostic& one : checked.diagnostics) {
                faults_->back().hints.push_back(one.code + ": " + one.message);
            }
            return;
        }
        if (composition) {
            judgeWords(composedText(*composition));
        }
    }

    static std::string messagesOf(const std::vector<Diagnostic>& diagnostics) {
        std::set<std::string> all;
        for (const Diagnostic& one : diagnostics) {
            all.insert(plainSpaced(one.message));
        }
        return list(all);
    }

    void judgeCodes(const std::set<std::string>& errors, const std::set<std::string>& warnings) {
        const std::set<std::string> wanted(test_->codes.begin(), test_->codes.end());
        const auto& refusing = test_->wanted == Wanted::Refused ? wanted : std::set<std::string>{};
        const auto& warning = test_->wanted == Wanted::Warned ? wanted : std::set<std::string>{};
        if (errors != refusing && refusing.empty()) {
            complain("by", "script.test_refused", {{"found", list(errors)}});
        } else if (errors != refusing) {
            complain("by", "script.test_other_codes", {{"wanted", list(refusing)}, {"found", list(errors)}});
        } else if (test_->wanted != Wanted::Refused && warnings != warning) {
            complain("by", "script.test_other_warnings", {{"wanted", list(warning)}, {"found", list(warnings)}});
        }
    }

    void judgeWords(const std::string& text) {
        for (const std::string& phrase : test_->says) {
            if (text.find(plainSpaced(phrase)) == std::string::npos) {
                complain("says", "script.test_not_said", {{"text", phrase}});
            }
        }
        for (const std::string& phrase : test_->neverSays) {
            if (text.find(plainSpaced(phrase)) != std::string::npos) {
                complain("never_says", "script.test_said", {{"text", phrase}});
            }
        }
    }

    const Catalogue& catalogue_;
    const Request& example_;
    const ScriptSource& source_;
    const TypeTest* test_ = nullptr;
    std::vector<Diagnostic>* faults_ = nullptr;
    std::set<std::string> seen_;
};

std::optional<ScriptSource> testSource(const SourceFolders& folders, const std::string& id,
                                       const std::string& extraScript) {
    Library library(folders);
    if (!extraScript.empty()) {
        library.addScript(extraScript);
        const std::string name = extraScript.substr(0, extraScript.size() - 4) + ".test.lua";
        auto text = library.read(name);
        return text ? std::optional<ScriptSource>(std::in_place, name, std::move(*text)) : std::nullopt;
    }
    for (const std::string& folder : library.folders("scripts")) {
        const std::string name = "scripts/" + folder + "/" + id + ".test.lua";
        if (auto text = library.read(name)) {
            return std::optional<ScriptSource>(std::in_place, name, std::move(*text));
        }
    }
    return std::nullopt;
}

std::optional<ScriptNode> runFile(const ScriptSource& source, std::vector<Diagnostic>& faults) {
    constexpr SandboxLimits limits{
        .memory = 16U << 20U, .instructions = 2'000'000, .time = std::chrono::milliseconds(500)};
    Sandbox sandbox(limits);
    sandbox.offer(constructors(typeTestNames(), {}));
    std::optional<ScriptNode> node;
    const bool good = sandbox.protect([&](lua_State* lua) {
        Sandbox::runChunk(lua, source);
        node = readNode(lua, -1);
    });
    if (!good) {
        faults.push_back(sandbox.fault({&source}));
        return std::nullopt;
    }
    return node;
}

/// Checks that refuse by what a request holds; what a document says and encloses is proven without a request.
std::vector<std::string> untestedOf(const TypeSummary& type, const std::set<std::string>& seen) {
    std::vector<std::string> codes;
    for (const CheckSummary& check : type.checks) {
        if (!check.proven && !seen.contains(check.code)) {
            codes.push_back(check.code);
        }
    }
    return codes;
}

}  // namespace

const std::vector<std::string>& typeTestNames() {
    static const std::vector<std::string> names{"tests", "accepted", "refused", "warned", "each_required"};
    return names;
}

bool TypeTestReport::passed() const {
    return !refuses(faults) && std::ranges::all_of(results, [](const auto& one) { return one.faults.empty(); });
}

std::optional<TypeTestReport> testType(const Catalogue& catalogue, const SourceFolders& folders, const std::string& id,
                                       const std::string& extraScript) {
    const auto source = testSource(folders, id, extraScript);
    if (!source) {
        return std::nullopt;
    }
    TypeTestReport report{.file = source->file(), .faults = {}, .results = {}, .untested = {}};
    ScriptFaults faults(*source, report.faults);
    const auto node = runFile(*source, report.faults);
    const TypeSummary* type = catalogue.find(id);
    const auto example = catalogue.example(id);
    if (!node || type == nullptr || !example) {
        if (node) {
            faults.add(1, {}, type == nullptr ? "script.test_no_type" : "script.test_no_example", {{"id", id}});
        }
        return report;
    }
    const auto tests = TestReader(faults).read(*node);
    if (refuses(report.faults)) {
        return report;
    }
    TestRun run(catalogue, *example, *source);
    for (const TypeTest& test : tests) {
        report.results.push_back(run.run(test));
    }
    report.untested = untestedOf(*type, run.seen());
    return report;
}

}  // namespace engross
