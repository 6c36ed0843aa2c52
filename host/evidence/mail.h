#pragma once
#include "evidence/evidence_error.h"
#include "model/sha256.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace engross {

/// A file inside an e-mail.
struct MailAttachment {
    std::string name;       // as the sender gave it, without folders; empty where there is none
    std::string mediaType;  // as the sender said
    std::uint64_t bytes = 0;
    Sha256 hash{};
    bool isElsewhere = false;  // only a link to it came with the message: it has no bytes here
    bool operator==(const MailAttachment&) const = default;
};

/// Of an invitation or an appointment. Times are those of a clock in London: "Tue, 2 Jun 2026 10:00:00 +0100".
struct MailMeeting {
    std::string starts;
    std::string ends;
    std::string place{};
    std::string repeats{};  // as Outlook words it
    bool operator==(const MailMeeting&) const = default;
};

/// An e-mail as its reader sees it (RFC 5322 and MIME, or Outlook's own). All text is UTF-8, decoded and well formed.
struct Mail {
    std::string from;
    std::string to;
    std::string cc{};
    std::string bcc{};
    /// As the sender's program wrote it; of an Outlook message without that, the time by a clock in London.
    std::string date;
    std::string subject;
    /// Lines end in "\n". Of each text that comes in several forms the plain one, else the words of the web page.
    std::string text{};
    bool isDraft = false;  // it was never sent
    std::optional<MailMeeting> meeting{};
    bool fromRich = false;  // of a text that Outlook alone writes: its looks are not in it
    bool fromHtml = false;  // something of it was taken out of a web page: pictures and looks are not in it
    std::vector<MailAttachment> attachments{};
    bool operator==(const Mail&) const = default;
};

/// What may be spent on one e-mail.
struct MailLimits {
    std::uint64_t bytes = std::uint64_t{256} << 20U;
    std::size_t text = std::size_t{2} << 20U;    // of what it says
    std::size_t page = std::size_t{32} << 20U;   // of a web page that says it
    std::size_t head = std::size_t{256} << 10U;  // of senders, receivers, subject and names of files together
    std::size_t attachments = 1000;
    int depth = 30;  // of parts within parts
};

/// Throws EvidenceError: "evidence-too-large" above a limit, "evidence-damaged" where there is no e-mail in it,
/// "evidence-mailbox" where there are several, "evidence-unsupported" where GMime is not installed, or libxml2 is not
/// and its text is a web page.
[[nodiscard]] Mail readMail(std::string_view bytes, const std::string& name, const MailLimits& limits = {});

/// The bytes of one of Mail::attachments, by its place.
[[nodiscard]] std::string readMailAttachment(std::string_view bytes, std::size_t attachment, const std::string& name,
                                             const MailLimits& limits = {});

/// The same of an Outlook message (.msg, [MS-OXMSG]), with the kind EvidenceKind::Outlook. A message within it is one
/// of its files, written as an Outlook message of its own. "evidence-unsupported" too for a contact, a task or another
/// item that is no message.
[[nodiscard]] Mail readOutlookMail(std::string_view bytes, const std::string& name, const MailLimits& limits = {});
[[nodiscard]] std::string readOutlookAttachment(std::string_view bytes, std::size_t attachment, const std::string& name,
                                                const MailLimits& limits = {});

/// The words of a web page, in reading order, its blocks on lines of their own; scripts, styles and whatever stands
/// for another place are left out. Nothing where libxml2 is not installed.
[[nodiscard]] std::optional<std::string> wordsOfWebPage(std::string_view page);

}  // namespace engross
