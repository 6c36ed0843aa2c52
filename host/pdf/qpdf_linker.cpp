#include "pdf/bundle_metadata.h"
#include "pdf/bundle_navigation.h"
#include "pdf/bundle_structure.h"
#include "pdf/linker.h"
#include "pdf/page_stamp.h"
#include "pdf/source_cleaning.h"
#include "pdf/source_file.h"
#include "pdf/whole_file.h"

#include <cstdio>
#include <new>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFExc.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <qpdf/QPDFSystemError.hh>
#include <qpdf/QPDFWriter.hh>
#include <set>
#include <stdexcept>

namespace engross {

namespace {

/// How the content of a page begins and ends around what the source drew.
struct PageFrame {
    const char* before;
    const char* after;
};
constexpr PageFrame ownFrame{"q\n", "\nQ\n"};
constexpr PageFrame textFrame{"/P <</MCID 0>> BDC q\n", "\nQ EMC\n"};
constexpr PageFrame figureFrame{"/Figure <</MCID 0>> BDC q\n", "\nQ EMC\n"};

class Join {
public:
    Join(const LinkPlan& plan, const Typesetter& typesetter, const PdfLimits& limits)
        : plan_(plan),
          limits_(limits),
          stamp_(typesetter, plan.labels),
          structure_(startedBundle(), plan.labels.size(), plan.metadata.language) {}

    LinkReport run() {
        for (const auto& source : plan_.sources) {
            add(source);
        }
        pages_ = bundle_.getAllPages();
        if (pages_.empty() || pages_.size() != plan_.labels.size()) {
            throw std::logic_error("a bundle of " + std::to_string(pages_.size()) + " pages has " +
                                   std::to_string(plan_.labels.size()) + " labels");
        }
        describePages();
        stampPages();
        resolveLinks();
        writeCatalog();
        return report_;
    }

    void write(FILE* file) {
        QPDFWriter writer(bundle_);
        writer.setOutputFile("bundle", file, false);
        writer.setMinimumPDFVersion("1.7");
        writer.setObjectStreamMode(qpdf_o_generate);
        // Streams pass as they are: libqpdf would otherwise decode and deflate again each that has two filters.
        writer.setCompressStreams(false);
        writer.setDecodeLevel(qpdf_dl_none);
        writer.setPreserveEncryption(false);
        writer.setDeterministicID(true);
        writer.write();
    }

private:
    QPDF& startedBundle() {
        bundle_.emptyPDF();
        bundle_.setSuppressWarnings(true);
        return bundle_;
    }

    void add(const LinkSource& source) {
        auto file = std::make_unique<SourceFile>(source.path, source.name, source.password, limits_);
        if (source.expectedPages != 0 && source.expectedPages != file->pages().size()) {
            throw PdfError("pdf-pages-lost", source.name,
                           "it had " + std::to_string(source.expectedPages) + " pages when it was counted and has " +
                               std::to_string(file->pages().size()) + " now; upload it again");
        }
        CleanSource clean = cleaned(*file, source.ours);
        parts_.push_back({.firstPage = report_.pages,
                          .pages = file->pages().size(),
                          .showsText = std::move(clean.showsText),
                          .navigation = std::move(clean.navigation)});
        for (const auto& page : file->pages()) {
            bundle_.addPage(page, false);
        }
        takeLayers(*file, clean.found);
        report_.pages += file->pages().size();
        report_.losses.insert(report_.losses.end(), clean.losses.begin(), clean.losses.end());
        files_.push_back(std::move(file));
    }

    void takeLayers(const SourceFile& file, const SourceSurvey& found) {
        QPDFObjectHandle properties = file.catalog().getKey("/OCProperties");
        QPDFObjectHandle groups = properties.isDictionary() ? properties.getKey("/OCGs") : properties;
        for (int i = 0; groups.isArray() && i < groups.getArrayNItems(); ++i) {
            QPDFObjectHandle group = groups.getArrayItem(i);
            if (group.isDictionary() && group.isIndirect()) {
                QPDFObjectHandle copy = bundle_.copyForeignObject(group);
                layers_.push_back(copy);
                if (isHidden(group, found)) {
                    hiddenLayers_.push_back(copy);
                }
            }
        }
    }

