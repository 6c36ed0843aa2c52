#include "command/console.h"

#include "model/json.h"

#include <unistd.h>
#include <algorithm>
#include <cstdlib>
#include <iostream>

namespace engross {
namespace {

constexpr int kBarWidth = 30;

Language languageOfProcess() {
    for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
        const char* value = std::getenv(name);
        if (value != nullptr && *value != '\0') {
            return std::string_view(value).substr(0, 2) == "cy" ? Language::Welsh : Language::English;
        }
    }
    return Language::English;
}

std::string bar(double share) {
    const int filled = static_cast<int>(share * kBarWidth);
    return "[" + std::string(static_cast<std::size_t>(filled), '#') +
           std::string(static_cast<std::size_t>(kBarWidth - filled), '.') + "]";
}

}  // namespace

Console::Console(std::ostream& out, std::ostream& err, bool onTerminal, Language language)
    : out_(out), err_(err), onTerminal_(onTerminal), language_(language) {}

Console Console::ofProcess() {
    return {std::cout, std::cerr, ::isatty(STDERR_FILENO) == 1, languageOfProcess()};
}

std::ostream& Console::out() noexcept {
    return out_;
}

Language Console::language() const noexcept {
    return language_;
}

std::string Console::text(std::string_view key, Messages::Values values) const {
    return Messages::in(language_).text(key, values);
}

std::string Console::counted(std::string_view key, std::size_t count, Messages::Values values) const {
    return Messages::in(language_).counted(key, static_cast<std::int64_t>(count), values);
}

void Console::complain(const std::string& sentence) {
    say("engross: " + sentence);
}

void Console::say(const std::string& line) {
    clearBar();
    err_ << line << '\n' << std::flush;
}

void Console::mention(const std::string& line) {
    if (onTerminal_) {
        say(line);
    }
}

void Console::show(const std::vector<Diagnostic>& diagnostics) {
    clearBar();
    for (const Diagnostic& diagnostic : diagnostics) {
        err_ << describe(diagnostic);
    }
    err_ << std::flush;
}

void Console::answerInJson() noexcept {
    json_ = true;
}

bool Console::answersJson() const noexcept {
    return json_;
}

void Console::answer(const Value& value) {
    out_ << writeJson(value, JsonStyle::Indented) << '\n' << std::flush;
}

void Console::progress(const std::string& label, double share) {
    if (!onTerminal_) {
        return;
    }
    const double bounded = std::clamp(share, 0.0, 1.0);
    const int percent = static_cast<int>(bounded * 100);
    if (percent >= 100) {
        clearBar();
    } else if (percent != shown_) {
        shown_ = percent;
        err_ << "\r\033[K" << bar(bounded) << ' ' << percent << " % " << label << std::flush;
    }
}

void Console::clearBar() {
    if (shown_ >= 0) {
        err_ << "\r\033[K" << std::flush;
        shown_ = -1;
    }
}

}  // namespace engross
