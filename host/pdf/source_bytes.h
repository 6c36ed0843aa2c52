#pragma once
#include "pdf/input.h"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace engross {

class OpenSourceFile;

/// The bytes of a PDF: a file, read or mapped by its size, or one that was rewritten in memory. They never change and
/// never move.
/// A mapped file must not be cut short while it is mapped (the process would be killed): give only files that are never
/// written again.
class SourceBytes {
public:
    /// Opens the file; of a large one nothing is read before it is needed. Throws PdfError; `name` is what the fault
    /// calls it.
    [[nodiscard]] static std::shared_ptr<const SourceBytes> map(const std::string& path, const std::string& name,
                                                                const PdfLimits& limits);
    [[nodiscard]] static std::shared_ptr<const SourceBytes> own(std::string bytes);
    ~SourceBytes();
    SourceBytes(const SourceBytes&) = delete;
    SourceBytes& operator=(const SourceBytes&) = delete;

    [[nodiscard]] std::string_view view() const noexcept;
    /// The open file that is mapped; negative where the bytes are in memory.
    [[nodiscard]] int descriptor() const noexcept;
    /// Gives back the memory of a part that was copied and is not needed again soon; it can still be read.
    void forget(std::uint64_t offset, std::uint64_t length) const noexcept;

private:
    SourceBytes();

    std::string owned_;
    std::unique_ptr<OpenSourceFile> file_;
    void* address_ = nullptr;
    std::size_t size_ = 0;
};

}  // namespace engross