    /// The structure of every page, and with it the frame that its content gets.
    void describePages() {
        frames_.assign(pages_.size(), ownFrame);
        for (std::size_t s = 0; s < files_.size(); ++s) {
            const LinkSource& source = plan_.sources.at(s);
            const BundlePart& part = parts_.at(s);
            if (source.ours && structure_.adopt(*files_.at(s), part.firstPage, pages_)) {
                continue;
            }
            structure_.beginDocument(source.name);
            for (std::size_t i = 0; i < part.pages; ++i) {
                const std::size_t index = part.firstPage + i;
                if (pages_.at(index).getKey("/Contents").isNull()) {
                    continue;
                }
                const bool text = part.showsText.at(i);
                frames_.at(index) = text ? textFrame : figureFrame;
                structure_.addPage(index, pages_.at(index), text, source.name + ", " + plan_.labels.at(index));
            }
        }
        structure_.finish();
    }

    void stampPages() {
        font_ = stamp_.font(bundle_);
        std::map<std::string, QPDFObjectHandle> openings;
        for (std::size_t i = 0; i < pages_.size(); ++i) {
            const PageFrame& frame = frames_.at(i);
            auto& opening = openings[frame.before];
            if (!opening.isInitialized()) {
                opening = QPDFObjectHandle::newStream(&bundle_, frame.before);
            }
            QPDFObjectHandle page = pages_.at(i);
            const std::string fontName = lendFont(page);
            QPDFObjectHandle contents = page.getKey("/Contents");
            QPDFObjectHandle all = QPDFObjectHandle::newArray({opening});
            for (auto& stream : contents.isArray() ? contents.getArrayAsVector() : std::vector{contents}) {
                if (stream.isStream()) {
                    all.appendItem(stream);
                }
            }
            all.appendItem(QPDFObjectHandle::newStream(
                &bundle_, frame.after + stamp_.draw(geometryOf(page), plan_.labels.at(i), fontName)));
            page.replaceKey("/Contents", all);
        }
    }

    /// Puts the number's font among the page's resources; pages that share theirs share the changed ones too.
    std::string lendFont(QPDFObjectHandle page) {
        QPDFObjectHandle resources = page.getKey("/Resources");
        if (resources.isIndirect()) {
            if (const auto done = lent_.find(resources.getObjGen()); done != lent_.end()) {
                page.replaceKey("/Resources", done->second.first);
                return done->second.second;
            }
        }
        QPDFObjectHandle own = resources.isDictionary() ? resources.shallowCopy() : QPDFObjectHandle::newDictionary();
        QPDFObjectHandle fonts = own.getKey("/Font");
        fonts = fonts.isDictionary() ? fonts.shallowCopy() : QPDFObjectHandle::newDictionary();
        std::string name = "/EngrossNumber";
        while (fonts.hasKey(name)) {
            name += 'a';
        }
        fonts.replaceKey(name, font_);
        own.replaceKey("/Font", fonts);
        if (resources.isIndirect()) {
            own = bundle_.makeIndirectObject(own);
            lent_.emplace(resources.getObjGen(), std::pair(own, name));
        }
        page.replaceKey("/Resources", own);
        return name;
    }

    void resolveLinks() {
        std::set<std::string> unknown;
        for (const auto& part : parts_) {
            for (const auto& link : part.navigation.links) {
                QPDFObjectHandle annotation =
                    pages_.at(part.firstPage + link.page).getKey("/Annots").getArrayItem(link.index);
                if (link.place) {
                    annotation.replaceKey("/Dest",
                                          destinationOn(pages_.at(part.firstPage + link.place->page), *link.place));
                } else if (const auto found = plan_.targets.find(link.target); found != plan_.targets.end()) {
                    annotation.replaceKey("/Dest", destinationOn(pages_.at(found->second - 1)));
                } else {
                    unknown.insert(link.target);
                }
            }
        }
        if (!unknown.empty()) {
            std::string names;
            for (const auto& name : unknown) {
                names += (names.empty() ? "" : ", ") + name;
            }
            throw PdfError("pdf-target-unknown", names,
                           "a page refers to what is not in the bundle; add it or mend "
                           "the reference");
        }
    }

