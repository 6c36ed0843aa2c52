#include "pdf/file_strings.h"

#include "pdf/source_file.h"

#include <new>
#include <qpdf/Buffer.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFExc.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <set>

namespace engross {
namespace {

constexpr int deepest = 50;
constexpr std::size_t leastLetters = 2;

class StringReader {
public:
    // NOLINTNEXTLINE(misc-no-recursion): to a depth
    void read(QPDFObjectHandle object, int depth = 0) {
        if (object.isString()) {
            if (std::string text = object.getUTF8Value(); text.size() >= leastLetters) {
                found_.insert(std::move(text));
            }
        } else if (object.isStream()) {
            readMetadata(object);
            readMembers(object.getDict(), depth);
        } else if (object.isDictionary()) {
            readMembers(object, depth);
        } else if (object.isArray()) {
            for (int i = 0; i < object.getArrayNItems(); ++i) {
                follow(object.getArrayItem(i), depth);
            }
        }
    }

    [[nodiscard]] std::vector<std::string> take() const {
        return {found_.begin(), found_.end()};
    }

private:
    // NOLINTNEXTLINE(misc-no-recursion)
    void readMembers(QPDFObjectHandle dictionary, int depth) {
        for (const auto& [key, value] : dictionary.ditems()) {
            follow(value, depth);
        }
    }

    /// An indirect object is read in its own turn.
    // NOLINTNEXTLINE(misc-no-recursion)
    void follow(const QPDFObjectHandle& object, int depth) {
        if (!QPDFObjectHandle(object).isIndirect() && depth < deepest) {
            read(object, depth + 1);
        }
    }

    void readMetadata(QPDFObjectHandle stream) {
        if (!stream.getDict().getKey("/Type").isNameAndEquals("/Metadata")) {
            return;
        }
        try {
            const auto bytes = stream.getStreamData(qpdf_dl_generalized);
            found_.emplace(reinterpret_cast<const char*>(bytes->getBuffer()), bytes->getSize());
        } catch (const QPDFExc&) {
            return;  // what cannot be decoded is shown by nobody
        }
    }

    std::set<std::string> found_;
};

}  // namespace

std::vector<std::string> stringsIn(const std::string& path, const std::string& name, const PdfLimits& limits) {
    const SourceFile file(path, name, {}, limits);
    StringReader reader;
    try {
        reader.read(file.pdf().getTrailer());
        for (const QPDFObjectHandle& object : file.pdf().getAllObjects()) {
            reader.read(object);
        }
    } catch (const std::bad_alloc&) {
        throw PdfError("pdf-too-large", name, "it needs more memory than is allowed");
    } catch (const std::runtime_error&) {
        throw PdfError("pdf-damaged", name, "the file is damaged");
    }
    return reader.take();
}

}  // namespace engross
