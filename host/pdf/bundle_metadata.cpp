#include "pdf/bundle_metadata.h"

#include <algorithm>
#include <chrono>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>

namespace engross {

namespace {

std::string escaped(const std::string& text) {
    std::string result;
    for (const char letter : text) {
        switch (letter) {
            case '&':
                result += "&amp;";
                break;
            case '<':
                result += "&lt;";
                break;
            case '>':
                result += "&gt;";
                break;
            default:
                result += static_cast<unsigned char>(letter) < 0x20 ? ' ' : letter;
        }
    }
    return result;
}

std::string alternative(const std::string& property, const std::string& text) {
    return "<" + property + "><rdf:Alt><rdf:li xml:lang=\"x-default\">" + escaped(text) + "</rdf:li></rdf:Alt></" +
           property + ">\n";
}

/// XMP (ISO 16684-1). The time is the request's, to the second.
std::string packetOf(const PdfMetadata& metadata, const std::string& time) {
    std::string packet =
        "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
        "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
        "<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" "
        "xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\" xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\">\n"
        "<dc:format>application/pdf</dc:format>\n";
    packet += alternative("dc:title", metadata.title);
    std::string provenance;
    for (const auto& [name, value] : metadata.provenance) {
        provenance += (provenance.empty() ? "" : "; ") + name + " " + value;
    }
    if (!provenance.empty()) {
        packet += alternative("dc:description", provenance);
    }
    if (!metadata.author.empty()) {
        packet += "<dc:creator><rdf:Seq><rdf:li>" + escaped(metadata.author) + "</rdf:li></rdf:Seq></dc:creator>\n";
    }
    packet += "<dc:language><rdf:Bag><rdf:li>" + escaped(metadata.language) + "</rdf:li></rdf:Bag></dc:language>\n";
    packet += "<xmp:CreateDate>" + time + "</xmp:CreateDate><xmp:ModifyDate>" + time + "</xmp:ModifyDate>\n";
    packet += "<pdf:Producer>Engross</pdf:Producer>\n</rdf:Description></rdf:RDF></x:xmpmeta>\n";
    return packet + "<?xpacket end=\"r\"?>";
}

std::string pdfDate(const std::string& isoTime) {
    std::string digits;
    std::copy_if(isoTime.begin(), isoTime.begin() + 19, std::back_inserter(digits),
                 [](char letter) { return letter >= '0' && letter <= '9'; });
    return "D:" + digits + "Z";
}

}  // namespace

void describeDocument(QPDF& bundle, const PdfMetadata& metadata) {
    const std::string time = isoTime(metadata.made);
    QPDFObjectHandle packet = QPDFObjectHandle::newStream(&bundle, packetOf(metadata, time.substr(0, 19) + "Z"));
    packet.getDict().replaceKey("/Type", QPDFObjectHandle::newName("/Metadata"));
    packet.getDict().replaceKey("/Subtype", QPDFObjectHandle::newName("/XML"));
    bundle.getRoot().replaceKey("/Metadata", packet);
    bundle.getRoot().replaceKey("/Lang", QPDFObjectHandle::newUnicodeString(metadata.language));
    QPDFObjectHandle info = QPDFObjectHandle::newDictionary();
    info.replaceKey("/Title", QPDFObjectHandle::newUnicodeString(metadata.title));
    if (!metadata.author.empty()) {
        info.replaceKey("/Author", QPDFObjectHandle::newUnicodeString(metadata.author));
    }
    info.replaceKey("/Producer", QPDFObjectHandle::newString("Engross"));
    info.replaceKey("/CreationDate", QPDFObjectHandle::newString(pdfDate(time)));
    info.replaceKey("/ModDate", QPDFObjectHandle::newString(pdfDate(time)));
    bundle.getTrailer().replaceKey("/Info", bundle.makeIndirectObject(info));
    const auto& bytes = metadata.identity.bytes();
    const std::string identity(bytes.begin(), bytes.begin() + 16);
    bundle.getTrailer().replaceKey("/ID", QPDFObjectHandle::newArray({QPDFObjectHandle::newString(identity),
                                                                      QPDFObjectHandle::newString(identity)}));
}

}  // namespace engross
