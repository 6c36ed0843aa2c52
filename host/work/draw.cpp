#include "work/draw.h"

#include "layout/paginator.h"

#include <utility>

namespace engross {

std::optional<Drawing> draw(const Composition& composition, PdfMetadata metadata,
                            const std::shared_ptr<const Typesetter>& typesetter, std::vector<Diagnostic>& faults,
                            const std::vector<PdfAttachment>& attachments) {
    const Pages pages = paginate(composition, typesetter);
    faults.insert(faults.end(), pages.faults().begin(), pages.faults().end());
    if (refuses(pages.faults())) {
        return std::nullopt;
    }
    metadata.title = composition.title;
    metadata.author = composition.author;
    metadata.language = composition.language;
    PdfCanvas canvas{metadata};
    pages.draw(canvas);
    for (const PdfAttachment& attachment : attachments) {
        canvas.attach(attachment);
    }
    return Drawing{.bytes = canvas.finish(), .pages = pages.count()};
}

}  // namespace engross
