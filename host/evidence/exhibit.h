#pragma once
#include "evidence/evidence_error.h"
#include "evidence/exif.h"
#include "evidence/kind.h"
#include "evidence/mail.h"
#include "model/diagnostic.h"
#include "model/sha256.h"
#include "pdf/carried_files.h"
#include "pdf/linker.h"
#include "type/typesetter.h"
#include "words/messages.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace engross {

/// A file as somebody uploaded it.
struct Upload {
    std::string path;
    std::string name;      // the file's own name; printed under a picture, and what faults call it
    std::string password;  // empty for none
};

struct EvidenceLimits {
    PdfLimits pdf;
    PictureLimits picture;
    MailLimits mail;
};

/// What is known of an uploaded file.
struct Facts {
    EvidenceKind kind = EvidenceKind::Unknown;
    std::uint64_t bytes = 0;
    Sha256 hash;
    std::size_t pages = 0;  // that it takes in a bundle
    std::optional<PdfFacts> pdf;
    std::vector<CarriedFile> files;  // inside a PDF
    int widthPixels = 0;             // of a picture, as shown: its orientation is applied
    int heightPixels = 0;
    bool turned = false;  // a picture stands in its file as the camera was held, and is turned for the page
    CameraNotes notes;    // what a picture's file says beside the picture, and its page does not
    std::optional<Mail> mail;
    bool operator==(const Facts&) const = default;
};

/// For the record of an exhibit: kind, sizes, pages, and of a PDF its text, forms, signatures, layers and losses.
[[nodiscard]] Value toValue(const Facts& facts);

/// How the pages that are drawn for an upload read.
struct PictureSheet {
    std::string title;  // the exhibit's; read aloud in a picture's place
    Language language = Language::English;
    PdfMetadata metadata;
};

struct Prepared {
    Facts facts;
    std::size_t pages = 0;
    bool ours = false;      // drawn here, with its structure: LinkSource::ours
    bool isDigest = false;  // the output is a digest: the linker takes the upload itself with it, LinkSource::digest
    std::vector<LinkLoss> losses;
};

/// Looks at an upload without making anything. An e-mail's pages are not counted: that takes laying them out. Throws
/// EvidenceError or PdfError. May be killed at any time.
[[nodiscard]] Facts inspect(const Upload& upload, const EvidenceLimits& limits = {});

/// Writes what stands for the upload in a bundle: of a PDF what prepareSource() makes of it; of a picture (JPEG, PNG,
/// WebP, HEIC; TIFF page by page) a PDF with an A4 page, upright or across by its shape, with title, file name and
/// short SHA-256 below; of an e-mail a PDF of what it says and which files came with it. Throws EvidenceError or
/// PdfError. May be killed at any time: `output` is whole or absent.
[[nodiscard]] Prepared prepare(const Upload& upload, const PictureSheet& sheet,
                               const std::shared_ptr<const Typesetter>& typesetter, const std::string& output,
                               const EvidenceLimits& limits = {});

/// How many pages an e-mail takes below that title.
[[nodiscard]] std::size_t pagesOfMail(const Upload& upload, const Facts& facts, const PictureSheet& sheet,
                                      const std::shared_ptr<const Typesetter>& typesetter);

/// A file that came with an e-mail or stands in a PDF.
struct TakenAttachment {
    std::string name;  // as it is called there, or the upload's own name and the number
    std::string bytes;
};

/// The file of that number, from 1, in an uploaded e-mail or PDF, as its facts list them. Throws EvidenceError:
/// "evidence-no-attachment" where there is none of that number; PdfError. May be killed at any time.
[[nodiscard]] TakenAttachment takeAttachment(const Upload& upload, std::size_t number,
                                             const EvidenceLimits& limits = {});

/// A refusal of `inspect`, `prepare` or the linker as a fault that a person can mend, with what may be done about it.
/// Nothing for an error of any other kind.
[[nodiscard]] std::optional<Diagnostic> refusal(const Error& error, const Place& where, Language language);

/// What a bundle leaves behind of an exhibit, in words: "3 scripts were taken out".
[[nodiscard]] std::string describe(const LinkLoss& loss, Language language);

}  // namespace engross
