#pragma once
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFWriter.hh>

#include <string>

namespace engross {

struct TextExhibit {
    std::string words{};
    std::string more{};      // on a second line
    int rotation = 0;        // degrees
    std::string crop{};      // "[0 0 595 600]"; empty for the whole page
    std::string password{};  // that opens it; empty for none
};

/// A page of text as a PDF.
inline void writeExhibit(const std::string& path, const TextExhibit& exhibit) {
    QPDF pdf;
    pdf.emptyPDF();
    QPDFObjectHandle font =
        pdf.makeIndirectObject(QPDFObjectHandle::parse("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"));
    QPDFObjectHandle page = pdf.makeIndirectObject(QPDFObjectHandle::parse(
        "<< /Type /Page /MediaBox [0 0 595 842] /Rotate " + std::to_string(exhibit.rotation) + " >>"));
    if (!exhibit.crop.empty()) {
        page.replaceKey("/CropBox", QPDFObjectHandle::parse(exhibit.crop));
    }
    QPDFObjectHandle resources = QPDFObjectHandle::parse("<< /Font << >> >>");
    resources.getKey("/Font").replaceKey("/F1", font);
    page.replaceKey("/Resources", resources);
    page.replaceKey("/Contents", QPDFObjectHandle::newStream(&pdf, "BT /F1 12 Tf 14 TL 72 700 Td (" + exhibit.words +
                                                                       ") Tj T* (" + exhibit.more + ") Tj ET"));
    QPDFPageDocumentHelper(pdf).addPage(QPDFPageObjectHelper(page), false);
    QPDFWriter writer(pdf, path.c_str());
    if (!exhibit.password.empty()) {
        writer.setR6EncryptionParameters(exhibit.password.c_str(), "owner", true, false, false, false, false, false,
                                         qpdf_r3p_none, true);
    }
    writer.write();
}

}  // namespace engross
