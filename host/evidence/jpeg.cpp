#include "evidence/jpeg.h"

#include "evidence/exif.h"

#include <algorithm>
#include <memory>

namespace engross {

namespace {

// ITU-T T.81 table B.1
constexpr unsigned startOfImage = 0xD8;
constexpr unsigned endOfImage = 0xD9;
constexpr unsigned startOfScan = 0xDA;
constexpr unsigned comment = 0xFE;
constexpr unsigned firstApplication = 0xE0;
constexpr unsigned lastApplication = 0xEF;

bool isFrame(unsigned marker) {
    return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
}

bool standsAlone(unsigned marker) {
    return marker == 0x01 || (marker >= 0xD0 && marker <= 0xD7);
}

/// JFIF, colour profiles and Adobe's colour transform say how the picture looks; everything else says who took it.
bool isKept(unsigned marker, std::string_view payload) {
    if (marker == comment) {
        return false;
    }
    if (marker < firstApplication || marker > lastApplication) {
        return true;
    }
    return (marker == 0xE0 && payload.substr(0, 4) == "JFIF") ||
           (marker == 0xE2 && payload.substr(0, 11) == "ICC_PROFILE") ||
           (marker == 0xEE && payload.substr(0, 5) == "Adobe");
}

class JpegReader {
public:
    JpegReader(std::string_view bytes, const std::string& name, const PictureLimits& limits)
        : bytes_(bytes), name_(name), limits_(limits) {}

    Picture run() {
        if (bytes_.size() > limits_.bytes) {
            throw fault("evidence-too-large", "the picture is larger than the limit; save a smaller copy");
        }
        kept_.reserve(bytes_.size());
        if (nextMarker() != startOfImage) {
            throw damaged();
        }
        for (unsigned marker = nextMarker(); marker != endOfImage; marker = nextMarker()) {
            readSegment(marker);
        }
        if (picture_.widthPixels == 0 || !sawScan_) {
            throw damaged();
        }
        picture_.coding = Picture::Coding::Jpeg;
        picture_.bytes = std::make_shared<const std::string>(std::move(kept_));
        return std::move(picture_);
    }

private:
    [[nodiscard]] EvidenceError fault(const char* code, const char* message) const {
        return {code, name_, message, EvidenceKind::Jpeg};
    }
    [[nodiscard]] EvidenceError damaged() const {
        return fault("evidence-damaged", "the picture is damaged or breaks off; upload another copy");
    }

    [[nodiscard]] unsigned byteAt(std::size_t offset) const {
        if (offset >= bytes_.size()) {
            throw damaged();
        }
        return static_cast<unsigned char>(bytes_[offset]);
    }

    /// The next marker; any fill bytes before it are left out.
    unsigned nextMarker() {
        if (byteAt(at_) != 0xFF) {
            throw damaged();
        }
        while (byteAt(at_) == 0xFF) {
            ++at_;
        }
        const unsigned marker = byteAt(at_++);
        if (marker == startOfImage || marker == endOfImage || standsAlone(marker)) {
            keepMarker(marker);
        }
        return marker;
    }

    void keepMarker(unsigned marker) {
        kept_ += '\xFF';
        kept_ += static_cast<char>(marker);
    }

    void readSegment(unsigned marker) {
        if (marker == startOfImage || standsAlone(marker)) {
            return;
        }
        const std::size_t length = byteAt(at_) * 256 + byteAt(at_ + 1);
        if (length < 2 || length > bytes_.size() - at_) {
            throw damaged();
        }
        const std::string_view segment = bytes_.substr(at_, length);
        const std::string_view payload = segment.substr(2);
        if (isFrame(marker)) {
            readFrame(marker, payload);
        } else if (marker == 0xE1 && payload.substr(0, 6) == std::string_view("Exif\0\0", 6)) {
            picture_.orientation = orientationFrom(payload.substr(6));
        }
        if (isKept(marker, payload)) {
            keepMarker(marker);
            kept_ += segment;
        }
        at_ += length;
        if (marker == startOfScan) {
            sawScan_ = true;
            keepScan();
        }
    }

    void readFrame(unsigned marker, std::string_view payload) {
        // DCTDecode knows baseline, extended and progressive Huffman coding (ISO 32000-1 7.4.8).
        if (marker > 0xC2) {
            throw EvidenceError("evidence-unsupported", name_,
                                "the picture is coded in a way that PDF does not know; save it as an ordinary JPEG",
                                EvidenceKind::Jpeg);
        }
        if (payload.size() < 6 || picture_.widthPixels != 0) {
            throw damaged();
        }
        const auto byte = [payload](std::size_t i) { return static_cast<int>(static_cast<unsigned char>(payload[i])); };
        picture_.heightPixels = byte(1) * 256 + byte(2);
        picture_.widthPixels = byte(3) * 256 + byte(4);
        picture_.components = byte(5);
        const bool sound = byte(0) == 8 && picture_.heightPixels > 0 && picture_.widthPixels > 0 &&
                           (picture_.components == 1 || picture_.components == 3 || picture_.components == 4);
        if (!sound) {
            throw damaged();
        }
        const auto pixels =
            static_cast<std::uint64_t>(picture_.widthPixels) * static_cast<std::uint64_t>(picture_.heightPixels);
        if (pixels > limits_.passedPixels || std::max(picture_.widthPixels, picture_.heightPixels) > limits_.side) {
            throw fault("evidence-too-large", "the picture has too many pixels; save a smaller copy");
        }
    }

    /// Copies entropy-coded data up to the marker that ends it.
    void keepScan() {
        const std::size_t start = at_;
        while (true) {
            at_ = bytes_.find('\xFF', at_);
            if (at_ == std::string_view::npos) {
                throw damaged();
            }
            const unsigned next = byteAt(at_ + 1);
            if (next != 0x00 && next != 0xFF && !standsAlone(next)) {
                break;
            }
            at_ += next == 0xFF ? 1 : 2;
        }
        kept_ += bytes_.substr(start, at_ - start);
    }

    std::string_view bytes_;
    const std::string& name_;
    const PictureLimits& limits_;
    std::size_t at_ = 0;
    bool sawScan_ = false;
    std::string kept_;
    Picture picture_;
};

}  // namespace

Picture readJpeg(std::string_view bytes, const std::string& name, const PictureLimits& limits) {
    return JpegReader(bytes, name, limits).run();
}

}  // namespace engross
