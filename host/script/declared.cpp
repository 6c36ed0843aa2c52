#include "script/declared.h"

#include <algorithm>

namespace engross {

const std::string& LocalText::in(Language language) const noexcept {
    return language == Language::Welsh && !welsh.empty() ? welsh : english;
}

bool LocalText::empty() const noexcept {
    return english.empty() && welsh.empty();
}

const TextPart::Version& TextPart::in(Language language) const {
    return versions.at(static_cast<std::size_t>(language));
}

const Declared* Declared::find(std::string_view name) const {
    const auto found = std::ranges::find_if(members, [name](const auto& member) { return member.first == name; });
    return found == members.end() ? nullptr : &found->second;
}

std::string Declared::textOf(std::string_view name) const {
    const Declared* found = find(name);
    return found == nullptr ? std::string() : found->text.english;
}

}  // namespace engross
