#include "pdf/gate_rules.h"

#include <array>

namespace engross {
namespace {

constexpr auto error = Severity::Error;
constexpr auto warning = Severity::Warning;
constexpr auto ua = GateProfile::Ua;
constexpr auto a = GateProfile::A;
constexpr auto both = GateProfile::Both;

constexpr auto rules = std::to_array<GateRuleText>({
    {GateRule::Readable, both, "readable", error, "the file cannot be read as a PDF",
     "make or fetch the file again; it may have been cut short", "ISO 32000-1 7.5"},
    {GateRule::Repaired, both, "repaired", warning, "the file had to be repaired while it was read",
     "save it again with the program that made it", "ISO 32000-1 7.5"},
    {GateRule::Marked, ua, "ua-marked", error, "the file does not say that its content is tagged",
     "set /MarkInfo /Marked, and no /Suspects", "ISO 14289-1 7.1"},
    {GateRule::Structure, ua, "ua-structure", error, "the file has no structure that a screen reader could follow",
     "export it as tagged PDF", "ISO 14289-1 7.1"},
    {GateRule::Language, ua, "ua-language", error, "the document's language is not stated",
     "set the language of the document", "ISO 14289-1 7.2"},
    {GateRule::Title, ua, "ua-title", error, "the title is missing, or not the same in both places that hold it",
     "give the document a title", "ISO 14289-1 7.1"},
    {GateRule::TitleShown, ua, "ua-title-shown", error, "the window shows the file's name in place of the title",
     "set /ViewerPreferences /DisplayDocTitle", "ISO 14289-1 7.1"},
    {GateRule::UaClaim, ua, "ua-claim", error, "the file does not say that it follows PDF/UA-1",
     "write pdfuaid:part 1 into its metadata", "ISO 14289-1 5"},
    {GateRule::Headings, ua, "ua-headings", error, "headings do not begin at level 1, or skip a level",
     "use each level below the one before it", "ISO 14289-1 7.4.2"},
    {GateRule::FigureAlternative, ua, "ua-figure-alternative", error, "a picture has no text in its place",
     "describe the picture", "ISO 14289-1 7.3"},
    {GateRule::FigureBox, ua, "ua-figure-box", error, "a picture does not say where it stands",
     "give the Figure a /BBox", "ISO 14289-1 7.3"},
    {GateRule::HeaderScope, ua, "ua-header-scope", error, "a table header does not say what it heads",
     "give the header a scope of row or column", "ISO 14289-1 7.5"},
    {GateRule::TableRows, ua, "ua-table-rows", error, "rows of a table have different numbers of columns",
     "give every row the same number of cells", "ISO 14289-1 7.5"},
    {GateRule::TableParts, ua, "ua-table-parts", error, "a table holds something that is no row or cell",
     "keep text outside the table's rows", "ISO 32000-1 14.8.4.3.4"},
    {GateRule::ListParts, ua, "ua-list-parts", error, "a list holds something that is no item, label or body",
     "put text of a list into its items", "ISO 32000-1 14.8.4.3.3"},
    {GateRule::Role, ua, "ua-role", error, "a structure element has a type that nobody knows",
     "use a standard type or map it to one", "ISO 14289-1 7.1"},
    {GateRule::ParentLink, ua, "ua-parent", error, "a structure element does not lead back to its parent",
     "save the file again with the program that made it", "ISO 32000-1 14.7.2"},
    {GateRule::LinkElement, ua, "ua-link", error, "a link is not joined to a Link element of the structure",
     "tag the link", "ISO 14289-1 7.18.5"},
    {GateRule::LinkDescription, ua, "ua-link-description", error, "a link has no description",
     "give the link annotation /Contents", "ISO 14289-1 7.18.1"},
    {GateRule::AnnotationTagged, ua, "ua-annotation", error, "an annotation is not part of the structure",
     "tag the annotation or take it out", "ISO 14289-1 7.18.1"},
    {GateRule::ParentTree, ua, "ua-parent-tree", error, "the way from the page back to the structure is broken",
     "save the file again with the program that made it", "ISO 32000-1 14.7.4.4"},
    {GateRule::ContentClaimed, ua, "ua-content-claimed", error, "marked content belongs to no structure element",
     "tag the content or mark it as an artifact", "ISO 14289-1 7.1"},
    {GateRule::ContentUnmarked, ua, "ua-content-unmarked", error,
     "something is drawn that is neither tagged nor artifact", "tag the content or mark it as an artifact",
     "ISO 14289-1 7.1"},
    {GateRule::ContentIds, ua, "ua-content-ids", error, "two pieces of content on one page have the same id",
     "save the file again with the program that made it", "ISO 32000-1 14.7.4.2"},
    {GateRule::ContentNesting, ua, "ua-content-nesting", error,
     "tagged content stands inside other tagged content or inside an artifact", "end the one before the other begins",
     "ISO 14289-1 7.1"},
    {GateRule::ContentBroken, both, "content-broken", error, "the drawing instructions of a page are broken",
     "save the file again with the program that made it", "ISO 32000-1 7.8.2"},
    {GateRule::FontUnicode, ua, "ua-font-unicode", error, "a character that is shown cannot be read as text",
     "embed the font with a complete ToUnicode map", "ISO 14289-1 7.21.7"},
    {GateRule::GlyphMissing, ua, "ua-glyph-missing", error, "a character is shown that its font does not have",
     "use a font that has the character", "ISO 14289-1 7.21.8"},
    {GateRule::FontEmbedded, both, "font-embedded", error, "a font is not embedded", "embed all fonts",
     "ISO 19005-2 6.2.11.4; ISO 14289-1 7.21.4"},
    {GateRule::TabOrder, ua, "ua-tab-order", error, "the tab key does not follow the structure on a page with links",
     "set the page's /Tabs to /S", "ISO 14289-1 7.18.3"},
    {GateRule::Encryption, a, "a-encryption", error, "the file is encrypted", "save it without a password",
     "ISO 19005-2 6.1.3"},
    {GateRule::Identity, a, "a-id", error, "the file has no id", "save the file again with the program that made it",
     "ISO 19005-2 6.1.3"},
    {GateRule::AClaim, a, "a-claim", error, "the file does not say that it follows PDF/A-2",
     "write pdfaid:part 2 and a conformance level into its metadata", "ISO 19005-2 6.6.4"},
    {GateRule::LevelA, a, "a-level", error, "the file claims level A but is not tagged with types that are known",
     "tag the file, or claim level B", "ISO 19005-2 6.7"},
    {GateRule::MetadataStream, a, "a-metadata", error, "the metadata is missing or packed",
     "write the XMP packet as it is", "ISO 19005-2 6.6.2.1"},
    {GateRule::InfoAgrees, a, "a-info", error, "the two places that hold title and dates do not agree",
     "write both from one source", "ISO 19005-2 6.6.3"},
    {GateRule::OutputIntent, a, "a-output-intent", error, "the file does not say what its colours mean",
     "add an output intent with its profile", "ISO 19005-2 6.2.3"},
    {GateRule::Actions, a, "a-actions", error,
     "the file holds JavaScript or an action that changes or starts something", "take the action out",
     "ISO 19005-2 6.5"},
    {GateRule::EmbeddedFiles, a, "a-embedded-files", error, "the file carries other files",
     "take the attachments out and file them on their own", "ISO 19005-2 6.8"},
    {GateRule::DeviceColour, a, "a-device-colour", error, "colours are used that the output intent does not cover",
     "convert them to sRGB", "ISO 19005-2 6.2.4.3"},
    {GateRule::Filters, a, "a-filters", error, "data is packed in a way that archives do not accept (LZW or Crypt)",
     "save the file again with Flate", "ISO 19005-2 6.1.7.2"},
    {GateRule::ExternalStreams, a, "a-external", error, "part of the file stands in another file",
     "bring it into the file", "ISO 19005-2 6.1.7.1"},
    {GateRule::AnnotationFlags, a, "a-annotation-flags", error,
     "an annotation is hidden, would not be printed, or plays sound, film or 3D",
     "set its Print flag and no other, or take it out", "ISO 19005-2 6.3.2"},
    {GateRule::Forms, a, "a-forms", error, "a form depends on the viewer to draw its fields, or is XFA",
     "flatten the form", "ISO 19005-2 6.4"},
    {GateRule::Interpolation, a, "a-interpolation", error, "a picture asks the viewer to smooth it, or has alternates",
     "clear /Interpolate and /Alternates", "ISO 19005-2 6.2.8"},
    {GateRule::GraphicsState, a, "a-graphics-state", error, "the file uses transfer functions or PostScript",
     "save the file again without them", "ISO 19005-2 6.2.5, 6.2.9"},
});

constexpr bool inOrder() {
    for (std::size_t index = 0; index < rules.size(); ++index) {
        if (static_cast<std::size_t>(rules[index].rule) != index) {
            return false;
        }
    }
    return rules.size() == static_cast<std::size_t>(GateRule::GraphicsState) + 1;
}
static_assert(inOrder());

}  // namespace

std::span<const GateRuleText> gateRules() {
    return rules;
}

}  // namespace engross
