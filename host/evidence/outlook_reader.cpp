#include "evidence/code_page.h"
#include "evidence/compound_writer.h"
#include "evidence/mail_text.h"
#include "evidence/outlook_names.h"
#include "evidence/outlook_properties.h"
#include "evidence/outlook_words.h"
#include "evidence/rich_text.h"
#include "model/ascii.h"
#include "model/utf8.h"

#include <algorithm>
#include <array>
#include <functional>
#include <stdexcept>

namespace engross {

namespace {

using Entry = CompoundFile::Entry;

constexpr std::uint16_t typeObject = 0x000D;
constexpr std::uint16_t typeBytes = 0x0102;
constexpr std::uint32_t unsent = 8;   // of the flags of a message
constexpr std::uint32_t byValue = 1;  // of the ways to attach

struct OutlookFile {
    std::string name;
    std::string mediaType;
    std::optional<Entry> part;  // none where it has no bytes
    bool isMessage = false;
    bool isElsewhere = false;
};

bool startsWith(const std::u16string& text, std::u16string_view start) {
    return text.compare(0, start.size(), start) == 0;
}

class OutlookReading {
public:
    OutlookReading(std::string_view bytes, std::string name, const MailLimits& limits)
        : name_(std::move(name)),
          limits_(limits),
          file_(bounded(bytes), name_),
          message_(file_, CompoundFile::root, OutlookHeader::Message, name_, limits.page) {
        constexpr std::array<std::string_view, 5> others{"ipm.contact", "ipm.distlist", "ipm.task", "ipm.activity",
                                                         "ipm.abchperson"};
        class_ = lowered(message_.text(0x001A));
        for (const std::string_view other : others) {
            if (class_.starts_with(other)) {
                throw fault("evidence-unsupported", "it is a contact, a task or a diary, no message");
            }
        }
        codePage_ = message_.number(0x3FFD).value_or(0);
        if (codePage_ == 0 && message_.number(0x3FF1).value_or(0) != 0) {
            codePage_ = codePageOfLanguage(*message_.number(0x3FF1));
        }
        if (codePage_ == 0) {
            codePage_ = message_.number(0x3FDE).value_or(0);
        }
        codePage_ = codePage_ == 0 ? 1252 : codePage_;
        message_.setCodePage(codePage_);
    }

    Mail read() {
        Mail mail;
        headers_ = message_.text(0x007D);
        mail.from = plainMailLine(sender());
        addReceivers(mail);
        mail.subject = plainMailLine(message_.text(0x0037));
        addTime(mail);
        addMeeting(mail);
        addText(mail);
        for (const OutlookFile& file : files()) {
            MailAttachment attachment{.name = file.name, .mediaType = file.mediaType, .isElsewhere = file.isElsewhere};
            if (!file.isElsewhere) {
                const std::string content = contentOf(file);
                attachment.bytes = content.size();
                attachment.hash = Sha256::of(content);
                if (attachment.mediaType.empty()) {
                    attachment.mediaType = mediaTypeOf(sniff(content));
                }
            }
            mail.attachments.push_back(std::move(attachment));
        }
        refuseLongMailHead(mail, name_, EvidenceKind::Outlook, limits_);
        return mail;
    }

    std::string attachment(std::size_t wanted) {
        const std::vector<OutlookFile> all = files();
        if (wanted >= all.size()) {
            throw std::logic_error("the message has no attachment " + std::to_string(wanted));
        }
        return contentOf(all[wanted]);
    }

private:
    [[nodiscard]] EvidenceError fault(const char* code, const char* message) const {
        return {code, name_, message, EvidenceKind::Outlook};
    }

    [[nodiscard]] std::string_view bounded(std::string_view bytes) const {
        if (bytes.size() > limits_.bytes) {
            throw fault("evidence-too-large", "the e-mail is larger than the limit; save its attachments apart");
        }
        return bytes;
    }

