#pragma once
#include "pdf/byte_output.h"

#include <cstdint>
#include <cstdio>
#include <string>
#include <string_view>

namespace engross {

/// Bytes on their way into a file, in order: small pieces are collected up to a megabyte, large ones go straight from
/// where they are. The disk begins to take them while more come, so that little is left to wait for at the end.
class FileSink final : public ByteOutput {
public:
    /// `file` is open for writing and reading, has nothing buffered and outlives the sink.
    explicit FileSink(FILE* file);

    /// Throws PdfError ("pdf-not-written", retryable) where the disk refuses.
    void put(std::string_view bytes) override;
    /// A large part goes from file to file inside the system.
    void copy(const SourceBytes& source, std::uint64_t offset, std::uint64_t length) override;
    void flush() override;
    [[nodiscard]] std::uint64_t position() const noexcept override;
    /// Whether what was put from `at` on begins with these bytes. Throws as put() does where the disk cannot tell.
    [[nodiscard]] bool holds(std::uint64_t at, std::string_view bytes);

private:
    void writeOut(std::string_view bytes);
    void count(std::uint64_t bytes);

    int file_;
    std::string collected_;
    std::uint64_t written_ = 0;
    std::uint64_t started_ = 0;  // up to where the disk was told to begin
};

}  // namespace engross
