#include "pdf/finished_copy.h"

#include "pdf/pdf_error.h"
#include "pdf/whole_file.h"

#include <qpdf/QPDF.hh>
#include <qpdf/QPDFExc.hh>
#include <qpdf/QPDFWriter.hh>
#include <system_error>

namespace engross {

namespace {

constexpr std::size_t longestPassword = 127;  // ISO 32000-2 7.6.4.3.3, bytes

void configure(QPDFWriter& writer, const FinishedCopyOptions& options) {
    writer.setStreamDataMode(qpdf_s_preserve);
    writer.setObjectStreamMode(qpdf_o_preserve);
    writer.setPreserveUnreferencedObjects(false);
    writer.setLinearization(options.linearised);
    if (options.password.empty()) {
        writer.setDeterministicID(true);
    } else {
        const std::string password = options.password.substr(0, longestPassword);
        writer.setR6EncryptionParameters(password.c_str(), password.c_str(), true, true, true, true, true, true,
                                         qpdf_r3p_full, true);
    }
}

}  // namespace

void writeFinishedCopy(const std::string& path, const std::string& name, const std::string& output,
                       const FinishedCopyOptions& options) {
    try {
        QPDF pdf;
        pdf.setSuppressWarnings(true);
        pdf.setAttemptRecovery(false);
        pdf.processFile(path.c_str());
        writeWhole(
            output,
            [&](FILE* file) {
                QPDFWriter writer(pdf, name.c_str(), file, false);
                configure(writer, options);
                writer.write();
            },
            Flush::Yes);
    } catch (const QPDFExc& fault) {
        if (fault.getErrorCode() == qpdf_e_password) {
            throw PdfError("pdf-encrypted", name, "it opens only with a password; make the copy from the open file");
        }
        throw PdfError("pdf-damaged", name, "it is no finished PDF; upload another copy");
    } catch (const std::system_error&) {
        throw PdfError("pdf-not-written", name, "the disk did not take the copy; make room and try again",
                       Error::Retry::Yes);
    } catch (const std::runtime_error& fault) {
        if (dynamic_cast<const Error*>(&fault) != nullptr) {
            throw;
        }
        throw PdfError("pdf-not-written", name, "the copy could not be written; make room and try again",
                       Error::Retry::Yes);
    }
}

}  // namespace engross