    /// An Exchange name such as "/O=COUNCIL/OU=…" is no address that anybody can use.
    [[nodiscard]] static std::string addressOf(const OutlookProperties& person, std::uint16_t internet,
                                               std::uint16_t type, std::uint16_t own) {
        const std::string address = person.text(internet);
        return address.empty() && lowered(person.text(type)) != "ex" ? person.text(own) : address;
    }

    /// Who it is from; where somebody sent it for another, the other, as its reader sees it.
    [[nodiscard]] std::string sender() const {
        std::string name = message_.text(0x0042);
        std::string address = addressOf(message_, 0x5D02, 0x0064, 0x0065);
        if (name.empty() && address.empty()) {
            name = message_.text(0x0C1A);
            address = addressOf(message_, 0x5D01, 0x0C1E, 0x0C1F);
        }
        return personOf(name, address.empty() ? addressIn(headerIn(headers_, "from")) : address);
    }

    void addReceivers(Mail& mail) const {
        constexpr std::uint32_t kinds = 0xF;
        constexpr std::uint32_t copy = 2;
        constexpr std::uint32_t hidden = 3;
        bool any = false;
        for (const Entry entry : file_.in(CompoundFile::root)) {
            if (!file_.isStorage(entry) || !startsWith(file_.nameOf(entry), u"__recip_version1.0_#")) {
                continue;
            }
            OutlookProperties person(file_, entry, OutlookHeader::Other, name_, limits_.head);
            person.setCodePage(codePage_);
            const std::string receiver =
                plainMailLine(personOf(person.text(0x3001), addressOf(person, 0x39FE, 0x3002, 0x3003)));
            const std::uint32_t kind = person.number(0x0C15).value_or(1) & kinds;
            std::string& list = kind == copy ? mail.cc : kind == hidden ? mail.bcc : mail.to;
            list += (list.empty() ? "" : ", ") + receiver;
            any = true;
            refuseLongMailHead(mail, name_, EvidenceKind::Outlook, limits_);
        }
        if (!any) {
            mail.to = plainMailLine(message_.text(0x0E04));
            mail.cc = plainMailLine(message_.text(0x0E03));
            mail.bcc = plainMailLine(message_.text(0x0E02));
        }
    }

    void addTime(Mail& mail) const {
        mail.date = plainMailLine(headerIn(headers_, "date"));
        for (const std::uint16_t id : {std::uint16_t{0x0039}, std::uint16_t{0x0E06}}) {
            if (const auto time = message_.time(id); mail.date.empty() && time) {
                mail.date = londonTime(*time);
            }
        }
        mail.isDraft = mail.date.empty() && (message_.number(0x0E07).value_or(0) & unsent) != 0;
    }

    void addMeeting(Mail& mail) const {
        if (!class_.starts_with("ipm.appointment") && !class_.starts_with("ipm.schedule.meeting")) {
            return;
        }
        const OutlookNames names(file_, name_);
        const auto at = [&](std::uint32_t named, std::uint16_t plain) {
            const auto id = names.idOf(named);
            auto time = id ? message_.time(*id) : std::nullopt;
            time = time ? time : message_.time(plain);
            return time ? londonTime(*time) : std::string();
        };
        const auto said = [&](std::uint32_t named) {
            const auto id = names.idOf(named);
            return id ? plainMailLine(message_.text(*id)) : std::string();
        };
        mail.meeting = MailMeeting{
            .starts = at(0x820D, 0x0060), .ends = at(0x820E, 0x0061), .place = said(0x8208), .repeats = said(0x8232)};
    }

    void addText(Mail& mail) const {
        MailSaying saying{.plain = message_.text(0x1000), .web = webPage()};
        const bool saysAll = !isBlankText(saying.plain) || !isBlankText(saying.web);
        const auto packed = saysAll ? std::nullopt : message_.binary(0x1009);
        if (packed && !packed->empty()) {
            RichTextWords words = wordsOfRichText(unpackedRichText(*packed, limits_.page, name_), limits_.page, name_);
            (words.isWebPage ? saying.web : saying.plain) = std::move(words.text);
            mail.fromRich = !words.isWebPage && !isBlankText(saying.plain);
        }
        setMailText(mail, {saying}, name_, EvidenceKind::Outlook, limits_);
    }

