#include "work/recipient_copies.h"

#include "life/recipients.h"
#include "model/day.h"
#include "model/made_request.h"
#include "script/composed_text.h"
#include "words/format.h"
#include "words/text.h"
#include "words/zone.h"
#include "work/profiles.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace engross {
namespace {

/// "improvement-notice-EN-2026-0142-2-Example-Building-Society.pdf"
std::string nameFor(const std::string& base, const DocumentRecipient& recipient, std::string_view kind) {
    std::string name = base.substr(0, base.size() - 4) + "-" + std::to_string(recipient.number) + "-";
    for (const char character : recipient.name) {
        const auto byte = static_cast<unsigned char>(character);
        const bool plain = byte < 0x80 && std::isalnum(byte) != 0;
        if (plain) {
            name.push_back(character);
        } else if (name.back() != '-') {
            name.push_back('-');
        }
    }
    while (name.back() == '-') {
        name.pop_back();
    }
    return name + std::string(kind) + ".pdf";
}

class CopyMaker {
public:
    CopyMaker(const Order& order, RequestPictures& pictures, const PdfMetadata& metadata, Outcome& outcome)
        : order_(order),
          pictures_(pictures),
          metadata_(metadata),
          outcome_(outcome),
          reader_(languageFrom(order.request.language).value_or(Language::English)),
          recipients_(recipientsOf(order.request, order.type)) {}

    bool make() {
        std::vector<Artefact> made;
        for (const DocumentRecipient& recipient : recipients_) {
            const auto copy = makeCopy(recipient);
            if (!copy) {
                continue;
            }
            if (recipient.isCopy) {
                if (auto letter = makeLetter(recipient, copy->pages)) {
                    made.push_back(std::move(*letter));
                }
            }
            made.push_back(*copy);
        }
        if (refuses(outcome_.diagnostics)) {
            return false;
        }
        std::ranges::move(made, std::back_inserter(outcome_.artefacts));
        return true;
    }

private:
    /// The request's own language, or the recipient's where the type speaks it.
    std::string languageOf(const DocumentRecipient& recipient) {
        const auto& spoken = order_.type.languages;
        const bool speaks = std::ranges::find(spoken, recipient.language) != spoken.end();
        if (recipient.language.empty() || speaks) {
            return recipient.language.empty() ? order_.request.language : recipient.language;
        }
        Diagnostic warning{.code = "copy-language", .severity = Severity::Warning};
        warning.where.pointer =
            recipientPointer(order_.request, static_cast<std::size_t>(recipient.number), "language");
        warning.message = Messages::in(reader_).text(
            "work.copy_language", {{"recipient", std::to_string(recipient.number)}, {"language", recipient.language}});
        warning.hints.push_back(Messages::in(reader_).text("work.copy_language.hint"));
        outcome_.diagnostics.push_back(std::move(warning));
        return order_.request.language;
    }

    std::shared_ptr<const CheckedCase> checkedIn(const std::string& language) {
        Request request = order_.request;
        request.language = language;
        const CheckResult check = order_.workshop.catalogue->check(request, order_.now, reader_);
        if (check.checked == nullptr) {
            std::ranges::copy(check.diagnostics, std::back_inserter(outcome_.diagnostics));
        }
        return check.checked;
    }

    std::optional<Artefact> drawn(const Composition& composition, const DocumentRecipient& recipient,
                                  std::string_view kind, const TypeSummary& type) {
        PdfMetadata metadata = metadata_;
        Sha256Hasher hasher;
        hasher.addField(metadata_.identity.hex());
        hasher.addField(std::to_string(recipient.number));
        hasher.addField(kind);
        metadata.identity = hasher.finish();
        const auto drawing = draw(composition, metadata, order_.workshop.typesetter, outcome_.diagnostics);
        if (!drawing) {
            return std::nullopt;
        }
        const auto faults = refusalsOf(checkDrawn(drawing->bytes));
        std::ranges::copy(faults, std::back_inserter(outcome_.diagnostics));
        Artefact artefact{.hash = order_.workshop.vault->put(drawing->bytes), .name = {}};
        artefact.name = nameFor(outcome_.artefacts.front().name, recipient, kind);
        artefact.pages = drawing->pages;
        artefact.recipient = static_cast<std::size_t>(recipient.number);
        artefact.parts = enclosuresIn(*drawing, type);
        return artefact;
    }

    std::optional<Artefact> makeCopy(const DocumentRecipient& recipient) {
        const std::string language = languageOf(recipient);
        const bool same = language == order_.request.language;
        const auto other = same ? nullptr : checkedIn(language);
        if (!same && other == nullptr) {
            return std::nullopt;
        }
        Part part;
        part.images = &pictures_;
        part.recipient = static_cast<std::size_t>(recipient.number);
        auto composition =
            order_.workshop.catalogue->compose(same ? order_.checked : *other, part, outcome_.diagnostics);
        if (!composition || showsAnother(*composition, recipient)) {
            return std::nullopt;
        }
        markDraft(*composition);
        return drawn(*composition, recipient, "", order_.type);
    }

