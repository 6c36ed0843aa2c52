#pragma once
#include "model/units.h"
#include "pdf/pdf_error.h"

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace engross {

/// What may be spent on one foreign file. Memory and time are bounded from outside, by the worker's own limits.
struct PdfLimits {
    std::uint64_t bytes = std::uint64_t{4} << 30U;
    std::size_t pages = 20'000;
    std::size_t contentBytes = std::size_t{64} << 20U;  // of one page's content, decoded
};

struct PdfPageFacts {
    Points width = 0;  // as shown: after rotation, crop and user unit
    Points height = 0;
    int rotation = 0;
    bool hasText = false;
    bool drawsObjects = false;  // pictures or forms
    bool damaged = false;       // its content cannot be decoded to the end
    bool operator==(const PdfPageFacts&) const = default;
};

/// What is known of a PDF without showing it.
struct PdfFacts {
    std::vector<PdfPageFacts> pages;
    bool restricted = false;  // encrypted; it opened without a password, or with the one that was given
    std::string
        cipher{};  // of a restricted file: "rc4-40", "rc4-128", "aes-128", "aes-256", "none" (its text lies open)
    /// What its author forbade, sorted: "print", "print-well", "copy", "change", "comment", "fill", "assemble". Empty
    /// where nothing is, or where the author's own password was given.
    std::vector<std::string> forbidden{};
    std::size_t fields = 0;        // fillable widgets on pages
    std::size_t signatures = 0;    // signed fields: a bundle voids them
    bool xfa = false;              // an XFA form: what Acrobat shows may differ from what anybody else sees
    std::size_t layers = 0;        // optional content groups
    std::size_t hiddenLayers = 0;  // those off by default
    std::size_t repairs = 0;       // warnings while reading; one good file in four has some
    bool tagged = false;           // has a structure tree
    std::map<std::string, std::size_t> leftBehind;  // what a bundle will not take along: see LinkLoss::kind
    bool operator==(const PdfFacts&) const = default;
};

/// Reads a PDF's facts; `leftBehind` is all that prepareSource() would count. `name` is what faults call it. Throws
/// PdfError.
[[nodiscard]] PdfFacts readPdfFacts(const std::string& path, const std::string& name, const std::string& password = {},
                                    const PdfLimits& limits = {});

}  // namespace engross
