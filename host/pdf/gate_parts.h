#pragma once
#include "pdf/archive.h"
#include "pdf/colour_profile.h"
#include "pdf/gate_report.h"
#include "pdf/gate_source.h"

#include <optional>
#include <set>
#include <string>
#include <vector>

namespace engross {

/// What the parts of the gate share while they look at one file.
struct GateFile {
    const GateSource& source;
    std::optional<ArchiveFlavour> wanted{};  // the flavour that it is judged by; none for the one that it claims
    std::string xmp{};
    int part = 2;  // of ISO 19005, as claimed
    bool claimsLevelA = false;
    int intentComponents = 0;  // of the colours that the output intent explains; 0 for no intent
    bool paints = false;       // something is drawn on a page
};

/// What the content of one page told.
struct PageContentIds {
    std::set<long long> ids;  // of marked content
    bool paints = false;
};

/// The value of an XMP property in element or attribute form, unescaped; empty where there is none. For a language
/// alternative or a list it is the first entry.
[[nodiscard]] std::string xmpValue(const std::string& packet, const std::string& name);

/// What a stream that is a colour profile says of itself; nothing where it is not sound.
[[nodiscard]] std::optional<ColourProfile> colourProfileOf(const GateObject& stream);
/// Whether the text is formed as a language tag (RFC 5646 2.1, without the rules for old tags).
[[nodiscard]] bool isLanguageTag(const std::string& tag);

void checkDocument(GateFile& file, GateReport& report);
/// Reads the content of every page and the fonts it uses.
[[nodiscard]] std::vector<PageContentIds> checkContent(GateFile& file, GateReport& report);
void checkStructure(GateFile& file, const std::vector<PageContentIds>& content, GateReport& report);
void checkArchive(GateFile& file, GateReport& report);
/// Looks at every object of the file once.
void checkObjects(GateFile& file, GateReport& report);

}  // namespace engross
