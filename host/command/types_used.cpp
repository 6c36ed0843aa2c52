#include "command/commands.h"
#include "command/home.h"
#include "script/type_uses.h"

#include <iomanip>

namespace engross {
namespace {

constexpr int idWidth = 28;

std::string wordsFor(const TypeUse& use, const Console& console) {
    switch (use.kind) {
        case TypeUse::Kind::Clause:
            return console.text("types.use_clause", {{"language", use.detail}});
        case TypeUse::Kind::Law:
            return console.text("types.use_law", {{"name", use.detail}});
        case TypeUse::Kind::Family:
            return console.text("types.use_family");
        case TypeUse::Kind::Text:
            return console.text("types.use_text", {{"file", use.detail}});
    }
    return {};
}

std::string nameOf(TypeUse::Kind kind) {
    switch (kind) {
        case TypeUse::Kind::Clause:
            return "clause";
        case TypeUse::Kind::Law:
            return "law";
        case TypeUse::Kind::Family:
            return "family";
        case TypeUse::Kind::Text:
            return "text";
    }
    return {};
}

Exit used(const Arguments& arguments, Console& console) {
    const std::string& name = arguments.operands().at(0);
    const auto uses = typesUsing(foldersOf(findHome(arguments)), name);
    List answer;
    for (const TypeUse& use : uses) {
        if (console.answersJson()) {
            answer.emplace_back(Object{{"id", use.id}, {"as", nameOf(use.kind)}, {"detail", use.detail}});
        } else {
            console.out() << std::left << std::setw(idWidth) << use.id << wordsFor(use, console) << '\n';
        }
    }
    if (console.answersJson()) {
        console.answer(std::move(answer));
    } else if (uses.empty()) {
        console.say(console.text("types.unused", {{"name", name}}));
    }
    return Exit::Done;
}

}  // namespace

Command typesUsedCommand() {
    return {.name = "types used", .operands = "NAME", .options = {homeOption()}, .run = used};
}

}  // namespace engross
