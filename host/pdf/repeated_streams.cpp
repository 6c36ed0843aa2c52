#include "pdf/repeated_streams.h"

#include "model/sha256.h"
#include "pdf/source_file.h"

#include <new>
#include <qpdf/Buffer.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <set>

namespace engross {
namespace {

constexpr std::uint64_t least = 1024;  // bytes: what is shorter is not worth a word

}  // namespace

std::uint64_t repeatedBytes(const std::string& path, const std::string& name, const PdfLimits& limits) {
    const SourceFile file(path, name, {}, limits);
    std::uint64_t repeated = 0;
    std::set<Sha256> known;
    try {
        for (QPDFObjectHandle& object : file.pdf().getAllObjects()) {
            if (!object.isStream() || object.isPageObject()) {
                continue;
            }
            const auto bytes = object.getRawStreamData();
            if (bytes->getSize() < least) {
                continue;
            }
            const Sha256 hash = Sha256::of({reinterpret_cast<const char*>(bytes->getBuffer()), bytes->getSize()});
            repeated += known.insert(hash).second ? 0 : bytes->getSize();
        }
    } catch (const std::bad_alloc&) {
        throw PdfError("pdf-too-large", name, "it needs more memory than is allowed");
    } catch (const std::runtime_error&) {
        throw PdfError("pdf-damaged", name, "the file is damaged");
    }
    return repeated;
}

}  // namespace engross
