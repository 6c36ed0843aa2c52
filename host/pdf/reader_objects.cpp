#include "pdf/reader_objects.h"

#include "pdf/reader_lexer.h"
#include "pdf/reader_refusal.h"

#include <algorithm>

namespace engross {

namespace {

constexpr std::string_view header = "%PDF-";
constexpr int mostUnpacking = 4;  // object streams that wait for each other

[[noreturn]] void refuse(ReaderRefusal reason = ReaderRefusal::DamagedObject) {
    throw ReaderRefused(reason);
}

std::uint64_t lengthFrom(std::string_view digits) {
    const auto length = naturalFrom(digits);
    if (!length) {
        refuse(ReaderRefusal::DamagedStream);
    }
    return *length;
}

int parameter(const PdfValue& parameters, std::string_view key, int usual) {
    const PdfValue value = parameters[key];
    return value.isInteger() ? static_cast<int>(std::clamp<std::int64_t>(value.integer(), 0, 10'000'000)) : usual;
}

/// A filter or its parameters, which may stand by themselves or as the only item of an array.
PdfValue onlyOne(const PdfValue& value) {
    if (!value.isArray()) {
        return value;
    }
    const std::vector<PdfValue> items = value.items();
    if (items.size() > 1) {
        refuse(ReaderRefusal::OddFilter);
    }
    return items.empty() ? PdfValue() : items.front().followed();
}

}  // namespace

ReaderObjects::ReaderObjects(std::string_view bytes, const std::string& name)
    : bytes_(bytes), budget_{InflateBudget().bytes, name}, arena_(name) {
    if (bytes.substr(0, header.size()) != header) {
        refuse(ReaderRefusal::JunkHeader);
    }
    xref_ = readXref(bytes, *this, budget_);
    places_.assign(xref_.entries.size(), ValueArena::nothing);
    extents_.resize(1);
    extentPlaces_.resize(xref_.entries.size());
}

bool ReaderObjects::has(std::uint32_t number, std::uint32_t generation) const {
    if (number >= xref_.entries.size()) {
        return false;
    }
    const XrefEntry& entry = xref_.entries[number];
    return (entry.kind == XrefEntry::Kind::InFile && entry.index == generation) ||
           (entry.kind == XrefEntry::Kind::InStream && generation == 0);
}

std::optional<ObjectExtent> ReaderObjects::extent(std::uint32_t number, std::uint32_t generation) const {
    if (!has(number, generation)) {
        return std::nullopt;
    }
    if (const std::uint32_t known = extentPlaces_[number]; known != 0) {
        return extents_[known];
    }
    const ObjectExtent found = findExtent(number);
    remember(number, found);
    return found;
}

void ReaderObjects::remember(std::uint32_t number, const ObjectExtent& extent) const {
    extentPlaces_[number] = static_cast<std::uint32_t>(extents_.size());
    extents_.push_back(extent);
}

ObjectExtent ReaderObjects::findExtent(std::uint32_t number) const {
    const XrefEntry& entry = xref_.entries[number];
    if (entry.kind == XrefEntry::Kind::InFile) {
        return extentInFile(number, entry);
    }
    const ObjectStream& stream = objectStream(entry.offset);
    if (entry.index >= stream.objects.size() || stream.objects[entry.index].first != number) {
        refuse();
    }
    ObjectExtent extent;
    extent.number = number;
    extent.text = valueAt(stream.bytes, stream.objects[entry.index].second);
    return extent;
}

ObjectExtent ReaderObjects::headInFile(std::uint32_t number, const XrefEntry& entry) const {
    if (entry.offset >= bytes_.size()) {
        refuse(ReaderRefusal::DamagedXref);
    }
    const ObjectExtent head = headAt(bytes_, static_cast<std::size_t>(entry.offset));
    if (head.number != number || head.generation != entry.index) {
        refuse(ReaderRefusal::DamagedXref);
    }
    return head;
}

ObjectExtent ReaderObjects::extentInFile(std::uint32_t number, const XrefEntry& entry) const {
    ObjectExtent extent = headInFile(number, entry);
    takeValue(extent, bytes_, [this](std::uint64_t length) { return lengthAt(length); });
    return extent;
}

PdfValue ReaderObjects::value(std::uint32_t number, std::uint32_t generation) const {
    const bool known = number < places_.size() && places_[number] != ValueArena::nothing;
    return known && has(number, generation) ? PdfValue(*this, places_[number]) : read(number, generation).value;
}

ReadObject ReaderObjects::read(std::uint32_t number, std::uint32_t generation) const {
    if (!has(number, generation)) {
        return {};
    }
    if (extentPlaces_[number] == 0 && xref_.entries[number].kind == XrefEntry::Kind::InFile) {
        parseInFile(number);
    }
    const ObjectExtent found = *extent(number, generation);
    if (places_.at(number) == ValueArena::nothing) {
        const std::uint32_t place = arena_.parse(found.text);
        places_[number] = place;
    }
    return {PdfValue(*this, places_[number]), found.isStream, found.data};
}

/// Of an object that is asked for by its value, the extent falls out of parsing it.
void ReaderObjects::parseInFile(std::uint32_t number) const {
    const XrefEntry& entry = xref_.entries[number];
    ObjectExtent extent = headInFile(number, entry);
    const std::uint32_t place = arena_.parse(extent.text);
    extent.text = arena_.at(place).text;
    takeRest(extent, bytes_, [this, place] {
        const PdfValue length = PdfValue(*this, place).entry("/Length");
        return length.isReference() ? lengthAt(length.object()) : lengthFrom(length.text());
    });
    places_[number] = place;
    remember(number, extent);
}

bool ReaderObjects::isStream(const PdfValue& reference) const {
    const auto found = reference.isReference() ? extent(reference.object(), reference.generation()) : std::nullopt;
    return found && found->isStream;
}

PdfValue ReaderObjects::parsed(std::string_view text) {
    return {*this, arena_.parse(text)};
}

const ReaderObjects::ObjectStream& ReaderObjects::objectStream(std::uint64_t number) const {
    std::unique_ptr<ObjectStream>& known = streams_[number];
    if (!known) {
        // The length of one may stand in another; a chain of them is a trap.
        if (unpacking_ == mostUnpacking) {
            refuse();
        }
        ++unpacking_;
        known = std::make_unique<ObjectStream>(unpackObjects(number));
        --unpacking_;
    }
    return *known;
}

ReaderObjects::ObjectStream ReaderObjects::unpackObjects(std::uint64_t number) const {
    if (number >= xref_.entries.size() ||
        xref_.entries[static_cast<std::size_t>(number)].kind != XrefEntry::Kind::InFile) {
        refuse(ReaderRefusal::DamagedXref);
    }
    const ObjectExtent extent =
        extentInFile(static_cast<std::uint32_t>(number), xref_.entries[static_cast<std::size_t>(number)]);
    const PdfValue dictionary(*this, arena_.parse(extent.text));
    const std::int64_t count = dictionary["/N"].integer();
    const std::int64_t first = dictionary["/First"].integer();
    ObjectStream stream;
    stream.bytes = unpackedStructure(dictionary, extent.data, budget_);
    const auto size = static_cast<std::int64_t>(stream.bytes.size());
    if (!extent.isStream || count < 0 || first < 0 || first > size || count > first) {
        refuse();
    }
    PdfLexer lexer(std::string_view(stream.bytes).substr(0, static_cast<std::size_t>(first)));
    for (std::int64_t i = 0; i < count; ++i) {
        const auto object = naturalFrom(lexer.next().text);
        const auto offset = naturalFrom(lexer.next().text);
        if (!object || !offset || *object > 0xFFFFFFFFU || *offset > static_cast<std::uint64_t>(size - first)) {
            refuse();
        }
        stream.objects.emplace_back(static_cast<std::uint32_t>(*object), static_cast<std::size_t>(first) + *offset);
    }
    return stream;
}

std::uint64_t ReaderObjects::lengthAt(std::uint64_t number) const {
    if (number >= xref_.entries.size()) {
        refuse(ReaderRefusal::DamagedStream);
    }
    const XrefEntry& entry = xref_.entries[static_cast<std::size_t>(number)];
    std::string_view digits;
    if (entry.kind == XrefEntry::Kind::InStream) {
        digits = extent(static_cast<std::uint32_t>(number))->text;
    } else if (entry.kind == XrefEntry::Kind::InFile) {
        PdfLexer lexer(bytes_, static_cast<std::size_t>(std::min<std::uint64_t>(entry.offset, bytes_.size())));
        const auto found = naturalFrom(lexer.next().text);
        (void)lexer.next();
        if (found != number || lexer.next().text != "obj") {
            refuse(ReaderRefusal::DamagedXref);
        }
        digits = lexer.next().text;
    }
    return lengthFrom(digits);
}

std::string unpackedStructure(const PdfValue& dictionary, std::string_view data, InflateBudget& budget) {
    const PdfValue filter = onlyOne(dictionary["/Filter"]);
    if (filter.isNull()) {
        return std::string(data);
    }
    if (!filter.isName("/FlateDecode")) {
        refuse(ReaderRefusal::OddFilter);
    }
    const PdfValue given = onlyOne(dictionary["/DecodeParms"]);
    return unpredicted(inflateWhole(data, budget),
                       {parameter(given, "/Predictor", 1), parameter(given, "/Colors", 1),
                        parameter(given, "/BitsPerComponent", 8), parameter(given, "/Columns", 1)});
}

}  // namespace engross
