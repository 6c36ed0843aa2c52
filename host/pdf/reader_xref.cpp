#include "pdf/reader_xref.h"

#include "pdf/pdf_characters.h"
#include "pdf/reader_extent.h"
#include "pdf/reader_lexer.h"
#include "pdf/reader_objects.h"
#include "pdf/reader_refusal.h"

#include <algorithm>
#include <array>
#include <optional>
#include <set>

namespace engross {

namespace {

constexpr std::size_t startReach = 2048;  // how far from the end "startxref" is looked for
constexpr std::size_t mostSections = 4096;
constexpr std::size_t mostRows = 16'000'000;  // over all sections
constexpr std::size_t leastRow = 18;          // bytes of a table's row that lacks its line end

[[noreturn]] void refuse() {
    throw ReaderRefused(ReaderRefusal::DamagedXref);
}

std::uint64_t naturalIn(const PdfValue& value) {
    const std::int64_t number = value.integer();
    if (!value.isInteger() || number < 0) {
        refuse();
    }
    return static_cast<std::uint64_t>(number);
}

class XrefReader {
public:
    XrefReader(std::string_view bytes, ReaderObjects& file, InflateBudget& budget)
        : bytes_(bytes), file_(file), budget_(budget), mostNumbers_(1'000'000 + bytes.size() / 16) {}

    Xref run() {
        waiting_.push_back(start());
        std::set<std::uint64_t> seen;
        while (!waiting_.empty()) {
            const std::uint64_t offset = waiting_.back();
            waiting_.pop_back();
            if (offset >= bytes_.size() || !seen.insert(offset).second || seen.size() > mostSections) {
                refuse();
            }
            readSection(static_cast<std::size_t>(offset));
        }
        return std::move(xref_);
    }

private:
    [[nodiscard]] std::uint64_t start() const {
        const std::size_t from = bytes_.size() - std::min(bytes_.size(), startReach);
        const std::size_t word = bytes_.substr(from).rfind("startxref");
        if (word == std::string_view::npos) {
            refuse();
        }
        PdfLexer lexer(bytes_, from + word + 9);
        const auto offset = naturalFrom(lexer.next().text);
        if (!offset) {
            refuse();
        }
        return *offset;
    }

    void readSection(std::size_t offset) {
        PdfLexer lexer(bytes_, offset);
        const PdfValue trailer = lexer.next().text == "xref" ? readTable(lexer.at()) : readStream(offset);
        if (!trailer.entry("/Encrypt").isNull()) {
            throw ReaderRefused(ReaderRefusal::Encrypted);
        }
        // The last one pushed is read next: a hybrid file's stream goes before the older sections (7.5.8.4).
        if (const PdfValue previous = trailer.entry("/Prev"); !previous.isNull()) {
            waiting_.push_back(naturalIn(previous));
        }
        if (const PdfValue hybrid = trailer.entry("/XRefStm"); !hybrid.isNull()) {
            waiting_.push_back(naturalIn(hybrid));
        }
        if (xref_.trailer.isNull()) {
            xref_.trailer = trailer;
        }
    }

    PdfValue readTable(std::size_t at) {
        for (;;) {
            PdfLexer lexer(bytes_, at);
            const PdfToken first = lexer.next();
            if (first.text == "trailer") {
                return file_.parsed(valueAt(bytes_, lexer.at()));
            }
            const auto begin = naturalFrom(first.text);
            const auto count = naturalFrom(lexer.next().text);
            if (!begin || !count) {
                refuse();
            }
            lexer.skipSpace();
            at = lexer.at();
            if (*count > (bytes_.size() - at) / leastRow + 1) {
                refuse();
            }
            makeRoom(*begin, *count);
            for (std::uint64_t i = 0; i < *count; ++i) {
                at = readRow(at, static_cast<std::size_t>(*begin + i));
            }
        }
    }

    /// "0000000016 00000 n"; answers the place behind it and its spaces.
    std::size_t readRow(std::size_t at, std::size_t number) {
        const std::uint64_t offset = rowNumber(at);
        const std::uint64_t generation = rowNumber(at);
        const char kind = at < bytes_.size() ? bytes_[at] : '\0';
        if ((kind != 'n' && kind != 'f') || generation > 0xFFFF) {
            refuse();
        }
        ++at;
        while (at < bytes_.size() && isPdfSpace(bytes_[at])) {
            ++at;
        }
        const bool used = kind == 'n' && offset != 0;
        learn(number, {offset, static_cast<std::uint32_t>(generation),
                       used ? XrefEntry::Kind::InFile : XrefEntry::Kind::Free, true});
        return at;
    }

