#include "evidence/mail_pages.h"

#include "evidence/printed_text.h"

#include <algorithm>
#include <utility>

namespace engross {

namespace {

constexpr Points sideMargin = mm(25);
constexpr Points topMargin = mm(20);
constexpr Points bottomMargin = mm(25);
constexpr Points textSize = 11;
constexpr Points smallSize = 9;
constexpr std::size_t shortHash = 16;

class MailPages {
public:
    MailPages(const Mail& mail, const MailSheet& sheet, const Typesetter& typesetter)
        : mail_(mail), sheet_(sheet), typesetter_(typesetter), messages_(Messages::in(sheet.language)) {}

    Composition compose() {
        pages_.title = sheet_.title;
        pages_.language = std::string(tagOf(sheet_.language));
        pages_.style.first = {.top = topMargin, .bottom = bottomMargin, .left = sideMargin, .right = sideMargin};
        pages_.style.later = pages_.style.first;
        pages_.body.push_back({.content = Heading{.level = 1, .text = {{.text = shown(sheet_.title)}}}});
        addHead();
        pages_.body.push_back({.content = Space{textSize}});
        addText();
        addAttachments();
        addSource();
        return std::move(pages_);
    }

private:
    void addHead() {
        KeyValues head;
        const MailMeeting meeting = mail_.meeting.value_or(MailMeeting{});
        const std::string sent = mail_.isDraft ? messages_.text("evidence.mail.draft") : mail_.date;
        const std::pair<const char*, const std::string&> fields[] = {{"evidence.mail.from", mail_.from},
                                                                     {"evidence.mail.to", mail_.to},
                                                                     {"evidence.mail.copy", mail_.cc},
                                                                     {"evidence.mail.blind_copy", mail_.bcc},
                                                                     {"evidence.mail.sent", sent},
                                                                     {"evidence.mail.subject", mail_.subject},
                                                                     {"evidence.mail.starts", meeting.starts},
                                                                     {"evidence.mail.ends", meeting.ends},
                                                                     {"evidence.mail.repeats", meeting.repeats},
                                                                     {"evidence.mail.place", meeting.place}};
        for (const auto& [key, value] : fields) {
            if (!value.empty()) {
                head.rows.push_back({{{.text = messages_.text(key)}}, {{.text = shown(value)}}});
            }
        }
        if (!mail_.attachments.empty()) {
            head.rows.push_back({{{.text = messages_.text("evidence.mail.attached")}},
                                 {{.text = messages_.counted("evidence.mail.files",
                                                             static_cast<std::int64_t>(mail_.attachments.size()))}}});
        }
        pages_.body.push_back({.content = std::move(head)});
    }

    /// Lines stay lines; empty ones part paragraphs.
    void addText() {
        std::string paragraph;
        const auto finish = [&] {
            while (!paragraph.empty() && paragraph.back() == '\n') {
                paragraph.pop_back();
            }
            if (!paragraph.empty()) {
                pages_.body.push_back(
                    {.content = Paragraph{.text = {{.text = shown(std::exchange(paragraph, {}))}}, .size = textSize}});
            }
        };
        bool any = false;
        for (std::size_t at = 0; at < mail_.text.size();) {
            const std::size_t end = std::min(mail_.text.find('\n', at), mail_.text.size());
            std::string line = mail_.text.substr(at, end - at);
            at = end + 1;
            line.erase(line.find_last_not_of(' ') + 1);
            if (line.empty()) {
                finish();
            } else {
                paragraph += line + '\n';
                any = true;
            }
        }
        finish();
        if (!any) {
            addNote("evidence.mail.no_text");
        } else if (mail_.fromHtml) {
            addNote("evidence.mail.from_html");
        } else if (mail_.fromRich) {
            addNote("evidence.mail.from_rich");
        }
    }

    void addNote(const char* key) {
        pages_.body.push_back(
            {.content = Paragraph{.text = {{.text = messages_.text(key), .emphasis = true}}, .size = smallSize}});
    }

    void addAttachments() {
        if (mail_.attachments.empty()) {
            return;
        }
        pages_.body.push_back(
            {.content = Heading{.level = 2, .text = {{.text = messages_.text("evidence.mail.attachments")}}}});
        TableBlock table;
        table.columns = {{.heading = {{.text = messages_.text("evidence.sheet.name")}}},
                         {.heading = {{.text = messages_.text("evidence.sheet.kind")}}},
                         {.heading = {{.text = messages_.text("evidence.sheet.bytes")}}, .align = Align::Right},
                         {.heading = {{.text = "SHA-256"}}}};
        for (const MailAttachment& file : mail_.attachments) {
            const std::string name = file.name.empty() ? messages_.text("evidence.mail.unnamed") : shown(file.name);
            const std::string hash = file.isElsewhere ? messages_.text("evidence.mail.elsewhere")
                                                      : file.hash.hex().substr(0, shortHash) + "…";
            table.rows.push_back({Inline{{.text = name}}, Inline{{.text = shown(file.mediaType)}},
                                  Inline{{.text = file.isElsewhere ? "" : std::to_string(file.bytes)}},
                                  Inline{{.text = hash}}});
        }
        pages_.body.push_back({.content = std::move(table)});
        addNote("evidence.mail.apart");
    }

    void addSource() {
        const std::string source = messages_.text(
            "evidence.caption", {{"name", sheet_.name}, {"hash", sheet_.hash.hex().substr(0, shortHash)}});
        pages_.body.push_back({.content = Space{textSize}});
        pages_.body.push_back({.content = Paragraph{.text = {{.text = shown(source)}}, .size = smallSize}});
    }

    [[nodiscard]] std::string shown(const std::string& text) const {
        return printedText(text, typesetter_);
    }

    const Mail& mail_;
    const MailSheet& sheet_;
    const Typesetter& typesetter_;
    const Messages& messages_;
    Composition pages_;
};

}  // namespace

Composition pagesOfMail(const Mail& mail, const MailSheet& sheet, const Typesetter& typesetter) {
    return MailPages(mail, sheet, typesetter).compose();
}

}  // namespace engross
