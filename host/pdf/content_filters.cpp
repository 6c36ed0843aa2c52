#include "pdf/content_filters.h"

#include "pdf/pdf_characters.h"

#include <zlib.h>
#include <algorithm>
#include <new>

namespace engross {

namespace {

constexpr std::size_t window = std::size_t{64} * 1024;

/// A step that gathers what it decodes and passes it on by the windowful.
class GatheringFilter : public ContentFilter {
public:
    explicit GatheringFilter(ContentFilter& next) : next_(next) {
        out_.reserve(window + 512);
    }

    Flow add(std::string_view piece) override {
        for (std::size_t i = 0; i < piece.size() && flow_ == Flow::More; ++i) {
            flow_ = take(static_cast<unsigned char>(piece[i]));
            if (out_.size() >= window) {
                passOn();
            }
        }
        if (!out_.empty()) {
            passOn();
        }
        return flow_;
    }

    Flow finish() override {
        if (flow_ == Flow::More) {
            flow_ = end();
        }
        passOn();
        const Flow after = next_.finish();
        return after == Flow::Stopped || flow_ == Flow::Ended ? after : flow_;
    }

protected:
    virtual Flow take(unsigned char byte) = 0;
    /// The bytes ended without a mark of their end.
    virtual Flow end() {
        return Flow::Ended;
    }
    void give(unsigned char byte) {
        out_ += static_cast<char>(byte);
    }
    void give(std::string_view bytes) {
        out_ += bytes;
    }

private:
    void passOn() {
        const Flow after = next_.add(out_);
        out_.clear();
        if (after == Flow::Stopped || after == Flow::Damaged) {
            flow_ = after;
        }
    }

    ContentFilter& next_;
    std::string out_;
    Flow flow_ = Flow::More;
};

class InflateFilter : public ContentFilter {
public:
    explicit InflateFilter(ContentFilter& next) : next_(next), out_(window, '\0') {
        if (::inflateInit(&stream_) != Z_OK) {
            throw std::bad_alloc();
        }
    }
    ~InflateFilter() override {
        ::inflateEnd(&stream_);
    }
    InflateFilter(const InflateFilter&) = delete;
    InflateFilter& operator=(const InflateFilter&) = delete;

    Flow add(std::string_view piece) override {
        while (!piece.empty() && flow_ == Flow::More) {
            const std::string_view part = piece.substr(0, std::size_t{1} << 30U);
            piece.remove_prefix(part.size());
            // zlib's interface is not const, but it does not write to what it reads.
            stream_.next_in = const_cast<Bytef*>(reinterpret_cast<const Bytef*>(part.data()));
            stream_.avail_in = static_cast<uInt>(part.size());
            do {
                inflateOnce();
            } while (flow_ == Flow::More && (stream_.avail_in > 0 || stream_.avail_out == 0));
        }
        return flow_;
    }

    Flow finish() override {
        const Flow after = next_.finish();
        if (after == Flow::Stopped || flow_ == Flow::Ended) {
            return after;
        }
        return flow_ == Flow::More ? Flow::Damaged : flow_;
    }

private:
    void inflateOnce() {
        stream_.next_out = reinterpret_cast<Bytef*>(out_.data());
        stream_.avail_out = static_cast<uInt>(out_.size());
        const int result = ::inflate(&stream_, Z_NO_FLUSH);
        const Flow after = next_.add(std::string_view(out_).substr(0, out_.size() - stream_.avail_out));
        if (after == Flow::Stopped || after == Flow::Damaged) {
            flow_ = after;
        } else if (result == Z_STREAM_END) {
            flow_ = Flow::Ended;
        } else if (result != Z_OK && !(result == Z_BUF_ERROR && (stream_.avail_in == 0 || stream_.avail_out == 0))) {
            flow_ = Flow::Damaged;
        }
    }

