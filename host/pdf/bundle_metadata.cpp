#include "pdf/bundle_metadata.h"

#include "pdf/xmp.h"

#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>

namespace engross {

void describeDocument(QPDF& bundle, const PdfMetadata& metadata) {
    // A bundle holds foreign pages, so it claims no standard for all of them.
    QPDFObjectHandle packet =
        QPDFObjectHandle::newStream(&bundle, xmpPacket(metadata, Claims{.pdfa = false, .pdfua = false}));
    packet.getDict().replaceKey("/Type", QPDFObjectHandle::newName("/Metadata"));
    packet.getDict().replaceKey("/Subtype", QPDFObjectHandle::newName("/XML"));
    bundle.getRoot().replaceKey("/Metadata", packet);
    bundle.getRoot().replaceKey("/Lang", QPDFObjectHandle::newUnicodeString(metadata.language));
    bundle.getTrailer().replaceKey(
        "/Info", bundle.makeIndirectObject(QPDFObjectHandle::parse("<<" + infoBody(metadata) + ">>")));
    const auto& bytes = metadata.identity.bytes();
    const std::string identity(bytes.begin(), bytes.begin() + 16);
    bundle.getTrailer().replaceKey("/ID", QPDFObjectHandle::newArray({QPDFObjectHandle::newString(identity),
                                                                      QPDFObjectHandle::newString(identity)}));
}

}  // namespace engross
