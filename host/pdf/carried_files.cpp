#include "pdf/carried_files.h"

#include "model/utf8.h"
#include "pdf/source_file.h"
#include "pdf/source_survey.h"

#include <functional>
#include <new>
#include <qpdf/Pipeline.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <set>
#include <stdexcept>

namespace engross {

namespace {

/// Takes a stream piece by piece, and no more of it than is left.
class CountedSink : public Pipeline {
public:
    CountedSink(std::size_t& left, std::function<void(std::string_view)> take)
        : Pipeline("carried", nullptr), left_(left), take_(std::move(take)) {}

    void write(const unsigned char* data, std::size_t length) override {
        if (length > left_) {
            full_ = true;
            throw std::length_error("files above the limit");
        }
        left_ -= length;
        take_({reinterpret_cast<const char*>(data), length});
    }
    void finish() override {}
    [[nodiscard]] bool full() const noexcept {
        return full_;
    }

private:
    std::size_t& left_;
    std::function<void(std::string_view)> take_;
    bool full_ = false;
};

/// What stands for a file: its specification, and the stream that is the file.
struct Carried {
    QPDFObjectHandle specification;
    QPDFObjectHandle stream;
};

QPDFObjectHandle streamOf(QPDFObjectHandle specification) {
    QPDFObjectHandle streams = specification.getKey("/EF");
    for (const char* key : {"/UF", "/F", "/Unix", "/DOS", "/Mac"}) {
        QPDFObjectHandle stream = streams.isDictionary() ? streams.getKey(key) : QPDFObjectHandle::newNull();
        if (stream.isStream()) {
            return stream;
        }
    }
    return QPDFObjectHandle::newNull();
}

std::vector<Carried> specificationsIn(const SourceFile& file, const CarriedLimits& limits) {
    std::vector<Carried> found;
    std::set<QPDFObjGen> seen;
    const auto add = [&](QPDFObjectHandle specification) {
        if (!specification.isDictionary() || found.size() >= limits.files) {
            return;
        }
        QPDFObjectHandle stream = streamOf(specification);
        if (!stream.isStream() || seen.insert(stream.getObjGen()).second) {
            found.push_back({specification, stream});
        }
    };
    QPDFObjectHandle names = file.catalog().getKey("/Names");
    if (names.isDictionary()) {
        for (const auto& [name, specification] : namesOf(names.getKey("/EmbeddedFiles"))) {
            add(specification);
        }
    }
    for (QPDFObjectHandle page : file.pages()) {
        QPDFObjectHandle annotations = page.getKey("/Annots");
        for (int i = 0; annotations.isArray() && i < annotations.getArrayNItems(); ++i) {
            QPDFObjectHandle annotation = annotations.getArrayItem(i);
            if (annotation.isDictionary() && annotation.getKey("/Subtype").isNameAndEquals("/FileAttachment")) {
                add(annotation.getKey("/FS"));
            }
        }
    }
    return found;
}

std::string nameIn(QPDFObjectHandle specification) {
    for (const char* key : {"/UF", "/F", "/Unix", "/DOS", "/Mac"}) {
        QPDFObjectHandle name = specification.getKey(key);
        if (name.isString()) {
            const std::string text = repaired(name.getUTF8Value());
            return text.substr(text.find_last_of("/\\") + 1);
        }
    }
    return {};
}

/// "/application#2Fpdf" is read by libqpdf already: "/application/pdf".
std::string mediaTypeIn(QPDFObjectHandle stream) {
    QPDFObjectHandle type = stream.getDict().getKey("/Subtype");
    return type.isName() ? repaired(type.getName().substr(1)) : std::string();
}

/// Whether all of it came through.
bool send(QPDFObjectHandle stream, std::size_t& left, const std::function<void(std::string_view)>& take) {
    CountedSink sink(left, take);
    return stream.pipeStreamData(&sink, 0, qpdf_dl_generalized, true) && !sink.full();
}

template <typename Work>
auto guardedFrom(const std::string& name, Work work) {
    try {
        return work();
    } catch (const Error&) {
        throw;
    } catch (const std::bad_alloc&) {
        throw PdfError("pdf-too-large", name, "it needs more memory than is allowed; print it to a new PDF");
    } catch (const std::runtime_error&) {
        throw PdfError("pdf-damaged", name, "the file is damaged and cannot be repaired; upload another copy");
    }
}

}  // namespace

std::vector<CarriedFile> carriedFiles(const std::string& path, const std::string& name, const std::string& password,
                                      const PdfLimits& limits, const CarriedLimits& carried) {
    const SourceFile file(path, name, password, limits);
    return guardedFrom(name, [&] {
        std::vector<CarriedFile> files;
        std::size_t left = carried.bytes;
        for (auto [specification, stream] : specificationsIn(file, carried)) {
            CarriedFile one{.name = nameIn(specification), .mediaType = {}, .bytes = 0, .hash = {}, .whole = false};
            if (stream.isStream()) {
                one.mediaType = mediaTypeIn(stream);
                Sha256Hasher hasher;
                one.whole = send(stream, left, [&](std::string_view bytes) {
                    hasher.add(bytes);
                    one.bytes += bytes.size();
                });
                one.hash = one.whole ? hasher.finish() : Sha256();
            }
            files.push_back(std::move(one));
        }
        return files;
    });
}

std::string carriedFile(const std::string& path, std::size_t place, const std::string& name,
                        const std::string& password, const PdfLimits& limits, const CarriedLimits& carried) {
    const SourceFile file(path, name, password, limits);
    return guardedFrom(name, [&] {
        auto found = specificationsIn(file, carried);
        std::string bytes;
        std::size_t left = carried.bytes;
        const bool whole = place < found.size() && found[place].stream.isStream() &&
                           send(found[place].stream, left, [&bytes](std::string_view piece) { bytes += piece; });
        if (!whole) {
            throw PdfError("pdf-damaged", name, "the file inside it cannot be read; ask for it by itself");
        }
        return bytes;
    });
}

}  // namespace engross
