#include "pdf/reader_extent.h"

#include "pdf/pdf_characters.h"
#include "pdf/reader_lexer.h"
#include "pdf/reader_refusal.h"

#include <algorithm>
#include <array>
#include <optional>

namespace engross {

namespace {

[[noreturn]] void refuse(ReaderRefusal reason = ReaderRefusal::DamagedObject) {
    throw ReaderRefused(reason);
}

/// Goes past one value and keeps what it says of its length.
class ValueWalk {
public:
    ValueWalk(std::string_view text, std::size_t at) : lexer_(text, at), text_(text) {
        lexer_.skipSpace();
        begin_ = lexer_.at();
        do {
            step(lexer_.next());
        } while (depth_ > 0);
    }

    [[nodiscard]] std::string_view value() const {
        return text_.substr(begin_, lexer_.at() - begin_);
    }
    [[nodiscard]] std::uint64_t length(const LengthLookup& lengthOf) const {
        const auto value = naturalFrom(length_);
        if (!value) {
            refuse(ReaderRefusal::DamagedStream);
        }
        return lengthIsElsewhere_ ? lengthOf(*value) : *value;
    }

private:
    /// One open array or dictionary, and what may come next in it.
    struct Level {
        bool array = true;
        bool wantsValue = false;    // a key was read
        std::uint8_t integers = 0;  // that stand last
    };

    void step(const PdfToken& token) {
        switch (token.kind) {
            case PdfTokenKind::End:
                refuse();
            case PdfTokenKind::ArrayOpen:
            case PdfTokenKind::DictionaryOpen:
                open(token.kind == PdfTokenKind::ArrayOpen);
                break;
            case PdfTokenKind::ArrayClose:
            case PdfTokenKind::DictionaryClose:
                close(token.kind == PdfTokenKind::ArrayClose);
                break;
            case PdfTokenKind::Word:
                takeWord(token);
                break;
            default:
                takeItem(token);
                break;
        }
    }

    void open(bool array) {
        takeItem({PdfTokenKind::ArrayOpen, {}});
        if (depth_ == deepestNesting) {
            refuse();
        }
        levels_[depth_++] = {array, false, 0};
    }

    void close(bool array) {
        if (depth_ == 0 || levels_[depth_ - 1].array != array) {
            refuse();
        }
        const Level& closed = levels_[--depth_];
        if (!array && (closed.wantsValue || closed.integers == 2)) {
            refuse();
        }
    }

    void takeWord(const PdfToken& word) {
        if (word.text != "R") {
            if (word.text != "true" && word.text != "false" && word.text != "null") {
                refuse();
            }
            takeItem(word);
            return;
        }
        if (depth_ == 0 || levels_[depth_ - 1].integers < 2) {
            refuse();
        }
        levels_[depth_ - 1].integers = 0;
        lengthIsElsewhere_ = lengthIsElsewhere_ || (inLength_ && depth_ == 1);
    }

    void takeItem(const PdfToken& token) {
        if (depth_ == 0) {
            return;
        }
        Level& level = levels_[depth_ - 1];
        const bool integer = token.kind == PdfTokenKind::Integer;
        if (level.array) {
            level.integers = integer ? static_cast<std::uint8_t>(std::min(2, level.integers + 1)) : std::uint8_t{0};
        } else if (level.wantsValue) {
            level.wantsValue = false;
            level.integers = integer ? 1 : 0;
            takeLength(token);
        } else if (token.kind == PdfTokenKind::Name && level.integers != 2) {
            level.wantsValue = true;
            level.integers = 0;
            inLength_ = depth_ == 1 && token.text == "/Length";
        } else if (integer && level.integers == 1) {
            level.integers = 2;
        } else {
            refuse();
        }
    }

    void takeLength(const PdfToken& token) {
        if (inLength_ && depth_ == 1) {
            length_ = token.kind == PdfTokenKind::Integer ? token.text : std::string_view();
            lengthIsElsewhere_ = false;
        }
    }

    PdfLexer lexer_;
    std::string_view text_;
    std::size_t begin_ = 0;
    std::array<Level, deepestNesting> levels_;
    std::size_t depth_ = 0;
    bool inLength_ = false;  // the key read last in the outermost dictionary was its length
    std::string_view length_;
    bool lengthIsElsewhere_ = false;
};

std::uint64_t headNumber(PdfLexer& lexer) {
    const PdfToken token = lexer.next();
    const auto number = token.kind == PdfTokenKind::Integer ? naturalFrom(token.text) : std::nullopt;
    if (!number) {
        refuse();
    }
    return *number;
}

/// The bytes of a stream whose dictionary ends before `at`, where the word "stream" stands.
std::string_view streamData(std::string_view file, std::size_t at, std::uint64_t length) {
    at += at < file.size() && file[at] == '\r' ? 1U : 0U;
    if (at >= file.size() || file[at] != '\n') {
        refuse(ReaderRefusal::DamagedStream);
    }
    ++at;
    if (length > file.size() - at) {
        refuse(ReaderRefusal::DamagedStream);
    }
    std::size_t end = at + static_cast<std::size_t>(length);
    while (end < file.size() && isPdfSpace(file[end])) {
        ++end;
    }
    if (file.substr(end, 9) != "endstream") {
        refuse(ReaderRefusal::DamagedStream);
    }
    return file.substr(at, static_cast<std::size_t>(length));
}

}  // namespace

ObjectExtent headAt(std::string_view file, std::size_t offset) {
    ObjectExtent extent;
    PdfLexer head(file, offset);
    extent.number = headNumber(head);
    extent.generation = headNumber(head);
    if (head.next().text != "obj") {
        refuse();
    }
    extent.text = file.substr(head.at());
    return extent;
}

void takeRest(ObjectExtent& extent, std::string_view file, const std::function<std::uint64_t()>& length) {
    const auto end = static_cast<std::size_t>(extent.text.data() + extent.text.size() - file.data());
    PdfLexer tail(file, end);
    const std::string_view after = tail.next().text;
    if (after == "stream" && extent.text.substr(0, 2) == "<<") {
        extent.isStream = true;
        extent.data = streamData(file, tail.at(), length());
    } else if (after != "endobj") {
        refuse();
    }
}

void takeValue(ObjectExtent& extent, std::string_view file, const LengthLookup& lengthOf) {
    const ValueWalk walk(extent.text, 0);
    extent.text = walk.value();
    takeRest(extent, file, [&] { return walk.length(lengthOf); });
}

ObjectExtent extentAt(std::string_view file, std::size_t offset, const LengthLookup& lengthOf) {
    ObjectExtent extent = headAt(file, offset);
    takeValue(extent, file, lengthOf);
    return extent;
}

std::string_view valueAt(std::string_view objects, std::size_t offset) {
    return ValueWalk(objects, offset).value();
}

}  // namespace engross
