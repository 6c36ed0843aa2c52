#include "life/certificate.h"

#include "calendar/service.h"
#include "life/recipients.h"
#include "model/day.h"
#include "model/json.h"
#include "words/format.h"
#include "words/zone.h"

#include <algorithm>

namespace engross {
namespace {

constexpr std::size_t shortHash = 16;  // characters of a proof's digest that are printed

Language languageOf(const DocumentFile& file) {
    return languageFrom(file.document.language).value_or(Language::English);
}

std::string stepInWords(const std::string& stepAt, Language language) {
    if (const auto time = localTimeFrom(stepAt)) {
        return Messages::in(language).text(
            "life.at_clock", {{"day", longDate(time->day, language)}, {"clock", clockTime(time->clock, language)}});
    }
    const auto day = dayFrom(stepAt);
    return day ? longDate(*day, language) : stepAt;
}

std::string oneLine(const std::vector<std::string>& lines) {
    std::string text;
    for (const std::string& line : lines) {
        text += (text.empty() ? "" : ", ") + line;
    }
    return text;
}

/// What was done, in a sentence or two: method and place, who took it, tracking, note, proof.
std::string whatWasDone(const DocumentService& service, const DocumentRecipient& recipient, Language language) {
    const Messages& messages = Messages::in(language);
    const auto method = serviceMethodFrom(service.method);
    std::string text =
        service.result == ServiceResult::Returned
            ? messages.text("life.certificate.returned")
            : messages.text("life.certificate.how", {{"method", method ? label(*method, language) : service.method}});
    const bool toAddress =
        service.result != ServiceResult::Returned && goesToTheAddress(service.method) && !recipient.unsafeAddress;
    const std::string place = service.place.empty() && toAddress ? oneLine(recipient.address) : service.place;
    const auto add = [&](std::string_view key, const std::string& value) {
        if (!value.empty()) {
            text += "; " + messages.text(key, {{"value", value}});
        }
    };
    add("life.certificate.place", place);
    add("life.certificate.received_by", service.receivedBy);
    if (const auto day = dayFrom(service.receivedOn)) {
        add("life.certificate.received_on", longDate(*day, language));
    }
    add("life.certificate.tracking", service.tracking);
    add("life.certificate.note", service.note);
    if (service.proof) {
        add("life.certificate.proof", service.proof->hex().substr(0, shortHash));
    }
    return text;
}

std::string dayInWords(const DocumentService& service, const std::vector<DocumentService>& services,
                       Language language) {
    const Messages& messages = Messages::in(language);
    const auto day = dayFrom(service.servedOn);
    if (day && cameBack(service, services)) {
        return messages.text("life.certificate.upset");
    }
    if (!day) {
        return messages.text(service.result == ServiceResult::Returned ? "life.certificate.came_back"
                                                                       : "life.certificate.no_service");
    }
    return messages.text(service.basis == "proved" ? "life.certificate.proved" : "life.certificate.deemed",
                         {{"day", longDate(*day, language)}, {"source", service.source}});
}

/// "9f2c7a60 d5b84e11 …": as a person compares it.
std::string inGroups(const std::string& hex) {
    constexpr std::size_t group = 8;
    std::string text;
    for (std::size_t at = 0; at < hex.size(); at += group) {
        text += (at == 0 ? "" : " ") + hex.substr(at, group);
    }
    return text;
}

void copyField(const Request& from, Object& to, const char* name) {
    const Value* field = from.fields.find(name);
    if (field == nullptr || field->isNull()) {
        field = from.caseRecord.facts.find(name);
    }
    if (field != nullptr && !field->isNull()) {
        to.set(name, *field);
    }
}

Diagnostic refusalOf(std::string_view key, Language reader) {
    Diagnostic fault{.code = "GEN-05"};
    fault.message = Messages::in(reader).text(key);
    fault.law = Messages::in(reader).text("life.law.service");
    return fault;
}

}  // namespace

CertificateRequest certificateOfService(const DocumentFile& file, const Vault& vault, const Certifier& certifier,
                                        Language reader) {
    CertificateRequest result;
    const Language language = languageOf(file);
    List acts;
    for (const DocumentService& service : file.services) {
        const auto recipient = std::ranges::find(file.recipients, service.recipient, &DocumentRecipient::number);
        if (service.byWhom != certifier.server || recipient == file.recipients.end()) {
            continue;
        }
        acts.push_back(
            Object{{"person", recipient->name + (recipient->capacity.empty() ? "" : ", " + recipient->capacity)},
                   {"step", stepInWords(service.stepAt, language)},
                   {"act", whatWasDone(service, *recipient, language)},
                   {"served", dayInWords(service, file.services, language)}});
    }
    if (file.document.state != DocumentState::Issued && file.document.state != DocumentState::Served &&
        file.document.state != DocumentState::Superseded) {
        result.faults.push_back(refusalOf("life.certificate.not_issued", reader));
    }
    if (acts.empty()) {
        result.faults.push_back(refusalOf("life.certificate.nobody", reader));
    }
    if (!result.faults.empty()) {
        return result;
    }
    Request original;
    if (file.life.request) {
        if (const auto stored = readJson(vault.get(*file.life.request)); stored.value) {
            original = readRequest(*stored.value).request;
        }
    }
    Object fields{{"document_title", file.life.title},
                  {"document_law", file.life.law},
                  {"document_pages", static_cast<std::int64_t>(file.document.pages)},
                  {"document_sha256", inGroups(file.document.artefact.hex())},
                  {"server", Object{{"name", certifier.server}, {"post", certifier.post}}},
                  {"acts", std::move(acts)}};
    copyField(original, fields, "premises");
    copyField(original, fields, "our_ref");
    result.request.type = "certificate_of_service";
    result.request.house = original.house;
    result.request.language = "en";
    result.request.caseRecord.reference = file.document.caseReference;
    result.request.caseRecord.facts = Object{};
    result.request.fields = Value(std::move(fields));
    return result;
}

}  // namespace engross
