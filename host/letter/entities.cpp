#include "letter/entities.h"

#include <algorithm>
#include <array>

namespace engross {
namespace {

struct Entity {
    std::string_view name;
    std::string_view text;
};
constexpr std::array<Entity, 16> entities{{{"&amp;", "&"},
                                           {"&lt;", "<"},
                                           {"&gt;", ">"},
                                           {"&quot;", "\""},
                                           {"&nbsp;", "\u00A0"},
                                           {"&pound;", "£"},
                                           {"&euro;", "€"},
                                           {"&sect;", "§"},
                                           {"&ndash;", "–"},
                                           {"&mdash;", "—"},
                                           {"&hellip;", "…"},
                                           {"&lsquo;", "‘"},
                                           {"&rsquo;", "’"},
                                           {"&ldquo;", "“"},
                                           {"&rdquo;", "”"},
                                           {"&shy;", "\u00AD"}}};

}  // namespace

std::optional<std::string_view> entityText(std::string_view name) {
    const auto* known = std::ranges::find(entities, name, &Entity::name);
    return known == entities.end() ? std::nullopt : std::optional(known->text);
}

}  // namespace engross
