#include "pdf/content_decoder.h"

#include "pdf/content_filters.h"

#include <libdeflate.h>
#include <algorithm>
#include <cstdlib>
#include <memory>
#include <optional>
#include <string>

namespace engross {

namespace {

constexpr std::size_t mostFilters = 16;
constexpr std::size_t feed = std::size_t{64} * 1024;  // packed bytes given to the first filter at once
constexpr std::size_t wholeAtOnce = 1U << 20U;  // a page that unpacks to no more is unpacked in one go, which is faster

struct DecompressorDeleter {
    void operator()(libdeflate_decompressor* decompressor) const noexcept {
        libdeflate_free_decompressor(decompressor);
    }
};

class ToSink : public ContentFilter {
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
    RowPrediction rows;
};

int parameterIn(const PdfValue& parameters, std::string_view key, int usual) {
    const PdfValue value = parameters[key];
    return value.isInteger() && std::abs(value.integer()) < 10'000'000 ? static_cast<int>(value.integer()) : usual;
}

/// The filters in the order in which they are undone.
std::vector<FilterStep> stepsOf(const PdfValue& dictionary) {
    const PdfValue filter = dictionary["/Filter"];
    const PdfValue given = dictionary["/DecodeParms"];
    const std::vector<PdfValue> filters = filter.isArray() ? filter.items() : std::vector<PdfValue>{filter};
    const std::vector<PdfValue> parameters = given.isArray() ? given.items() : std::vector<PdfValue>{given};
    std::vector<FilterStep> steps;
    for (std::size_t i = 0; i < filters.size() && !filter.isNull(); ++i) {
        const PdfValue own = i < parameters.size() ? parameters[i].followed() : PdfValue();
        steps.push_back({filters[i].followed().name(),
                         parameterIn(own, "/EarlyChange", 1) != 0,
                         {parameterIn(own, "/Predictor", 1), parameterIn(own, "/Colors", 1),
                          parameterIn(own, "/BitsPerComponent", 8), parameterIn(own, "/Columns", 1)}});
    }
    return steps;
}

/// Each by its name or by the one that it has in inline pictures, which some producers use everywhere.
std::unique_ptr<ContentFilter> filterFor(const FilterStep& step, ContentFilter& next) {
    const auto is = [&step](std::string_view name, std::string_view brief) {
        return step.name == name || step.name == brief;
    };
    if (is("/FlateDecode", "/Fl")) {
        return makeInflateFilter(next);
    }
    if (is("/LZWDecode", "/LZW")) {
        return makeLzwFilter(next, step.early);
    }
    if (is("/ASCIIHexDecode", "/AHx")) {
        return makeHexFilter(next);
    }
    if (is("/ASCII85Decode", "/A85")) {
        return makeAscii85Filter(next);
    }
    return is("/RunLengthDecode", "/RL") ? makeRunLengthFilter(next) : nullptr;
}

/// All the steps, each before the one that it feeds; nothing where one is not for page content.
std::optional<std::vector<std::unique_ptr<ContentFilter>>> chainOf(const std::vector<FilterStep>& steps,
                                                                   ContentFilter& last) {
    std::vector<std::unique_ptr<ContentFilter>> chain;
    ContentFilter* next = &last;
    for (auto step = steps.rbegin(); step != steps.rend(); ++step) {
        const int predictor = step->rows.predictor;
        if (predictor >= 10) {
            chain.push_back(makePredictionFilter(*next, step->rows));
            next = chain.back().get();
        }
        chain.push_back(filterFor(*step, *next));
        next = chain.back().get();
        if (next == nullptr || chain.size() > mostFilters || (predictor > 1 && predictor < 10)) {
            return std::nullopt;
        }
    }
    return chain;
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
    if (packed.empty()) {
        return DecodeOutcome::Whole;
    }
    if (dictionary["/Filter"].isName("/FlateDecode") && dictionary.entry("/DecodeParms").isNull()) {
        if (const auto whole = unpackedAtOnce(packed)) {
            return whole->empty() || sink(*whole) ? DecodeOutcome::Whole : DecodeOutcome::Stopped;
        }
    }
    const std::vector<FilterStep> steps = stepsOf(dictionary);
    if (steps.empty()) {
        return sink(packed) ? DecodeOutcome::Whole : DecodeOutcome::Stopped;
    }
    ToSink last(sink);
    const auto chain = chainOf(steps, last);
    if (!chain) {
        return DecodeOutcome::Unsupported;
    }
    ContentFilter& first = *chain->back();
    auto flow = ContentFilter::Flow::More;
    while (!packed.empty() && flow == ContentFilter::Flow::More) {
        flow = first.add(packed.substr(0, feed));
        packed.remove_prefix(std::min(feed, packed.size()));
    }
    flow = first.finish();
    if (flow == ContentFilter::Flow::Stopped) {
        return DecodeOutcome::Stopped;
    }
    return flow == ContentFilter::Flow::Damaged ? DecodeOutcome::BrokeOff : DecodeOutcome::Whole;
}

}  // namespace engross