    void writeCatalog() {
        QPDFObjectHandle catalog = bundle_.getRoot();
        catalog.replaceKey("/Outlines", outlineOf(bundle_, plan_.bookmarks, parts_, pages_));
        catalog.replaceKey("/PageLabels", pageLabelsOf(plan_.labels));
        if (!plan_.targets.empty()) {
            catalog.replaceKey("/Names", targetNamesOf(plan_.targets, pages_));
        }
        if (!layers_.empty()) {
            QPDFObjectHandle usual = QPDFObjectHandle::parse("<< /BaseState /ON /Order [] >>");
            usual.replaceKey("/OFF", QPDFObjectHandle::newArray(hiddenLayers_));
            usual.replaceKey("/Locked", QPDFObjectHandle::newArray(layers_));
            QPDFObjectHandle properties = QPDFObjectHandle::newDictionary();
            properties.replaceKey("/OCGs", QPDFObjectHandle::newArray(layers_));
            properties.replaceKey("/D", usual);
            catalog.replaceKey("/OCProperties", properties);
        }
        QPDFObjectHandle opening = destinationOn(pages_.front());
        opening.setArrayItem(4, QPDFObjectHandle::newInteger(1));
        catalog.replaceKey("/OpenAction", opening);
        catalog.replaceKey("/PageMode", QPDFObjectHandle::newName("/UseOutlines"));
        catalog.replaceKey("/ViewerPreferences", QPDFObjectHandle::parse("<< /DisplayDocTitle true >>"));
        describeDocument(bundle_, plan_.metadata);
    }

    const LinkPlan& plan_;
    const PdfLimits& limits_;
    QPDF bundle_;
    PageStamp stamp_;
    BundleStructure structure_;
    LinkReport report_;
    std::vector<std::unique_ptr<SourceFile>> files_;  // libqpdf reads their streams while it writes
    std::vector<BundlePart> parts_;
    std::vector<QPDFObjectHandle> pages_;
    std::vector<PageFrame> frames_;
    std::vector<QPDFObjectHandle> layers_;
    std::vector<QPDFObjectHandle> hiddenLayers_;
    QPDFObjectHandle font_;
    std::map<QPDFObjGen, std::pair<QPDFObjectHandle, std::string>> lent_;
};

class QpdfLinker : public Linker {
public:
    QpdfLinker(std::shared_ptr<const Typesetter> typesetter, const PdfLimits& limits)
        : typesetter_(std::move(typesetter)), limits_(limits) {}

    LinkReport link(const LinkPlan& plan, const std::string& output) override {
        try {
            Join join(plan, *typesetter_, limits_);
            LinkReport report = join.run();
            writeWhole(output, [&join](FILE* file) { join.write(file); });
            return report;
        } catch (const QPDFExc& fault) {
            throw PdfError("pdf-damaged", fault.getFilename(),
                           "the file is damaged and cannot be repaired; upload another copy");
        } catch (const QPDFSystemError&) {
            throw PdfError("pdf-not-written", "", "the disk did not take the bundle; make room and try again",
                           Error::Retry::Yes);
        } catch (const std::bad_alloc&) {
            throw PdfError("pdf-too-large", "", "the bundle needs more memory than is allowed");
        }
    }

private:
    std::shared_ptr<const Typesetter> typesetter_;
    PdfLimits limits_;
};

}  // namespace

std::unique_ptr<Linker> makeLinker(std::shared_ptr<const Typesetter> typesetter, const PdfLimits& limits,
                                   const LinkOptions& /*options*/) {
    return std::make_unique<QpdfLinker>(std::move(typesetter), limits);
}

}  // namespace engross
