#pragma once
#include "model/finding.h"
#include "words/messages.h"

#include <string>
#include <vector>

namespace engross {

/// Gathers what the rules of a profile find, in words.
class Findings {
public:
    Findings(Verdict& verdict, Language language);

    /// The rule that what follows belongs to; it is noted as run.
    void begin(const std::string& rule);
    /// `key` names the sentence "bundle.check.<key>" and its cure "bundle.check.<key>.cure".
    void add(Severity severity, const std::string& key, std::vector<std::size_t> pages, Messages::Values values);
    [[nodiscard]] const Messages& messages() const noexcept;

private:
    Verdict& verdict_;
    const Messages& messages_;
    std::string rule_;
};

}  // namespace engross
