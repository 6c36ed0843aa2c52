#pragma once
#include "model/diagnostic.h"
#include "words/messages.h"

#include <ostream>
#include <string>
#include <string_view>
#include <vector>

namespace engross {

/// Where a command answers. Answers go to `out`, everything about the work itself to `err`; nothing but answers ever
/// goes to `out`, so that it can be piped.
class Console {
public:
    /// `err` is a terminal where `onTerminal`: only then is progress shown.
    Console(std::ostream& out, std::ostream& err, bool onTerminal, Language language);

    /// The console of the process, in the language of its environment (LC_ALL, LC_MESSAGES, LANG).
    [[nodiscard]] static Console ofProcess();

    [[nodiscard]] std::ostream& out() noexcept;
    [[nodiscard]] Language language() const noexcept;
    [[nodiscard]] std::string text(std::string_view key, Messages::Values values = {}) const;
    [[nodiscard]] std::string counted(std::string_view key, std::size_t count, Messages::Values values = {}) const;
    /// "engross: …" on `err`.
    void complain(const std::string& sentence);
    /// A line on `err`.
    void say(const std::string& line);
    /// A line on `err` where it is a terminal: what a pipe does not want to hear.
    void mention(const std::string& line);
    /// Every diagnostic on `err`, as a person reads it.
    void show(const std::vector<Diagnostic>& diagnostics);

    /// With --json, answers are JSON on `out`.
    void answerInJson() noexcept;
    [[nodiscard]] bool answersJson() const noexcept;
    void answer(const Value& value);

    /// A bar on a terminal, nothing in a pipe. A share of 1 ends it.
    void progress(const std::string& label, double share);

private:
    void clearBar();

    std::ostream& out_;
    std::ostream& err_;
    bool onTerminal_;
    Language language_;
    bool json_ = false;
    int shown_ = -1;
};

}  // namespace engross
