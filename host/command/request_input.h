#pragma once
#include "command/arguments.h"
#include "model/diagnostic.h"
#include "model/request.h"
#include "script/catalogue.h"
#include "words/messages.h"

#include <optional>
#include <string>
#include <vector>

namespace engross {

/// A request as the command line gives it, or every fault of it.
struct RequestInput {
    std::optional<Request> request;  // absent exactly when a diagnostic refuses
    std::vector<Diagnostic> faults;
};

/// A whole request body, or a bundle's plan, from a file; "-" is standard input. Throws Error where it cannot be read.
[[nodiscard]] RequestInput requestFromFile(const std::string& path, Language language);

/// TYPE with the case of a file (`{"case_ref": "EN/2026/0142", …facts}`) and the fields of --set. A value for a list
/// is added to it; one that begins with [ or { is JSON where the field is no text. "a.b=c" sets a member of a group.
[[nodiscard]] RequestInput requestFromCase(const std::string& type, const std::string& caseFile,
                                           const std::vector<std::string>& settings, const Catalogue& catalogue,
                                           Language language);

/// The options of a command and --house, --language, --draft, --large-print and --copy.
[[nodiscard]] std::vector<Option> withRequestOptions(std::vector<Option> options);
/// Puts those over what the request says. Throws UsageFaults for a size or copy that there is not.
void applyOptions(const Arguments& arguments, Request& request);
/// How the document is to be kept: --archive. Answers the fault of a flavour that there is not.
[[nodiscard]] UsageFaults applyFlavour(const Arguments& arguments, Request& request);

}  // namespace engross
