#pragma once
#include "evidence/mail.h"

#include <string>
#include <string_view>
#include <vector>

namespace engross {

/// One line, without what a page cannot show.
[[nodiscard]] std::string plainMailLine(std::string text);

/// Lines that end in "\n", without what a page cannot show.
[[nodiscard]] std::string plainMailText(std::string_view text);

/// A sender's name for a file, without the folders that it may be given to climb.
[[nodiscard]] std::string plainMailFileName(std::string_view name);

/// Whether a text shows nothing: spaces and line ends alone.
[[nodiscard]] bool isBlankText(std::string_view text);

/// What one part of an e-mail says, or the parts of which a reader shows one (RFC 2046 5.1.4). UTF-8.
struct MailSaying {
    int alternative = 0;
    std::string plain{};
    std::string web{};
};

/// Sets the text of an e-mail: of each saying the plain text, else the words of the web page. Throws EvidenceError:
/// "evidence-too-large" above the limits of text and page, "evidence-unsupported" where libxml2 is not installed.
void setMailText(Mail& mail, const std::vector<MailSaying>& said, const std::string& name, EvidenceKind kind,
                 const MailLimits& limits);

/// Throws EvidenceError "evidence-too-large" where senders, receivers, subject and names of files are longer than the
/// limit.
void refuseLongMailHead(const Mail& mail, const std::string& name, EvidenceKind kind, const MailLimits& limits);

}  // namespace engross
