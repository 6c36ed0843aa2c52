#include "pdf/object_writer.h"

#include "pdf/deflate.h"
#include "pdf/pdf_text.h"

#include <algorithm>
#include <stdexcept>

namespace engross {

namespace {

constexpr std::uint32_t freePlace = 0;
constexpr std::uint32_t placeInFile = 1;
constexpr std::uint32_t placeInPack = 2;
// A reader unpacks a whole object stream to get at one object.
constexpr std::uint32_t mostPacked = 200;
constexpr std::size_t largestPack = std::size_t{256} << 10U;
constexpr std::size_t tableDigits = 10;  // ISO 32000-1 7.5.4

void appendBytes(std::string& out, std::uint64_t value, unsigned width) {
    for (unsigned byte = width; byte > 0; --byte) {
        out += static_cast<char>(value >> (8 * (byte - 1)) & 0xFFU);
    }
}

unsigned widthOf(std::uint64_t value) {
    unsigned width = 1;
    for (; value > 0xFF; value >>= 8U) {
        ++width;
    }
    return width;
}

/// Each row less the one above (PNG's filter 2): places rise slowly, so that their differences deflate well.
std::string predicted(const std::string& rows, std::size_t width) {
    std::string out;
    out.reserve(rows.size() + rows.size() / width);
    const std::string first(width, '\0');
    const char* above = first.data();
    for (const char* row = rows.data(); row < rows.data() + rows.size(); row += width) {
        out += '\2';
        for (std::size_t i = 0; i < width; ++i) {
            out += static_cast<char>(static_cast<unsigned char>(row[i]) - static_cast<unsigned char>(above[i]));
        }
        above = row;
    }
    return out;
}

}  // namespace

std::string reference(ObjectNumber object) {
    std::string out;
    appendReference(out, object);
    return out;
}

void appendReference(std::string& out, ObjectNumber object) {
    appendNumber(out, object);
    out += " 0 R";
}

ObjectWriter::ObjectWriter(ByteOutput& output, CrossReferences references, int minor)
    : output_(output), packs_(references == CrossReferences::Packed) {
    output_.put("%PDF-1." + std::to_string(minor) + "\n%\xE2\xE3\xCF\xD3\n");
}

ObjectNumber ObjectWriter::allot(std::size_t count) {
    const ObjectNumber first = places_.size();
    places_.resize(first + count);
    return first;
}

void ObjectWriter::write(ObjectNumber object, std::string_view body) {
    if (!packs_) {
        begin(object);
        line_ += body;
        line_ += "\nendobj\n";
        output_.put(line_);
        return;
    }
    if (packed_ == 0) {
        pack_ = allot();
    }
    settle(object, {pack_, packed_, placeInPack});
    appendNumber(packHead_, object);
    packHead_ += ' ';
    appendNumber(packHead_, packBody_.size());
    packHead_ += ' ';
    packBody_ += body;
    packBody_ += '\n';
    if (++packed_ == mostPacked || packBody_.size() >= largestPack) {
        closePack();
    }
}

ObjectNumber ObjectWriter::add(std::string_view body) {
    const ObjectNumber object = allot();
    write(object, body);
    return object;
}

void ObjectWriter::writeStream(ObjectNumber object, std::string_view dictionary, std::string_view bytes) {
    begin(object);
    line_ += dictionary;
    line_ += "stream\n";
    output_.put(line_);
    output_.put(bytes);
    output_.put("\nendstream\nendobj\n");
}

std::uint64_t ObjectWriter::copyStream(ObjectNumber object, std::string_view dictionary, const SourceBytes& source,
                                       std::uint64_t offset, std::uint64_t length) {
    begin(object);
    line_ += dictionary;
    line_ += "stream\n";
    output_.put(line_);
    const std::uint64_t at = output_.position();
    output_.copy(source, offset, length);
    output_.put("\nendstream\nendobj\n");
    return at;
}

ObjectNumber ObjectWriter::addStream(std::string_view entries, std::string_view bytes) {
    const ObjectNumber object = allot();
    std::string dictionary = "<<";
    dictionary += entries;
    dictionary += "/Length ";
    appendNumber(dictionary, bytes.size());
    writeStream(object, dictionary += ">>", bytes);
    return object;
}

void ObjectWriter::finish(ObjectNumber root, ObjectNumber info, std::string_view identity) {
    closePack();
    const auto open =
        std::find_if(places_.begin() + 1, places_.end(), [](const Place& place) { return place.kind == freePlace; });
    if (open != places_.end()) {
        throw std::logic_error("object " + std::to_string(open - places_.begin()) + " was promised and never written");
    }
    std::string trailer = "/Root " + reference(root) + "/Info " + reference(info) + "/ID";
    trailer += identity;
    if (packs_) {
        writeReferenceStream(trailer);
    } else {
        writeTable(trailer);
    }
    output_.flush();
}

void ObjectWriter::begin(ObjectNumber object) {
    settle(object, {output_.position(), 0, placeInFile});
    line_.clear();
    appendNumber(line_, object);
    line_ += " 0 obj\n";
}

void ObjectWriter::settle(ObjectNumber object, const Place& place) {
    if (object == 0 || places_.at(object).kind != freePlace) {
        throw std::logic_error("object " + std::to_string(object) + " is written twice");
    }
    places_[object] = place;
}

void ObjectWriter::closePack() {
    if (packed_ == 0) {
        return;
    }
    const std::string bytes = deflated(packHead_ + packBody_, DeflateEffort::Least);
    begin(pack_);
    line_ += "<</Type/ObjStm/N ";
    appendNumber(line_, std::size_t{packed_});
    line_ += "/First ";
    appendNumber(line_, packHead_.size());
    line_ += "/Filter/FlateDecode/Length ";
    appendNumber(line_, bytes.size());
    line_ += ">>stream\n";
    output_.put(line_);
    output_.put(bytes);
    output_.put("\nendstream\nendobj\n");
    packed_ = 0;
    packHead_.clear();
    packBody_.clear();
}

void ObjectWriter::writeTable(std::string_view trailer) {
    const std::uint64_t start = output_.position();
    std::string text = "xref\n0 " + std::to_string(places_.size()) + "\n0000000000 65535 f \n";
    for (std::size_t object = 1; object < places_.size(); ++object) {
        const std::string offset = std::to_string(places_[object].at);
        if (offset.size() > tableDigits) {
            throw std::length_error("a file of more than 10 GB needs a reference stream");
        }
        text.append(tableDigits - offset.size(), '0').append(offset).append(" 00000 n \n");
    }
    text.append("trailer\n<</Size ").append(std::to_string(places_.size())).append(trailer);
    output_.put(text + ">>\nstartxref\n" + std::to_string(start) + "\n%%EOF\n");
}

void ObjectWriter::writeReferenceStream(std::string_view trailer) {
    const std::uint64_t start = output_.position();
    const ObjectNumber self = allot();
    settle(self, {start, 0, placeInFile});
    const unsigned middle = widthOf(std::max<std::uint64_t>(start, places_.size()));
    const unsigned width = 2 + middle;
    std::string rows;
    rows.reserve(places_.size() * width);
    for (const Place& place : places_) {
        rows += static_cast<char>(place.kind);
        appendBytes(rows, place.at, middle);
        rows += static_cast<char>(place.index);
    }
    const std::string bytes = deflated(predicted(rows, width), DeflateEffort::Fast);
    const std::string size = std::to_string(places_.size());
    std::string text = std::to_string(self) + " 0 obj\n<</Type/XRef/Size " + size + "/W[1 " + std::to_string(middle) +
                       " 1]/DecodeParms<</Predictor 12/Columns " + std::to_string(width) + ">>/Filter/FlateDecode";
    text.append(trailer).append("/Length ").append(std::to_string(bytes.size())).append(">>stream\n");
    output_.put(text);
    output_.put(bytes);
    output_.put("\nendstream\nendobj\nstartxref\n" + std::to_string(start) + "\n%%EOF\n");
}

}  // namespace engross
