#pragma once
#include "pdf/active_entries.h"
#include "pdf/reader_extent.h"
#include "pdf/reader_lexer.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace engross {

/// Reads the text of an object token by token and hands out pieces: what can be copied as it stands, references, and
/// entries that are left out. The text is a whole value, or the dictionary of a stream without its closing brackets.
class ReferenceCutter {
public:
    /// `keys` says what those of the outermost dictionary are. Of a file of ours, entries of streams alone are left
    /// out.
    ReferenceCutter(std::string_view text, KeyMeaning keys, bool isOurs)
        : lexer_(text), text_(text), keys_(keys), below_(keys), isOurs_(isOurs) {}

    /// Calls write(text), refer(number, generation, keys of what it leads to) and leave(why, value as it stands).
    template <typename Write, typename Refer, typename Leave>
    void run(const Write& write, const Refer& refer, const Leave& leave) {
        for (PdfToken token = lexer_.next(); token.kind != PdfTokenKind::End; token = lexer_.next()) {
            const std::size_t begin = lexer_.at() - token.text.size();
            const bool isKey = token.kind == PdfTokenKind::Name && !afterKey_ && isDictionary(depth_);
            if (leavingAt_ != 0 && depth_ == leavingAt_ && (isKey || token.kind == PdfTokenKind::DictionaryClose)) {
                endLeaving(begin, leave);
            }
            if (isKey) {
                startEntry(token.text, begin, write);
            } else if (leavingAt_ == 0 && afterKey_ && isTold(token)) {
                write(text_.substr(copied_, beforeKey_ - copied_));
                leave(LeftOutEntry::Action, text_.substr(beforeKey_, lexer_.at() - beforeKey_));
                copied_ = lexer_.at();
                integers_ = 0;
            } else {
                take(token, begin, write, refer);
            }
            afterKey_ = isKey;
            lastEnd_ = lexer_.at();
        }
        if (leavingAt_ != 0) {
            endLeaving(lastEnd_, leave);
        }
        write(text_.substr(copied_, lastEnd_ - copied_));
    }

private:
    [[nodiscard]] bool isDictionary(std::size_t depth) const {
        return depth > 0 && levels_.at(depth).isDictionary;
    }

    /// Of the keys of a value that stands here: what is in a list has entries of its own.
    [[nodiscard]] KeyMeaning meaningHere() const {
        return depth_ == 0 || isDictionary(depth_) ? below_ : KeyMeaning::Entries;
    }

    template <typename Write>
    void startEntry(std::string_view key, std::size_t begin, const Write& write) {
        const KeyMeaning keys = levels_.at(depth_).keys;
        beforeKey_ = std::max(lastEnd_, copied_);  // an entry before it may be left out
        key_ = key;
        integers_ = 0;
        if (leavingAt_ != 0) {
            return;
        }
        const bool atStream = depth_ == 1 && keys_ == KeyMeaning::StreamEntries;
        why_ = isOurs_ && !atStream ? LeftOutEntry::None : leftOutEntry(key, keys);
        if (why_ != LeftOutEntry::None || (atStream && key == "/Length")) {
            write(text_.substr(copied_, beforeKey_ - copied_));
            leavingAt_ = depth_;
            leftFrom_ = begin + key.size();
            return;
        }
        below_ = meaningBelow(key, keys);
    }

    template <typename Leave>
    void endLeaving(std::size_t begin, const Leave& leave) {
        if (why_ != LeftOutEntry::None) {
            leave(why_, text_.substr(leftFrom_, lastEnd_ - leftFrom_));
        }
        leavingAt_ = 0;
        copied_ = begin;
    }

    /// What gives away an action where its keys may be anything: its type, or the text of a script.
    [[nodiscard]] bool isTold(const PdfToken& token) const {
        if (isOurs_) {
            return false;
        }
        if (token.kind == PdfTokenKind::Name && (key_ == "/S" || key_ == "/#53")) {
            return isActionName(nameFrom(token.text));
        }
        return token.kind == PdfTokenKind::String && levels_.at(depth_).keys == KeyMeaning::Names;
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
                if (token.text == "R" && integers_ >= 2 && leavingAt_ == 0) {
                    write(text_.substr(copied_, begins_[0] - copied_));
                    refer(numbers_[0], numbers_[1], meaningHere());
                    copied_ = lexer_.at();
                }
                break;
            case PdfTokenKind::ArrayOpen:
                enter({false, KeyMeaning::Entries});
                break;
            case PdfTokenKind::DictionaryOpen:
                enter({true, meaningHere()});
                break;
            case PdfTokenKind::ArrayClose:
            case PdfTokenKind::DictionaryClose:
                leaveLevel();
                break;
            default:
                break;
        }
        integers_ = 0;
    }

    struct Level {
        bool isDictionary = false;
        KeyMeaning keys = KeyMeaning::Entries;
    };

    // The reader of objects has refused what is nested deeper, or is not closed.
    void enter(Level level) {
        levels_.at(++depth_) = level;
    }
    void leaveLevel() {
        depth_ -= depth_ > 0 ? 1U : 0U;
    }

    PdfLexer lexer_;
    std::string_view text_;
    KeyMeaning keys_;
    KeyMeaning below_;  // of the value that is expected in a dictionary
    bool isOurs_;
    std::array<Level, deepestNesting + 2> levels_;
    std::size_t depth_ = 0;
    std::size_t copied_ = 0;     // up to where the text was handed out
    std::size_t lastEnd_ = 0;    // of the last token
    std::size_t beforeKey_ = 0;  // the end of the token before the last key
    std::string_view key_;
    bool afterKey_ = false;
    std::size_t leavingAt_ = 0;  // the depth of the dictionary whose entry is left out; 0 for none
    std::size_t leftFrom_ = 0;
    LeftOutEntry why_ = LeftOutEntry::None;
    std::array<std::string_view, 2> numbers_;
    std::array<std::size_t, 2> begins_{};
    std::size_t integers_ = 0;
};

}  // namespace engross
