#include "life/recipients.h"

#include "script/composed_text.h"
#include "words/text.h"

#include <algorithm>
#include <array>
#include <set>

namespace engross {
namespace {

constexpr std::array<std::string_view, 5> methodsToAddresses{"first_class_post", "second_class_post", "left_at_address",
                                                             "affixed", "document_exchange"};

const Value* lookedUp(const Request& request, std::string_view name) {
    const Value* field = request.fields.find(name);
    return field == nullptr || field->isNull() ? request.caseRecord.facts.find(name) : field;
}

std::vector<std::string> splitLines(const std::string& text, char between) {
    std::vector<std::string> lines(1);
    for (const char character : text) {
        if (character == between) {
            lines.emplace_back();
        } else {
            lines.back().push_back(character);
        }
    }
    for (std::string& line : lines) {
        line = plainSpaced(line);
        line.erase(0, line.find_first_not_of(' ') == std::string::npos ? line.size() : line.find_first_not_of(' '));
        while (!line.empty() && line.back() == ' ') {
            line.pop_back();
        }
    }
    lines.erase(std::remove(lines.begin(), lines.end(), ""), lines.end());
    return lines;
}

/// An address as any of the forms that a case may give it in (docs/document-types.md section 2).
std::vector<std::string> addressLines(const Value* value) {
    std::vector<std::string> lines;
    if (value == nullptr) {
        return lines;
    }
    if (const std::string* text = value->text()) {
        return splitLines(*text, text->find('\n') == std::string::npos ? ',' : '\n');
    }
    const Value* listed = value->list() != nullptr ? value : value->find("lines");
    if (listed != nullptr && listed->list() != nullptr) {
        for (const Value& line : *listed->list()) {
            if (line.text() != nullptr) {
                lines.push_back(*line.text());
            }
        }
    }
    if (const std::string postcode = value->textOr("postcode", ""); !postcode.empty()) {
        lines.push_back(postcode);
    }
    if (lines.empty() && value->find("address") != nullptr) {
        return addressLines(value->find("address"));  // NOLINT(misc-no-recursion): premises have one address
    }
    return lines;
}

bool isYes(const Value* value) {
    if (value == nullptr) {
        return false;
    }
    if (const bool* truth = value->boolean()) {
        return *truth;
    }
    return value->text() != nullptr && (*value->text() == "true" || *value->text() == "yes");
}

std::string capacityAsPrinted(const TypeSummary& type, const std::string& value) {
    const Field* recipients = type.schema.find("recipients");
    if (recipients == nullptr || recipients->members.empty()) {
        return value;
    }
    for (const Field& member : recipients->members.front().members) {
        if (member.name != "capacity") {
            continue;
        }
        const auto found = std::ranges::find(member.choices, value, &ChoiceOption::value);
        return found == member.choices.end() ? value : found->label;
    }
    return value;
}

DocumentRecipient recipientFrom(const Value& value, int number, const TypeSummary& type) {
    DocumentRecipient recipient{.number = number};
    if (const std::string* name = value.text()) {
        recipient.name = *name;
        return recipient;
    }
    const std::string title = value.textOr("title", "");
    recipient.name = (title.empty() ? "" : title + " ") + value.textOr("name", "");
    recipient.capacity = capacityAsPrinted(type, value.textOr("capacity", ""));
    recipient.address = addressLines(value.find("address"));
    recipient.method = value.textOr("method", "");
    recipient.plannedOn = value.textOr("planned_on", "");
    recipient.isCopy = isYes(value.find("copy"));
    recipient.unsafeAddress = isYes(value.find("unsafe_address"));
    recipient.language = value.textOr("language", "");
    recipient.emailConsent = value.textOr("email_consent", "");
    return recipient;
}

/// What would give an address away: its first line, its postcode, and each line with a number ("14 Rowan Street" after
/// "The Annexe").
std::set<std::string> tellingLines(const std::vector<std::string>& address) {
    std::set<std::string> telling;
    for (std::size_t index = 0; index < address.size(); ++index) {
        const bool outer = index == 0 || index + 1 == address.size();
        if (outer || address[index].find_first_of("0123456789") != std::string::npos) {
            telling.insert(lower(plainSpaced(address[index]), Language::English));
        }
    }
    return telling;
}

}  // namespace

std::vector<DocumentRecipient> recipientsOf(const Request& request, const TypeSummary& type) {
    std::vector<DocumentRecipient> recipients;
    if (type.schema.find("recipients") != nullptr) {
        const Value* listed = lookedUp(request, "recipients");
        for (const Value& value : listed == nullptr || listed->list() == nullptr ? List{} : *listed->list()) {
            recipients.push_back(recipientFrom(value, static_cast<int>(recipients.size()) + 1, type));
        }
    } else if (type.schema.find("recipient") != nullptr) {
        if (const Value* one = lookedUp(request, "recipient")) {
            recipients.push_back(recipientFrom(*one, 1, type));
        }
    }
    return recipients;
}

bool goesToTheAddress(std::string_view method) {
    return std::ranges::find(methodsToAddresses, method) != methodsToAddresses.end();
}

std::string recipientPointer(const Request& request, std::size_t recipient, std::string_view member) {
    const Value* field = request.fields.find("recipients");
    const std::string part = field == nullptr || field->isNull() ? "/case" : "/fields";
    return pointerTo(pointerTo(pointerTo(part, "recipients"), recipient - 1), member);
}

std::vector<Diagnostic> unsafeRecipients(const Request& request, const TypeSummary& type, Language reader) {
    std::vector<Diagnostic> faults;
    const Messages& messages = Messages::in(reader);
    for (const DocumentRecipient& recipient : recipientsOf(request, type)) {
        if (!recipient.unsafeAddress || !goesToTheAddress(recipient.method)) {
            continue;
        }
        Diagnostic fault{.code = "GEN-10"};
        fault.where.pointer = recipientPointer(request, static_cast<std::size_t>(recipient.number), "method");
        fault.message =
            messages.text("life.unsafe_address", {{"recipient", std::to_string(recipient.number)},
                                                  {"method", label(*serviceMethodFrom(recipient.method), reader)}});
        fault.law = messages.text("life.law.safety");
        fault.hints.push_back(messages.text("life.unsafe_address.hint"));
        faults.push_back(std::move(fault));
    }
    return faults;
}

std::vector<std::size_t> othersShown(const std::string& copyText, std::size_t recipient,
                                     const std::vector<DocumentRecipient>& recipients, const Request& request) {
    std::set<std::string> allowed = tellingLines(addressLines(lookedUp(request, "premises")));
    const auto& own = recipients.at(recipient - 1).address;
    for (const std::string& line : tellingLines(own)) {
        allowed.insert(line);
    }
    const std::string text = lower(plainSpaced(copyText), Language::English);
    std::vector<std::size_t> shown;
    for (std::size_t index = 0; index < recipients.size(); ++index) {
        if (index + 1 == recipient) {
            continue;
        }
        const auto telling = tellingLines(recipients[index].address);
        if (std::ranges::any_of(telling, [&](const std::string& line) {
                return !line.empty() && !allowed.contains(line) && text.find(line) != std::string::npos;
            })) {
            shown.push_back(index + 1);
        }
    }
    return shown;
}

Request withService(Request request, std::size_t recipient, const std::string& method, const std::string& day) {
    Value* listed = request.fields.object() == nullptr ? nullptr : request.fields.object()->find("recipients");
    if (listed == nullptr || listed->isNull()) {
        Object* facts = request.caseRecord.facts.object();
        listed = facts == nullptr ? nullptr : facts->find("recipients");
    }
    if (listed == nullptr || listed->list() == nullptr || listed->list()->size() < recipient) {
        return request;
    }
    if (Object* one = listed->list()->at(recipient - 1).object()) {
        one->set("method", method);
        one->set("planned_on", day);
    }
    return request;
}

}  // namespace engross
