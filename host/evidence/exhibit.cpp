#include "evidence/exhibit.h"

#include "evidence/camera_block.h"
#include "evidence/jpeg.h"
#include "evidence/mail_pages.h"
#include "evidence/png_reader.h"
#include "evidence/printed_text.h"
#include "evidence/scanned_pictures.h"
#include "evidence/stored_file.h"
#include "layout/paginator.h"
#include "model/utf8.h"
#include "pdf/pdf_canvas.h"
#include "pdf/prepared_source.h"
#include "pdf/whole_file.h"

#include <algorithm>
#include <stdexcept>

namespace engross {

namespace {

constexpr Points sideMargin = mm(15);
constexpr Points topMargin = mm(15);
constexpr Points bottomMargin = mm(22);  // the page number stands below
constexpr std::size_t shortHash = 16;

EvidenceError unsupported(const Upload& upload, EvidenceKind kind) {
    if (kind == EvidenceKind::Empty) {
        return {"evidence-empty", upload.name, "the file is empty; upload it again", kind};
    }
    return {"evidence-unsupported", upload.name,
            "a file of the kind '" + std::string(nameOf(kind)) + "' cannot become pages yet; print it to a PDF", kind};
}

/// The pages of a picture: one, but for a scanned TIFF.
std::vector<Picture> picturesOf(const StoredFile& file, EvidenceKind kind, const std::string& name,
                                const PictureLimits& limits) {
    switch (kind) {
        case EvidenceKind::Jpeg:
            return {readJpeg(file.bytes(), name, limits)};
        case EvidenceKind::Png:
            return {readPng(file.bytes(), name, limits)};
        case EvidenceKind::Tiff:
            return readTiff(file.bytes(), name, limits);
        case EvidenceKind::WebP:
            return {readWebP(file.bytes(), name, limits)};
        case EvidenceKind::Heif:
            return {readHeif(file.bytes(), name, limits)};
        default:
            throw std::logic_error("no picture");
    }
}

bool isMessage(EvidenceKind kind) {
    return kind == EvidenceKind::Mail || kind == EvidenceKind::Outlook;
}

Mail messageOf(const StoredFile& file, EvidenceKind kind, const std::string& name, const MailLimits& limits) {
    return kind == EvidenceKind::Outlook ? readOutlookMail(file.bytes(), name, limits)
                                         : readMail(file.bytes(), name, limits);
}

bool liesOnItsSide(const Picture& picture) {
    return picture.orientation >= 5;
}

Facts factsOf(const StoredFile& file, EvidenceKind kind) {
    Facts facts;
    facts.kind = kind;
    facts.bytes = file.bytes().size();
    facts.hash = Sha256::of(file.bytes());
    return facts;
}

/// Of several pages, the first tells the size.
void addPictures(Facts& facts, const std::vector<Picture>& pictures) {
    const Picture& picture = pictures.at(0);
    facts.pages = pictures.size();
    facts.widthPixels = liesOnItsSide(picture) ? picture.heightPixels : picture.widthPixels;
    facts.heightPixels = liesOnItsSide(picture) ? picture.widthPixels : picture.heightPixels;
    facts.turned =
        std::any_of(pictures.begin(), pictures.end(), [](const Picture& one) { return one.orientation > 1; });
}

/// `name` is that of the file, as it can be printed.
Figure figureOf(const std::vector<Picture>& pictures, std::size_t index, const Facts& facts, const std::string& name,
                const PictureSheet& sheet) {
    const Messages& messages = Messages::in(sheet.language);
    const std::string hash = facts.hash.hex().substr(0, shortHash);
    std::string caption = "\n" + messages.text("evidence.caption", {{"name", name}, {"hash", hash}});
    Figure figure;
    figure.picture = pictures.at(index);
    figure.alternative = messages.text("evidence.picture", {{"title", sheet.title}});
    if (pictures.size() > 1) {
        const std::string page = messages.text(
            "evidence.page", {{"page", std::to_string(index + 1)}, {"pages", std::to_string(pictures.size())}});
        figure.alternative += ", " + page;
        caption += " · " + page;
    }
    figure.caption = {{.text = sheet.title, .strong = true}, {.text = caption}};
    return figure;
}

Composition pagesOf(const std::vector<Picture>& pictures, const Facts& facts, const std::string& name,
                    const PictureSheet& sheet) {
    Composition pages;
    pages.title = sheet.title;
    pages.language = std::string(tagOf(sheet.language));
    if (facts.widthPixels > facts.heightPixels) {
        std::swap(pages.style.width, pages.style.height);
    }
    pages.style.first = {.top = topMargin, .bottom = bottomMargin, .left = sideMargin, .right = sideMargin};
    pages.style.later = pages.style.first;
    for (std::size_t i = 0; i < pictures.size(); ++i) {
        if (i > 0) {
            pages.body.push_back({.content = PageBreak{}});
        }
        pages.body.push_back({.content = figureOf(pictures, i, facts, name, sheet)});
    }
    return pages;
}

void write(const Pages& pages, const PdfMetadata& metadata, const std::string& output) {
    writeWhole(output, [&](FILE* file) {
        PdfCanvas canvas(metadata, [file](std::string_view bytes) {
            if (std::fwrite(bytes.data(), 1, bytes.size(), file) != bytes.size()) {
                throw PdfError("pdf-not-written", "", "the disk did not take the page; make room and try again",
                               Error::Retry::Yes);
            }
        });
        pages.draw(canvas);
        canvas.finish();
    });
}

Pages pagesOfMail(const Mail& mail, const Facts& facts, const Upload& upload, const PictureSheet& sheet,
                  const std::shared_ptr<const Typesetter>& typesetter) {
    const MailSheet how{
        .title = sheet.title, .name = repaired(upload.name), .hash = facts.hash, .language = sheet.language};
    return paginate(pagesOfMail(mail, how, *typesetter), typesetter);
}

void drawPictures(const std::vector<Picture>& pictures, const Facts& facts, const Upload& upload,
                  const PictureSheet& sheet, const std::shared_ptr<const Typesetter>& typesetter,
                  const std::string& output) {
    const std::string name = printedText(repaired(upload.name), *typesetter);
    const Pages pages = paginate(pagesOf(pictures, facts, name, sheet), typesetter);
    if (pages.count() != pictures.size()) {
        throw std::logic_error(std::to_string(pictures.size()) + " pictures take " + std::to_string(pages.count()) +
                               " pages");
    }
    write(pages, sheet.metadata, output);
}

}  // namespace

Facts inspect(const Upload& upload, const EvidenceLimits& limits) {
    const StoredFile file(upload.path, upload.name);
    const EvidenceKind kind = sniff(file.bytes());
    if (!isSupported(kind)) {
        throw unsupported(upload, kind);
    }
    Facts facts = factsOf(file, kind);
    if (kind == EvidenceKind::Pdf) {
        facts.pdf = readPdfFacts(upload.path, upload.name, upload.password, limits.pdf);
        facts.pages = facts.pdf->pages.size();
        if (facts.pdf->leftBehind.count("attachment") != 0) {
            facts.files = carriedFiles(upload.path, upload.name, upload.password, limits.pdf);
        }
    } else if (isMessage(kind)) {
        facts.mail = messageOf(file, kind, upload.name, limits.mail);
    } else {
        addPictures(facts, picturesOf(file, kind, upload.name, limits.picture));
        const std::string block = cameraBlockOf(file.bytes(), kind);
        facts.notes = cameraNotesFrom(block);
        facts.turned = facts.turned || orientationFrom(block) > 1;
    }
    return facts;
}

Prepared prepare(const Upload& upload, const PictureSheet& sheet, const std::shared_ptr<const Typesetter>& typesetter,
                 const std::string& output, const EvidenceLimits& limits) {
    const StoredFile file(upload.path, upload.name);
    const EvidenceKind kind = sniff(file.bytes());
    Prepared prepared;
    if (kind == EvidenceKind::Pdf) {
        PreparedSource source = prepareSource(upload.path, upload.name, upload.password, output, limits.pdf);
        prepared.facts = factsOf(file, kind);
        prepared.facts.pages = source.pages;
        prepared.facts.pdf = std::move(source.facts);
        prepared.pages = source.pages;
        prepared.isDigest = source.isDigest;
        prepared.losses = std::move(source.losses);
        return prepared;
    }
    if (!isSupported(kind)) {
        throw unsupported(upload, kind);
    }
    prepared.facts = factsOf(file, kind);
    prepared.ours = true;
    if (isMessage(kind)) {
        prepared.facts.mail = messageOf(file, kind, upload.name, limits.mail);
        const Pages pages = pagesOfMail(*prepared.facts.mail, prepared.facts, upload, sheet, typesetter);
        write(pages, sheet.metadata, output);
        prepared.pages = prepared.facts.pages = pages.count();
        return prepared;
    }
    const std::vector<Picture> pictures = picturesOf(file, kind, upload.name, limits.picture);
    addPictures(prepared.facts, pictures);
    drawPictures(pictures, prepared.facts, upload, sheet, typesetter, output);
    prepared.pages = pictures.size();
    return prepared;
}

std::size_t pagesOfMail(const Upload& upload, const Facts& facts, const PictureSheet& sheet,
                        const std::shared_ptr<const Typesetter>& typesetter) {
    return pagesOfMail(facts.mail.value(), facts, upload, sheet, typesetter).count();
}

TakenAttachment takeAttachment(const Upload& upload, std::size_t number, const EvidenceLimits& limits) {
    const StoredFile file(upload.path, upload.name);
    const EvidenceKind kind = sniff(file.bytes());
    const auto called = [&upload, number](const std::string& name) {
        return name.empty() ? upload.name + "-" + std::to_string(number) : name;
    };
    if (kind == EvidenceKind::Pdf && number > 0) {
        const auto files = carriedFiles(upload.path, upload.name, upload.password, limits.pdf);
        if (number <= files.size()) {
            return {called(files.at(number - 1).name),
                    carriedFile(upload.path, number - 1, upload.name, upload.password, limits.pdf)};
        }
    }
    if (isMessage(kind) && number > 0) {
        const Mail mail = messageOf(file, kind, upload.name, limits.mail);
        if (number <= mail.attachments.size() && !mail.attachments.at(number - 1).isElsewhere) {
            const auto read = kind == EvidenceKind::Outlook ? readOutlookAttachment : readMailAttachment;
            return {called(mail.attachments.at(number - 1).name),
                    read(file.bytes(), number - 1, upload.name, limits.mail)};
        }
    }
    throw EvidenceError("evidence-no-attachment", upload.name, "there is no file " + std::to_string(number) + " in it",
                        kind);
}

}  // namespace engross
