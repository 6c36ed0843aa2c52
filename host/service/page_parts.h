#pragma once
#include "service/answer.h"
#include "service/call.h"

#include <string>
#include <string_view>

namespace engross {

/// The text with the five characters that HTML gives a meaning written as entities.
[[nodiscard]] std::string escaped(std::string_view text);

/// "<tag attributes>content</tag>"; attributes and content are HTML already.
[[nodiscard]] std::string htmlElement(std::string_view tag, std::string_view attributes, std::string_view content);
/// A link whose target and words are text.
[[nodiscard]] std::string htmlLink(const std::string& target, std::string_view text);
/// A whole page in the caller's language: `title` is text, `content` HTML.
[[nodiscard]] Answer htmlPage(const Call& call, int status, const std::string& title, const std::string& content);

}  // namespace engross
