#include "work/produce.h"
#include "work/work_error.h"

#include <array>
#include <string_view>
#include <utility>

namespace engross {
namespace {

constexpr std::array kStates{std::pair{Outcome::State::Done, std::string_view{"done"}},
                             std::pair{Outcome::State::Failed, std::string_view{"failed"}},
                             std::pair{Outcome::State::NeedsAttention, std::string_view{"needs_attention"}}};

[[noreturn]] void refuse(const char* what) {
    throw WorkError("worker-answer", "outcome", what);
}

Sha256 digestAt(const Value& value, std::string_view name) {
    const auto digest = Sha256::fromHex(value.textOr(name, ""));
    if (!digest) {
        refuse("it has no digest");
    }
    return *digest;
}

std::int64_t countAt(const Value& value, std::string_view name) {
    const Value* count = value.find(name);
    if (count == nullptr || count->integer() == nullptr || *count->integer() < 0) {
        refuse("a count is missing");
    }
    return *count->integer();
}

Artefact artefactFrom(const Value& value) {
    Artefact result;
    result.hash = digestAt(value, "sha256");
    result.name = value.textOr("name", "");
    result.mediaType = value.textOr("media_type", "");
    result.pages = static_cast<std::size_t>(countAt(value, "pages"));
    if (result.name.empty()) {
        refuse("an artefact has no name");
    }
    if (value.find("recipient") != nullptr) {
        result.recipient = static_cast<std::size_t>(countAt(value, "recipient"));
        const Value* letter = value.find("covering_letter");
        result.coveringLetter = letter != nullptr && letter->boolean() != nullptr && *letter->boolean();
    }
    const Value* parts = value.find("encloses");
    for (const Value& part : parts == nullptr || parts->list() == nullptr ? List{} : *parts->list()) {
        result.parts.push_back({.title = part.textOr("title", ""),
                                .firstPage = static_cast<std::size_t>(countAt(part, "first_page")),
                                .pages = static_cast<std::size_t>(countAt(part, "pages"))});
    }
    return result;
}

Outcome::State stateFrom(std::string_view name) {
    for (const auto& [state, text] : kStates) {
        if (text == name) {
            return state;
        }
    }
    refuse("it has no state");
}

std::string_view nameOf(Outcome::State state) {
    for (const auto& [candidate, text] : kStates) {
        if (candidate == state) {
            return text;
        }
    }
    refuse("it has no state");
}

template <typename Element, typename Read>
std::vector<Element> listAt(const Value& value, std::string_view name, const Read& read) {
    const Value* member = value.find(name);
    if (member == nullptr || member->list() == nullptr) {
        refuse("a list is missing");
    }
    std::vector<Element> result;
    for (const Value& element : *member->list()) {
        result.push_back(read(element));
    }
    return result;
}

}  // namespace

Value toValue(const Artefact& artefact) {
    Object value{{"sha256", artefact.hash.hex()},
                 {"name", artefact.name},
                 {"media_type", artefact.mediaType},
                 {"pages", static_cast<std::int64_t>(artefact.pages)}};
    if (artefact.recipient > 0) {
        value.set("recipient", static_cast<std::int64_t>(artefact.recipient));
        value.set("covering_letter", artefact.coveringLetter);
    }
    if (!artefact.parts.empty()) {
        List parts;
        for (const ArtefactPart& part : artefact.parts) {
            parts.push_back(Object{{"title", part.title},
                                   {"first_page", static_cast<std::int64_t>(part.firstPage)},
                                   {"pages", static_cast<std::int64_t>(part.pages)}});
        }
        value.set("encloses", std::move(parts));
    }
    return Value(std::move(value));
}

Value toValue(const Outcome& outcome) {
    List diagnostics;
    for (const Diagnostic& diagnostic : outcome.diagnostics) {
        diagnostics.push_back(toValue(diagnostic));
    }
    List artefacts;
    for (const Artefact& artefact : outcome.artefacts) {
        artefacts.push_back(toValue(artefact));
    }
    Object value{{"state", nameOf(outcome.state)},      {"identity", outcome.identity.hex()},
                 {"type_version", outcome.typeVersion}, {"diagnostics", std::move(diagnostics)},
                 {"artefacts", std::move(artefacts)},   {"verdict", toValue(outcome.verdict)}};
    if (!outcome.references.isNull()) {
        value.set("references", outcome.references);
    }
    return value;
}

Outcome outcomeFrom(const Value& value) {
    Outcome result;
    result.state = stateFrom(value.textOr("state", ""));
    result.identity = digestAt(value, "identity");
    result.typeVersion = static_cast<int>(countAt(value, "type_version"));
    result.diagnostics = listAt<Diagnostic>(value, "diagnostics", diagnosticFrom);
    result.artefacts = listAt<Artefact>(value, "artefacts", artefactFrom);
    if (const Value* references = value.find("references")) {
        result.references = *references;
    }
    return result;
}

Sha256 digestOf(const std::vector<Artefact>& artefacts) {
    if (artefacts.size() == 1) {
        return artefacts.front().hash;
    }
    Sha256Hasher hasher;
    for (const Artefact& artefact : artefacts) {
        hasher.addField(artefact.hash.hex());
    }
    return hasher.finish();
}

}  // namespace engross
