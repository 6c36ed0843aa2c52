#pragma once
#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

namespace engross {

/// The number of an indirect object.
using ObjectNumber = std::size_t;

/// "12 0 R"
[[nodiscard]] std::string reference(ObjectNumber object);

/// Where the bytes of a file go, piece by piece.
using ByteSink = std::function<void(std::string_view)>;

/// A PDF file as numbered objects. This is the only class that knows libharu (2.3.0): it numbers objects, keeps them,
/// writes them and their cross-reference table. Every object is a dictionary or a stream whose text we made, so that
/// libharu's limits of arrays, dictionaries, names and strings, its 32-bit reals and its fonts never come into play.
///
/// Memory: bodies are held as text, streams as the bytes that were given; nothing is copied until it is written.
class ObjectFile {
public:
    /// Throws PdfError ("pdf-library") where the library found at run time is not the one this was compiled for.
    ObjectFile();
    ~ObjectFile();
    ObjectFile(const ObjectFile&) = delete;
    ObjectFile& operator=(const ObjectFile&) = delete;

    /// A dictionary whose text follows later: objects may refer to each other before their texts are known.
    [[nodiscard]] ObjectNumber reserve();
    /// Sets the text between "<<" and ">>" of a reserved dictionary.
    void set(ObjectNumber object, std::string body);
    ObjectNumber dictionary(std::string body);
    /// A stream: the text of its dictionary without /Length, and its bytes as they stand in the file.
    ObjectNumber stream(std::string body, std::string bytes);
    ObjectNumber stream(std::string body, std::shared_ptr<const std::string> bytes);

    /// Writes the file as PDF 1.`minor`. Call once. Throws PdfError ("pdf-too-large") above 1 GB: libharu's offsets
    /// have 32 bits.
    void write(ObjectNumber root, ObjectNumber info, std::string_view identity, int minor, const ByteSink& sink);

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace engross