    std::uint64_t rowNumber(std::size_t& at) const {
        std::uint64_t value = 0;
        std::size_t digits = 0;
        for (; at < bytes_.size() && bytes_[at] >= '0' && bytes_[at] <= '9' && digits < 18; ++at, ++digits) {
            value = value * 10 + static_cast<std::uint64_t>(bytes_[at] - '0');
        }
        if (digits == 0 || at >= bytes_.size() || !isPdfSpace(bytes_[at])) {
            refuse();
        }
        while (at < bytes_.size() && isPdfSpace(bytes_[at])) {
            ++at;
        }
        return value;
    }

    PdfValue readStream(std::size_t offset) {
        const ObjectExtent extent = extentAt(bytes_, offset, [](std::uint64_t) -> std::uint64_t { refuse(); });
        if (!extent.isStream) {
            refuse();
        }
        const PdfValue dictionary = file_.parsed(extent.text);
        if (!dictionary.entry("/Type").isName("/XRef")) {
            refuse();
        }
        const std::string rows = unpackedStructure(dictionary, extent.data, budget_);
        std::array<std::size_t, 3> widths{};
        const std::vector<PdfValue> given = dictionary.entry("/W").items();
        if (given.size() != widths.size()) {
            refuse();
        }
        for (std::size_t i = 0; i < widths.size(); ++i) {
            widths.at(i) = static_cast<std::size_t>(naturalIn(given[i]));
            if (widths.at(i) > 8) {
                refuse();
            }
        }
        readRows(dictionary, rows, widths);
        return dictionary;
    }

    void readRows(const PdfValue& dictionary, std::string_view rows, const std::array<std::size_t, 3>& widths) {
        std::vector<std::uint64_t> ranges;
        for (const PdfValue& number : dictionary.entry("/Index").items()) {
            ranges.push_back(naturalIn(number));
        }
        if (ranges.empty()) {
            ranges = {0, naturalIn(dictionary.entry("/Size"))};
        }
        const std::size_t row = widths[0] + widths[1] + widths[2];
        if (row == 0 || ranges.size() % 2 != 0) {
            refuse();
        }
        for (std::size_t r = 0; r < ranges.size(); r += 2) {
            if (ranges[r + 1] > rows.size() / row) {
                refuse();
            }
            makeRoom(ranges[r], ranges[r + 1]);
            for (std::uint64_t i = 0; i < ranges[r + 1]; ++i) {
                learn(static_cast<std::size_t>(ranges[r] + i), entryFrom(rows.substr(0, row), widths));
                rows.remove_prefix(row);
            }
        }
    }

    static XrefEntry entryFrom(std::string_view row, const std::array<std::size_t, 3>& widths) {
        std::array<std::uint64_t, 3> fields{widths[0] == 0 ? 1U : 0U, 0, 0};
        std::size_t at = 0;
        for (std::size_t i = 0; i < fields.size(); ++i) {
            for (std::size_t k = 0; k < widths.at(i); ++k) {
                fields.at(i) = fields.at(i) << 8U | static_cast<unsigned char>(row[at++]);
            }
        }
        XrefEntry entry{fields[1], static_cast<std::uint32_t>(fields[2]), XrefEntry::Kind::Free, true};
        if (fields[2] > 0xFFFFFFFFU || fields[0] > 2) {
            refuse();
        }
        if (fields[0] != 0) {
            entry.kind = fields[0] == 1 ? XrefEntry::Kind::InFile : XrefEntry::Kind::InStream;
        }
        return entry;
    }

    void makeRoom(std::uint64_t begin, std::uint64_t count) {
        rows_ += count;
        if (begin > mostNumbers_ || count > mostNumbers_ - begin || rows_ > mostRows) {
            refuse();
        }
        if (xref_.entries.size() < begin + count) {
            xref_.entries.resize(static_cast<std::size_t>(begin + count));
        }
    }

    void learn(std::size_t number, const XrefEntry& entry) {
        XrefEntry& known = xref_.entries.at(number);
        if (!known.known) {
            known = entry;
        }
    }

    std::string_view bytes_;
    ReaderObjects& file_;
    InflateBudget& budget_;
    std::uint64_t mostNumbers_;
    std::uint64_t rows_ = 0;
    std::vector<std::uint64_t> waiting_;
    Xref xref_;
};

}  // namespace

Xref readXref(std::string_view bytes, ReaderObjects& file, InflateBudget& budget) {
    try {
        return XrefReader(bytes, file, budget).run();
    } catch (const ReaderRefused& refused) {
        const bool misled = refused.reason() == ReaderRefusal::DamagedObject;
        throw ReaderRefused(misled ? ReaderRefusal::DamagedXref : refused.reason());
    }
}

}  // namespace engross
