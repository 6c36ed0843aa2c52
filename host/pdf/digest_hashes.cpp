#include "model/sha256.h"
#include "pdf/digest_maker.h"

#include <libdeflate.h>

namespace engross {

namespace {

constexpr int deepestHash = 100;
constexpr std::size_t hashedWhole = 512;                     // longer streams are told by a sum and samples
constexpr std::size_t summedWhole = std::size_t{64} << 10U;  // longer ones by samples alone
constexpr std::size_t endLength = 64;
constexpr std::size_t sampleLength = 256;
constexpr std::size_t samples = 16;

void appendNumber(std::string& out, std::uint64_t number) {
    for (unsigned shift = 0; shift < 64; shift += 8) {
        out += static_cast<char>(number >> shift & 0xFFU);
    }
}

void appendBytes(std::string& out, const std::array<std::uint8_t, 32>& bytes) {
    out.append(bytes.begin(), bytes.end());
}

/// Hashes objects from the leaves up; what is part of a circle has no hash.
class ObjectHashing {
public:
    ObjectHashing(Digest& digest, const SourceBytes& source)
        : digest_(digest), source_(source), states_(digest.objects.size(), State::Fresh) {
        // Two layers that say the same may still differ in whether they are shown.
        for (const DigestLayer& layer : digest.layers) {
            states_.at(layer.object) = State::Done;
        }
    }

    void run() {
        for (LocalId id = 0; id < digest_.objects.size(); ++id) {
            (void)hash(id, 0);
        }
    }

private:
    enum class State : std::uint8_t { Fresh, Open, Done };

    bool hash(LocalId id, int depth) {
        DigestObject& object = digest_.objects.at(id);
        if (states_.at(id) != State::Fresh || depth > deepestHash) {
            return object.hashed;
        }
        if (object.kind == DigestKind::Page || object.kind == DigestKind::Link) {
            states_.at(id) = State::Done;
            return false;
        }
        states_.at(id) = State::Open;
        std::string says;
        const bool told = tell(object, says, depth);
        states_.at(id) = State::Done;
        if (told) {
            object.hash = Sha256::of(says).bytes();
            object.hashed = true;
        }
        return told;
    }

    bool tell(DigestObject& object, std::string& says, int depth) {
        const std::string_view blob = digest_.blob;
        const DigestText& text = object.text;
        std::size_t at = text.offset;
        for (std::uint32_t i = 0; i < text.relocations; ++i) {
            const DigestRelocation& cut = digest_.relocations.at(text.firstRelocation + i);
            appendPiece(says, blob.substr(at, cut.at - at));
            at = cut.at;
            if (cut.id >= leastSpecialId) {
                appendNumber(says, cut.id);
            } else if (hash(cut.id, depth + 1)) {
                appendBytes(says, digest_.objects.at(cut.id).hash);
                object.sampled = object.sampled || digest_.objects.at(cut.id).sampled;
            } else {
                return false;
            }
        }
        appendPiece(says, blob.substr(at, text.offset + text.length - at));
        if (object.kind == DigestKind::SourceStream) {
            tellStream(object, says);
        } else if (object.kind == DigestKind::BlobStream) {
            appendBytes(says, Sha256::of(blob.substr(object.data, object.dataLength)).bytes());
        }
        return true;
    }

    void tellStream(DigestObject& object, std::string& says) const {
        const std::string_view data = source_.view().substr(object.data, object.dataLength);
        if (data.size() <= hashedWhole) {
            appendBytes(says, Sha256::of(data).bytes());
            return;
        }
        object.sampled = true;
        appendNumber(says, data.size());
        if (data.size() <= summedWhole) {
            appendNumber(says, libdeflate_crc32(0, data.data(), data.size()));
            says += data.substr(0, endLength);
            says += data.substr(data.size() - endLength);
            return;
        }
        const std::size_t step = (data.size() - sampleLength) / (samples - 1);
        for (std::size_t sample = 0; sample < samples; ++sample) {
            says += data.substr(sample * step, sampleLength);
        }
    }

    static void appendPiece(std::string& says, std::string_view piece) {
        appendNumber(says, piece.size());
        says += piece;
    }

    Digest& digest_;
    const SourceBytes& source_;
    std::vector<State> states_;
};

}  // namespace

void hashObjects(Digest& digest, const SourceBytes& source) {
    ObjectHashing(digest, source).run();
}

}  // namespace engross
