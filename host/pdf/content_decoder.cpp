#include "pdf/content_decoder.h"

#include "pdf/content_filters.h"

#include <libdeflate.h>
#include <memory>
#include <optional>
#include <string>

namespace engross {

namespace {

constexpr std::size_t mostFilters = 8;
constexpr std::size_t feed = 64 * 1024;         // packed bytes given to the first filter at once
constexpr std::size_t wholeAtOnce = 1U << 20U;  // a page that unpacks to no more is unpacked in one go, which is faster

struct DecompressorDeleter {
    void operator()(libdeflate_decompressor* decompressor) const noexcept {
        libdeflate_free_decompressor(decompressor);
    }
};

class ToSink : public ContentSink {
public:
    explicit ToSink(const PieceSink& sink) : sink_(sink) {}

    Flow add(std::string_view piece) override {
        stopped_ = stopped_ || (!piece.empty() && !sink_(piece));
        return stopped_ ? Flow::Stopped : Flow::More;
    }
    Flow finish() override {
        return stopped_ ? Flow::Stopped : Flow::Ended;
    }

private:
    const PieceSink& sink_;
    bool stopped_ = false;
};

struct FilterStep {
    std::string name;
    bool early = true;
};

/// The filters in the order in which they are undone; nothing where one of them is not for page content.
std::optional<std::vector<FilterStep>> stepsOf(const PdfValue& dictionary) {
    const PdfValue filter = dictionary["/Filter"];
    const PdfValue given = dictionary["/DecodeParms"];
    std::vector<PdfValue> filters = filter.isArray() ? filter.items() : std::vector<PdfValue>{filter};
    const std::vector<PdfValue> parameters = given.isArray() ? given.items() : std::vector<PdfValue>{given};
    std::vector<FilterStep> steps;
    for (std::size_t i = 0; i < filters.size(); ++i) {
        const PdfValue own = i < parameters.size() ? parameters[i].followed() : PdfValue();
        const PdfValue early = own["/EarlyChange"];
        const PdfValue predictor = own["/Predictor"];
        const PdfValue name = filters[i].followed();
        if (name.isNull() && filters.size() == 1) {
            break;
        }
        if (steps.size() == mostFilters || (predictor.isInteger() && predictor.integer() != 1)) {
            return std::nullopt;
        }
        steps.push_back({name.name(), !early.isInteger() || early.integer() != 0});
    }
    return steps;
}

std::unique_ptr<ContentFilter> filterFor(const FilterStep& step, ContentFilter& next) {
    if (step.name == "/FlateDecode") {
        return makeInflateFilter(next);
    }
    if (step.name == "/LZWDecode") {
        return makeLzwFilter(next, step.early);
    }
    if (step.name == "/ASCIIHexDecode") {
        return makeHexFilter(next);
    }
    if (step.name == "/ASCII85Decode") {
        return makeAscii85Filter(next);
    }
    return step.name == "/RunLengthDecode" ? makeRunLengthFilter(next) : nullptr;
}

/// Most pages are small: those are unpacked at once. Nothing where a page is not, or is damaged.
std::optional<std::string_view> unpackedAtOnce(std::string_view packed) {
    static thread_local const std::unique_ptr<libdeflate_decompressor, DecompressorDeleter> decompressor(
        libdeflate_alloc_decompressor());
    static thread_local std::string room;
    if (decompressor == nullptr || packed.size() > wholeAtOnce / 4) {
        return std::nullopt;
    }
    room.resize(wholeAtOnce);
    std::size_t length = 0;
    const auto result =
        libdeflate_zlib_decompress(decompressor.get(), packed.data(), packed.size(), room.data(), room.size(), &length);
    return result == LIBDEFLATE_SUCCESS ? std::optional(std::string_view(room).substr(0, length)) : std::nullopt;
}

}  // namespace

DecodeOutcome decodeContent(const PdfValue& dictionary, std::string_view packed, const PieceSink& sink) {
    const auto steps = stepsOf(dictionary);
    if (!steps) {
        return DecodeOutcome::Unsupported;
    }
    if (steps->empty()) {
        return packed.empty() || sink(packed) ? DecodeOutcome::Whole : DecodeOutcome::Stopped;
    }
    if (steps->size() == 1 && steps->front().name == "/FlateDecode") {
        if (const auto whole = unpackedAtOnce(packed)) {
            return whole->empty() || sink(*whole) ? DecodeOutcome::Whole : DecodeOutcome::Stopped;
        }
    }
    ToSink last(sink);
    std::vector<std::unique_ptr<ContentFilter>> filters;
    ContentFilter* first = &last;
    for (auto step = steps->rbegin(); step != steps->rend(); ++step) {
        std::unique_ptr<ContentFilter> filter = filterFor(*step, *first);
        if (!filter) {
            return DecodeOutcome::Unsupported;
        }
        first = filter.get();
        filters.push_back(std::move(filter));
    }
    auto flow = ContentFilter::Flow::More;
    while (!packed.empty() && flow == ContentFilter::Flow::More) {
        flow = first->add(packed.substr(0, feed));
        packed.remove_prefix(std::min(feed, packed.size()));
    }
    flow = first->finish();
    if (flow == ContentFilter::Flow::Stopped) {
        return DecodeOutcome::Stopped;
    }
    return flow == ContentFilter::Flow::Damaged ? DecodeOutcome::BrokeOff : DecodeOutcome::Whole;
}

}  // namespace engross
