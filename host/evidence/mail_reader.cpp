#include "evidence/loaded_library.h"
#include "evidence/mail.h"
#include "evidence/mail_text.h"
#include "model/ascii.h"
#include "model/utf8.h"

#include <gmime/gmime.h>
#include <algorithm>
#include <functional>
#include <memory>
#include <stdexcept>

namespace engross {

namespace {

/// The functions of GMime and GLib that are used here.
struct MailLibrary {
    LoadedLibrary mime{"libgmime-3.0.so.0"};
    LoadedLibrary objects{"libgobject-2.0.so.0"};
    LoadedLibrary base{"libglib-2.0.so.0"};

    static const MailLibrary& loaded() {
        static const MailLibrary library;
        return library;
    }

    [[nodiscard]] bool isThere() const noexcept {
        return mime.isThere() && objects.isThere() && base.isThere();
    }

private:
    MailLibrary() {
        if (isThere()) {
            mime.function<decltype(::g_mime_init)>("g_mime_init")();
        }
    }
};

#define ENGROSS_MIME(name) MailLibrary::loaded().mime.function<decltype(::name)>(#name)

struct Unref {
    void operator()(void* object) const {
        MailLibrary::loaded().objects.function<decltype(::g_object_unref)>("g_object_unref")(object);
    }
};
template <typename Type>
using Owned = std::unique_ptr<Type, Unref>;

std::string taken(char* text) {
    std::string result = text == nullptr ? "" : repaired(text);
    MailLibrary::loaded().base.function<decltype(::g_free)>("g_free")(text);
    return result;
}

bool isA(void* object, GType type) {
    auto* const check =
        MailLibrary::loaded().objects.function<decltype(::g_type_check_instance_is_a)>("g_type_check_instance_is_a");
    return check(static_cast<GTypeInstance*>(object), type) != 0;
}

struct MailPart {
    GMimeObject* object = nullptr;
    std::string type;
    bool isAttachment = false;
    int alternative = 0;  // the outermost multipart/alternative that it is in, from 1; 0 for none
};

class MailReading {
public:
    MailReading(std::string_view bytes, std::string name, const MailLimits& limits)
        : name_(std::move(name)), limits_(limits) {
        if (!MailLibrary::loaded().isThere()) {
            throw fault("evidence-unsupported", "GMime is not installed here");
        }
        if (bytes.size() > limits.bytes) {
            throw fault("evidence-too-large", "the e-mail is larger than the limit; save its attachments apart");
        }
        const Owned<GMimeStream> stream(ENGROSS_MIME(g_mime_stream_mem_new_with_buffer)(bytes.data(), bytes.size()));
        const Owned<GMimeParser> parser(ENGROSS_MIME(g_mime_parser_new_with_stream)(stream.get()));
        const bool isMailbox = bytes.substr(0, 5) == "From ";
        if (isMailbox) {
            ENGROSS_MIME(g_mime_parser_set_format)(parser.get(), GMIME_FORMAT_MBOX);
        }
        message_.reset(ENGROSS_MIME(g_mime_parser_construct_message)(parser.get(), nullptr));
        if (!message_) {
            throw fault("evidence-damaged", "there is no e-mail in it; upload another copy");
        }
        if (isMailbox && ENGROSS_MIME(g_mime_parser_eos)(parser.get()) == 0) {
            throw fault("evidence-mailbox", "it holds several e-mails; save each as a file of its own");
        }
    }

    Mail read() {
        Mail mail;
        mail.from = addresses(ENGROSS_MIME(g_mime_message_get_from)(message_.get()));
        mail.to = addresses(ENGROSS_MIME(g_mime_message_get_to)(message_.get()));
        mail.cc = addresses(ENGROSS_MIME(g_mime_message_get_cc)(message_.get()));
        mail.bcc = addresses(ENGROSS_MIME(g_mime_message_get_bcc)(message_.get()));
        mail.subject = header("Subject");
        mail.date = header("Date");
        mail.isDraft = mail.date.empty() && header("X-Unsent") == "1";
        std::vector<MailSaying> said;
        visitParts([&](const MailPart& part) {
            if (part.isAttachment) {
                const std::string content = contentOf(part.object);
                mail.attachments.push_back({fileNameOf(part.object), part.type, content.size(), Sha256::of(content)});
                return;
            }
            if (said.empty() || part.alternative == 0 || said.back().alternative != part.alternative) {
                said.push_back({.alternative = part.alternative});
            }
            (part.type == "text/plain" ? said.back().plain : said.back().web) += textOf(part.object);
        });
        refuseLongMailHead(mail, name_, EvidenceKind::Mail, limits_);
        setMailText(mail, said, name_, EvidenceKind::Mail, limits_);
        return mail;
    }

    std::string attachment(std::size_t wanted) {
        std::string content;
        std::size_t place = 0;
        visitParts([&](const MailPart& part) {
            if (part.isAttachment && place++ == wanted) {
                content = contentOf(part.object);
            }
        });
        if (wanted >= place) {
            throw std::logic_error("the e-mail has no attachment " + std::to_string(wanted));
        }
        return content;
    }

private:
    using PartVisit = std::function<void(const MailPart&)>;

    [[nodiscard]] EvidenceError fault(const char* code, const char* message) const {
        return {code, name_, message, EvidenceKind::Mail};
    }

    void visitParts(const PartVisit& visit) {
        found_ = 0;
        alternatives_ = 0;
        descend(ENGROSS_MIME(g_mime_message_get_mime_part)(message_.get()), visit, 0, 0);
    }

