#pragma once
#include "evidence/evidence_error.h"
#include "model/sha256.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace engross {

/// A file inside an e-mail.
struct MailAttachment {
    std::string name;       // as the sender gave it, without folders; empty where there is none
    std::string mediaType;  // as the sender said
    std::uint64_t bytes = 0;
    Sha256 hash;
    bool operator==(const MailAttachment&) const = default;
};

/// An e-mail as its reader sees it (RFC 5322, MIME). All text is UTF-8, decoded and well formed.
struct Mail {
    std::string from;
    std::string to;
    std::string cc;
    std::string date;  // as the sender's program wrote it
    std::string subject;
    std::string text;       // lines end in "\n"; of the plain text where there is one, else of the web page
    bool fromHtml = false;  // the text was taken out of a web page: pictures and looks are not in it
    std::vector<MailAttachment> attachments;
    bool operator==(const Mail&) const = default;
};

/// What may be spent on one e-mail.
struct MailLimits {
    std::uint64_t bytes = std::uint64_t{256} << 20U;
    std::size_t text = std::size_t{2} << 20U;  // of what it says
    std::size_t attachments = 1000;
    int depth = 30;  // of parts within parts
};

/// Throws EvidenceError: "evidence-too-large" above a limit, "evidence-damaged" where there is no e-mail in it,
/// "evidence-unsupported" where GMime is not installed.
[[nodiscard]] Mail readMail(std::string_view bytes, const std::string& name, const MailLimits& limits = {});

/// The bytes of one of Mail::attachments, by its place.
[[nodiscard]] std::string readMailAttachment(std::string_view bytes, std::size_t attachment, const std::string& name,
                                             const MailLimits& limits = {});

/// The words of a web page, in reading order, its blocks on lines of their own; scripts, styles and whatever stands
/// for another place are left out. Empty where libxml2 is not installed.
[[nodiscard]] std::string wordsOfWebPage(std::string_view page);

}  // namespace engross
