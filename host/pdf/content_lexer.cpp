#include "pdf/content_lexer.h"

#include "pdf/pdf_characters.h"

#include <algorithm>
#include <limits>

namespace engross {

namespace {

constexpr std::int64_t mostStates = 1'000'000;

bool looksLikeContent(std::string_view tail) {
    return std::all_of(tail.begin(), tail.end(), [](char byte) {
        const auto value = static_cast<unsigned char>(byte);
        return (value >= 0x20 && value < 0x7F) || byte == '\n' || byte == '\r' || byte == '\t';
    });
}

}  // namespace

void ContentLexer::add(std::string_view piece) {
    const char* at = piece.data();
    const char* const end = at + piece.size();
    while (at < end) {
        switch (state_) {
            case State::Between:
                at = takeBetween(at, end);
                break;
            case State::Comment:
                at = std::find_if(at, end, [](char byte) { return byte == '\n' || byte == '\r'; });
                state_ = at < end ? State::Between : State::Comment;
                break;
            case State::Name:
            case State::Word:
                at = takeRun(at, end);
                break;
            case State::Round:
                at = takeRound(at, end);
                break;
            case State::Pointed:
                at = takePointed(at, end);
                break;
            case State::Picture:
                at = takePicture(at, end);
                break;
            case State::PictureEnd:
                at = checkPictureEnd(at, end);
                break;
        }
    }
}

void ContentLexer::endStream() {
    add("\n");
}

ContentTally ContentLexer::finish() {
    endStream();
    if (state_ == State::PictureEnd && looksLikeContent(tail_)) {
        const std::string tail = std::move(tail_);
        state_ = State::Between;
        add(tail);
    }
    const bool closed = state_ == State::Between && before_ == 0 && !inPictureHead_;
    tally_.regular = tally_.regular && closed && marks_ == 0 && arrays_ == 0 && dictionaries_ == 0 && !inText_;
    if (lowest_ < -mostStates || depth_ - lowest_ > mostStates) {
        tally_.regular = false;
    } else {
        tally_.unders = static_cast<std::uint32_t>(-lowest_);
        tally_.overs = static_cast<std::uint32_t>(depth_ - lowest_);
    }
    return tally_;
}

const char* ContentLexer::takeBetween(const char* at, const char* end) {
    if (before_ != 0) {
        const char kind = before_;
        before_ = 0;
        if (*at == kind) {
            dictionaries_ += kind == '<' ? 1 : -1;
            tally_.regular = tally_.regular && dictionaries_ >= 0;
            return at + 1;
        }
        if (kind == '>') {
            tally_.regular = false;
        } else {
            state_ = State::Pointed;
        }
        return at;
    }
    while (at < end && isPdfSpace(*at)) {
        ++at;
    }
    if (at == end) {
        return at;
    }
    const char first = *at;
    switch (first) {
        case '/':
            startRun(State::Name, first);
            break;
        case '(':
            state_ = State::Round;
            roundDepth_ = 1;
            break;
        case '%':
            state_ = State::Comment;
            break;
        case '<':
        case '>':
            before_ = first;
            break;
        case '[':
            ++arrays_;
            break;
        case ']':
        case ')':
            closeBracket(first);
            break;
        case '{':
        case '}':
            break;
        default:
            startRun(State::Word, first);
            break;
    }
    return at + 1;
}

void ContentLexer::closeBracket(char kind) {
    arrays_ -= kind == ']' ? 1 : 0;
    tally_.regular = tally_.regular && kind == ']' && arrays_ >= 0;
}

void ContentLexer::startRun(State state, char first) {
    state_ = state;
    run_[0] = first;
    runLength_ = 1;
}

const char* ContentLexer::takeRun(const char* at, const char* end) {
    while (at < end && isPdfRegular(*at)) {
        if (runLength_ < longestRun) {
            run_[runLength_] = *at;
        }
        ++runLength_;
        ++at;
    }
    if (at < end) {
        endRun();
    }
    return at;
}

void ContentLexer::endRun() {
    const bool name = state_ == State::Name;
    state_ = State::Between;
    if (runLength_ > longestRun) {
        return;
    }
    if (name) {
        tally_.hasMarkedIds = tally_.hasMarkedIds || std::string_view(run_.data(), runLength_) == "/MCID";
    } else if (runLength_ <= 3) {
        endWord();
    }
}

void ContentLexer::endWord() {
    const std::string_view word(run_.data(), runLength_);
    const char first = word.front();
    if ((first >= '0' && first <= '9') || first == '-' || first == '.') {
        return;
    }
    if (word == "q" || word == "Q") {
        push(word == "q" ? 1 : -1);
    } else if (word == "BT" || word == "ET") {
        tally_.regular = tally_.regular && inText_ == (word == "ET");
        inText_ = word == "BT";
    } else if (word == "BMC" || word == "BDC" || word == "EMC") {
        marks_ += word == "EMC" ? -1 : 1;
        tally_.regular = tally_.regular && marks_ >= 0;
    } else if (word == "Tj" || word == "TJ" || word == "'" || word == "\"") {
        tally_.showsText = true;
    } else if (word == "Do") {
        tally_.drawsObjects = true;
    } else if (word == "BI") {
        inPictureHead_ = true;
    } else if (word == "ID" && inPictureHead_) {
        inPictureHead_ = false;
        state_ = State::Picture;
        pictureMatch_ = 0;
    }
}

void ContentLexer::push(int change) {
    depth_ += change;
    lowest_ = std::min(lowest_, depth_);
}

const char* ContentLexer::takeRound(const char* at, const char* end) {
    for (; at < end; ++at) {
        if (escaped_) {
            escaped_ = false;
        } else if (*at == '\\') {
            escaped_ = true;
        } else if (*at == '(') {
            ++roundDepth_;
        } else if (*at == ')' && --roundDepth_ == 0) {
            state_ = State::Between;
            return at + 1;
        }
    }
    return at;
}

const char* ContentLexer::takePointed(const char* at, const char* end) {
    at = std::find(at, end, '>');
    if (at < end) {
        state_ = State::Between;
        return at + 1;
    }
    return at;
}

/// The samples of an inline picture have no length: they end with EI between spaces, where content follows.
const char* ContentLexer::takePicture(const char* at, const char* end) {
    for (; at < end; ++at) {
        const char byte = *at;
        if (pictureMatch_ == 3 && isPdfSpace(byte)) {
            state_ = State::PictureEnd;
            tail_.assign(1, byte);
            return at + 1;
        }
        if (pictureMatch_ == 2 && byte == 'I') {
            pictureMatch_ = 3;
        } else if (pictureMatch_ == 1 && byte == 'E') {
            pictureMatch_ = 2;
        } else {
            pictureMatch_ = isPdfSpace(byte) ? 1 : 0;
        }
    }
    return at;
}

const char* ContentLexer::checkPictureEnd(const char* at, const char* end) {
    const auto wanted = static_cast<std::ptrdiff_t>(pictureTail - tail_.size());
    const char* const until = at + std::min(wanted, end - at);
    tail_.append(at, until);
    if (tail_.size() < pictureTail) {
        return until;
    }
    const std::string tail = std::move(tail_);
    tail_.clear();
    pictureMatch_ = 1;
    state_ = looksLikeContent(tail) ? State::Between : State::Picture;
    add(tail);
    return until;
}

}  // namespace engross
