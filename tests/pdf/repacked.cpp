#include "pdf/repacked.h"

#include <qpdf/Pl_String.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFWriter.hh>

namespace engross {

std::string repacked(const std::string& pdf, Packing packing) {
    QPDF file;
    file.setSuppressWarnings(true);
    file.processMemoryFile("pdf", pdf.data(), pdf.size());
    std::string bytes;
    Pl_String sink("repacked", nullptr, bytes);
    QPDFWriter writer(file);
    writer.setOutputPipeline(&sink);
    writer.setStaticID(true);
    writer.setObjectStreamMode(packing == Packing::Linear ? qpdf_o_disable : qpdf_o_generate);
    writer.setLinearization(packing == Packing::Linear);
    if (packing == Packing::Locked) {
        writer.setStaticAesIV(true);
        writer.setR6EncryptionParameters("", "owner", true, true, true, true, true, true, qpdf_r3p_full, true);
    }
    writer.write();
    return bytes;
}

}  // namespace engross
