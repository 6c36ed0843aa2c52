#include "evidence/exhibit.h"
#include "evidence/page_sizes.h"

namespace engross {

namespace {

Value numberOf(std::size_t count) {
    return static_cast<std::int64_t>(count);
}

Value toValue(const Mail& mail) {
    List attachments;
    for (const MailAttachment& file : mail.attachments) {
        Object value{{"name", file.name}, {"media_type", file.mediaType}};
        if (!file.isElsewhere) {
            value.set("bytes", static_cast<std::int64_t>(file.bytes));
            value.set("sha256", file.hash.hex());
        } else {
            value.set("elsewhere", true);
        }
        attachments.push_back(std::move(value));
    }
    Object value{{"from", mail.from}, {"to", mail.to}, {"date", mail.date}, {"subject", mail.subject}};
    if (mail.isDraft) {
        value.set("draft", true);
    }
    if (mail.meeting) {
        value.set("starts", mail.meeting->starts);
        value.set("ends", mail.meeting->ends);
    }
    value.set("attachments", std::move(attachments));
    return value;
}

Value toValue(const CarriedFile& file) {
    Object value{{"name", file.name}, {"media_type", file.mediaType}};
    if (file.whole) {
        value.set("bytes", static_cast<std::int64_t>(file.bytes));
        value.set("sha256", file.hash.hex());
    }
    return value;
}

template <typename Chooses>
List pagesThat(const std::vector<PdfPageFacts>& pages, Chooses chooses) {
    List numbers;
    for (std::size_t i = 0; i < pages.size(); ++i) {
        if (chooses(pages[i])) {
            numbers.push_back(numberOf(i + 1));
        }
    }
    return numbers;
}

List sizesOf(const std::vector<PdfPageFacts>& pages) {
    List sizes;
    for (const PageSizeGroup& group : pageSizesOf(pages)) {
        List ranges;
        for (const auto& [first, last] : group.pages) {
            ranges.emplace_back(List{numberOf(first), numberOf(last)});
        }
        Object size{{"width_mm", group.widthMm}, {"height_mm", group.heightMm}};
        if (!group.name.empty()) {
            size.set("name", group.name);
        }
        size.set("across", group.widthMm > group.heightMm);
        size.set("pages", std::move(ranges));
        sizes.emplace_back(std::move(size));
    }
    return sizes;
}

void addPages(Object& value, const std::vector<PdfPageFacts>& pages) {
    value.set("sizes", sizesOf(pages));
    value.set("turned_pages", pagesThat(pages, [](const PdfPageFacts& page) { return page.rotation != 0; }));
    value.set("text_pages", numberOf(pagesThat(pages, [](const PdfPageFacts& page) { return page.hasText; }).size()));
    value.set("pages_without_text",
              pagesThat(pages, [](const PdfPageFacts& page) { return !page.hasText && page.drawsObjects; }));
    value.set("damaged_pages", pagesThat(pages, [](const PdfPageFacts& page) { return page.damaged; }));
}

/// What made the file take the slower way stands by itself; the rest is what a bundle leaves behind.
void addLeftBehind(Object& value, const std::map<std::string, std::size_t>& leftBehind) {
    constexpr std::string_view detour = "detour-";
    Object left;
    for (const auto& [kind, count] : leftBehind) {
        if (kind.starts_with(detour)) {
            value.set("detour", kind.substr(detour.size()));
        } else {
            left.set(kind, numberOf(count));
        }
    }
    value.set("left_behind", std::move(left));
}

void addPdf(Object& value, const PdfFacts& pdf, const std::vector<CarriedFile>& carried) {
    addPages(value, pdf.pages);
    value.set("restricted", pdf.restricted);
    if (pdf.restricted) {
        List forbidden;
        for (const std::string& what : pdf.forbidden) {
            forbidden.emplace_back(what);
        }
        value.set("lock", Object{{"cipher", pdf.cipher}, {"forbids", std::move(forbidden)}});
    }
    value.set("fields", numberOf(pdf.fields));
    value.set("signatures", numberOf(pdf.signatures));
    value.set("xfa", pdf.xfa);
    value.set("layers", numberOf(pdf.layers));
    value.set("hidden_layers", numberOf(pdf.hiddenLayers));
    value.set("repairs", numberOf(pdf.repairs));
    value.set("tagged", pdf.tagged);
    List files;
    for (const CarriedFile& file : carried) {
        files.push_back(toValue(file));
    }
    value.set("files", std::move(files));
    addLeftBehind(value, pdf.leftBehind);
}

void addPicture(Object& value, const Facts& facts) {
    value.set("width_pixels", facts.widthPixels);
    value.set("height_pixels", facts.heightPixels);
    value.set("turned", facts.turned);
    Object left;
    if (facts.notes.location) {
        left.set("location", 1);
    }
    if (facts.notes.device) {
        left.set("device", 1);
    }
    value.set("left_behind", std::move(left));
}

}  // namespace

Value toValue(const Facts& facts) {
    Object value{{"kind", nameOf(facts.kind)},
                 {"bytes", static_cast<std::int64_t>(facts.bytes)},
                 {"sha256", facts.hash.hex()},
                 {"pages", numberOf(facts.pages)}};
    if (facts.mail) {
        value.set("mail", toValue(*facts.mail));
    } else if (facts.pdf) {
        addPdf(value, *facts.pdf, facts.files);
    } else {
        addPicture(value, facts);
    }
    return value;
}

}  // namespace engross
