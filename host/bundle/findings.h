#pragma once
#include "bundle/profile.h"
#include "model/finding.h"
#include "words/messages.h"

#include <string>
#include <vector>

namespace engross {

/// Gathers what the rules of a profile find, in words. What a rule finds is as severe as the profile says of the rule.
class Findings {
public:
    Findings(Verdict& verdict, const BundleProfile& profile, Language language);

    /// The rule that what follows belongs to. False where the profile does not ask for it: it is then neither run nor
    /// noted as run, and nothing may be found.
    bool begin(const std::string& rule);
    /// The rule is broken. `key` names the sentence "bundle.check.<key>" and its cure "bundle.check.<key>.cure".
    void breach(const std::string& key, std::vector<std::size_t> pages, Messages::Values values = {});
    /// It may be broken, which only a person can tell: never more than a warning.
    void doubt(const std::string& key, std::vector<std::size_t> pages, Messages::Values values = {});
    /// For information, whatever the profile says.
    void note(const std::string& key, std::vector<std::size_t> pages, Messages::Values values = {});

    /// Lays the waivers over what was found: what is waived says by whom, when and why. A waiver of a rule that was run
    /// and not broken is told (rule 47), but not of one of several volumes: another may need it.
    void waive(bool tellUnneeded = true);

    [[nodiscard]] const BundleProfile& profile() const noexcept;
    [[nodiscard]] const Messages& messages() const noexcept;
    [[nodiscard]] Language language() const noexcept;
    /// A parameter of the rule that was begun.
    [[nodiscard]] std::optional<double> parameter(std::string_view name) const;

private:
    void add(ProfileRule::Level level, const std::string& key, std::vector<std::size_t> pages, Messages::Values values);

    Verdict& verdict_;
    const BundleProfile& profile_;
    Language language_;
    const Messages& messages_;
    std::string rule_;
};

/// Physical pages for which something holds, from 1.
using PageList = std::vector<std::size_t>;

/// "12,000" as a number is told in a sentence.
[[nodiscard]] std::string spoken(double number);

}  // namespace engross
