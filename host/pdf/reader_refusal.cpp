#include "pdf/reader_refusal.h"

namespace engross {

std::string_view nameOf(ReaderRefusal reason) noexcept {
    switch (reason) {
        case ReaderRefusal::JunkHeader:
            return "junk-header";
        case ReaderRefusal::DamagedXref:
            return "damaged-xref";
        case ReaderRefusal::Encrypted:
            return "encrypted";
        case ReaderRefusal::Forms:
            return "forms";
        case ReaderRefusal::DamagedObject:
            return "damaged-object";
        case ReaderRefusal::DamagedStream:
            return "damaged-stream";
        case ReaderRefusal::OddFilter:
            return "odd-filter";
        case ReaderRefusal::OddPages:
            return "odd-pages";
        case ReaderRefusal::OddAnnotation:
            return "odd-annotation";
    }
    return "damaged-object";
}

}  // namespace engross
