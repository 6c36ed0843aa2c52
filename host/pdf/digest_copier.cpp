#include "pdf/digest_copier.h"

#include "pdf/pdf_error.h"
#include "pdf/reader_lexer.h"
#include "pdf/reader_refusal.h"

#include <algorithm>
#include <array>
#include <optional>

namespace engross {

namespace {

constexpr std::size_t mostBlob = 0xF0000000;  // bytes; places in it have 32 bits
constexpr std::size_t mostObjects = 4'000'000;

/// Entries of a stream that say nothing of how it looks: they hold what an editor keeps for itself, or places in a
/// structure that is not taken along (ISO 32000-1 14.3.2, 14.5, 14.7.4).
bool isPrivateEntry(std::string_view key) {
    static constexpr std::array<std::string_view, 7> names{"/Metadata",     "/PieceInfo",     "/LastModified", "/AF",
                                                           "/StructParent", "/StructParents", "/Thumb"};
    return std::find(names.begin(), names.end(), key) != names.end();
}

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

/// Reads a text token by token and hands out pieces: what can be copied as it stands, references, and top-level entries
/// of a stream that are left out.
class ReferenceCutter {
public:
    ReferenceCutter(std::string_view text, bool ofStream) : lexer_(text), text_(text), ofStream_(ofStream) {}

    template <typename Write, typename Refer>
    void run(const Write& write, const Refer& refer) {
        for (PdfToken token = lexer_.next(); token.kind != PdfTokenKind::End; token = lexer_.next()) {
            const std::size_t begin = lexer_.at() - token.text.size();
            if (isTopKey(token)) {
                leftOut_ = endEntry(begin, write, isLeftOut(token.text));
                afterKey_ = true;
            } else {
                afterKey_ = false;
                take(token, begin, write, refer);
            }
            lastEnd_ = lexer_.at();
        }
        if (!leftOut_) {
            write(text_.substr(copied_, lastEnd_ - copied_));
        }
    }

private:
    [[nodiscard]] bool isTopKey(const PdfToken& token) const {
        return ofStream_ && depth_ == 1 && token.kind == PdfTokenKind::Name && !afterKey_;
    }
    [[nodiscard]] static bool isLeftOut(std::string_view key) {
        return key == "/Length" || isPrivateEntry(key);
    }

    template <typename Write>
    bool endEntry(std::size_t begin, const Write& write, bool leaveOut) {
        if (leaveOut && !leftOut_) {
            write(text_.substr(copied_, lastEnd_ - copied_));
        }
        if (leftOut_ && !leaveOut) {
            copied_ = begin;
        }
        integers_ = 0;
        return leaveOut;
    }

    template <typename Write, typename Refer>
    void take(const PdfToken& token, std::size_t begin, const Write& write, const Refer& refer) {
        switch (token.kind) {
            case PdfTokenKind::Integer:
                numbers_[0] = numbers_[1];
                begins_[0] = begins_[1];
                numbers_[1] = token.text;
                begins_[1] = begin;
                ++integers_;
                return;
            case PdfTokenKind::Word:
                if (token.text == "R" && integers_ >= 2 && !leftOut_) {
                    write(text_.substr(copied_, begins_[0] - copied_));
                    refer(numbers_[0], numbers_[1]);
                    copied_ = lexer_.at();
                }
                break;
            case PdfTokenKind::ArrayOpen:
            case PdfTokenKind::DictionaryOpen:
                ++depth_;
                break;
            case PdfTokenKind::ArrayClose:
            case PdfTokenKind::DictionaryClose:
                --depth_;
                break;
            default:
                break;
        }
        integers_ = 0;
    }

    PdfLexer lexer_;
    std::string_view text_;
    bool ofStream_;
    std::size_t copied_ = 0;   // up to where the text was handed out
    std::size_t lastEnd_ = 0;  // of the last token
    std::size_t depth_ = 0;
    bool afterKey_ = false;
    bool leftOut_ = false;  // inside an entry that is not copied
    std::array<std::string_view, 2> numbers_;
    std::array<std::size_t, 2> begins_{};
    std::size_t integers_ = 0;
};

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

LocalId DigestCopier::idOf(std::uint32_t number, std::uint32_t generation) {
    if (!file_.has(number, generation)) {
        return nullId;
    }
    const auto known = ids_.find(number);
    if (known != ids_.end()) {
        return known->second;
    }
    const LocalId id = add(DigestKind::Plain);
    ids_.emplace(number, id);
    waiting_.push_back({id, number, generation});
    return id;
}

void DigestCopier::copyWaiting() {
    for (std::size_t i = 0; i < waiting_.size(); ++i) {
        const Waiting next = waiting_[i];
        copy(next.id, next.number, next.generation);
    }
    waiting_.clear();
}

void DigestCopier::copy(LocalId id, std::uint32_t number, std::uint32_t generation) {
    const ObjectExtent extent = *file_.extent(number, generation);
    begin();
    copyText(extent.text, extent.isStream ? &extent : nullptr);
    DigestObject& object = digest_.objects.at(id);
    object.text = end();
    if (extent.isStream) {
        object.kind = DigestKind::SourceStream;
        object.data = static_cast<std::uint64_t>(extent.data.data() - file_.bytes().data());
        object.dataLength = extent.data.size();
    }
}

void DigestCopier::copyText(std::string_view text, const ObjectExtent* stream) {
    const auto plain = withoutComments(text);
    std::string_view body = plain ? *plain : text;
    if (stream != nullptr) {
        body.remove_suffix(2);
    }
    const auto write = [this](std::string_view piece) { digest_.blob += piece; };
    const auto refer = [this](std::string_view number, std::string_view generation) {
        const auto object = naturalFrom(number).value_or(0xFFFFFFFF);
        const auto version = naturalFrom(generation).value_or(0xFFFFFFFF);
        writeReference(object < 0xFFFFFFFF && version < 0xFFFFFFFF
                           ? idOf(static_cast<std::uint32_t>(object), static_cast<std::uint32_t>(version))
                           : nullId);
    };
    ReferenceCutter(body, stream != nullptr).run(write, refer);
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
