#pragma once
#include "pdf/source_bytes.h"

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace engross {

/// Takes the bytes of a file, piece by piece.
using ByteSink = std::function<void(std::string_view)>;

/// Where a file that is being written goes, front to back.
class ByteOutput {
public:
    virtual ~ByteOutput() = default;
    virtual void put(std::string_view bytes) = 0;
    /// Puts a part of a source.
    virtual void copy(const SourceBytes& source, std::uint64_t offset, std::uint64_t length);
    /// Hands over what is collected.
    virtual void flush() = 0;
    /// How many bytes were put.
    [[nodiscard]] virtual std::uint64_t position() const noexcept = 0;
};

/// Keeps the bytes. They stand in pieces until they are taken, so that a growing file is never copied.
class KeptOutput final : public ByteOutput {
public:
    void put(std::string_view bytes) override;
    void flush() override {}
    [[nodiscard]] std::uint64_t position() const noexcept override {
        return position_;
    }
    /// All that was put; nothing is left.
    [[nodiscard]] std::string take();

private:
    std::vector<std::string> pieces_;
    std::uint64_t position_ = 0;
};

/// Passes the bytes on, in pieces of some size. What the sink throws passes through.
class PassedOutput final : public ByteOutput {
public:
    explicit PassedOutput(ByteSink sink) : sink_(std::move(sink)) {}
    /// There is a sink.
    [[nodiscard]] bool isOpen() const noexcept {
        return sink_ != nullptr;
    }

    void put(std::string_view bytes) override;
    void flush() override;
    [[nodiscard]] std::uint64_t position() const noexcept override {
        return position_;
    }

private:
    ByteSink sink_;
    std::string collected_;
    std::uint64_t position_ = 0;
};

}  // namespace engross
