#include "pdf/xmp.h"

#include "pdf/pdf_text.h"

#include <algorithm>
#include <initializer_list>
#include <stdexcept>

namespace engross {
namespace {

constexpr std::string_view provenanceSpace = "urn:engross:provenance:1.0:";
constexpr std::string_view pdfuaSpace = "http://www.aiim.org/pdfua/ns/id/";
constexpr std::string_view maker = "Engross";

bool isPlain(char character) {
    return static_cast<unsigned char>(character) >= 0x20 && character != '<' && character != '>' && character != '&';
}

std::string xml(std::string_view text) {
    if (std::all_of(text.begin(), text.end(), isPlain)) {
        return std::string(text);
    }
    std::string out;
    for (const char character : text) {
        switch (character) {
            case '<':
                out += "&lt;";
                break;
            case '>':
                out += "&gt;";
                break;
            case '&':
                out += "&amp;";
                break;
            default:
                // XML 1.0 has no other control characters (section 2.2).
                if (static_cast<unsigned char>(character) >= 0x20 || character == '\n' || character == '\t') {
                    out += character;
                }
        }
    }
    return out;
}

/// One allocation for all of them: a packet is made of some eighty elements.
std::string joined(std::initializer_list<std::string_view> parts) {
    std::size_t size = 0;
    for (const std::string_view part : parts) {
        size += part.size();
    }
    std::string out;
    out.reserve(size);
    for (const std::string_view part : parts) {
        out += part;
    }
    return out;
}

std::string described(std::string_view prefix, std::string_view space, std::string_view content) {
    return joined(
        {"<rdf:Description rdf:about=\"\" xmlns:", prefix, "=\"", space, "\">", content, "</rdf:Description>\n"});
}

std::string element(std::string_view name, std::string_view value) {
    return joined({"<", name, ">", xml(value), "</", name, ">"});
}

std::string property(std::string_view name, std::string_view type, std::string_view description) {
    return joined({"<rdf:li rdf:parseType=\"Resource\">", element("pdfaProperty:name", name),
                   element("pdfaProperty:valueType", type), element("pdfaProperty:category", "internal"),
                   element("pdfaProperty:description", description), "</rdf:li>"});
}

std::string schema(std::string_view title, std::string_view space, std::string_view prefix,
                   const std::string& properties) {
    return joined({"<rdf:li rdf:parseType=\"Resource\">", element("pdfaSchema:schema", title),
                   element("pdfaSchema:namespaceURI", space), element("pdfaSchema:prefix", prefix),
                   "<pdfaSchema:property><rdf:Seq>", properties, "</rdf:Seq></pdfaSchema:property></rdf:li>"});
}

void checkName(const std::string& name) {
    const bool fits =
        !name.empty() && name.front() >= 'a' && name.front() <= 'z' &&
        std::all_of(name.begin(), name.end(), [](char character) {
            return (character >= 'a' && character <= 'z') || (character >= '0' && character <= '9') || character == '_';
        });
    if (!fits) {
        throw std::logic_error("'" + name + "' cannot name a fact of provenance");
    }
}

std::string provenance(const PdfMetadata& metadata) {
    std::string facts;
    for (const auto& [name, value] : metadata.provenance) {
        checkName(name);
        facts += element("engross:" + name, value);
    }
    return facts.empty() ? facts : described("engross", provenanceSpace, facts);
}

std::string extensionSchemas(const PdfMetadata& metadata, const Claims& claims) {
    std::string schemas;
    if (claims.pdfua) {
        schemas += schema("PDF/UA identification", pdfuaSpace, "pdfuaid",
                          property("part", "Integer", "Part of ISO 14289 that the file follows"));
    }
    if (!metadata.provenance.empty()) {
        std::string properties;
        for (const auto& [name, value] : metadata.provenance) {
            properties += property(name, "Text", "What the document was made from");
        }
        schemas += schema("Engross provenance", provenanceSpace, "engross", properties);
    }
    if (!claims.archive || schemas.empty()) {
        return {};
    }
    return "<rdf:Description rdf:about=\"\" xmlns:pdfaExtension=\"http://www.aiim.org/pdfa/ns/extension/\" "
           "xmlns:pdfaSchema=\"http://www.aiim.org/pdfa/ns/schema#\" "
           "xmlns:pdfaProperty=\"http://www.aiim.org/pdfa/ns/property#\"><pdfaExtension:schemas><rdf:Bag>" +
           schemas + "</rdf:Bag></pdfaExtension:schemas></rdf:Description>\n";
}

std::string dublinCore(const PdfMetadata& metadata) {
    std::string out = element("dc:format", "application/pdf") + "<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">" +
                      xml(metadata.title) + "</rdf:li></rdf:Alt></dc:title>";
    if (!metadata.author.empty()) {
        out += "<dc:creator><rdf:Seq>" + element("rdf:li", metadata.author) + "</rdf:Seq></dc:creator>";
    }
    if (!metadata.language.empty()) {
        out += "<dc:language><rdf:Bag>" + element("rdf:li", metadata.language) + "</rdf:Bag></dc:language>";
    }
    return described("dc", "http://purl.org/dc/elements/1.1/", out);
}

}  // namespace

std::string xmpPacket(const PdfMetadata& metadata, const Claims& claims) {
    const std::string made = xmpDate(metadata.made);
    std::string out =
        "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">"
        "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n";
    out += dublinCore(metadata);
    out += described("xmp", "http://ns.adobe.com/xap/1.0/",
                     element("xmp:CreateDate", made) + element("xmp:ModifyDate", made) +
                         element("xmp:MetadataDate", made) + element("xmp:CreatorTool", maker));
    out += described("pdf", "http://ns.adobe.com/pdf/1.3/", element("pdf:Producer", maker));
    if (claims.archive) {
        out += described("pdfaid", "http://www.aiim.org/pdfa/ns/id/",
                         element("pdfaid:part", std::to_string(partOf(*claims.archive))) +
                             element("pdfaid:conformance", levelOf(*claims.archive)));
    }
    if (claims.pdfua) {
        out += described("pdfuaid", pdfuaSpace, element("pdfuaid:part", "1"));
    }
    out += provenance(metadata);
    out += extensionSchemas(metadata, claims);
    return out + "</rdf:RDF></x:xmpmeta>\n<?xpacket end=\"r\"?>";
}

std::string infoBody(const PdfMetadata& metadata) {
    const std::string made = byteString(pdfDate(metadata.made));
    std::string out = "/Title" + textString(metadata.title);
    if (!metadata.author.empty()) {
        out += "/Author" + textString(metadata.author);
    }
    return out + "/Creator" + textString(maker) + "/Producer" + textString(maker) + "/CreationDate" + made +
           "/ModDate" + made;
}

}  // namespace engross
