#include "command/commands.h"
#include "command/produce_run.h"
#include "command/schema.h"

#include <algorithm>
#include <filesystem>
#include <iomanip>

namespace engross {
namespace {

constexpr int kIdWidth = 28;
constexpr int kFamilyWidth = 20;

Diagnostic unknownType(const std::string& id, const Catalogue& catalogue, const Console& console) {
    Diagnostic diagnostic;
    diagnostic.code = "type-unknown";
    diagnostic.message = console.text("types.unknown", {{"type", id}});
    const std::string near = nearest(id, catalogue.ids());
    if (!near.empty()) {
        diagnostic.hints.push_back(console.text("usage.did_you_mean", {{"word", near}}));
    }
    return diagnostic;
}

/// Why a type cannot be used: it is not there, or its script has faults.
std::vector<Diagnostic> whyNot(const std::string& id, const Catalogue& catalogue, const Console& console) {
    auto faults = catalogue.faultsOf(id);
    if (faults.empty()) {
        faults.push_back(unknownType(id, catalogue, console));
    }
    return faults;
}

Value toValue(const TypeSummary& type) {
    List checks;
    for (const CheckSummary& check : type.checks) {
        checks.emplace_back(Object{{"code", check.code},
                                   {"sentence", check.sentence},
                                   {"law", check.law},
                                   {"mark", check.mark},
                                   {"severity", nameOf(check.severity)}});
    }
    List unconfirmed;
    for (const std::string& line : type.unconfirmed) {
        unconfirmed.emplace_back(line);
    }
    List languages;
    for (const std::string& language : type.languages) {
        languages.emplace_back(language);
    }
    return Object{{"id", type.id},
                  {"version", type.version},
                  {"title", type.title},
                  {"family", type.family},
                  {"law", type.law},
                  {"in_force_from", type.inForceFrom},
                  {"in_force_until", type.inForceUntil},
                  {"languages", std::move(languages)},
                  {"bundle", type.isBundle},
                  {"checks", std::move(checks)},
                  {"unconfirmed", std::move(unconfirmed)}};
}

Exit list(const Arguments& arguments, Console& console) {
    const Types types = loadTypes(arguments);
    List answer;
    const auto ids = types.catalogue->ids();
    const auto longest = std::ranges::max_element(ids, {}, &std::string::size);
    const int width = ids.empty() ? kIdWidth : std::max(kIdWidth, static_cast<int>(longest->size()) + 2);
    for (const std::string& id : ids) {
        const TypeSummary* type = types.catalogue->find(id);
        if (console.answersJson()) {
            answer.push_back(type != nullptr ? toValue(*type) : Value(Object{{"id", id}, {"faulty", true}}));
        } else {
            console.out() << std::left << std::setw(width) << id << std::setw(kFamilyWidth)
                          << (type != nullptr ? type->family : "-")
                          << (type != nullptr ? type->title : console.text("types.faulty")) << '\n';
        }
    }
    if (console.answersJson()) {
        console.answer(std::move(answer));
    }
    return Exit::Done;
}

void printFields(const std::vector<Field>& fields, std::size_t depth, Console& console) {
    for (const Field& field : fields) {
        const std::string name = std::string(depth * 2 + 2, ' ') + field.name;
        const bool must = !field.optional && field.requiredWhen.empty();
        console.out() << std::left << std::setw(kIdWidth) << name << std::setw(kFamilyWidth)
                      << std::string(nameOf(field.kind)) + (must ? " *" : "") << field.label << '\n';
        if (field.kind == FieldKind::Record || field.kind == FieldKind::Rows) {
            printFields(field.members, depth + 1, console);
        }
    }
}

void print(const TypeSummary& type, Console& console) {
    console.out() << type.title << "\n"
                  << type.id << ", " << console.text("types.version", {{"version", std::to_string(type.version)}})
                  << ", " << type.family << "\n"
                  << type.law << "\n\n"
                  << console.text("types.fields") << '\n';
    printFields(type.schema.fields, 0, console);
    console.out() << '\n' << console.text("types.checks") << '\n';
    for (const CheckSummary& check : type.checks) {
        console.out() << "  " << check.sentence << " (" << check.law << ", [" << check.mark << "])\n";
    }
    if (!type.unconfirmed.empty()) {
        console.out() << '\n' << console.text("types.unconfirmed") << '\n';
        for (const std::string& line : type.unconfirmed) {
            console.out() << "  " << line << '\n';
        }
    }
}

Exit show(const Arguments& arguments, Console& console) {
    const Types types = loadTypes(arguments);
    const std::string& id = arguments.operands().at(0);
    const TypeSummary* type = types.catalogue->find(id);
    if (type == nullptr) {
        return refuse(whyNot(id, *types.catalogue, console), console);
    }
    if (console.answersJson()) {
        Value answer = toValue(*type);
        answer.object()->set("schema", jsonSchemaOf(*type));
        console.answer(answer);
    } else {
        print(*type, console);
    }
    return Exit::Done;
}

Exit schema(const Arguments& arguments, Console& console) {
    const Types types = loadTypes(arguments);
    const std::string& id = arguments.operands().at(0);
    const TypeSummary* type = types.catalogue->find(id);
    if (type == nullptr) {
        return refuse(whyNot(id, *types.catalogue, console), console);
    }
    console.answer(jsonSchemaOf(*type));
    return Exit::Done;
}

struct Checked {
    std::shared_ptr<const Catalogue> catalogue;
    std::vector<Diagnostic> faults;
};

Checked checkTypes(const Arguments& arguments, const Console& console) {
    const std::string home = findHome(arguments);
    if (arguments.operands().empty()) {
        auto catalogue = loadTypes(home).catalogue;
        return {catalogue, catalogue->faults()};
    }
    const std::string& word = arguments.operands().at(0);
    const std::filesystem::path file{word};
    if (file.extension() == ".lua") {
        const auto files = drawnFiles(*Typesetter::standard());
        auto catalogue = Catalogue::loadWith(foldersOf(home), files, word, readLogo);
        return {catalogue, catalogue->faultsOf(file.stem().string())};
    }
    auto catalogue = loadTypes(home).catalogue;
    const auto houses = catalogue->houses();
    if (std::find(houses.begin(), houses.end(), word) != houses.end()) {
        return {catalogue, catalogue->faultsOfHouse(word, console.language())};
    }
    const auto ids = catalogue->ids();
    const bool known = std::find(ids.begin(), ids.end(), word) != ids.end();
    return {catalogue,
            known ? catalogue->faultsOf(word) : std::vector<Diagnostic>{unknownType(word, *catalogue, console)}};
}

Exit check(const Arguments& arguments, Console& console) {
    const Checked checked = checkTypes(arguments, console);
    if (refuses(checked.faults)) {
        return refuse(checked.faults, console);
    }
    if (console.answersJson()) {
        List diagnostics;
        for (const Diagnostic& fault : checked.faults) {
            diagnostics.push_back(toValue(fault));
        }
        console.answer(Object{{"state", "done"}, {"diagnostics", std::move(diagnostics)}});
    } else {
        console.show(checked.faults);
        console.mention(console.text("types.good"));
    }
    return Exit::Done;
}

Exit preview(const Arguments& arguments, Console& console) {
    (void)outputPath(arguments);
    const Types types = loadTypes(arguments);
    const std::string& id = arguments.operands().at(0);
    auto example = types.catalogue->example(id);
    if (!example) {
        return refuse(whyNot(id, *types.catalogue, console), console);
    }
    example->draft = true;
    applyOptions(arguments, *example);
    if (const UsageFaults unfit = applyFlavour(arguments, *example); !unfit.faults.empty()) {
        throw UsageFaults(unfit);
    }
    return produceTo(arguments, *example, types, ".", console, true);
}

}  // namespace

Command typesListCommand() {
    return {.name = "types list", .options = {homeOption()}, .run = list};
}

Command typesShowCommand() {
    return {.name = "types show", .operands = "ID", .options = {homeOption()}, .run = show};
}

Command typesCheckCommand() {
    return {.name = "types check", .operands = "[ID|FILE.lua]", .options = {homeOption()}, .run = check};
}

Command typesPreviewCommand() {
    return {.name = "types preview",
            .operands = "ID",
            .options = withRequestOptions(
                {{.name = "archive", .value = "a-1b|a-2a|a-3a"}, outputOption(), timeOption(), homeOption()}),
            .run = preview};
}

Command typesSchemaCommand() {
    return {.name = "types schema", .operands = "ID", .options = {homeOption()}, .run = schema};
}

}  // namespace engross
