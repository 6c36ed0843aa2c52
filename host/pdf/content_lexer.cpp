#include "pdf/content_lexer.h"

#include "pdf/pdf_characters.h"

#include <algorithm>
#include <cstring>

namespace engross {

namespace {

constexpr std::size_t longestOperator = 3;

bool isNumeric(char byte) {
    return (byte >= '0' && byte <= '9') || byte == '-' || byte == '.' || byte == '+';
}

/// An operator of up to three letters as a number.
constexpr std::uint32_t packed(std::string_view word) {
    std::uint32_t number = 0;
    for (const char letter : word) {
        number = number << 8U | static_cast<unsigned char>(letter);
    }
    return number;
}

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
    // What follows the last possible end of a picture is shorter than one would like: it is judged as it is.
    while (state_ == State::PictureEnd) {
        judgePictureEnd();
    }
    const bool closed = state_ == State::Between && before_ == 0 && !inPictureHead_;
    tally_.regular = tally_.regular && closed && marks_ == 0 && arrays_ == 0 && dictionaries_ == 0 && !inText_;
    if (depth_ > mostContentStates) {
        tally_.regular = false;
    } else if (depth_ > 0) {
        tally_.overs = static_cast<std::uint32_t>(depth_);
    }
    return tally_;
}

/// Most of a page is words and strings that begin and end in one piece: they are passed over without more ado.
const char* ContentLexer::takeBetween(const char* at, const char* end) {
    if (before_ != 0) {
        return takeSecond(at);
    }
    while (at < end && state_ == State::Between) {
        const char first = *at;
        if (isPdfSpace(first)) {
            ++at;
        } else if (isPdfRegular(first)) {
            at = takeWord(at, end);
        } else if (first == '<' && end - at > 1 && at[1] != '<') {
            state_ = State::Pointed;
            at = takePointed(at + 1, end);
        } else {
            return takeFirst(at);
        }
    }
    return at;
}

const char* ContentLexer::takeWord(const char* begin, const char* end) {
    const char* const at = std::find_if_not(begin, end, isPdfRegular);
    const auto length = static_cast<std::size_t>(at - begin);
    if (at == end) {
        state_ = State::Word;
        runLength_ = length;
        std::copy_n(begin, std::min(length, longestRun), run_.begin());
    } else if (length <= longestOperator && !isNumeric(*begin)) {
        endWord({begin, length});
    }
    return at;
}

/// The byte after "<" or ">".
const char* ContentLexer::takeSecond(const char* at) {
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

const char* ContentLexer::takeFirst(const char* at) {
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
    } else if (runLength_ <= longestOperator) {
        endWord({run_.data(), runLength_});
    }
}

void ContentLexer::endWord(std::string_view word) {
    switch (packed(word)) {
        case packed("q"):
            push(1);
            break;
        case packed("Q"):
            push(-1);
            break;
        case packed("BT"):
        case packed("ET"):
            tally_.regular = tally_.regular && inText_ == (word.front() == 'E');
            inText_ = word.front() == 'B';
            break;
        case packed("BMC"):
        case packed("BDC"):
            ++marks_;
            break;
        case packed("EMC"):
            --marks_;
            tally_.regular = tally_.regular && marks_ >= 0;
            break;
        case packed("Tj"):
        case packed("TJ"):
        case packed("'"):
        case packed("\""):
            tally_.showsText = true;
            break;
        case packed("Do"):
            tally_.drawsObjects = true;
            break;
        case packed("BI"):
            inPictureHead_ = true;
            break;
        case packed("ID"):
            if (inPictureHead_) {
                inPictureHead_ = false;
                state_ = State::Picture;
                pictureMatch_ = 0;
            }
            break;
        default:
            break;
    }
}

void ContentLexer::push(int change) {
    if (change < 0 && depth_ == 0) {
        ++tally_.strays;
    } else {
        depth_ += change;
    }
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
    const auto* const close = static_cast<const char*>(std::memchr(at, '>', static_cast<std::size_t>(end - at)));
    if (close == nullptr) {
        return end;
    }
    state_ = State::Between;
    return close + 1;
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
    judgePictureEnd();
    return until;
}

void ContentLexer::judgePictureEnd() {
    const std::string tail = std::move(tail_);
    tail_.clear();
    pictureMatch_ = 1;
    state_ = looksLikeContent(tail) ? State::Between : State::Picture;
    add(std::string_view(tail).substr(state_ == State::Picture ? 1 : 0));
}

std::optional<std::string> withoutStrays(std::string_view content) {
    const auto ends = [&content](std::size_t at) { return at >= content.size() || !isPdfRegular(content[at]); };
    ContentLexer lexer;
    std::string kept;
    std::size_t read = 0;
    std::size_t copied = 0;
    std::uint32_t strays = 0;
    for (std::size_t at = content.find('Q'); at != std::string_view::npos; at = content.find('Q', at + 1)) {
        if ((at > 0 && !ends(at - 1)) || !ends(at + 1)) {
            continue;
        }
        // What is counted when the byte behind this Q was read is this Q.
        lexer.add(content.substr(read, at + 2 - read));
        read = std::min(at + 2, content.size());
        if (read == at + 1) {
            lexer.endStream();
        }
        if (lexer.strays() > strays) {
            strays = lexer.strays();
            kept += content.substr(copied, at - copied);
            copied = at + 1;
        }
    }
    kept += content.substr(copied);
    // Behind an inline picture it is counted later, and another Q was taken for it: then a stray is left.
    ContentLexer again;
    again.add(kept);
    return again.finish().strays == 0 ? std::optional(std::move(kept)) : std::nullopt;
}

}  // namespace engross
