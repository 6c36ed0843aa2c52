#pragma once
#include "pdf/gate_object.h"
#include "pdf/held_memory.h"
#include "pdf/reader_objects.h"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace engross {

/// A page with what it inherits.
struct GatePage {
    GateObject object;
    GateObject resources;
    GateObject mediaBox;
};

/// A file as the gate reads it: every object, read once from the bytes. What the fast reader would rather not read is
/// written anew by libqpdf first; what was seen of the file as it came is kept beside it.
class GateSource {
public:
    /// The bytes outlive it. A file that cannot be read has no pages and isReadable() is false; PdfError
    /// ("pdf-too-large") for a bomb. `held` hears what was read, where the bytes are those of a mapped file.
    explicit GateSource(std::string_view bytes, HeldMemory* held = nullptr);
    ~GateSource();
    GateSource(const GateSource&) = delete;
    GateSource& operator=(const GateSource&) = delete;

    [[nodiscard]] bool isReadable() const noexcept {
        return readable_;
    }
    /// Opens only with a password that was not given.
    [[nodiscard]] bool isLocked() const noexcept {
        return locked_;
    }
    [[nodiscard]] bool isEncrypted() const noexcept {
        return encrypted_;
    }
    /// Screen readers may have its text.
    [[nodiscard]] bool isAccessible() const noexcept {
        return accessible_;
    }
    /// It was not quite as it should be, or a stream was met that does not unpack.
    [[nodiscard]] bool isRepaired() const noexcept {
        return repaired_;
    }
    /// Objects or cross-references stand in streams.
    [[nodiscard]] bool isPacked() const noexcept {
        return packed_;
    }
    /// The trailer has an /ID of two strings.
    [[nodiscard]] bool isIdentified() const noexcept {
        return identified_;
    }
    /// The first line and the next, as far as the rules of headers look.
    [[nodiscard]] std::string_view head() const noexcept;

    [[nodiscard]] GateObject trailer() const;
    [[nodiscard]] GateObject catalog() const;
    /// All that are in use.
    [[nodiscard]] const std::vector<GateObject>& objects() const noexcept {
        return objects_;
    }
    [[nodiscard]] GateObject object(std::uint32_t number) const;
    [[nodiscard]] const std::vector<GatePage>& pages() const noexcept {
        return pages_;
    }
    /// From 1; 0 for an object that is no page.
    [[nodiscard]] std::size_t pageNumber(std::uint32_t object) const;

    [[nodiscard]] bool isStream(std::uint32_t object) const;
    [[nodiscard]] std::string_view packed(std::uint32_t object) const;
    /// Puts a stream's bytes behind those of `out`; false where they are not all there.
    bool unpack(const GateObject& stream, std::string& out) const;
    /// A part of the file is being read.
    void touch(std::string_view part) const;

private:
    void read(std::string_view bytes);
    void readTrailer();
    [[nodiscard]] std::string rewritten();

    std::string_view bytes_;  // as they came
    HeldMemory* held_;
    std::string anew_;  // as libqpdf wrote them, where that was needed
    std::unique_ptr<ReaderObjects> file_;
    std::vector<GateObject> objects_;
    std::vector<std::string_view> streams_;  // by number; no data where an object is no stream
    std::vector<GatePage> pages_;
    std::unordered_map<std::uint32_t, std::size_t> pageNumbers_;
    bool readable_ = false;
    bool locked_ = false;
    bool encrypted_ = false;
    bool accessible_ = true;
    mutable bool repaired_ = false;
    bool packed_ = false;
    bool identified_ = false;
};

}  // namespace engross
