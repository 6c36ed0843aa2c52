#pragma once
#include "letter/template.h"
#include "script/case_values.h"

#include <functional>
#include <string>
#include <vector>

namespace engross {

/// The facts of a case as a template looks them up: an element's own members first, then outwards.
class CaseTemplateData : public TemplateData {
public:
    /// What stands on the page for a value of kind `image`.
    using Drawn = std::function<Block(const Datum& image)>;
    /// The values outlive this.
    CaseTemplateData(const CaseValues& values, Language language, Drawn drawn, std::vector<Found> scopes = {});

    [[nodiscard]] std::optional<std::string> text(const std::string& name) const override;
    [[nodiscard]] std::size_t repeats(const std::string& name) const override;
    [[nodiscard]] std::unique_ptr<TemplateData> element(const std::string& name, std::size_t index) const override;
    [[nodiscard]] std::optional<Blocks> blocks(const std::string& name) const override;

private:
    [[nodiscard]] std::optional<Found> resolve(const std::string& name) const;

    const CaseValues& values_;
    Language language_;
    Drawn drawn_;
    std::vector<Found> scopes_;
};

/// A `rows` value as a table: members' labels above, money with its pence and numbers to the right.
[[nodiscard]] TableBlock tableOf(const Datum& rows, Language language);

/// Whether a use of a template is reached with this data: all sections around it are drawn.
[[nodiscard]] bool isReached(const TemplateUse& use, const TemplateData& data);

}  // namespace engross
