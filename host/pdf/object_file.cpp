#include "pdf/object_file.h"

#include "pdf/pdf_error.h"
#include "pdf/pdf_text.h"

#include <hpdf.h>
#include <hpdf_objects.h>
#include <hpdf_streams.h>
#include <algorithm>
#include <exception>
#include <stdexcept>
#include <vector>

namespace engross {
namespace {

constexpr HPDF_UINT noPool = 0;  // libharu's pool hands out misaligned blocks
constexpr std::size_t mostBytes = std::size_t{1} << 30U;

struct MemoryDeleter {
    void operator()(HPDF_MMgr_Rec* memory) const noexcept {
        HPDF_MMgr_Free(memory);
    }
};
struct XrefDeleter {
    void operator()(HPDF_Xref_Rec* xref) const noexcept {
        HPDF_Xref_Free(xref);
    }
};
struct StreamDeleter {
    void operator()(HPDF_Stream_Rec* stream) const noexcept {
        HPDF_Stream_Free(stream);
    }
};
struct DictDeleter {
    void operator()(HPDF_Dict_Rec* dict) const noexcept {
        HPDF_Dict_Free(dict);
    }
};
using DictOwner = std::unique_ptr<HPDF_Dict_Rec, DictDeleter>;

[[noreturn]] void fail(HPDF_STATUS error) {
    throw PdfError("pdf-library", "libharu", "the PDF library refused an object, error " + std::to_string(error));
}

void onError(HPDF_STATUS error, HPDF_STATUS, void*) {
    fail(error);
}

void ok(HPDF_STATUS status) {
    if (status != HPDF_OK) {
        fail(status);
    }
}

template <typename Pointer>
Pointer made(Pointer pointer) {
    if (pointer == nullptr) {
        throw std::bad_alloc();
    }
    return pointer;
}

/// Our part of a libharu dictionary: freed by it.
struct Body {
    std::string text;
    std::shared_ptr<const std::string> bytes;
};

Body& bodyOf(HPDF_Dict dict) {
    return *static_cast<Body*>(dict->attr);
}

HPDF_STATUS writeBody(HPDF_Dict dict, HPDF_Stream stream) {
    const std::string& text = bodyOf(dict).text;
    return HPDF_Stream_Write(stream, reinterpret_cast<const HPDF_BYTE*>(text.data()),
                             static_cast<HPDF_UINT>(text.size()));
}

void freeBody(HPDF_Dict dict) {
    delete static_cast<Body*>(dict->attr);
    dict->attr = nullptr;
}

/// Reads bytes that a Body owns, for libharu.
struct Reader {
    const std::string* bytes;
    std::size_t position;
};

Reader& readerOf(HPDF_Stream stream) {
    return *static_cast<Reader*>(stream->attr);
}

HPDF_STATUS readBytes(HPDF_Stream stream, HPDF_BYTE* out, HPDF_UINT* count) {
    Reader& reader = readerOf(stream);
    const std::size_t length = std::min<std::size_t>(*count, reader.bytes->size() - reader.position);
    std::copy_n(reader.bytes->data() + reader.position, length, out);
    reader.position += length;
    *count = static_cast<HPDF_UINT>(length);
    return reader.position == reader.bytes->size() ? HPDF_STREAM_EOF : HPDF_OK;
}

HPDF_STATUS seekBytes(HPDF_Stream stream, HPDF_INT position, HPDF_WhenceMode) {
    readerOf(stream).position = static_cast<std::size_t>(position);
    return HPDF_OK;
}

HPDF_INT32 tellBytes(HPDF_Stream stream) {
    return static_cast<HPDF_INT32>(readerOf(stream).position);
}

HPDF_UINT32 sizeOfBytes(HPDF_Stream stream) {
    return static_cast<HPDF_UINT32>(readerOf(stream).bytes->size());
}

void freeReader(HPDF_Stream stream) {
    delete static_cast<Reader*>(stream->attr);
    stream->attr = nullptr;
}

/// Where libharu writes to. An exception of the sink must not pass through C: it waits here.
struct Writer {
    const ByteSink& sink;
    std::size_t written = 0;
    std::string pending{};
    std::exception_ptr failure{};

    void put(std::string_view bytes) {
        constexpr std::size_t piece = 64U << 10U;
        written += bytes.size();
        pending += bytes;
        if (pending.size() >= piece) {
            flush();
        }
    }

    void flush() {
        sink(pending);
        pending.clear();
    }
};

HPDF_STATUS writeBytes(HPDF_Stream stream, const HPDF_BYTE* bytes, HPDF_UINT count) {
    auto& writer = *static_cast<Writer*>(stream->attr);
    try {
        writer.put({reinterpret_cast<const char*>(bytes), count});
    } catch (const std::exception&) {
        writer.failure = std::current_exception();
        return HPDF_FILE_IO_ERROR;
    }
    return HPDF_OK;
}

void checkLibrary() {
    static const bool same = std::string_view(HPDF_GetVersion()) == HPDF_VERSION_TEXT;
    if (!same) {
        throw PdfError("pdf-library", "libharu",
                       std::string("compiled for version ") + HPDF_VERSION_TEXT + ", found " + HPDF_GetVersion());
    }
}

}  // namespace

std::string reference(ObjectNumber object) {
    return std::to_string(object) + " 0 R";
}

struct ObjectFile::State {
    HPDF_Error_Rec error{};
    std::unique_ptr<HPDF_MMgr_Rec, MemoryDeleter> memory;
    std::unique_ptr<HPDF_Xref_Rec, XrefDeleter> xref;
    std::vector<HPDF_Dict> objects{nullptr};  // by number; owned by xref
    std::size_t bytes = 0;

