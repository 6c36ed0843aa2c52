#include "command/command_error.h"
#include "command/commands.h"
#include "work/profiles.h"

#include <algorithm>
#include <filesystem>
#include <system_error>

namespace engross {
namespace {

std::string joined(const std::vector<std::string>& names) {
    std::string text;
    for (const std::string& name : names) {
        text += (text.empty() ? "" : ", ") + name;
    }
    return text;
}

std::string pagesOf(const Finding& finding) {
    std::string text;
    for (const std::size_t page : finding.pages) {
        text += (text.empty() ? "" : ", ") + std::to_string(page);
    }
    return text;
}

void print(const Verdict& verdict, const std::string& file, Console& console) {
    for (const Finding& finding : verdict.findings) {
        std::string line = std::string(nameOf(finding.severity)) + " " + finding.rule + ": " + finding.message;
        if (!finding.pages.empty()) {
            line += " (" + console.text("check.pages", {{"pages", pagesOf(finding)}}) + ")";
        }
        console.say(line);
        if (!finding.cure.empty()) {
            console.say("    " + finding.cure);
        }
    }
    if (verdict.passed()) {
        console.mention(console.text(
            "check.passed",
            {{"file", file}, {"profile", verdict.profile}, {"rules", std::to_string(verdict.rulesRun.size())}}));
    }
}

Exit check(const Arguments& arguments, Console& console) {
    const auto profile = arguments.value("profile");
    const auto names = profileNames();
    if (!profile) {
        throw UsageFaults{{{UsageFault::Kind::MissingOption, "--profile", ""}}};
    }
    if (std::find(names.begin(), names.end(), *profile) == names.end()) {
        throw UsageFaults{{{UsageFault::Kind::UnfitValue, "--profile " + *profile, joined(names)}}};
    }
    const std::string& file = arguments.operands().at(0);
    std::error_code fault;
    if (!std::filesystem::is_regular_file(file, fault)) {
        throw CommandError("file-missing", file, "is no file");
    }
    const Verdict verdict = checkFile(file, *profile, console.language());
    if (console.answersJson()) {
        console.answer(toValue(verdict));
    } else {
        print(verdict, file, console);
    }
    return verdict.passed() ? Exit::Done : Exit::Diagnostics;
}

}  // namespace

Command checkCommand() {
    return {.name = "check", .operands = "FILE.pdf", .options = {{.name = "profile", .value = "NAME"}}, .run = check};
}

}  // namespace engross
