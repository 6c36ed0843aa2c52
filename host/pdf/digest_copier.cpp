#include "pdf/digest_copier.h"

#include "pdf/action_search.h"
#include "pdf/pdf_error.h"
#include "pdf/reader_lexer.h"
#include "pdf/reader_refusal.h"
#include "pdf/reference_cutter.h"

#include <optional>

namespace engross {

namespace {

constexpr std::size_t mostBlob = 0xF0000000;  // bytes; places in it have 32 bits
constexpr std::size_t mostObjects = 4'000'000;

/// The same tokens, without the comments between them; nothing where there are none.
std::optional<std::string> withoutComments(std::string_view text) {
    if (text.find('%') == std::string_view::npos) {
        return std::nullopt;
    }
    std::string plain;
    PdfLexer lexer(text);
    for (PdfToken token = lexer.next(); token.kind != PdfTokenKind::End; token = lexer.next()) {
        plain += plain.empty() ? "" : " ";
        plain += token.text;
    }
    return plain;
}

}  // namespace

LocalId DigestCopier::add(DigestKind kind) {
    if (digest_.objects.size() >= mostObjects) {
        throw ReaderRefused(ReaderRefusal::DamagedObject);
    }
    digest_.objects.push_back({});
    digest_.objects.back().kind = kind;
    return static_cast<LocalId>(digest_.objects.size() - 1);
}

void DigestCopier::replace(std::uint32_t number, LocalId id) {
    ids_.insert_or_assign(number, id);
}

LocalId DigestCopier::idOf(const PdfValue& reference) {
    return reference.isReference() ? idOf(reference.object(), reference.generation()) : nullId;
}

LocalId DigestCopier::idOf(std::uint32_t number, std::uint32_t generation, KeyMeaning keys) {
    if (!file_.has(number, generation)) {
        return nullId;
    }
    const auto known = ids_.find(number);
    if (known != ids_.end()) {
        return known->second;
    }
    const LocalId id = add(DigestKind::Plain);
    ids_.emplace(number, id);
    waiting_.push_back({id, number, generation, keys});
    return id;
}

void DigestCopier::copyWaiting() {
    for (std::size_t i = 0; i < waiting_.size(); ++i) {
        const Waiting next = waiting_[i];
        copy(next);
    }
    waiting_.clear();
}

void DigestCopier::copy(const Waiting& next) {
    const ObjectExtent extent = *file_.extent(next.number, next.generation);
    begin();
    if (!extent.isStream && extent.text.substr(0, 1) == "/" && isActionName(nameFrom(extent.text))) {
        noteLeftOut(LeftOutEntry::Action, "/S " + std::string(extent.text));
        write("null");
    } else {
        copyText(extent.text, extent.isStream ? &extent : nullptr, next.keys);
    }
    DigestObject& object = digest_.objects.at(next.id);
    object.text = end();
    if (extent.isStream) {
        object.kind = DigestKind::SourceStream;
        object.data = static_cast<std::uint64_t>(extent.data.data() - file_.bytes().data());
        object.dataLength = extent.data.size();
    }
}

void DigestCopier::copyText(std::string_view text, const ObjectExtent* stream, KeyMeaning keys) {
    const auto plain = withoutComments(text);
    std::string_view body = plain ? *plain : text;
    if (stream != nullptr) {
        body.remove_suffix(2);
    }
    const auto write = [this](std::string_view piece) { digest_.blob += piece; };
    const auto refer = [this](std::string_view number, std::string_view generation, KeyMeaning below) {
        const auto object = naturalFrom(number).value_or(0xFFFFFFFF);
        const auto version = naturalFrom(generation).value_or(0xFFFFFFFF);
        writeReference(object < 0xFFFFFFFF && version < 0xFFFFFFFF
                           ? idOf(static_cast<std::uint32_t>(object), static_cast<std::uint32_t>(version), below)
                           : nullId);
    };
    const auto leave = [this](LeftOutEntry why, std::string_view value) { noteLeftOut(why, value); };
    ReferenceCutter(body, stream != nullptr ? KeyMeaning::StreamEntries : keys, isOurs_).run(write, refer, leave);
    if (stream != nullptr) {
        write(" /Length " + std::to_string(stream->data.size()) + ">>");
    }
}

void DigestCopier::begin() {
    textBegin_ = place();
    firstRelocation_ = static_cast<std::uint32_t>(digest_.relocations.size());
}

void DigestCopier::write(std::string_view text) {
    digest_.blob += text;
}

void DigestCopier::writeReference(LocalId id) {
    digest_.relocations.push_back({place(), id});
}

void DigestCopier::writeValue(const PdfValue& value) {
    copyText(value.text(), nullptr);
}

void DigestCopier::writeEntry(std::string_view key, const PdfValue& value) {
    const LeftOutEntry why = isOurs_ ? LeftOutEntry::None : leftOutEntry(key, KeyMeaning::Entries);
    if (why != LeftOutEntry::None) {
        noteLeftOut(why, value.text());
        return;
    }
    write(key);
    write(" ");
    copyText(value.text(), nullptr, meaningBelow(key, KeyMeaning::Entries));
    write(" ");
}

void DigestCopier::writeNamed(std::string_view key, const PdfValue& value) {
    if (!value.isReference() && !value.isDictionary()) {
        noteLeftOut(LeftOutEntry::Action, std::string(key) + ' ' + std::string(value.text()));
        return;
    }
    write(key);
    write(" ");
    copyText(value.text(), nullptr);
    write(" ");
}

void DigestCopier::noteLeftOut(LeftOutEntry why, std::string_view value) {
    if (why == LeftOutEntry::Action) {
        for (const std::string_view kind : actionsIn(file_, value)) {
            ++leftOut_[std::string(kind)];
        }
    } else if (const std::string_view kind = lossOf(why); !kind.empty()) {
        ++leftOut_[std::string(kind)];
    }
}

DigestText DigestCopier::end() {
    return {textBegin_, place() - textBegin_, firstRelocation_,
            static_cast<std::uint32_t>(digest_.relocations.size()) - firstRelocation_};
}

void DigestCopier::set(LocalId id, const DigestText& text) {
    digest_.objects.at(id).text = text;
}

LocalId DigestCopier::addStream(const std::function<void()>& writeEntries, std::string_view bytes) {
    const LocalId id = addDictionary(DigestKind::BlobStream, writeEntries, bytes.size());
    digest_.objects.at(id).data = place();
    digest_.blob += bytes;
    return id;
}

LocalId DigestCopier::addStreamFrom(const ObjectExtent& stream, const std::function<void()>& writeEntries) {
    const LocalId id = addDictionary(DigestKind::SourceStream, writeEntries, stream.data.size());
    digest_.objects.at(id).data = static_cast<std::uint64_t>(stream.data.data() - file_.bytes().data());
    return id;
}

LocalId DigestCopier::addDictionary(DigestKind kind, const std::function<void()>& writeEntries, std::size_t length) {
    const LocalId id = add(kind);
    begin();
    write("<<");
    writeEntries();
    write(" /Length " + std::to_string(length) + ">>");
    DigestObject& object = digest_.objects.at(id);
    object.text = end();
    object.dataLength = length;
    return id;
}

std::uint32_t DigestCopier::place() const {
    if (digest_.blob.size() > mostBlob) {
        throw ReaderRefused(ReaderRefusal::DamagedObject);
    }
    return static_cast<std::uint32_t>(digest_.blob.size());
}

}  // namespace engross
