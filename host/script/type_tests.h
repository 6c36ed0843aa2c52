#pragma once
#include "script/catalogue.h"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace engross {

/// What became of one test of a `<id>.test.lua`. docs/document-types.md section 10 says what may stand in one.
struct TypeTestResult {
    std::string title;
    std::size_t line = 0;
    std::vector<Diagnostic> faults;  // empty where it passed; each has its place in the test file
};

struct TypeTestReport {
    std::string file;                // "scripts/letter/access_appointment.test.lua"
    std::vector<Diagnostic> faults;  // of the file itself: nothing was run where one refuses
    std::vector<TypeTestResult> results;
    std::vector<std::string> untested;  // codes of checks that no test sees refuse or warn

    [[nodiscard]] bool passed() const;
};

/// What a test file is written with: `tests`, `accepted`, `refused`, `warned`.
[[nodiscard]] const std::vector<std::string>& typeTestNames();

/// Runs the tests that stand beside a type's script. Nothing where there are none. A test changes the type's example
/// and says what must come of it: the document, its words, or exactly the codes of the checks that refuse or warn.
/// `extraScript` as in `Catalogue::loadWith`, or empty. Throws ScriptFileError.
[[nodiscard]] std::optional<TypeTestReport> testType(const Catalogue& catalogue, const SourceFolders& folders,
                                                     const std::string& id, const std::string& extraScript = {});

}  // namespace engross
