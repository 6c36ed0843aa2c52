#include "command/commands.h"
#include "command/home.h"
#include "script/type_tests.h"

#include <algorithm>
#include <filesystem>

namespace engross {
namespace {

struct Tested {
    std::string id;
    std::optional<TypeTestReport> report;  // absent where no tests stand beside the type
};

std::vector<Tested> runTests(const Arguments& arguments) {
    const std::string home = findHome(arguments);
    const SourceFolders folders = foldersOf(home);
    std::vector<Tested> tested;
    if (!arguments.operands().empty()) {
        const std::string& word = arguments.operands().at(0);
        const std::filesystem::path file{word};
        if (file.extension() == ".lua") {
            const auto fonts = Typesetter::standard()->fontFiles();
            const auto catalogue = Catalogue::loadWith(folders, fonts, word);
            tested.push_back({file.stem().string(), testType(*catalogue, folders, file.stem().string(), word)});
            return tested;
        }
    }
    const auto catalogue = loadTypes(home).catalogue;
    for (const std::string& id : catalogue->ids()) {
        if (arguments.operands().empty() || arguments.operands().at(0) == id) {
            tested.push_back({id, testType(*catalogue, folders, id)});
        }
    }
    return tested;
}

std::size_t failures(const TypeTestReport& report) {
    return static_cast<std::size_t>(
        std::ranges::count_if(report.results, [](const TypeTestResult& one) { return !one.faults.empty(); }));
}

void print(const Tested& tested, Console& console) {
    const TypeTestReport& report = *tested.report;
    console.show(report.faults);
    for (const TypeTestResult& result : report.results) {
        if (!result.faults.empty()) {
            console.say(console.text("types.test_failed", {{"id", tested.id}, {"title", result.title}}));
            console.show(result.faults);
        }
    }
    if (report.passed()) {
        console.out() << tested.id << ": " << console.counted("types.tests_passed", report.results.size()) << '\n';
    } else if (!report.results.empty()) {
        console.out() << tested.id << ": " << console.counted("types.tests_failed", failures(report)) << '\n';
    }
    for (const std::string& code : report.untested) {
        console.say(console.text("types.untested", {{"id", tested.id}, {"code", code}}));
    }
}

List listOf(const std::vector<Diagnostic>& diagnostics) {
    List list;
    for (const Diagnostic& one : diagnostics) {
        list.push_back(toValue(one));
    }
    return list;
}

Value answerOf(const Tested& tested) {
    if (!tested.report) {
        return Object{{"id", tested.id}, {"tests", List{}}};
    }
    List tests;
    for (const TypeTestResult& result : tested.report->results) {
        tests.emplace_back(
            Object{{"title", result.title}, {"passed", result.faults.empty()}, {"diagnostics", listOf(result.faults)}});
    }
    List untested;
    for (const std::string& code : tested.report->untested) {
        untested.emplace_back(code);
    }
    return Object{{"id", tested.id},
                  {"file", tested.report->file},
                  {"passed", tested.report->passed()},
                  {"diagnostics", listOf(tested.report->faults)},
                  {"tests", std::move(tests)},
                  {"untested", std::move(untested)}};
}

Exit test(const Arguments& arguments, Console& console) {
    const auto all = runTests(arguments);
    const bool one = !arguments.operands().empty();
    bool good = !all.empty();
    List answer;
    for (const Tested& tested : all) {
        good = good && (tested.report ? tested.report->passed() : !one);
        if (console.answersJson()) {
            answer.push_back(answerOf(tested));
        } else if (tested.report) {
            print(tested, console);
        } else {
            console.say(console.text("types.no_tests", {{"id", tested.id}}));
        }
    }
    if (all.empty()) {
        console.complain(console.text("types.unknown", {{"type", arguments.operands().at(0)}}));
    }
    if (console.answersJson()) {
        console.answer(std::move(answer));
    }
    return good ? Exit::Done : Exit::Diagnostics;
}

}  // namespace

Command typesTestCommand() {
    return {.name = "types test", .operands = "[ID|FILE.lua]", .options = {homeOption()}, .run = test};
}

}  // namespace engross