    ContentFilter& next_;
    std::string out_;
    z_stream stream_{};
    Flow flow_ = Flow::More;
};

/// ISO 32000-1 7.4.4: codes of 9 to 12 bits, a table that is built again after 256, the end at 257.
class LzwFilter : public GatheringFilter {
public:
    LzwFilter(ContentFilter& next, bool early) : GatheringFilter(next), early_(early ? 1 : 0) {}

private:
    static constexpr unsigned clearTable = 256;
    static constexpr unsigned endOfData = 257;
    static constexpr unsigned firstFree = 258;
    static constexpr unsigned tableSize = 4096;

    Flow take(unsigned char byte) override {
        bits_ = bits_ << 8U | byte;
        held_ += 8;
        if (held_ < width_) {
            return Flow::More;
        }
        held_ -= width_;
        const unsigned code = static_cast<unsigned>(bits_ >> held_) & ((1U << width_) - 1U);
        bits_ &= (1U << held_) - 1U;
        return takeCode(code);
    }

    Flow takeCode(unsigned code) {
        if (code == endOfData) {
            return Flow::Ended;
        }
        if (code == clearTable) {
            next_ = firstFree;
            width_ = 9;
            hasPrevious_ = false;
            return Flow::More;
        }
        if (code > next_ || (code == next_ && !hasPrevious_) || code >= tableSize) {
            return Flow::Damaged;
        }
        unfold(code == next_ ? previous_ : code);
        if (code == next_) {
            entry_ += entry_.front();
        }
        if (hasPrevious_ && next_ < tableSize) {
            prefixes_.at(next_) = static_cast<std::uint16_t>(previous_);
            suffixes_.at(next_) = static_cast<unsigned char>(entry_.front());
            ++next_;
        }
        give(entry_);
        previous_ = code;
        hasPrevious_ = true;
        const unsigned known = next_ + early_;
        width_ = known >= 2048 ? 12 : known >= 1024 ? 11 : known >= 512 ? 10 : 9;
        return Flow::More;
    }

    void unfold(unsigned code) {
        entry_.clear();
        while (code >= firstFree) {
            entry_ += static_cast<char>(suffixes_.at(code));
            code = prefixes_.at(code);
        }
        entry_ += static_cast<char>(code);
        std::reverse(entry_.begin(), entry_.end());
    }

    unsigned early_;
    std::array<std::uint16_t, tableSize> prefixes_{};
    std::array<unsigned char, tableSize> suffixes_{};
    unsigned next_ = firstFree;
    unsigned width_ = 9;
    std::uint32_t bits_ = 0;
    unsigned held_ = 0;
    unsigned previous_ = 0;
    bool hasPrevious_ = false;
    std::string entry_;
};

class HexFilter : public GatheringFilter {
public:
    using GatheringFilter::GatheringFilter;

private:
    Flow take(unsigned char byte) override {
        const auto letter = static_cast<char>(byte | 0x20U);
        int digit = -1;
        if (byte >= '0' && byte <= '9') {
            digit = byte - '0';
        } else if (letter >= 'a' && letter <= 'f') {
            digit = letter - 'a' + 10;
        }
        if (digit < 0) {
            return byte == '>' ? end() : isPdfSpace(static_cast<char>(byte)) ? Flow::More : Flow::Damaged;
        }
        if (high_ < 0) {
            high_ = digit;
        } else {
            give(static_cast<unsigned char>(high_ * 16 + digit));
            high_ = -1;
        }
        return Flow::More;
    }

    Flow end() override {
        if (high_ >= 0) {
            give(static_cast<unsigned char>(high_ * 16));
            high_ = -1;
        }
        return Flow::Ended;
    }

