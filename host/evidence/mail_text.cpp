#include "evidence/mail_text.h"

#include "model/utf8.h"

namespace engross {

bool isBlankText(std::string_view text) {
    return text.find_first_not_of(" \n\t\r\xC2\xA0") == std::string_view::npos;
}

std::string plainMailLine(std::string text) {
    for (char& letter : text) {
        letter = static_cast<unsigned char>(letter) < 0x20 || letter == 0x7F ? ' ' : letter;
    }
    return text;
}

std::string plainMailText(std::string_view text) {
    std::string lines;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char letter = text[i];
        if (letter == '\r') {
            lines += i + 1 < text.size() && text[i + 1] == '\n' ? "" : "\n";
        } else if (letter == '\t') {
            lines += "    ";
        } else if (letter == '\n' || static_cast<unsigned char>(letter) >= 0x20) {
            lines += letter;
        }
    }
    return lines;
}

std::string plainMailFileName(std::string_view name) {
    const std::string whole = plainMailLine(repaired(name));
    const std::size_t slash = whole.find_last_of("/\\");
    return slash == std::string::npos ? whole : whole.substr(slash + 1);
}

void setMailText(Mail& mail, const std::vector<MailSaying>& said, const std::string& name, EvidenceKind kind,
                 const MailLimits& limits) {
    const auto refuseAbove = [&](std::size_t limit, std::size_t bytes) {
        if (bytes > limit) {
            throw EvidenceError("evidence-too-large", name, "the e-mail says more than the limit; print it to a PDF",
                                kind);
        }
    };
    for (const MailSaying& saying : said) {
        std::string text = plainMailText(saying.plain);
        if (isBlankText(text) && !isBlankText(saying.web)) {
            refuseAbove(limits.page, saying.web.size());
            const auto words = wordsOfWebPage(saying.web);
            if (!words) {
                throw EvidenceError("evidence-unsupported", name,
                                    "libxml2, which reads its web page, is not installed here", kind);
            }
            text = plainMailText(*words);
            mail.fromHtml = true;
        }
        if (!mail.text.empty() && !isBlankText(text)) {
            mail.text += mail.text.back() == '\n' ? "\n" : "\n\n";
        }
        mail.text += isBlankText(text) ? "" : text;
        refuseAbove(limits.text, mail.text.size());
    }
}

void refuseLongMailHead(const Mail& mail, const std::string& name, EvidenceKind kind, const MailLimits& limits) {
    std::size_t head =
        mail.from.size() + mail.to.size() + mail.cc.size() + mail.bcc.size() + mail.subject.size() + mail.date.size();
    for (const MailAttachment& file : mail.attachments) {
        head += file.name.size() + file.mediaType.size();
    }
    if (mail.meeting) {
        head += mail.meeting->place.size() + mail.meeting->repeats.size();
    }
    if (head > limits.head) {
        throw EvidenceError("evidence-too-large", name, "its head says more than the limit; print it to a PDF", kind);
    }
}

}  // namespace engross
