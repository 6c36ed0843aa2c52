#include "pdf/attached_files.h"

#include "pdf/deflate.h"
#include "pdf/pdf_text.h"

#include <array>
#include <stdexcept>

namespace engross {
namespace {

constexpr std::array<std::string_view, 5> relations{"Source", "Data", "Alternative", "Supplement", "Unspecified"};

/// "/application#2Fpdf": what is no regular character is written as its number (ISO 32000-1 7.3.5).
std::string nameObject(std::string_view text) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string out = "/";
    for (const char character : text) {
        const auto byte = static_cast<unsigned char>(character);
        const bool regular =
            byte > 0x20 && byte < 0x7F && std::string_view("()<>[]{}/%#").find(character) == std::string_view::npos;
        if (regular) {
            out += character;
        } else {
            out += '#';
            out += digits[byte >> 4U];
            out += digits[byte & 0xFU];
        }
    }
    return out;
}

}  // namespace

void AttachedFiles::add(const PdfAttachment& attachment, ObjectWriter& file) {
    if (attachment.name.empty() || byName_.count(attachment.name) != 0) {
        throw std::logic_error("an attached file has no name of its own");
    }
    const ObjectNumber stream =
        file.addStream("/Type/EmbeddedFile/Subtype" + nameObject(attachment.mediaType) + "/Params<</Size " +
                           std::to_string(attachment.bytes.size()) + "/ModDate" +
                           byteString(pdfDate(attachment.changed)) + ">>/Filter/FlateDecode",
                       deflated(attachment.bytes));
    const std::string name = textString(attachment.name);
    const ObjectNumber specification =
        file.add("<</Type/Filespec/F" + name + "/UF" + name + "/Desc" + textString(attachment.description) +
                 "/AFRelationship/" + std::string(relations.at(static_cast<std::size_t>(attachment.relation))) +
                 "/EF<</F " + reference(stream) + "/UF " + reference(stream) + ">>>>");
    byName_.emplace(attachment.name, specification);
    inOrder_.push_back(specification);
}

bool AttachedFiles::empty() const noexcept {
    return inOrder_.empty();
}

std::string AttachedFiles::associated() const {
    std::string out = "[";
    for (const ObjectNumber object : inOrder_) {
        out += reference(object) + ' ';
    }
    out.back() = ']';
    return out;
}

// Keys of a name tree are sorted as bytes, so they are written as the UTF-8 that the map is sorted by.
std::string AttachedFiles::nameTree() const {
    std::string out = "<</Names[";
    for (const auto& [name, object] : byName_) {
        out.append(byteString(name)).append(reference(object)) += ' ';
    }
    out.back() = ']';
    return out + ">>";
}

}  // namespace engross
