#include "letter/markdown.h"

#include "letter/entities.h"
#include "letter/open_blocks.h"
#include "words/text.h"

#include <md4c.h>
#include <algorithm>
#include <array>
#include <exception>
#include <new>

namespace engross {
namespace {

constexpr std::size_t maxDepth = 24;
constexpr int stopped = 1;

Align alignOf(MD_ALIGN align) {
    return align == MD_ALIGN_RIGHT ? Align::Right : align == MD_ALIGN_CENTER ? Align::Centre : Align::Left;
}

class MarkdownReader {
public:
    MarkdownReader(const Chunk& chunk, const SourceText& source, const std::vector<Tag>& tags, Faults& faults)
        : chunk_(chunk), source_(source), tags_(tags), faults_(faults), placed_(chunk.letters().size(), false) {}

    Nodes read() {
        MD_PARSER parser{};
        parser.flags =
            MD_FLAG_COLLAPSEWHITESPACE | MD_FLAG_NOINDENTEDCODEBLOCKS | MD_FLAG_TABLES | MD_FLAG_PERMISSIVEURLAUTOLINKS;
        parser.enter_block = [](MD_BLOCKTYPE type, void* detail, void* self) {
            return guarded(self, [&](MarkdownReader& reader) { return reader.enterBlock(type, detail); });
        };
        parser.leave_block = [](MD_BLOCKTYPE type, void*, void* self) {
            return guarded(self, [&](MarkdownReader& reader) { return reader.leaveBlock(type); });
        };
        parser.enter_span = [](MD_SPANTYPE type, void* detail, void* self) {
            return guarded(self, [&](MarkdownReader& reader) { return reader.enterSpan(type, detail); });
        };
        parser.leave_span = [](MD_SPANTYPE type, void*, void* self) {
            return guarded(self, [&](MarkdownReader& reader) { return reader.leaveSpan(type); });
        };
        parser.text = [](MD_TEXTTYPE type, const MD_CHAR* text, MD_SIZE size, void* self) {
            return guarded(self, [&](MarkdownReader& reader) { return reader.text(type, {text, size}); });
        };
        const std::string& text = chunk_.text();
        const int result = md_parse(text.data(), static_cast<MD_SIZE>(text.size()), &parser, this);
        if (failure_ != nullptr) {
            std::rethrow_exception(failure_);
        }
        if (result != 0 && status_ != stopped) {
            throw std::bad_alloc();
        }
        if (status_ != stopped) {
            nameLostTags();
        }
        return blocks_.finish();
    }

private:
    /// An exception must not pass through md4c, which is C: it waits until md4c has returned. Tables go on after a
    /// callback has asked md4c to stop, so what comes then is not heard.
    template <typename Call>
    static int guarded(void* self, const Call& call) {
        auto& reader = *static_cast<MarkdownReader*>(self);
        if (reader.status_ == stopped) {
            return stopped;
        }
        try {
            reader.status_ = call(reader);
            return reader.status_;
        } catch (const std::exception&) {
            reader.failure_ = std::current_exception();
            reader.status_ = stopped;
            return stopped;
        }
    }

    int enterBlock(MD_BLOCKTYPE type, void* detail) {
        if (blocks_.depth() > maxDepth) {
            faults_.add("too-deep", here(1));
            return stopped;
        }
        switch (type) {
            case MD_BLOCK_QUOTE:
                blocks_.open(BoxNode{});
                return 0;
            case MD_BLOCK_UL:
                blocks_.open(ListNode{});
                return 0;
            case MD_BLOCK_OL:
                blocks_.open(ListNode{true, static_cast<const MD_BLOCK_OL_DETAIL*>(detail)->start, {}});
                return 0;
            case MD_BLOCK_LI:
                blocks_.openItem();
                return 0;
            case MD_BLOCK_HR:
                blocks_.add(Node{RuleNode{}, {}});
                return 0;
            case MD_BLOCK_H:
                blocks_.open(HeadingNode{static_cast<int>(static_cast<const MD_BLOCK_H_DETAIL*>(detail)->level), {}});
                return 0;
            case MD_BLOCK_CODE:
            case MD_BLOCK_HTML:
                verbatim_ = true;
                named_ = false;
                return 0;
            case MD_BLOCK_P:
                blocks_.open(ParagraphNode{});
                return 0;
            case MD_BLOCK_TABLE:
                blocks_.open(TableNode{});
                return 0;
            case MD_BLOCK_TR:
                blocks_.openRow();
                return 0;
            case MD_BLOCK_THEAD:
                blocks_.openHead();
                return 0;
            case MD_BLOCK_TH:
            case MD_BLOCK_TD:
                blocks_.openCell(alignOf(static_cast<const MD_BLOCK_TD_DETAIL*>(detail)->align));
                return 0;
            default:
                return 0;
        }
    }

