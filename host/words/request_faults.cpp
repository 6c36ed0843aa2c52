#include "words/request_faults.h"

#include <string_view>

namespace engross {
namespace {

struct Wording {
    std::string_view code;
    std::string_view key;
};

Wording wordingOf(RequestFault::Kind kind) {
    switch (kind) {
        case RequestFault::Kind::UnknownKey:
            return {"request-unknown-key", "request.unknown_key"};
        case RequestFault::Kind::WrongKind:
            return {"request-wrong-kind", "request.wrong_kind"};
        case RequestFault::Kind::Missing:
            return {"request-missing", "request.missing"};
        case RequestFault::Kind::Empty:
            return {"request-empty", "request.empty"};
        case RequestFault::Kind::Conflict:
            return {"request-conflict", "request.conflict"};
        case RequestFault::Kind::Repeated:
            return {"request-repeated", "request.repeated"};
    }
    return {};
}

Wording wordingOf(JsonFault::Kind kind) {
    switch (kind) {
        case JsonFault::Kind::TooLarge:
            return {"json-too-large", "json.too_large"};
        case JsonFault::Kind::TooDeep:
            return {"json-too-deep", "json.too_deep"};
        case JsonFault::Kind::TooManyMembers:
            return {"json-too-many-members", "json.too_many_members"};
        case JsonFault::Kind::Malformed:
            return {"json-malformed", "json.malformed"};
        case JsonFault::Kind::RepeatedKey:
            return {"json-repeated-key", "json.repeated_key"};
        case JsonFault::Kind::NotUtf8:
            return {"json-not-utf8", "json.not_utf8"};
    }
    return {};
}

Diagnostic inWords(const RequestFault& fault, const Messages& messages) {
    const Wording wording = wordingOf(fault.kind);
    Diagnostic diagnostic;
    diagnostic.code = wording.code;
    diagnostic.where.pointer = fault.pointer;
    diagnostic.message = messages.text(wording.key, {{"expected", fault.expected}, {"found", fault.found}});
    if (!fault.suggestion.empty()) {
        diagnostic.hints.push_back(messages.text("request.did_you_mean", {{"name", fault.suggestion}}));
    }
    return diagnostic;
}

}  // namespace

std::vector<Diagnostic> inWords(const std::vector<RequestFault>& faults, Language language) {
    std::vector<Diagnostic> diagnostics;
    for (const RequestFault& fault : faults) {
        diagnostics.push_back(inWords(fault, Messages::in(language)));
    }
    return diagnostics;
}

Diagnostic inWords(const JsonFault& fault, const std::string& file, const JsonLimits& limits, Language language) {
    const Wording wording = wordingOf(fault.kind);
    const bool ended = fault.kind == JsonFault::Kind::Malformed && fault.detail.empty();
    const std::string_view key = ended ? "json.ended" : wording.key;
    Diagnostic diagnostic;
    diagnostic.code = wording.code;
    diagnostic.where.file = file;
    diagnostic.where.line = fault.line;
    diagnostic.message = Messages::in(language).text(key, {{"detail", fault.detail},
                                                           {"megabytes", std::to_string(limits.bytes >> 20U)},
                                                           {"depth", std::to_string(limits.depth)},
                                                           {"members", std::to_string(limits.members)}});
    return diagnostic;
}

}  // namespace engross
