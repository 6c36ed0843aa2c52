#include "evidence/exhibit.h"

#include <set>

namespace engross {

namespace {

const std::set<std::string> worded{
    "evidence-damaged",       "evidence-too-large", "evidence-empty", "evidence-unreadable",
    "evidence-no-attachment", "evidence-mailbox",   "pdf-not-a-pdf",  "pdf-empty",
    "pdf-encrypted",          "pdf-damaged",        "pdf-pages-lost", "pdf-too-large"};

Value toValue(const Mail& mail) {
    List attachments;
    for (const MailAttachment& file : mail.attachments) {
        attachments.push_back(Object{{"name", file.name},
                                     {"media_type", file.mediaType},
                                     {"bytes", static_cast<std::int64_t>(file.bytes)},
                                     {"sha256", file.hash.hex()}});
    }
    return Object{{"from", mail.from},
                  {"to", mail.to},
                  {"date", mail.date},
                  {"subject", mail.subject},
                  {"attachments", std::move(attachments)}};
}

}  // namespace

std::optional<Diagnostic> refusal(const Error& error, const Place& where, Language language) {
    const Messages& messages = Messages::in(language);
    const std::string key = "evidence.refusal." + error.code();
    std::string hint = key + ".hint";
    Diagnostic diagnostic;
    diagnostic.code = error.code();
    diagnostic.severity = Severity::Error;
    diagnostic.where = where;
    if (error.code() == "evidence-unsupported") {
        const auto* fault = dynamic_cast<const EvidenceError*>(&error);
        const std::string kind(nameOf(fault == nullptr ? EvidenceKind::Unknown : fault->kind()));
        diagnostic.message =
            messages.text(key, {{"name", error.subject()}, {"kind", messages.text("evidence.kind." + kind)}});
        if (kind == nameOf(EvidenceKind::Outlook)) {
            hint = key + '.' + kind + ".hint";
        }
    } else if (worded.count(error.code()) != 0) {
        diagnostic.message = messages.text(key, {{"name", error.subject()}});
    } else {
        return std::nullopt;
    }
    diagnostic.hints.push_back(messages.text(hint));
    return diagnostic;
}

std::string describe(const LinkLoss& loss, Language language) {
    return Messages::in(language).counted("evidence.loss." + loss.kind, static_cast<std::int64_t>(loss.count));
}

Value toValue(const Facts& facts) {
    Object value{{"kind", nameOf(facts.kind)},
                 {"bytes", static_cast<std::int64_t>(facts.bytes)},
                 {"sha256", facts.hash.hex()},
                 {"pages", static_cast<std::int64_t>(facts.pages)}};
    if (facts.mail) {
        value.set("mail", toValue(*facts.mail));
        return value;
    }
    if (!facts.pdf) {
        value.set("width_pixels", facts.widthPixels);
        value.set("height_pixels", facts.heightPixels);
        return value;
    }
    const PdfFacts& pdf = *facts.pdf;
    const auto number = [](std::size_t count) { return Value(static_cast<std::int64_t>(count)); };
    List withoutText;
    List damaged;
    for (std::size_t i = 0; i < pdf.pages.size(); ++i) {
        if (!pdf.pages[i].hasText && pdf.pages[i].drawsObjects) {
            withoutText.push_back(number(i + 1));
        }
        if (pdf.pages[i].damaged) {
            damaged.push_back(number(i + 1));
        }
    }
    Object left;
    constexpr std::string_view detour = "detour-";
    for (const auto& [kind, count] : pdf.leftBehind) {
        if (kind.starts_with(detour)) {
            value.set("detour", kind.substr(detour.size()));
        } else {
            left.set(kind, number(count));
        }
    }
    value.set("restricted", pdf.restricted);
    value.set("fields", number(pdf.fields));
    value.set("signatures", number(pdf.signatures));
    value.set("xfa", pdf.xfa);
    value.set("layers", number(pdf.layers));
    value.set("hidden_layers", number(pdf.hiddenLayers));
    value.set("repairs", number(pdf.repairs));
    value.set("tagged", pdf.tagged);
    value.set("pages_without_text", std::move(withoutText));
    value.set("damaged_pages", std::move(damaged));
    value.set("left_behind", std::move(left));
    return value;
}

}  // namespace engross
