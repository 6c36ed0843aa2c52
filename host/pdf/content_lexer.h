#pragma once
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace engross {

/// Content that needs more than so many Q after it counts as irregular.
constexpr std::uint32_t mostContentStates = 64;

/// What one pass over a page's decoded content tells (ISO 32000-1 7.8.2).
struct ContentTally {
    /// No token is broken, and every text object, marked sequence and bracket ends after it began: with the right
    /// number of Q behind it, other content can stand on both sides, once its strays are gone.
    bool regular = true;
    std::uint32_t overs = 0;  // how many states are left pushed
    /// Q without their q: on a page they do nothing; above a state of ours they would undo what the page set.
    std::uint32_t strays = 0;
    bool showsText = false;
    bool drawsObjects = false;  // Do: a picture or a form
    bool hasMarkedIds = false;  // /MCID: ids of the source's own structure tree
    bool operator==(const ContentTally&) const = default;
};

/// Reads content piece by piece, as it is decoded, and remembers nothing but its tally.
class ContentLexer {
public:
    void add(std::string_view piece);
    /// Says that one of a page's streams ended: a token does not go on in the next one (7.8.2).
    void endStream();
    /// Ends the content; call once.
    [[nodiscard]] ContentTally finish();
    /// ContentTally::strays so far.
    [[nodiscard]] std::uint32_t strays() const noexcept {
        return tally_.strays;
    }

private:
    enum class State : std::uint8_t { Between, Comment, Name, Word, Round, Pointed, Picture, PictureEnd };

    const char* takeBetween(const char* at, const char* end);
    const char* takeWord(const char* begin, const char* end);
    const char* takeFirst(const char* at);
    const char* takeSecond(const char* at);
    const char* takeRun(const char* at, const char* end);
    const char* takeRound(const char* at, const char* end);
    const char* takePointed(const char* at, const char* end);
    const char* takePicture(const char* at, const char* end);
    const char* checkPictureEnd(const char* at, const char* end);
    void judgePictureEnd();
    void startRun(State state, char first);
    void endRun();
    void endWord(std::string_view word);
    void closeBracket(char kind);
    void push(int change);

    static constexpr std::size_t longestRun = 8;    // of a word that means something, and of "/MCID"
    static constexpr std::size_t pictureTail = 24;  // bytes after "EI" that must look like content

    State state_ = State::Between;
    std::array<char, longestRun> run_{};
    std::size_t runLength_ = 0;
    std::size_t roundDepth_ = 0;
    bool escaped_ = false;
    char before_ = 0;             // "<" or ">" that may become a pair
    bool inPictureHead_ = false;  // between BI and ID
    int pictureMatch_ = 0;        // how much of space, E, I, space was seen
    std::string tail_;            // what follows a possible end of a picture
    ContentTally tally_;
    std::int64_t depth_ = 0;
    std::int64_t marks_ = 0;
    std::int64_t arrays_ = 0;
    std::int64_t dictionaries_ = 0;
    bool inText_ = false;
};

/// The content without its strays; nothing where they cannot be taken out.
[[nodiscard]] std::optional<std::string> withoutStrays(std::string_view content);

}  // namespace engross
