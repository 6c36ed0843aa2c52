#pragma once
#include <functional>
#include <string>
#include <string_view>

namespace engross {

/// One part's header. `fileName` is the last component only, without control characters; empty where there is none.
struct PartHeader {
    std::string name{};
    std::string fileName{};
    std::string mediaType{};
};

/// The boundary of a "multipart/form-data; boundary=…" header; empty where there is none that RFC 2046 allows.
[[nodiscard]] std::string boundaryOf(std::string_view contentType);

/// Takes a multipart/form-data body (RFC 7578) apart as it arrives, keeping no more of it than one header or boundary.
class MultipartScanner {
public:
    struct Sink {
        std::function<void(const PartHeader&)> begin;
        std::function<void(std::string_view)> data;
        std::function<void()> end;
    };

    MultipartScanner(const std::string& boundary, Sink sink);
    void feed(std::string_view bytes);
    /// Whether the closing boundary was met: anything else is a body that was cut off or is no multipart body.
    [[nodiscard]] bool complete() const noexcept;

private:
    enum class State { Preamble, AfterBoundary, Header, Data, Complete, Broken };

    [[nodiscard]] bool step();
    [[nodiscard]] bool untilBoundary();
    [[nodiscard]] bool afterBoundary();
    [[nodiscard]] bool header();

    std::string boundary_;  // with the line break and the two hyphens before it
    Sink sink_;
    std::string pending_;
    State state_ = State::Preamble;
};

}  // namespace engross
