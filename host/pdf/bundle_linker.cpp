#include "pdf/addition_writer.h"
#include "pdf/digest_queue.h"
#include "pdf/file_sink.h"
#include "pdf/joined_catalog.h"
#include "pdf/joined_outline.h"
#include "pdf/joined_structure.h"
#include "pdf/link_writer.h"
#include "pdf/linker.h"
#include "pdf/page_writer.h"
#include "pdf/pdf_text.h"
#include "pdf/whole_file.h"
#include "pdf/xmp.h"

#include <algorithm>
#include <new>
#include <stdexcept>

namespace engross {

namespace {

/// What distinguishes this file from others of the same plan: the sources that were read.
class SourceIdentity {
public:
    void add(const LinkSource& source, const Digest& digest) {
        hasher_.addField(source.name);
        hasher_.addField(digest.blob);
        for (const DigestObject& object : digest.objects) {
            if (object.hashed) {
                hasher_.add({reinterpret_cast<const char*>(object.hash.data()), object.hash.size()});
            }
        }
        for (const AddedLink& link : source.additions.links) {
            hasher_.addField(std::to_string(link.page) + " " + link.target);
        }
        for (const AddedNote& note : source.additions.notes) {
            hasher_.addField(std::to_string(note.page) + " " + note.text);
        }
    }

    /// The text of /ID: first what the file is, then which one of that it is (ISO 32000-1 14.4).
    [[nodiscard]] std::string idOf(const LinkPlan& plan) {
        for (const auto& label : plan.labels) {
            hasher_.addField(label);
        }
        const Sha256 sources = hasher_.finish();
        return "[" + half(plan.metadata.identity) + half(sources) + "]";
    }

private:
    static std::string half(const Sha256& hash) {
        return hexString({reinterpret_cast<const char*>(hash.bytes().data()), hash.bytes().size() / 2});
    }

    Sha256Hasher hasher_;
};

/// One bundle on its way from sources to file.
class BundleJoin {
public:
    BundleJoin(const LinkPlan& plan, const Typesetter& typesetter, const PdfLimits& limits, const LinkOptions& options,
               FileSink& sink)
        : plan_(plan),
          digests_(plan.sources, limits, options.readers),
          file_(sink, options.packsObjects ? CrossReferences::Packed : CrossReferences::Table),
          catalog_(file_.allot()),
          pages_(plan.labels.size(), file_),
          stamp_(typesetter, plan.labels),
          structure_(file_, plan.labels.size(), plan.metadata.language),
          outline_(plan.bookmarks, file_, pages_),
          objects_(file_, sink, stamp_.writeFont(file_), structure_.document(), options.sharesEqual),
          pageWriter_(file_, pages_, stamp_),
          links_(file_, pages_, plan.targets, plan.elsewhere),
          additions_(file_, pages_, structure_, links_, typesetter, plan) {}

    LinkReport run() {
        for (std::size_t source = 0; source < plan_.sources.size(); ++source) {
            add(source, digests_.next());
        }
        if (report_.pages != plan_.labels.size()) {
            refuseLabels(report_.pages);
        }
        links_.finish();
        pages_.writeTree(file_);
        writeCatalog();
        return std::move(report_);
    }

private:
    void add(std::size_t index, const DigestedFile& read) {
        const LinkSource& source = plan_.sources[index];
        const Digest& digest = read.digest;
        const std::size_t count = digest.pages.size();
        if (source.expectedPages != 0 && source.expectedPages != count) {
            throw PdfError("pdf-pages-lost", source.name,
                           "it had " + std::to_string(source.expectedPages) + " pages when it was counted and has " +
                               std::to_string(count) + " now; upload it again");
        }
        const std::size_t first = report_.pages;
        if (first + count > plan_.labels.size()) {
            refuseLabels(first + count);
        }
        for (std::size_t page = 0; page < count; ++page) {
            pages_.place(first + page, digest.pages[page].shown);
        }
        objects_.take(read, pages_, first);
        writePages(source, digest, first);
        links_.write(digest, objects_, first, structure_);
        outline_.addSource(index, digest.bookmarks, first);
        for (const DigestLayer& layer : digest.layers) {
            layers_.push_back({objects_.numberOf(layer.object), layer.hidden});
        }
        for (const auto& [kind, number] : digest.losses) {
            report_.losses.push_back({source.name, kind, number});
        }
        identity_.add(source, digest);
        report_.pages += count;
    }

