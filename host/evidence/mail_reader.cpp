#include "evidence/loaded_library.h"
#include "evidence/mail.h"
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

std::string lowered(std::string text) {
    std::transform(text.begin(), text.end(), text.begin(), [](char letter) {
        return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter + 32) : letter;
    });
    return text;
}

/// One line, without what a page cannot show.
std::string plainLine(std::string text) {
    for (char& letter : text) {
        letter = static_cast<unsigned char>(letter) < 0x20 || letter == 0x7F ? ' ' : letter;
    }
    return text;
}

std::string plainText(std::string_view text) {
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

/// A sender's name for a file, without the folders that it may be given to climb.
std::string plainName(const char* name) {
    const std::string whole = plainLine(name == nullptr ? "" : repaired(name));
    const std::size_t slash = whole.find_last_of("/\\");
    return slash == std::string::npos ? whole : whole.substr(slash + 1);
}

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
        if (bytes.substr(0, 5) == "From ") {
            ENGROSS_MIME(g_mime_parser_set_format)(parser.get(), GMIME_FORMAT_MBOX);
        }
        message_.reset(ENGROSS_MIME(g_mime_parser_construct_message)(parser.get(), nullptr));
        if (!message_) {
            throw fault("evidence-damaged", "there is no e-mail in it; upload another copy");
        }
    }

    Mail read() {
        Mail mail;
        mail.from = addresses(ENGROSS_MIME(g_mime_message_get_from)(message_.get()));
        mail.to = addresses(ENGROSS_MIME(g_mime_message_get_to)(message_.get()));
        mail.cc = addresses(ENGROSS_MIME(g_mime_message_get_cc)(message_.get()));
        mail.subject = header("Subject");
        mail.date = header("Date");
        std::string web;
        visitParts([&](GMimeObject* part, const std::string& type, bool isAttachment) {
            if (isAttachment) {
                const std::string content = contentOf(part);
                mail.attachments.push_back({fileNameOf(part), type, content.size(), Sha256::of(content)});
            } else if (type == "text/plain") {
                mail.text += textOf(part);
            } else {
                web += textOf(part);
            }
        });
        if (mail.text.find_first_not_of(" \n\t\r") == std::string::npos && !web.empty()) {
            mail.text = wordsOfWebPage(web);
            mail.fromHtml = true;
        }
        mail.text = plainText(mail.text);
        if (mail.text.size() > limits_.text) {
            throw fault("evidence-too-large", "the e-mail says more than the limit; print it to a PDF");
        }
        return mail;
    }

    std::string attachment(std::size_t wanted) {
        std::string content;
        std::size_t place = 0;
        visitParts([&](GMimeObject* part, const std::string& /*type*/, bool isAttachment) {
            if (isAttachment && place++ == wanted) {
                content = contentOf(part);
            }
        });
        if (wanted >= place) {
            throw std::logic_error("the e-mail has no attachment " + std::to_string(wanted));
        }
        return content;
    }

private:
    using PartVisit = std::function<void(GMimeObject*, const std::string& type, bool isAttachment)>;

    [[nodiscard]] EvidenceError fault(const char* code, const char* message) const {
        return {code, name_, message, EvidenceKind::Mail};
    }

    void visitParts(const PartVisit& visit) {
        found_ = 0;
        descend(ENGROSS_MIME(g_mime_message_get_mime_part)(message_.get()), visit, 0);
    }

    void descend(GMimeObject* part, const PartVisit& visit, int depth) {
        if (part == nullptr) {
            return;
        }
        if (depth > limits_.depth) {
            throw fault("evidence-too-large", "its parts lie too deep in each other; save its attachments apart");
        }
        if (isA(part, ENGROSS_MIME(g_mime_multipart_get_type)())) {
            auto* const parts = reinterpret_cast<GMimeMultipart*>(part);
            const int count = ENGROSS_MIME(g_mime_multipart_get_count)(parts);
            for (int i = 0; i < count; ++i) {
                descend(ENGROSS_MIME(g_mime_multipart_get_part)(parts, i), visit, depth + 1);
            }
            return;
        }
        const std::string type = typeOf(part);
        const bool says = (type == "text/plain" || type == "text/html") && !isFile(part);
        if (!says && ++found_ > limits_.attachments) {
            throw fault("evidence-too-large", "it has more attachments than the limit; save them apart");
        }
        visit(part, type, !says);
    }

    static bool isFile(GMimeObject* part) {
        const char* disposition = ENGROSS_MIME(g_mime_object_get_disposition)(part);
        return (disposition != nullptr && lowered(disposition) == "attachment") || !fileNameOf(part).empty();
    }

    static std::string typeOf(GMimeObject* part) {
        GMimeContentType* type = ENGROSS_MIME(g_mime_object_get_content_type)(part);
        return type == nullptr ? "application/octet-stream"
                               : plainLine(lowered(taken(ENGROSS_MIME(g_mime_content_type_get_mime_type)(type))));
    }

    static std::string fileNameOf(GMimeObject* part) {
        return isA(part, ENGROSS_MIME(g_mime_part_get_type)())
                   ? plainName(ENGROSS_MIME(g_mime_part_get_filename)(reinterpret_cast<GMimePart*>(part)))
                   : "";
    }

    static std::string textOf(GMimeObject* part) {
        return isA(part, ENGROSS_MIME(g_mime_text_part_get_type)())
                   ? taken(ENGROSS_MIME(g_mime_text_part_get_text)(reinterpret_cast<GMimeTextPart*>(part)))
                   : repaired(contentOf(part));
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
        return list == nullptr ? std::string()
                               : plainLine(taken(ENGROSS_MIME(internet_address_list_to_string)(list, nullptr, FALSE)));
    }

    [[nodiscard]] std::string header(const char* field) const {
        const char* value =
            ENGROSS_MIME(g_mime_object_get_header)(reinterpret_cast<GMimeObject*>(message_.get()), field);
        return value == nullptr ? std::string()
                                : plainLine(taken(ENGROSS_MIME(g_mime_utils_header_decode_text)(nullptr, value)));
    }

    std::string name_;
    const MailLimits& limits_;
    Owned<GMimeMessage> message_;
    std::size_t found_ = 0;
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
