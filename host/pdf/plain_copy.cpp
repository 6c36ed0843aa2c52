#include "pdf/plain_copy.h"

#include "pdf/source_file.h"
#include "pdf/source_rewriting.h"
#include "pdf/whole_file.h"

#include <new>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFSystemError.hh>
#include <qpdf/QPDFWriter.hh>

namespace engross {

namespace {

void write(SourceFile& file, FILE* output) {
    QPDFWriter writer(file.pdf());
    writer.setOutputFile("copy", output, false);
    writer.setMinimumPDFVersion("1.7");
    writer.setObjectStreamMode(qpdf_o_generate);
    writer.setCompressStreams(false);
    writer.setDecodeLevel(qpdf_dl_none);
    writer.setPreserveEncryption(false);
    writer.setDeterministicID(true);
    writer.write();
}

}  // namespace

PlainCopy copyPlain(const std::string& path, const std::string& name, const std::string& password,
                    const std::string& output, const PdfLimits& limits) {
    SourceFile file(path, name, password, limits);
    try {
        CleanSource clean = cleaned(file, false);
        keepOnlyPages(file, clean);
        writeWhole(output, [&file](FILE* target) { write(file, target); });
        return {file.pages().size(), std::move(clean.losses)};
    } catch (const Error&) {
        throw;
    } catch (const QPDFSystemError&) {
        throw PdfError("pdf-not-written", name, "the disk did not take its copy; make room and try again",
                       Error::Retry::Yes);
    } catch (const std::bad_alloc&) {
        throw PdfError("pdf-too-large", name, "it needs more memory than is allowed; print it to a new PDF");
    } catch (const std::runtime_error&) {
        throw PdfError("pdf-damaged", name, "the file is damaged and cannot be repaired; upload another copy");
    }
}

}  // namespace engross
