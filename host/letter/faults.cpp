#include "letter/faults.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace engross {

namespace {

constexpr std::size_t mostFaults = 500;

}  // namespace

Faults::Faults(Language language) : messages_(Messages::in(language)) {}

void Faults::add(std::string_view kind, const Place& where, Messages::Values values) {
    addNear(kind, where, values, {});
}

void Faults::addNear(std::string_view kind, const Place& where, Messages::Values values, const std::string& near) {
    if (found_.size() >= mostFaults) {
        return;
    }
    const std::string key = "letter." + std::string(kind);
    Diagnostic fault;
    fault.code = "letter-" + std::string(kind);
    fault.where = where;
    fault.message = messages_.text(key, values);
    fault.hints.push_back(near.empty() ? messages_.text(key + ".cure", values)
                                       : messages_.text("letter.did-you-mean", {{"name", near}}));
    found_.push_back(std::move(fault));
}

bool Faults::any() const noexcept {
    return !found_.empty();
}

bool Faults::has(std::string_view code, const Place& where) const {
    return std::any_of(found_.begin(), found_.end(),
                       [&](const Diagnostic& fault) { return fault.code == code && fault.where == where; });
}

std::vector<Diagnostic> Faults::take() {
    std::map<std::string, std::size_t> files;
    for (const Diagnostic& fault : found_) {
        files.emplace(fault.where.file, files.size());
    }
    std::ranges::stable_sort(found_, {}, [&](const Diagnostic& fault) {
        return std::tuple(files.at(fault.where.file), fault.where.line, fault.where.column);
    });
    return std::move(found_);
}

}  // namespace engross