    int leaveBlock(MD_BLOCKTYPE type) {
        if (!looks_.empty()) {
            faults_.add("unclear", here(1));
            return stopped;
        }
        switch (type) {
            case MD_BLOCK_LI:
                blocks_.closeItem();
                return 0;
            case MD_BLOCK_QUOTE:
            case MD_BLOCK_UL:
            case MD_BLOCK_OL:
            case MD_BLOCK_H:
            case MD_BLOCK_P:
            case MD_BLOCK_TABLE:
                return close();
            case MD_BLOCK_THEAD:
                blocks_.closeHead();
                return 0;
            case MD_BLOCK_CODE:
                fault("code", " ");
                verbatim_ = false;
                return 0;
            case MD_BLOCK_HTML:
                verbatim_ = false;
                return 0;
            default:
                return 0;
        }
    }

    int enterSpan(MD_SPANTYPE type, void* detail) {
        looks_.push_back(look());
        switch (type) {
            case MD_SPAN_STRONG:
                looks_.back().strong = true;
                break;
            case MD_SPAN_EM:
                looks_.back().emphasis = true;
                break;
            case MD_SPAN_A:
                readLink(static_cast<const MD_SPAN_A_DETAIL*>(detail)->href);
                break;
            case MD_SPAN_IMG:
                faults_.add("image", here(2, "!["));
                dropped_ = true;
                ++ignored_;
                break;
            default:
                break;
        }
        return 0;
    }

    // md4c 0.4.8 announces ends without beginnings for some texts (autolinks beside link addresses).
    int leaveSpan(MD_SPANTYPE type) {
        if (looks_.empty()) {
            faults_.add("unclear", here(1));
            return stopped;
        }
        looks_.pop_back();
        if (type == MD_SPAN_IMG) {
            --ignored_;
        }
        return 0;
    }

    void readLink(const MD_ATTRIBUTE& href) {
        const std::string_view written(href.text, href.size);
        if (written.substr(0, 8) != "https://") {
            dropped_ = true;
            faults_.add("link", here(std::max<std::size_t>(written.size(), 1), written), {{"address", written}});
            return;
        }
        const std::string whole = withoutEntities(href);
        const std::string_view address = whole;
        Look& look = looks_.back();
        for (std::size_t offset = 0; offset < address.size();) {
            const Chunk::Letter letter = Chunk::letterAt(address.substr(offset));
            if (letter.kind == Chunk::Letter::Kind::Ordinary) {
                look.link += address[offset++];
                continue;
            }
            const std::size_t index = chunk_.letters().at(letter.index);
            const Tag& tag = tags_.at(index);
            placed_.at(letter.index) = true;
            if (tag.form != TagForm::Field) {
                faults_.add("link-tag", source_.place(tag.offset, tag.length));
            }
            look.linkFields.emplace_back(tag.name, source_.place(tag.offset, tag.length));
            look.link.append(address.substr(offset, Chunk::letterBytes));
            offset += Chunk::letterBytes;
        }
    }

    std::string withoutEntities(const MD_ATTRIBUTE& attribute) {
        std::string result;
        for (std::size_t i = 0; attribute.substr_offsets[i] < attribute.size; ++i) {
            const std::size_t begin = attribute.substr_offsets[i];
            const std::string_view part(attribute.text + begin, attribute.substr_offsets[i + 1] - begin);
            result += attribute.substr_types[i] == MD_TEXT_ENTITY ? entity(part) : std::string(part);
        }
        return result;
    }

    int text(MD_TEXTTYPE type, std::string_view text) {
        remember(text);
        switch (type) {
            case MD_TEXT_BR:
                return addPiece(Piece{HardBreak{}, look()});
            case MD_TEXT_SOFTBR:
                return addPiece(Piece{SoftBreak{}, look()});
            case MD_TEXT_CODE:
                fault("code", text);
                return 0;
            case MD_TEXT_HTML:
                fault("html", text);
                return 0;
            case MD_TEXT_ENTITY:
                addText(entity(text));
                return 0;
            case MD_TEXT_NULLCHAR:
                return 0;
            default:
                return addTagged(text);
        }
    }

    /// A block of code or HTML is named once, not a line at a time.
    void fault(std::string_view kind, std::string_view text) {
        if (!verbatim_ || !named_) {
            faults_.add(kind, here(std::min(text.find('\n'), text.size())));
        }
        named_ = true;
        dropped_ = true;
    }