    int high_ = -1;
};

class Ascii85Filter : public GatheringFilter {
public:
    using GatheringFilter::GatheringFilter;

private:
    Flow take(unsigned char byte) override {
        if (isPdfSpace(static_cast<char>(byte))) {
            return Flow::More;
        }
        if (byte == '~') {
            return end();
        }
        if (byte == 'z' && digits_ == 0) {
            give(std::string_view("\0\0\0\0", 4));
            return Flow::More;
        }
        if (byte < '!' || byte > 'u') {
            return Flow::Damaged;
        }
        value_ = value_ * 85 + (byte - std::uint32_t{'!'});
        if (++digits_ == 5) {
            giveBytes(4);
        }
        return Flow::More;
    }

    Flow end() override {
        if (digits_ == 1) {
            return Flow::Damaged;
        }
        if (digits_ > 1) {
            const unsigned bytes = digits_ - 1;
            for (; digits_ < 5; ++digits_) {
                value_ = value_ * 85 + 84;
            }
            giveBytes(bytes);
        }
        return Flow::Ended;
    }

    void giveBytes(unsigned count) {
        for (unsigned i = 0; i < count; ++i) {
            give(static_cast<unsigned char>(value_ >> (24 - 8 * i) & 0xFFU));
        }
        value_ = 0;
        digits_ = 0;
    }

    std::uint32_t value_ = 0;
    unsigned digits_ = 0;
};

class RunLengthFilter : public GatheringFilter {
public:
    using GatheringFilter::GatheringFilter;

private:
    static constexpr unsigned endOfData = 128;

    Flow take(unsigned char byte) override {
        if (literals_ > 0) {
            --literals_;
            give(byte);
        } else if (copies_ > 0) {
            give(std::string(copies_, static_cast<char>(byte)));
            copies_ = 0;
        } else if (byte == endOfData) {
            return Flow::Ended;
        } else if (byte < endOfData) {
            literals_ = byte + 1U;
        } else {
            copies_ = 257U - byte;
        }
        return Flow::More;
    }

    std::size_t literals_ = 0;
    std::size_t copies_ = 0;
};

class PredictionFilter : public GatheringFilter {
public:
    PredictionFilter(ContentFilter& next, const RowPrediction& rows)
        : GatheringFilter(next), step_(pixelLength(rows)), row_(rowLength(rows)), above_(row_.size()) {}

private:
    Flow take(unsigned char byte) override {
        if (!hasType_) {
            type_ = static_cast<char>(byte);
            hasType_ = true;
            return Flow::More;
        }
        row_[filled_++] = byte;
        if (filled_ < row_.size()) {
            return Flow::More;
        }
        filled_ = 0;
        hasType_ = false;
        if (!undoRow(type_, row_.data(), above_.data(), row_.size(), step_)) {
            return Flow::Damaged;
        }
        give(std::string_view(reinterpret_cast<const char*>(row_.data()), row_.size()));
        above_ = row_;
        return Flow::More;
    }

    std::size_t step_;
    std::vector<unsigned char> row_;
    std::vector<unsigned char> above_;
    std::size_t filled_ = 0;
    char type_ = 0;
    bool hasType_ = false;
};

}  // namespace

std::unique_ptr<ContentFilter> makeInflateFilter(ContentFilter& next) {
    return std::make_unique<InflateFilter>(next);
}

std::unique_ptr<ContentFilter> makeLzwFilter(ContentFilter& next, bool early) {
    return std::make_unique<LzwFilter>(next, early);
}

std::unique_ptr<ContentFilter> makeHexFilter(ContentFilter& next) {
    return std::make_unique<HexFilter>(next);
}

std::unique_ptr<ContentFilter> makeAscii85Filter(ContentFilter& next) {
    return std::make_unique<Ascii85Filter>(next);
}

std::unique_ptr<ContentFilter> makeRunLengthFilter(ContentFilter& next) {
    return std::make_unique<RunLengthFilter>(next);
}

std::unique_ptr<ContentFilter> makePredictionFilter(ContentFilter& next, const RowPrediction& rows) {
    return std::make_unique<PredictionFilter>(next, rows);
}

}  // namespace engross
