#include "evidence/evidence_error.h"
#include "evidence/little_endian.h"
#include "evidence/rich_text.h"

#include <algorithm>

namespace engross {

namespace {

constexpr std::size_t headerLength = 16;
constexpr std::size_t ringLength = 4096;
constexpr std::uint32_t packedMark = 0x75465A4C;    // "LZFu"
constexpr std::uint32_t unpackedMark = 0x414C454D;  // "MELA"

// What the ring holds at the beginning ([MS-OXRTFCP] 2.1.2.1).
constexpr std::string_view firstWords =
    "{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss \\fmodern \\fscript \\fdecor "
    "MS Sans SerifSymbolArialTimes New RomanCourier{\\colortbl\\red0\\green0\\blue0\r\n\\par "
    "\\pard\\plain\\f0\\fs20\\b\\i\\u\\tab\\tx";
static_assert(firstWords.size() == 207);

std::uint32_t wordAt(std::string_view bytes, std::size_t at) {
    return static_cast<std::uint32_t>(littleEndian(bytes.substr(at, 4)));
}

class Unpacking {
public:
    Unpacking(std::string_view packed, std::size_t most) : packed_(packed), most_(most) {
        std::copy(firstWords.begin(), firstWords.end(), ring_.begin());
    }

    /// Whether it ended as it should, or at its end.
    bool run() {
        while (at_ < packed_.size()) {
            const auto kinds = static_cast<unsigned char>(packed_[at_++]);
            for (unsigned bit = 0; bit < 8 && at_ < packed_.size(); ++bit) {
                if ((kinds >> bit & 1U) == 0) {
                    add(packed_[at_++]);
                } else if (at_ + 1 >= packed_.size() || !addEarlier()) {
                    return true;
                }
                if (text_.size() > most_) {
                    return false;
                }
            }
        }
        return true;
    }

    std::string text() {
        return std::move(text_);
    }

private:
    void add(char letter) {
        text_ += letter;
        ring_[place_] = letter;
        place_ = (place_ + 1) % ringLength;
    }

    /// False at the mark of the end: what is meant is the place that comes next.
    bool addEarlier() {
        const unsigned word = static_cast<unsigned>(static_cast<unsigned char>(packed_[at_])) << 8U |
                              static_cast<unsigned char>(packed_[at_ + 1]);
        at_ += 2;
        const std::size_t from = word >> 4U;
        if (from == place_) {
            return false;
        }
        for (std::size_t i = 0; i < (word & 0xFU) + 2; ++i) {
            add(ring_[(from + i) % ringLength]);
        }
        return true;
    }

    std::string_view packed_;
    std::size_t most_;
    std::size_t at_ = 0;
    std::string ring_ = std::string(ringLength, '\0');
    std::size_t place_ = firstWords.size();
    std::string text_;
};

}  // namespace

std::string unpackedRichText(std::string_view packed, std::size_t most, const std::string& name) {
    const auto fault = [&name](const char* code, const char* message) {
        return EvidenceError(code, name, message, EvidenceKind::Outlook);
    };
    if (packed.size() < headerLength) {
        throw fault("evidence-damaged", "its text breaks off; upload another copy");
    }
    const std::uint32_t kind = wordAt(packed, 8);
    if (kind == unpackedMark && packed.size() - headerLength <= most) {
        return std::string(packed.substr(headerLength, wordAt(packed, 4)));
    }
    if (kind != packedMark && kind != unpackedMark) {
        throw fault("evidence-damaged", "its text is packed in no known way; upload another copy");
    }
    Unpacking unpacking(packed.substr(headerLength), most);
    if (kind == unpackedMark || !unpacking.run()) {
        throw fault("evidence-too-large", "the e-mail says more than the limit; print it to a PDF");
    }
    return unpacking.text();
}

}  // namespace engross