    int addTagged(std::string_view text) {
        checkLineStart();
        std::size_t begin = 0;
        for (std::size_t offset = 0; offset < text.size();) {
            const Chunk::Letter letter = Chunk::letterAt(text.substr(offset));
            if (letter.kind == Chunk::Letter::Kind::Ordinary) {
                ++offset;
                continue;
            }
            addText(text.substr(begin, offset - begin));
            addLetter(letter);
            offset += Chunk::letterBytes;
            begin = offset;
        }
        addText(text.substr(begin));
        return 0;
    }

    void addLetter(const Chunk::Letter& letter) {
        if (letter.kind == Chunk::Letter::Kind::Hole) {
            blocks_.makeHole(letter.index);
            return;
        }
        placed_.at(letter.index) = true;
        addPiece(Piece{TagPiece{chunk_.letters().at(letter.index)}, look()});
    }

    void addText(std::string_view text) {
        if (!text.empty()) {
            addPiece(Piece{TextPiece{nfc(text)}, look()});
        }
    }

    int addPiece(Piece piece) {
        if (ignored_ == 0) {
            blocks_.pieces().push_back(std::move(piece));
        }
        return 0;
    }

    int close() {
        if (const Node& closed = blocks_.close(); std::holds_alternative<HeadingNode>(closed.content)) {
            checkHeading(std::get<HeadingNode>(closed.content));
        }
        return 0;
    }

    void checkHeading(const HeadingNode& heading) {
        if (heading.level > 4) {
            faults_.add("heading-level", here(1));
        }
    }

    /// A line with bars outside a table, and a heading that is underlined, are slips: neither would print as meant.
    void checkLineStart() {
        const bool paragraph = std::holds_alternative<ParagraphNode>(blocks_.innermost().content);
        const auto* heading = std::get_if<HeadingNode>(&blocks_.innermost().content);
        const std::size_t offset = chunk_.sourceOffset(last_);
        const std::string_view line = std::string_view(source_.text()).substr(source_.lineBegin(offset));
        if (paragraph && line.substr(0, 1) == "|" && offset == source_.lineBegin(offset)) {
            faults_.add("table-row", here(1));
        }
        if (heading != nullptr && heading->pieces.empty() &&
            line.substr(0, offset - source_.lineBegin(offset)).find('#') == std::string_view::npos) {
            faults_.add("underlined-heading", here(1));
        }
    }

    std::string entity(std::string_view text) {
        if (const auto known = entityText(text)) {
            return std::string(*known);
        }
        faults_.add("entity", here(text.size()), {{"entity", text}});
        return {};
    }

    void nameLostTags() {
        for (std::size_t letter = 0; letter < placed_.size(); ++letter) {
            const Tag& tag = tags_.at(chunk_.letters().at(letter));
            const Place where = source_.place(tag.offset, tag.length);
            if (!placed_[letter] && !dropped_) {
                faults_.add("lost-tag", where);
            }
        }
    }

    void remember(std::string_view text) {
        const std::string& all = chunk_.text();
        const auto inside =
            std::less_equal<>()(all.data(), text.data()) && std::less_equal<>()(text.data(), all.data() + all.size());
        if (inside) {
            last_ = static_cast<std::size_t>(text.data() - all.data());
            end_ = last_ + text.size();
        }
    }

    [[nodiscard]] Place here(std::size_t length) const {
        return source_.place(chunk_.sourceOffset(last_), length);
    }

    /// The place of `mark` at or after the last text seen: a span is announced before its text.
    [[nodiscard]] Place here(std::size_t length, std::string_view mark) const {
        const std::size_t found = chunk_.text().find(mark, end_);
        return source_.place(chunk_.sourceOffset(found == std::string::npos ? last_ : found), length);
    }

    [[nodiscard]] Look look() const {
        return looks_.empty() ? Look{} : looks_.back();
    }

    const Chunk& chunk_;
    const SourceText& source_;
    const std::vector<Tag>& tags_;
    Faults& faults_;
    std::vector<bool> placed_;
    OpenBlocks blocks_{[this] { return here(1); }};
    std::vector<Look> looks_;
    bool verbatim_ = false;  // inside a block of code or HTML
    bool named_ = false;     // and it was named
    bool dropped_ = false;   // something with a fault was left out, and perhaps tags with it
    int ignored_ = 0;
    std::size_t last_ = 0;
    std::size_t end_ = 0;
    int status_ = 0;
    std::exception_ptr failure_;
};

}  // namespace

Nodes readMarkdown(const Chunk& chunk, const SourceText& source, const std::vector<Tag>& tags, Faults& faults) {
    return MarkdownReader(chunk, source, tags, faults).read();
}

}  // namespace engross
