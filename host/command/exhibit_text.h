#pragma once
#include "command/console.h"
#include "model/value.h"

#include <map>
#include <string>

namespace engross {

/// What an officer reads of one file: the inspection as the service keeps it, in words, a fact a line. `file` is how it
/// was named on the command line.
void tellExhibit(const std::string& file, const Value& inspection, Console& console);

/// Many inspections in numbers.
struct ExhibitSummary {
    std::size_t files = 0;
    std::size_t pages = 0;
    std::size_t bytes = 0;
    std::map<std::string, std::size_t> kinds;     // of the files that can be exhibits
    std::size_t fast = 0;                         // PDFs that the fast reader reads
    std::map<std::string, std::size_t> detours;   // PDFs that libqpdf reads, by reason
    std::map<std::string, std::size_t> refusals;  // by code

    void add(const Value& inspection);
};

[[nodiscard]] Value toValue(const ExhibitSummary& summary);
void tellSummary(const ExhibitSummary& summary, Console& console);

}  // namespace engross
