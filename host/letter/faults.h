#pragma once
#include "model/diagnostic.h"
#include "words/messages.h"

#include <string>
#include <string_view>
#include <vector>

namespace engross {

/// Collects the faults of a template. A fault's code is "letter-" and its kind; its sentence is the message
/// "letter." and the kind, its cure the message of the same key and ".cure". After the first 500 no more are kept: a
/// text with so many is no template.
class Faults {
public:
    explicit Faults(Language language);

    void add(std::string_view kind, const Place& where, Messages::Values values = {});
    /// The same, with "did you mean" in place of the general cure where `near` is not empty.
    void addNear(std::string_view kind, const Place& where, Messages::Values values, const std::string& near);
    [[nodiscard]] bool any() const noexcept;
    [[nodiscard]] bool has(std::string_view code, const Place& where) const;
    /// By file, in the order in which the files were met, and then by place.
    [[nodiscard]] std::vector<Diagnostic> take();

private:
    const Messages& messages_;
    std::vector<Diagnostic> found_;
};

}  // namespace engross
