#include "evidence/exhibit.h"

#include "evidence/jpeg.h"
#include "evidence/png_reader.h"
#include "evidence/stored_file.h"
#include "layout/paginator.h"
#include "pdf/pdf_canvas.h"
#include "pdf/plain_copy.h"
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

Picture pictureOf(const StoredFile& file, EvidenceKind kind, const std::string& name, const PictureLimits& limits) {
    return kind == EvidenceKind::Jpeg ? readJpeg(file.bytes(), name, limits) : readPng(file.bytes(), name, limits);
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

void addPicture(Facts& facts, const Picture& picture) {
    facts.pages = 1;
    facts.widthPixels = liesOnItsSide(picture) ? picture.heightPixels : picture.widthPixels;
    facts.heightPixels = liesOnItsSide(picture) ? picture.widthPixels : picture.heightPixels;
}

Composition pageOf(const Picture& picture, const Facts& facts, const Upload& upload, const PictureSheet& sheet) {
    Composition page;
    page.title = sheet.title;
    page.language = std::string(tagOf(sheet.language));
    if (facts.widthPixels > facts.heightPixels) {
        std::swap(page.style.width, page.style.height);
    }
    page.style.first = {.top = topMargin, .bottom = bottomMargin, .left = sideMargin, .right = sideMargin};
    page.style.later = page.style.first;
    const Messages& messages = Messages::in(sheet.language);
    Figure figure;
    figure.picture = picture;
    figure.alternative = messages.text("evidence.picture", {{"title", sheet.title}});
    const std::string hash = facts.hash.hex().substr(0, shortHash);
    figure.caption = {{.text = sheet.title, .strong = true},
                      {.text = "\n" + messages.text("evidence.caption", {{"name", upload.name}, {"hash", hash}})}};
    page.body.push_back({.content = figure});
    return page;
}

void drawPicture(const Picture& picture, const Facts& facts, const Upload& upload, const PictureSheet& sheet,
                 const std::shared_ptr<const Typesetter>& typesetter, const std::string& output) {
    const Pages pages = paginate(pageOf(picture, facts, upload, sheet), typesetter);
    if (pages.count() != 1) {
        throw std::logic_error("a picture takes " + std::to_string(pages.count()) + " pages");
    }
    PdfCanvas canvas(sheet.metadata);
    pages.draw(canvas);
    writeWhole(output, [&canvas](FILE* file) {
        canvas.finish([file](std::string_view bytes) {
            if (std::fwrite(bytes.data(), 1, bytes.size(), file) != bytes.size()) {
                throw PdfError("pdf-not-written", "", "the disk did not take the page; make room and try again",
                               Error::Retry::Yes);
            }
        });
    });
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
    } else {
        addPicture(facts, pictureOf(file, kind, upload.name, limits.picture));
    }
    return facts;
}

Prepared prepare(const Upload& upload, const PictureSheet& sheet, const std::shared_ptr<const Typesetter>& typesetter,
                 const std::string& output, const EvidenceLimits& limits) {
    const StoredFile file(upload.path, upload.name);
    const EvidenceKind kind = sniff(file.bytes());
    Prepared prepared;
    if (kind == EvidenceKind::Pdf) {
        prepared.facts = inspect(upload, limits);
        PlainCopy copy = copyPlain(upload.path, upload.name, upload.password, output, limits.pdf);
        prepared.pages = copy.pages;
        prepared.losses = std::move(copy.losses);
        return prepared;
    }
    if (!isSupported(kind)) {
        throw unsupported(upload, kind);
    }
    const Picture picture = pictureOf(file, kind, upload.name, limits.picture);
    prepared.facts = factsOf(file, kind);
    addPicture(prepared.facts, picture);
    drawPicture(picture, prepared.facts, upload, sheet, typesetter, output);
    prepared.pages = 1;
    prepared.ours = true;
    return prepared;
}

}  // namespace engross
