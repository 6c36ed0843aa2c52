#pragma once
#include "pdf/held_memory.h"

#include <memory>
#include <qpdf/InputSource.hh>
#include <string>
#include <string_view>

namespace engross {

/// The bytes of a PDF as libqpdf reads them. However large a mapped file is, little of it is in memory at a time.
class MappedInput : public InputSource {
public:
    /// `name` is what libqpdf calls the file.
    MappedInput(std::shared_ptr<const SourceBytes> bytes, std::string name);

    qpdf_offset_t findAndSkipNextEOL() override;
    [[nodiscard]] std::string const& getName() const override;
    qpdf_offset_t tell() override;
    void seek(qpdf_offset_t offset, int whence) override;
    void rewind() override;
    std::size_t read(char* buffer, std::size_t length) override;
    void unreadCh(char byte) override;

private:
    std::shared_ptr<const SourceBytes> bytes_;
    std::string name_;
    std::string_view view_;
    std::size_t at_ = 0;
    HeldMemory held_;
};

}  // namespace engross
