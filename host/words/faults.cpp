#include "words/faults.h"

#include <map>
#include <stdexcept>

namespace engross {
namespace {

std::string kindIn(const Messages& messages, const std::string& kind) {
    static const std::map<std::string_view, std::string_view> keys{
        {"text", "kind.text"}, {"number", "kind.number"},         {"yes or no", "kind.boolean"},
        {"list", "kind.list"}, {"group of fields", "kind.group"}, {"nothing", "kind.nothing"},
        {"date", "kind.date"}};
    return messages.text(keys.at(kind));
}

std::string sentence(const JsonFault& fault, const JsonLimits& limits, const Messages& messages) {
    const std::string line = std::to_string(fault.line);
    switch (fault.kind) {
        case JsonFault::Kind::TooLarge:
            return messages.text("model.json_too_large", {{"limit", std::to_string(limits.bytes >> 20U)}});
        case JsonFault::Kind::TooDeep:
            return messages.text("model.json_too_deep", {{"line", line}, {"limit", std::to_string(limits.depth)}});
        case JsonFault::Kind::TooManyMembers:
            return messages.text("model.json_too_many_members",
                                 {{"line", line}, {"limit", std::to_string(limits.members)}});
        case JsonFault::Kind::RepeatedKey:
            return messages.text("model.json_repeated_key", {{"line", line}, {"key", fault.detail}});
        case JsonFault::Kind::NotUtf8:
            return messages.text("model.json_not_utf8", {{"line", line}});
        case JsonFault::Kind::UnfitNumber:
            return messages.text("model.json_unfit_number", {{"line", line}});
        case JsonFault::Kind::Malformed:
            return fault.detail.empty()
                       ? messages.text("model.json_ended", {{"line", line}})
                       : messages.text("model.json_malformed", {{"line", line}, {"found", fault.detail}});
    }
    throw std::logic_error("a JSON fault of no kind");
}

std::string codeOf(JsonFault::Kind kind) {
    switch (kind) {
        case JsonFault::Kind::TooLarge:
            return "json-too-large";
        case JsonFault::Kind::TooDeep:
            return "json-too-deep";
        case JsonFault::Kind::TooManyMembers:
            return "json-too-many-members";
        case JsonFault::Kind::RepeatedKey:
            return "json-repeated-key";
        case JsonFault::Kind::NotUtf8:
            return "json-not-utf8";
        case JsonFault::Kind::UnfitNumber:
            return "json-unfit-number";
        case JsonFault::Kind::Malformed:
            return "json-malformed";
    }
    throw std::logic_error("a JSON fault of no kind");
}

std::string sentence(const RequestFault& fault, const Messages& messages) {
    switch (fault.kind) {
        case RequestFault::Kind::UnknownKey:
            return messages.text("model.request_unknown_key", {{"found", fault.found}});
        case RequestFault::Kind::WrongKind:
            return fault.expected == "date"
                       ? messages.text("model.request_wrong_date")
                       : messages.text("model.request_wrong_kind", {{"found", kindIn(messages, fault.found)},
                                                                    {"expected", kindIn(messages, fault.expected)}});
        case RequestFault::Kind::Missing:
            return messages.text(
                fault.expected.find(',') == std::string::npos ? "model.request_missing" : "model.request_missing_one",
                {{"expected", fault.expected}});
        case RequestFault::Kind::Empty:
            return messages.text("model.request_empty", {{"expected", fault.expected}});
        case RequestFault::Kind::Conflict:
            return messages.text("model.request_conflict", {{"found", fault.found}});
        case RequestFault::Kind::Repeated:
            return messages.text("model.request_repeated");
        case RequestFault::Kind::NotOffered:
            return messages.text("model.request_not_offered", {{"expected", fault.expected}});
    }
    throw std::logic_error("a request fault of no kind");
}

std::string codeOf(RequestFault::Kind kind) {
    switch (kind) {
        case RequestFault::Kind::UnknownKey:
            return "request-unknown-key";
        case RequestFault::Kind::WrongKind:
            return "request-wrong-kind";
        case RequestFault::Kind::Missing:
            return "request-missing";
        case RequestFault::Kind::Empty:
            return "request-empty";
        case RequestFault::Kind::Conflict:
            return "request-conflict";
        case RequestFault::Kind::Repeated:
            return "request-repeated-mark";
        case RequestFault::Kind::NotOffered:
            return "request-not-offered";
    }
    throw std::logic_error("a request fault of no kind");
}

}  // namespace

Diagnostic diagnosticOf(const JsonFault& fault, const JsonLimits& limits, const std::string& file, Language language) {
    Diagnostic result;
    result.code = codeOf(fault.kind);
    result.where.file = file;
    result.where.line = file.empty() ? 0 : fault.line;
    result.message = sentence(fault, limits, Messages::in(language));
    if (!file.empty() && fault.kind != JsonFault::Kind::TooLarge) {
        result.message.erase(0, result.message.find(": ") + 2);  // the place has the line
    }
    return result;
}

Diagnostic diagnosticOf(const RequestFault& fault, Language language) {
    const Messages& messages = Messages::in(language);
    Diagnostic result;
    result.code = codeOf(fault.kind);
    result.where.pointer = fault.pointer;
    result.message = sentence(fault, messages);
    if (!fault.suggestion.empty()) {
        result.hints.push_back(messages.text("model.did_you_mean", {{"name", fault.suggestion}}));
    } else if (fault.kind == RequestFault::Kind::UnknownKey) {
        result.hints.push_back(messages.text("model.one_of_these", {{"names", fault.expected}}));
    }
    return result;
}

}  // namespace engross
