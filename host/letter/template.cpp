#include "letter/template.h"

#include "letter/assembly.h"
#include "letter/faults.h"
#include "letter/render.h"

namespace engross {

struct Template::Impl {
    AssembledText assembled;
    Language language;
};

Template::Template(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}

Template::~Template() = default;
Template::Template(Template&&) noexcept = default;
Template& Template::operator=(Template&&) noexcept = default;

Template::Result Template::parse(std::string_view text, const std::string& file, std::size_t firstLine,
                                 const ClauseSource& clauses, Language language) {
    Faults faults(language);
    auto impl = std::make_unique<Impl>(Impl{assemble(text, file, firstLine, clauses, faults), language});
    Result result;
    result.faults = faults.take();
    if (!refuses(result.faults)) {
        result.value = Template(std::move(impl));
    }
    return result;
}

const std::vector<TemplateUse>& Template::uses() const noexcept {
    return impl_->assembled.uses;
}

Blocks Template::render(const TemplateData& data, std::vector<Diagnostic>& faults, Language language) const {
    return renderNodes(impl_->assembled.nodes, data, {.faults = impl_->language, .text = language}, faults);
}

}  // namespace engross
