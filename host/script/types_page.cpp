#include "script/types_page.h"

#include <algorithm>
#include <array>
#include <map>

namespace engross {
namespace {

constexpr std::array<std::string_view, 4> marks{"V", "V2", "K", "!"};

std::string cellText(const std::string& text) {
    std::string cell;
    for (const char c : text) {
        cell += c == '|' ? "\\|" : std::string(1, c);
    }
    return cell;
}

std::string inForce(const TypeSummary& type) {
    return type.inForceFrom + (type.inForceUntil.empty() ? " on" : " to " + type.inForceUntil);
}

/// "V 3 · K 12": how many of the type's checks rest on a source so far read.
std::string marksOf(const TypeSummary& type) {
    std::string all;
    for (const std::string_view mark : marks) {
        const auto count = std::ranges::count(type.checks, mark, &CheckSummary::mark);
        if (count > 0) {
            all += (all.empty() ? "" : " · ") + std::string(mark) + " " + std::to_string(count);
        }
    }
    return all;
}

std::string rowOf(const TypeSummary& type) {
    return "| `" + type.id + "` | " + cellText(type.title) + " | " + cellText(type.law) + " | " +
           std::to_string(type.version) + " | " + inForce(type) + " | " + std::to_string(type.checks.size()) + " | " +
           marksOf(type) + " |\n";
}

using TypesByLine = std::map<std::string, std::vector<std::string>>;

std::string confirmText(const TypesByLine& lines) {
    std::string text;
    for (const auto& [line, types] : lines) {
        text += "- " + line + " (";
        for (std::size_t index = 0; index < types.size(); ++index) {
            text += (index == 0 ? "`" : ", `") + types.at(index) + "`";
        }
        text += ")\n";
    }
    return text;
}

}  // namespace

std::string typesPage(const Catalogue& catalogue) {
    std::map<std::string, std::string> rows;
    std::map<std::string, TypesByLine> unconfirmed;
    std::size_t count = 0;
    for (const std::string& id : catalogue.ids()) {
        const TypeSummary* type = catalogue.find(id);
        if (type == nullptr) {
            continue;
        }
        ++count;
        rows[type->family] += rowOf(*type);
        for (const std::string& line : type->unconfirmed) {
            unconfirmed[type->family][line].push_back(id);
        }
    }
    std::string page =
        "# The document types\n\nWritten by `engross types reference --types`; a test fails when it is stale. " +
        std::to_string(count) +
        " types. Marks say how far the source of a\ncheck was read: `V` in the text of the law, `V2` at second hand, "
        "`K` known and not read, `!` in doubt (`waivers.md`).\n";
    for (const auto& [family, lines] : rows) {
        page += "\n## ";
        page += family;
        page +=
            "\n\n| type | title | law | version | in force from | checks | marks |\n|---|---|---|---|---|---|---|\n";
        page += lines;
        if (const auto found = unconfirmed.find(family); found != unconfirmed.end()) {
            page += "\nA lawyer has to confirm:\n\n" + confirmText(found->second);
        }
    }
    return page;
}

}  // namespace engross