    void descend(GMimeObject* part, const PartVisit& visit, int depth, int alternative) {
        if (part == nullptr) {
            return;
        }
        if (depth > limits_.depth) {
            throw fault("evidence-too-large", "its parts lie too deep in each other; save its attachments apart");
        }
        if (isA(part, ENGROSS_MIME(g_mime_multipart_get_type)())) {
            auto* const parts = reinterpret_cast<GMimeMultipart*>(part);
            if (alternative == 0 && typeOf(part) == "multipart/alternative") {
                alternative = ++alternatives_;
            }
            const int count = ENGROSS_MIME(g_mime_multipart_get_count)(parts);
            for (int i = 0; i < count; ++i) {
                descend(ENGROSS_MIME(g_mime_multipart_get_part)(parts, i), visit, depth + 1, alternative);
            }
            return;
        }
        const std::string type = typeOf(part);
        const bool says = (type == "text/plain" || type == "text/html") && !isFile(part);
        if (!says && ++found_ > limits_.attachments) {
            throw fault("evidence-too-large", "it has more attachments than the limit; save them apart");
        }
        visit({.object = part, .type = type, .isAttachment = !says, .alternative = alternative});
    }

    static bool isFile(GMimeObject* part) {
        const char* disposition = ENGROSS_MIME(g_mime_object_get_disposition)(part);
        return (disposition != nullptr && lowered(disposition) == "attachment") || !fileNameOf(part).empty();
    }

    static std::string typeOf(GMimeObject* part) {
        GMimeContentType* type = ENGROSS_MIME(g_mime_object_get_content_type)(part);
        return type == nullptr ? "application/octet-stream"
                               : plainMailLine(lowered(taken(ENGROSS_MIME(g_mime_content_type_get_mime_type)(type))));
    }

    static std::string fileNameOf(GMimeObject* part) {
        return isA(part, ENGROSS_MIME(g_mime_part_get_type)())
                   ? fileNameFrom(ENGROSS_MIME(g_mime_part_get_filename)(reinterpret_cast<GMimePart*>(part)))
                   : "";
    }

    static std::string fileNameFrom(const char* name) {
        return plainMailFileName(name == nullptr ? "" : name);
    }

    /// As UTF-8. What does not say in which letters it is written, and is no UTF-8, is taken for Windows-1252, as
    /// readers of mail and of web pages take it.
    static std::string textOf(GMimeObject* part) {
        std::string content = contentOf(part);
        const char* said = ENGROSS_MIME(g_mime_object_get_content_type_parameter)(part, "charset");
        std::string charset = said == nullptr ? "us-ascii" : lowered(said);
        if (charset == "us-ascii") {
            charset = wellFormedPrefix(content) == content.size() ? "utf-8" : "windows-1252";
        }
        return repaired(charset == "utf-8" ? content : converted(std::move(content), charset));
    }

    /// Into UTF-8; the bytes as they are where nobody knows the letters.
    static std::string converted(std::string content, const std::string& charset) {
        const Owned<GMimeFilter> filter(ENGROSS_MIME(g_mime_filter_charset_new)(charset.c_str(), "utf-8"));
        if (!filter) {
            return content;
        }
        char* out = nullptr;
        std::size_t length = 0;
        std::size_t room = 0;
        ENGROSS_MIME(g_mime_filter_complete)
        (filter.get(), content.data(), content.size(), 0, &out, &length, &room);
        return {out, length};
    }

    /// The decoded bytes of a part; of an e-mail within the e-mail, the whole of that.
    static std::string contentOf(GMimeObject* part) {
        const Owned<GMimeStream> stream(ENGROSS_MIME(g_mime_stream_mem_new)());
        if (isA(part, ENGROSS_MIME(g_mime_part_get_type)())) {
            GMimeDataWrapper* content = ENGROSS_MIME(g_mime_part_get_content)(reinterpret_cast<GMimePart*>(part));
            if (content != nullptr) {
                ENGROSS_MIME(g_mime_data_wrapper_write_to_stream)(content, stream.get());
            }
        } else if (isA(part, ENGROSS_MIME(g_mime_message_part_get_type)())) {
            GMimeMessage* inner =
                ENGROSS_MIME(g_mime_message_part_get_message)(reinterpret_cast<GMimeMessagePart*>(part));
            if (inner != nullptr) {
                ENGROSS_MIME(g_mime_object_write_to_stream)
                (reinterpret_cast<GMimeObject*>(inner), nullptr, stream.get());
            }
        }
        const GByteArray* bytes =
            ENGROSS_MIME(g_mime_stream_mem_get_byte_array)(reinterpret_cast<GMimeStreamMem*>(stream.get()));
        return bytes == nullptr || bytes->len == 0
                   ? std::string()
                   : std::string(reinterpret_cast<const char*>(bytes->data), bytes->len);
    }

    static std::string addresses(InternetAddressList* list) {
        return list == nullptr
                   ? std::string()
                   : plainMailLine(taken(ENGROSS_MIME(internet_address_list_to_string)(list, nullptr, FALSE)));
    }

    [[nodiscard]] std::string header(const char* field) const {
        const char* value =
            ENGROSS_MIME(g_mime_object_get_header)(reinterpret_cast<GMimeObject*>(message_.get()), field);
        return value == nullptr ? std::string()
                                : plainMailLine(taken(ENGROSS_MIME(g_mime_utils_header_decode_text)(nullptr, value)));
    }

    std::string name_;
    const MailLimits& limits_;
    Owned<GMimeMessage> message_;
    std::size_t found_ = 0;
    int alternatives_ = 0;
};

#undef ENGROSS_MIME

}  // namespace

Mail readMail(std::string_view bytes, const std::string& name, const MailLimits& limits) {
    return MailReading(bytes, name, limits).read();
}

std::string readMailAttachment(std::string_view bytes, std::size_t attachment, const std::string& name,
                               const MailLimits& limits) {
    return MailReading(bytes, name, limits).attachment(attachment);
}

}  // namespace engross
