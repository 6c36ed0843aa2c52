#include "evidence/kind.h"

#include "evidence/little_endian.h"
#include "model/ascii.h"

#include <algorithm>
#include <array>
#include <cctype>

namespace engross {

namespace {

using namespace std::string_view_literals;

struct Signature {
    std::string_view bytes;
    std::size_t offset;
    EvidenceKind kind;
};

constexpr std::array signatures{
    Signature{"\xFF\xD8\xFF"sv, 0, EvidenceKind::Jpeg},
    Signature{"\x89PNG\r\n\x1A\n"sv, 0, EvidenceKind::Png},
    Signature{"II*\0"sv, 0, EvidenceKind::Tiff},
    Signature{"MM\0*"sv, 0, EvidenceKind::Tiff},
    Signature{"II+\0"sv, 0, EvidenceKind::Tiff},
    Signature{"MM\0+"sv, 0, EvidenceKind::Tiff},
    Signature{"GIF87a"sv, 0, EvidenceKind::Gif},
    Signature{"GIF89a"sv, 0, EvidenceKind::Gif},
    Signature{"WEBP"sv, 8, EvidenceKind::WebP},
    Signature{"\0\0\0\x0CjP  \r\n\x87\n"sv, 0, EvidenceKind::Jpeg2000},
    Signature{"\xFF\x4F\xFF\x51"sv, 0, EvidenceKind::Jpeg2000},
    Signature{"ftypheic"sv, 4, EvidenceKind::Heif},
    Signature{"ftypheix"sv, 4, EvidenceKind::Heif},
    Signature{"ftyphevc"sv, 4, EvidenceKind::Heif},
    Signature{"ftypmif1"sv, 4, EvidenceKind::Heif},
    Signature{"ftypmsf1"sv, 4, EvidenceKind::Heif},
    Signature{"ftypavif"sv, 4, EvidenceKind::Heif},
    Signature{"ftypavis"sv, 4, EvidenceKind::Heif},
    Signature{"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv, 0, EvidenceKind::OldOffice},
    Signature{"{\\rtf"sv, 0, EvidenceKind::Rtf},
    Signature{"ID3"sv, 0, EvidenceKind::Sound},
    Signature{"WAVE"sv, 8, EvidenceKind::Sound},
    Signature{"fLaC"sv, 0, EvidenceKind::Sound},
    Signature{"OggS"sv, 0, EvidenceKind::Sound},
    Signature{"#!AMR"sv, 0, EvidenceKind::Sound},
    Signature{"ftypM4A"sv, 4, EvidenceKind::Sound},
    Signature{"ftypM4B"sv, 4, EvidenceKind::Sound},
    Signature{"ftyp"sv, 4, EvidenceKind::Film},  // MP4, QuickTime, 3GP: what is no picture above
    Signature{"moov"sv, 4, EvidenceKind::Film},
    Signature{"mdat"sv, 4, EvidenceKind::Film},
    Signature{"AVI "sv, 8, EvidenceKind::Film},
    Signature{"\x1A\x45\xDF\xA3"sv, 0, EvidenceKind::Film},                  // Matroska, WebM
    Signature{"\x30\x26\xB2\x75\x8E\x66\xCF\x11"sv, 0, EvidenceKind::Film},  // Windows Media
    Signature{"\0\0\x01\xBA"sv, 0, EvidenceKind::Film},
};

bool contains(std::string_view text, std::string_view part) {
    return text.find(part) != std::string_view::npos;
}

EvidenceKind zipKind(std::string_view head) {
    if (contains(head, "application/vnd.oasis.opendocument")) {
        return EvidenceKind::OpenDocument;
    }
    const bool office = contains(head, "[Content_Types].xml") || contains(head, "word/") || contains(head, "xl/") ||
                        contains(head, "ppt/");
    return office ? EvidenceKind::Office : EvidenceKind::Zip;
}

/// Whether the first names in an OLE2 file's directory are those of a message ([MS-CFB] 2.2 and 2.6, [MS-OXMSG] 2.2).
bool holdsAMessage(std::string_view file) {
    constexpr std::size_t headerLength = 512;
    constexpr std::size_t firstEntries = 2048;
    if (file.size() < headerLength) {
        return false;
    }
    const std::uint64_t shift = littleEndian(file.substr(30, 2));
    const std::uint64_t directory = littleEndian(file.substr(48, 4));
    const std::uint64_t at = shift > 16 ? file.size() : (directory + 1) << shift;
    if (at >= file.size()) {
        return false;
    }
    const std::string_view names = file.substr(static_cast<std::size_t>(at), firstEntries);
    for (const char* name : {"__nameid_version", "__substg1.0_", "__properties_version"}) {
        std::string wide;
        for (const char letter : std::string_view(name)) {
            wide += letter;
            wide += '\0';
        }
        if (contains(names, wide)) {
            return true;
        }
    }
    return false;
}

/// Two frames of MPEG audio behind each other's place: eleven bits that are set begin one (ISO/IEC 11172-3 2.4.1.3),
/// and so do the bytes of much that is none.
bool looksLikeMp3(std::string_view head) {
    const auto byte = [head](std::size_t at) { return static_cast<unsigned char>(head[at]); };
    const auto begins = [&](std::size_t at) {
        return at + 4 <= head.size() && byte(at) == 0xFF && (byte(at + 1) & 0xE6U) == 0xE2U;
    };
    constexpr std::array<unsigned, 16> kilobits{0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 0};
    constexpr std::array<unsigned, 16> lowKilobits{0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160, 0};
    constexpr std::array<unsigned, 4> hertz{44'100, 48'000, 32'000, 0};
    if (!begins(0)) {
        return false;
    }
    const unsigned version = byte(1) >> 3U & 3U;  // 3: MPEG 1, 2: MPEG 2, 0: MPEG 2.5
    const unsigned rate = hertz.at(byte(2) >> 2U & 3U) >> (version == 3 ? 0U : version == 2 ? 1U : 2U);
    const unsigned bits = (version == 3 ? kilobits : lowKilobits).at(byte(2) >> 4U);
    if (rate == 0 || bits == 0 || version == 1) {
        return false;
    }
    const std::size_t length = std::size_t{version == 3 ? 144'000U : 72'000U} * bits / rate + (byte(2) >> 1U & 1U);
    return begins(length);
}

std::string_view withoutLead(std::string_view text) {
    if (text.substr(0, 3) == "\xEF\xBB\xBF") {
        text.remove_prefix(3);
    }
    const std::size_t start = text.find_first_not_of(" \t\r\n");
    return start == std::string_view::npos ? std::string_view() : text.substr(start);
}

bool looksLikeHtml(std::string_view text) {
    const std::string lower = lowered(withoutLead(text).substr(0, 1024));
    return lower.rfind("<!doctype html", 0) == 0 || contains(lower, "<html") || contains(lower, "<body");
}

/// Two header fields of RFC 5322 at the beginning of lines, before the first empty line.
bool looksLikeMail(std::string_view text) {
    static constexpr std::array<std::string_view, 9> fields{
        "from:", "to:", "subject:", "date:", "received:", "message-id:", "reply-to:", "return-path:", "mime-version:"};
    const std::string lower = lowered(text);
    std::size_t found = 0;
    for (std::size_t at = 0; at < lower.size();) {
        const std::size_t end = std::min(lower.find('\n', at), lower.size());
        const std::string_view line = std::string_view(lower).substr(at, end - at);
        if (line.empty() || line == "\r") {
            break;
        }
        found += std::any_of(fields.begin(), fields.end(),
                             [&line](std::string_view field) { return line.substr(0, field.size()) == field; })
                     ? 1U
                     : 0U;
        at = end + 1;
    }
    return found >= 2;
}

bool looksLikeText(std::string_view text) {
    return std::none_of(text.begin(), text.end(), [](char letter) {
        const auto byte = static_cast<unsigned char>(letter);
        return byte < 0x20 && byte != '\t' && byte != '\n' && byte != '\r' && byte != '\f';
    });
}

}  // namespace

EvidenceKind sniff(std::string_view file) {
    const std::string_view head = file.substr(0, sniffedBytes);
    if (head.empty()) {
        return EvidenceKind::Empty;
    }
    for (const auto& signature : signatures) {
        if (head.size() >= signature.offset &&
            head.substr(signature.offset, signature.bytes.size()) == signature.bytes) {
            const bool message = signature.kind == EvidenceKind::OldOffice && holdsAMessage(file);
            return message ? EvidenceKind::Outlook : signature.kind;
        }
    }
    if (head.substr(0, 4) == "PK\x03\x04") {
        return zipKind(head);
    }
    if (looksLikeMail(head)) {
        return EvidenceKind::Mail;
    }
    if (contains(head.substr(0, 1024), "%PDF-")) {
        return EvidenceKind::Pdf;
    }
    if (!looksLikeText(head)) {
        return looksLikeMp3(head) ? EvidenceKind::Sound : EvidenceKind::Unknown;
    }
    return looksLikeHtml(head) ? EvidenceKind::Html : EvidenceKind::Text;
}

std::string_view nameOf(EvidenceKind kind) noexcept {
    static constexpr std::array<std::string_view, 21> names{
        "empty", "pdf",      "jpeg",   "png",           "tiff",    "gif",        "webp",
        "heif",  "jpeg2000", "office", "open-document", "zip",     "old-office", "outlook",
        "rtf",   "mail",     "html",   "text",          "unknown", "sound",      "film"};
    return names.at(static_cast<std::size_t>(kind));
}

std::string_view mediaTypeOf(EvidenceKind kind) noexcept {
    switch (kind) {
        case EvidenceKind::Pdf:
            return "application/pdf";
        case EvidenceKind::Jpeg:
            return "image/jpeg";
        case EvidenceKind::Png:
            return "image/png";
        case EvidenceKind::Tiff:
            return "image/tiff";
        case EvidenceKind::Gif:
            return "image/gif";
        case EvidenceKind::WebP:
            return "image/webp";
        case EvidenceKind::Heif:
            return "image/heif";
        case EvidenceKind::Jpeg2000:
            return "image/jp2";
        case EvidenceKind::Zip:
            return "application/zip";
        case EvidenceKind::Outlook:
            return "application/vnd.ms-outlook";
        case EvidenceKind::Rtf:
            return "application/rtf";
        case EvidenceKind::Mail:
            return "message/rfc822";
        case EvidenceKind::Html:
            return "text/html";
        case EvidenceKind::Text:
            return "text/plain";
        default:
            return "application/octet-stream";
    }
}

bool isSupported(EvidenceKind kind) noexcept {
    return kind == EvidenceKind::Pdf || kind == EvidenceKind::Jpeg || kind == EvidenceKind::Png ||
           kind == EvidenceKind::Tiff || kind == EvidenceKind::WebP || kind == EvidenceKind::Heif ||
           kind == EvidenceKind::Mail || kind == EvidenceKind::Outlook;
}

}  // namespace engross