    State() {
        HPDF_Error_Init(&error, nullptr);
        error.error_fn = onError;
        memory.reset(made(HPDF_MMgr_New(&error, noPool, nullptr, nullptr)));
        xref.reset(made(HPDF_Xref_New(memory.get(), 0)));
    }

    HPDF_Dict add(std::string text) {
        DictOwner dict(made(HPDF_Dict_New(memory.get())));
        dict->attr = new Body{std::move(text), nullptr};
        dict->write_fn = writeBody;
        dict->free_fn = freeBody;
        const HPDF_Dict added = dict.release();  // libharu frees it where it cannot add it
        ok(HPDF_Xref_Add(xref.get(), added));
        objects.resize(numberOf(added) + 1, nullptr);
        objects.back() = added;
        return added;
    }

    static ObjectNumber numberOf(HPDF_Dict dict) {
        return dict->header.obj_id & 0x00FFFFFFU;
    }

    /// libharu wants the length of a stream as an object of its own, which it fills in when the stream is written.
    void attach(HPDF_Dict dict, std::shared_ptr<const std::string> data) const {
        Body& body = bodyOf(dict);
        body.bytes = std::move(data);
        const HPDF_Number length = made(HPDF_Number_New(memory.get(), 0));
        ok(HPDF_Xref_Add(xref.get(), length));
        ok(HPDF_Dict_Add(dict, "Length", length));
        const HPDF_Stream reader =
            made(HPDF_CallbackReader_New(memory.get(), readBytes, seekBytes, tellBytes, sizeOfBytes, nullptr));
        dict->stream = reader;
        reader->attr = new Reader{body.bytes.get(), 0};
        reader->free_fn = freeReader;
        reader->size = static_cast<HPDF_UINT>(body.bytes->size());
    }
};

ObjectFile::ObjectFile() {
    checkLibrary();
    state_ = std::make_unique<State>();
}

ObjectFile::~ObjectFile() = default;

ObjectNumber ObjectFile::reserve() {
    return State::numberOf(state_->add({}));
}

void ObjectFile::set(ObjectNumber object, std::string body) {
    const HPDF_Dict dict = state_->objects.at(object);
    if (dict == nullptr) {
        throw std::logic_error("object " + std::to_string(object) + " is no dictionary");
    }
    state_->bytes += body.size();
    bodyOf(dict).text = std::move(body);
}

ObjectNumber ObjectFile::dictionary(std::string body) {
    state_->bytes += body.size();
    return State::numberOf(state_->add(std::move(body)));
}

ObjectNumber ObjectFile::stream(std::string body, std::string bytes) {
    return stream(std::move(body), std::make_shared<const std::string>(std::move(bytes)));
}

ObjectNumber ObjectFile::stream(std::string body, std::shared_ptr<const std::string> bytes) {
    state_->bytes += body.size() + bytes->size();
    if (state_->bytes > mostBytes) {
        throw PdfError("pdf-too-large", "document", "a drawn document may hold 1 GB; split it or scale its pictures");
    }
    const HPDF_Dict dict = state_->add(std::move(body));
    state_->attach(dict, std::move(bytes));
    return State::numberOf(dict);
}

void ObjectFile::write(ObjectNumber root, ObjectNumber info, std::string_view identity, int minor,
                       const ByteSink& sink) {
    const std::string header = "%PDF-1." + std::to_string(minor) + "\n%\xE2\xE3\xCF\xD3\n";
    const std::string id = hexString(identity);
    const HPDF_Dict trailer = state_->xref->trailer;
    trailer->attr = new Body{"/Root " + reference(root) + "/Info " + reference(info) + "/ID[" + id + id + "]", nullptr};
    trailer->write_fn = writeBody;
    trailer->free_fn = freeBody;
    Writer writer{sink};
    const std::unique_ptr<HPDF_Stream_Rec, StreamDeleter> stream(
        made(HPDF_CallbackWriter_New(state_->memory.get(), writeBytes, &writer)));
    HPDF_STATUS status = HPDF_Stream_Write(stream.get(), reinterpret_cast<const HPDF_BYTE*>(header.data()),
                                           static_cast<HPDF_UINT>(header.size()));
    if (status == HPDF_OK) {
        status = HPDF_Xref_WriteToStream(state_->xref.get(), stream.get(), nullptr);
    }
    if (writer.failure != nullptr) {
        std::rethrow_exception(writer.failure);
    }
    ok(status);
    writer.flush();
}

}  // namespace engross