    void writePages(const LinkSource& source, const Digest& digest, std::size_t first) {
        const bool tagged = !digest.topElements.empty();
        if (tagged) {
            for (const LocalId element : digest.topElements) {
                structure_.adopt(objects_.numberOf(element));
            }
        } else {
            structure_.beginPart(source.name);
        }
        for (std::size_t i = 0; i < digest.pages.size(); ++i) {
            const DigestPage& page = digest.pages[i];
            const std::size_t place = first + i;
            const std::string& label = plan_.labels[place];
            if (tagged) {
                if (page.hasElements) {
                    structure_.addPage(place, elementsOf(digest, page));
                }
                pageWriter_.write(digest, page, place, objects_, label, ContentMark::None, page.hasElements);
                continue;
            }
            const bool marked = page.contents > 0;
            const ContentMark mark = !marked          ? ContentMark::None
                                     : page.showsText ? ContentMark::Text
                                                      : ContentMark::Figure;
            const PageExtras extras = additions_.begin(source, digest, i, objects_);
            pageWriter_.write(digest, page, place, objects_, label, mark, marked, extras);
            if (marked) {
                structure_.addForeignPage(place, pages_.object(place), page.showsText, source.name + ", " + label);
            }
            additions_.writeLinks(place);
        }
        if (!tagged) {
            structure_.endPart();
        }
    }

    [[nodiscard]] std::string elementsOf(const Digest& digest, const DigestPage& page) const {
        std::string elements = "[";
        for (std::uint32_t i = 0; i < page.elements; ++i) {
            const ObjectNumber element = objects_.numberOf(digest.elements[page.firstElement + i]);
            elements += element == 0 ? "null " : reference(element) + ' ';
        }
        return elements + "]";
    }

    void writeCatalog() {
        std::string body = "<</Type/Catalog/Pages " + reference(pages_.root());
        body += "/Outlines " + reference(outline_.finish());
        body += pageLabelsEntry(plan_.labels, file_);
        body += targetsEntry(plan_.targets, pages_, file_);
        body += layersEntry(layers_);
        body += "/StructTreeRoot " + reference(structure_.finish()) + "/MarkInfo<</Marked true>>";
        body += "/OpenAction" + pages_.destination(0, {}, "1");
        body += "/PageMode/UseOutlines/ViewerPreferences<</DisplayDocTitle true>>";
        body += metadataEntry(plan_.metadata, file_);
        file_.write(catalog_, body + ">>");
        const ObjectNumber info = file_.add("<<" + infoBody(plan_.metadata) + ">>");
        file_.finish(catalog_, info, identity_.idOf(plan_));
    }

    [[noreturn]] void refuseLabels(std::size_t pages) const {
        throw std::logic_error("a bundle of " + std::to_string(pages) + " pages has " +
                               std::to_string(plan_.labels.size()) + " labels");
    }

    const LinkPlan& plan_;
    DigestQueue digests_;  // first: sources are read while the numbers' font is
    ObjectWriter file_;
    ObjectNumber catalog_;
    PlacedPages pages_;
    LabelStamp stamp_;
    JoinedStructure structure_;
    JoinedOutline outline_;
    DigestWriter objects_;
    PageWriter pageWriter_;
    LinkWriter links_;
    AdditionWriter additions_;
    SourceIdentity identity_;
    std::vector<JoinedLayer> layers_;
    LinkReport report_;
};

class BundleLinker : public Linker {
public:
    BundleLinker(std::shared_ptr<const Typesetter> typesetter, const PdfLimits& limits, const LinkOptions& options)
        : typesetter_(std::move(typesetter)), limits_(limits), options_(options) {}

    LinkReport link(const LinkPlan& plan, const std::string& output) override {
        try {
            LinkReport report;
            writeWhole(output, [&](FILE* file) {
                FileSink sink(file);
                report = BundleJoin(plan, *typesetter_, limits_, options_, sink).run();
            });
            return report;
        } catch (const std::bad_alloc&) {
            throw PdfError("pdf-too-large", "", "the bundle needs more memory than is allowed");
        }
    }

private:
    std::shared_ptr<const Typesetter> typesetter_;
    PdfLimits limits_;
    LinkOptions options_;
};

}  // namespace

std::unique_ptr<Linker> makeLinker(std::shared_ptr<const Typesetter> typesetter, const PdfLimits& limits,
                                   const LinkOptions& options) {
    return std::make_unique<BundleLinker>(std::move(typesetter), limits, options);
}

}  // namespace engross