    [[nodiscard]] std::string webPage() const {
        const auto bytes = message_.binary(0x1013);
        return bytes ? fromCodePage(*bytes, message_.number(0x3FDE).value_or(codePage_)) : message_.text(0x1013);
    }

    [[nodiscard]] std::vector<OutlookFile> files() const {
        std::vector<OutlookFile> files;
        for (const Entry entry : file_.in(CompoundFile::root)) {
            if (!file_.isStorage(entry) || !startsWith(file_.nameOf(entry), u"__attach_version1.0_#")) {
                continue;
            }
            if (files.size() == limits_.attachments) {
                throw fault("evidence-too-large", "it has more attachments than the limit; save them apart");
            }
            files.push_back(fileAt(entry));
        }
        return files;
    }

    [[nodiscard]] OutlookFile fileAt(Entry entry) const {
        OutlookProperties about(file_, entry, OutlookHeader::Other, name_, limits_.head);
        about.setCodePage(codePage_);
        OutlookFile file;
        for (const std::uint16_t id : {std::uint16_t{0x3707}, std::uint16_t{0x3704}, std::uint16_t{0x3001}}) {
            file.name = file.name.empty() ? plainMailFileName(about.text(id)) : file.name;
        }
        file.mediaType = plainMailLine(lowered(about.text(0x370E)));
        const auto object = about.partOf(0x3701, typeObject);
        const auto content = about.partOf(0x3701, typeBytes);
        file.part = content ? content : object;
        file.isElsewhere = !file.part && about.number(0x3705).value_or(byValue) != byValue;
        file.isMessage = !content && object && file_.find(*object, u"__properties_version1.0").has_value();
        if (file.isMessage) {
            file.name += lowered(file.name).ends_with(".msg") || file.name.empty() ? "" : ".msg";
            file.mediaType = mediaTypeOf(EvidenceKind::Outlook);
        } else if (!content && object) {
            file.mediaType = mediaTypeOf(EvidenceKind::OldOffice);
        }
        return file;
    }

    [[nodiscard]] std::string contentOf(const OutlookFile& file) const {
        if (!file.part) {
            return {};
        }
        if (!file_.isStorage(*file.part)) {
            return file_.read(*file.part);
        }
        CompoundPart whole = copyOf(file_, *file.part, name_, limits_.depth);
        if (file.isMessage) {
            makeMessageOf(whole);
        }
        return compoundFileOf(whole);
    }

    /// A message within another has a shorter header and shares the names of its properties ([MS-OXMSG] 2.2.3, 2.4.1).
    void makeMessageOf(CompoundPart& message) const {
        constexpr CompoundFile::ClassId outlook{0x0B, 0x0D, 0x02, 0, 0, 0, 0,   0, static_cast<char>(0xC0),
                                                0,    0,    0,    0, 0, 0, 0x46};
        constexpr std::size_t within = static_cast<std::size_t>(OutlookHeader::MessageWithin);
        constexpr std::size_t alone = static_cast<std::size_t>(OutlookHeader::Message);
        message.classId = outlook;
        for (CompoundPart& part : message.parts) {
            if (part.name == u"__properties_version1.0" && part.content.size() >= within) {
                part.content.insert(within, alone - within, '\0');
            }
        }
        if (const auto names = file_.find(CompoundFile::root, u"__nameid_version1.0")) {
            message.parts.push_back(copyOf(file_, *names, name_, 1));
        }
    }

    std::string name_;
    const MailLimits& limits_;
    CompoundFile file_;
    OutlookProperties message_;
    std::string class_;
    std::string headers_;
    std::uint32_t codePage_ = 0;
};

}  // namespace

Mail readOutlookMail(std::string_view bytes, const std::string& name, const MailLimits& limits) {
    return OutlookReading(bytes, name, limits).read();
}

std::string readOutlookAttachment(std::string_view bytes, std::size_t attachment, const std::string& name,
                                  const MailLimits& limits) {
    return OutlookReading(bytes, name, limits).attachment(attachment);
}

}  // namespace engross
