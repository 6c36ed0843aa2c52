#include "pdf/source_rewriting.h"
#include "pdf/source_outline.h"

#include "pdf/source_file.h"

#include <new>
#include <qpdf/Pl_String.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <qpdf/QPDFWriter.hh>
#include <stdexcept>

namespace engross {

namespace {

std::string plainBytes(SourceFile& file) {
    std::string bytes;
    Pl_String sink("rewritten", nullptr, bytes);
    QPDFWriter writer(file.pdf());
    writer.setOutputPipeline(&sink);
    writer.setMinimumPDFVersion("1.7");
    // The answers of forms are fixed bytes by now: streams pass as they are. Decoding them would lose nothing, but
    // time.
    writer.setObjectStreamMode(qpdf_o_disable);
    writer.setCompressStreams(false);
    writer.setDecodeLevel(qpdf_dl_none);
    writer.setPreserveEncryption(false);
    writer.setStaticID(true);
    writer.write();
    return bytes;
}

}  // namespace

void keepOnlyPages(SourceFile& file, const CleanSource& clean) {
    QPDFObjectHandle catalog = file.catalog();
    for (const auto& key : catalog.getKeys()) {
        if (key != "/Type" && key != "/Pages" && key != "/OCProperties") {
            catalog.removeKey(key);
        }
    }
    for (const auto& link : clean.navigation.links) {
        QPDFObjectHandle page = file.pages().at(link.page);
        if (link.place) {
            page.getKey("/Annots")
                .getArrayItem(link.index)
                .replaceKey("/Dest", destinationOn(file.pages().at(link.place->page), *link.place));
        }
    }
    if (!clean.navigation.bookmarks.empty()) {
        catalog.replaceKey("/Outlines", outlineOf(file.pdf(), clean.navigation.bookmarks, file.pages()));
    }
    file.pdf().getTrailer().removeKey("/Info");
}

RewrittenSource rewriteSource(const std::string& path, const std::string& name, const std::string& password,
                              const PdfLimits& limits) {
    SourceFile file(path, name, password, limits);
    try {
        RewrittenSource result;
        result.facts = factsOf(file);
        result.clean = cleaned(file, false);
        keepOnlyPages(file, result.clean);
        result.bytes = plainBytes(file);
        return result;
    } catch (const Error&) {
        throw;
    } catch (const std::bad_alloc&) {
        throw PdfError("pdf-too-large", name, "it needs more memory than is allowed; print it to a new PDF");
    } catch (const std::logic_error&) {
        throw;
    } catch (const std::runtime_error&) {
        throw PdfError("pdf-damaged", name, "the file is damaged and cannot be repaired; upload another copy");
    }
}

}  // namespace engross