    void markDraft(Composition& composition) const {
        if (order_.request.draft && composition.style.mark.empty()) {
            const Language language = languageFrom(composition.language).value_or(Language::English);
            composition.style.mark = Messages::in(language).text("work.draft_mark");
        }
    }

    bool showsAnother(const Composition& composition, const DocumentRecipient& recipient) {
        const auto shown = othersShown(composedText(composition), static_cast<std::size_t>(recipient.number),
                                       recipients_, order_.request);
        for (const std::size_t other : shown) {
            Diagnostic fault{.code = "GEN-10"};
            fault.where.pointer = recipientPointer(order_.request, other, "address");
            fault.message = Messages::in(reader_).text(
                "life.address_shown",
                {{"recipient", std::to_string(recipient.number)}, {"other", std::to_string(other)}});
            fault.law = Messages::in(reader_).text("life.law.safety");
            fault.hints.push_back(Messages::in(reader_).text("life.address_shown.hint"));
            outcome_.diagnostics.push_back(std::move(fault));
        }
        return !shown.empty();
    }

    /// The letter tells why the copy comes, and asks nothing: it is made from the document's own case.
    std::optional<Artefact> makeLetter(const DocumentRecipient& recipient, std::size_t copyPages) {
        const TypeSummary* type = order_.workshop.catalogue->find(std::string(coveringLetterType));
        if (type == nullptr) {
            return missingLetter();
        }
        const Request request = letterRequest(*type, recipient, copyPages);
        const CheckResult check = order_.workshop.catalogue->check(request, order_.now, reader_);
        if (check.checked == nullptr) {
            std::ranges::copy(check.diagnostics, std::back_inserter(outcome_.diagnostics));
            return std::nullopt;
        }
        auto composition = order_.workshop.catalogue->compose(*check.checked, Part{}, outcome_.diagnostics);
        if (!composition || showsAnother(*composition, recipient)) {
            return std::nullopt;
        }
        markDraft(*composition);
        auto letter = drawn(*composition, recipient, "-letter", *type);
        if (letter) {
            letter->coveringLetter = true;
        }
        return letter;
    }

    std::optional<Artefact> missingLetter() {
        Diagnostic fault{.code = "covering-letter"};
        fault.message =
            Messages::in(reader_).text("work.no_covering_letter", {{"type", std::string(coveringLetterType)}});
        outcome_.diagnostics.push_back(std::move(fault));
        return std::nullopt;
    }

    const Value* given(const char* name) const {
        const Value* field = order_.request.fields.find(name);
        return field == nullptr || field->isNull() ? order_.request.caseRecord.facts.find(name) : field;
    }

    Request letterRequest(const TypeSummary& letter, const DocumentRecipient& recipient, std::size_t copyPages) {
        const std::string wanted = languageOf(recipient);
        Request request = coveringLetterRequest(order_.request);
        request.language = std::ranges::find(letter.languages, wanted) != letter.languages.end() ? wanted : "en";
        List address;
        std::ranges::copy(recipient.address, std::back_inserter(address));
        Object& fields = *request.fields.object();
        fields.set("recipient", Object{{"name", recipient.name}, {"address", std::move(address)}});
        fields.set("document_title", order_.type.title);
        fields.set("document_law", order_.type.law);
        fields.set("capacity", recipient.capacity);
        fields.set("copy_pages", static_cast<std::int64_t>(copyPages));
        // Whoever signs the document, the letter beside it is the officer's.
        if (const Value* officer = given("officer"); officer != nullptr) {
            fields.set("signatory", *officer);
        }
        if (const auto law = order_.type.declared.find("copy_law"); law != order_.type.declared.end()) {
            fields.set("copy_law", law->second);
        }
        List titles;
        std::ranges::copy(order_.type.enclosures, std::back_inserter(titles));
        if (!titles.empty()) {
            fields.set("parts", std::move(titles));
        }
        return request;
    }

    const Order& order_;
    RequestPictures& pictures_;
    const PdfMetadata& metadata_;
    Outcome& outcome_;
    Language reader_;
    std::vector<DocumentRecipient> recipients_;
};

}  // namespace

std::vector<ArtefactPart> enclosuresIn(const Drawing& drawing, const TypeSummary& type) {
    std::vector<ArtefactPart> parts;
    for (const std::string& title : type.enclosures) {
        // The list of enclosures is no heading; the enclosure's own heading is the last of its name.
        const auto found = std::find_if(drawing.headings.rbegin(), drawing.headings.rend(), [&](const auto& heading) {
            return plainSpaced(heading.first) == plainSpaced(title);
        });
        if (found != drawing.headings.rend()) {
            parts.push_back({.title = title, .firstPage = found->second, .pages = 0});
        }
    }
    for (std::size_t index = 0; index < parts.size(); ++index) {
        const std::size_t end = index + 1 < parts.size() ? parts[index + 1].firstPage : drawing.pages + 1;
        parts[index].pages = end > parts[index].firstPage ? end - parts[index].firstPage : 1;
    }
    return parts;
}

bool makeCopies(const Order& order, RequestPictures& pictures, const PdfMetadata& metadata, Outcome& outcome) {
    return CopyMaker(order, pictures, metadata, outcome).make();
}

}  // namespace engross
