#include "pdf/digest_writer.h"

#include "pdf/pdf_text.h"

#include <cstring>

namespace engross {

DigestWriter::DigestWriter(ObjectWriter& file, FileSink& sink, ObjectNumber stampFont, ObjectNumber structureParent,
                           bool sharesEqual)
    : file_(file), sink_(sink), stampFont_(stampFont), structureParent_(structureParent), sharesEqual_(sharesEqual) {}

std::size_t DigestWriter::HashKey::operator()(const std::array<std::uint8_t, 32>& hash) const noexcept {
    std::size_t key = 0;
    std::memcpy(&key, hash.data(), sizeof key);
    return key;
}

void DigestWriter::take(const DigestedFile& source, const PlacedPages& pages, std::size_t firstPage) {
    digest_ = &source.digest;
    bytes_ = source.bytes.get();
    allot(pages, firstPage);
    layers_.assign(digest_->layers.empty() ? 0 : numbers_.size(), false);
    for (const DigestLayer& layer : digest_->layers) {
        layers_.at(layer.object) = true;
    }
    for (std::size_t object = 0; object < numbers_.size(); ++object) {
        const DigestKind kind = digest_->objects[object].kind;
        if (fresh_[object] && kind != DigestKind::Page && kind != DigestKind::Link) {
            write(object);
        }
    }
}

void DigestWriter::allot(const PlacedPages& pages, std::size_t firstPage) {
    const std::vector<DigestObject>& objects = digest_->objects;
    const bool sharesSampled = sharesEqual_ && samplesHold();
    numbers_.assign(objects.size(), 0);
    fresh_.assign(objects.size(), true);
    for (std::size_t page = 0; page < digest_->pages.size(); ++page) {
        numbers_.at(digest_->pages[page].object) = pages.object(firstPage + page);
    }
    for (std::size_t object = 0; object < objects.size(); ++object) {
        if (numbers_[object] != 0) {
            continue;
        }
        const bool shares = objects[object].sampled ? sharesSampled : sharesEqual_;
        if (!shares || !objects[object].hashed) {
            numbers_[object] = file_.allot();
            continue;
        }
        const auto [known, isNew] = known_.try_emplace(objects[object].hash);
        if (isNew) {
            known->second.number = file_.allot();
        }
        numbers_[object] = known->second.number;
        fresh_[object] = isNew;
    }
}

/// Whether every stream of the source that is taken for another by its samples is the same to the last byte. Where one
/// is not, nothing of the source that rests on samples is shared: simpler than following who leads to it, and rare.
bool DigestWriter::samplesHold() {
    std::unordered_map<std::array<std::uint8_t, 32>, const DigestObject*, HashKey> own;
    for (const DigestObject& object : digest_->objects) {
        if (object.kind != DigestKind::SourceStream || !object.hashed || !object.sampled) {
            continue;
        }
        const std::string_view bytes = bytesOf(object);
        bool holds = true;
        if (const auto known = known_.find(object.hash); known != known_.end()) {
            holds = sink_.holds(known->second.streamAt, bytes);
        } else if (const auto [first, isNew] = own.try_emplace(object.hash, &object); !isNew) {
            holds = bytes == bytesOf(*first->second);
        }
        if (!holds) {
            return false;
        }
    }
    return true;
}

std::string_view DigestWriter::bytesOf(const DigestObject& stream) const {
    return bytes_->view().substr(stream.data, stream.dataLength);
}

ObjectNumber DigestWriter::numberOf(LocalId id) const {
    switch (id) {
        case nullId:
            return 0;
        case stampFontId:
            return stampFont_;
        case structureParentId:
            return structureParent_;
        default:
            return numbers_.at(id);
    }
}

void DigestWriter::append(std::string& out, const DigestText& text) const {
    append(out, text, {});
}

void DigestWriter::appendLending(std::string& out, const DigestResources& resources, std::string_view entry) const {
    append(out, digest_->objects.at(resources.object).text, entry);
}

void DigestWriter::append(std::string& out, const DigestText& text, std::string_view behindStampFont) const {
    const std::string_view blob = digest_->blob;
    std::size_t at = text.offset;
    for (std::uint32_t i = 0; i < text.relocations; ++i) {
        const DigestRelocation& relocation = digest_->relocations[text.firstRelocation + i];
        out += blob.substr(at, relocation.at - at);
        at = relocation.at;
        if (const ObjectNumber number = numberOf(relocation.id); number != 0) {
            appendNumber(out, number);
            out += " 0 R";
        } else {
            out += "null";
        }
        if (relocation.id == stampFontId) {
            out += behindStampFont;
        }
    }
    out += blob.substr(at, text.offset + text.length - at);
}

void DigestWriter::write(std::size_t object) {
    const DigestObject& from = digest_->objects[object];
    text_.clear();
    append(text_, from.text);
    nameLayer(object);
    switch (from.kind) {
        case DigestKind::SourceStream:
            writeSourceStream(object);
            break;
        case DigestKind::BlobStream:
            file_.writeStream(numbers_[object], text_,
                              std::string_view(digest_->blob).substr(from.data, from.dataLength));
            break;
        default:
            file_.write(numbers_[object], text_);
            break;
    }
}

/// Some readers take layers that say the same for one, and show what one exhibit hides where another shows its own: a
/// key that the standard leaves free (ISO 32000-1 annex E) tells them apart.
void DigestWriter::nameLayer(std::size_t object) {
    if (!layers_.empty() && layers_[object] && text_.size() >= 4 && text_.compare(text_.size() - 2, 2, ">>") == 0) {
        text_.insert(text_.size() - 2, "/EngrossLayer " + std::to_string(numbers_[object]));
    }
}

void DigestWriter::writeSourceStream(std::size_t object) {
    const DigestObject& from = digest_->objects[object];
    const std::uint64_t at = file_.copyStream(numbers_[object], text_, *bytes_, from.data, from.dataLength);
    if (const auto known = known_.find(from.hash);
        from.sampled && known != known_.end() && known->second.number == numbers_[object]) {
        known->second.streamAt = at;
    }
}

}  // namespace engross
