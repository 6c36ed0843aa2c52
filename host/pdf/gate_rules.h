#pragma once
#include "model/diagnostic.h"

#include <cstdint>
#include <span>
#include <string_view>

namespace engross {

/// What the gate can find. The names of the rules that people see stand in the table.
enum class GateRule : std::uint8_t {
    Readable,
    Repaired,
    Marked,
    Structure,
    Language,
    Title,
    TitleShown,
    UaClaim,
    Headings,
    FigureAlternative,
    FigureBox,
    HeaderScope,
    TableRows,
    TableParts,
    ListParts,
    Role,
    ParentLink,
    LinkElement,
    LinkDescription,
    AnnotationTagged,
    ParentTree,
    ContentClaimed,
    ContentUnmarked,
    ContentIds,
    ContentNesting,
    ContentBroken,
    FontUnicode,
    GlyphMissing,
    FontEmbedded,
    TabOrder,
    Encryption,
    Identity,
    AClaim,
    LevelA,
    MetadataStream,
    InfoAgrees,
    OutputIntent,
    Actions,
    EmbeddedFiles,
    DeviceColour,
    Filters,
    ExternalStreams,
    AnnotationFlags,
    Forms,
    Interpolation,
    GraphicsState,
    RoleRemapped,
    HeadingKinds,
    Misplaced,
    TocParts,
    NoteId,
    LanguageTag,
    Layers,
    FileNames,
    Permissions,
    AnnotationText,
    FormElement,
    XfaForm,
    FormObjects,
    CidMap,
    GlyphWidths,
    Header,
    Transparency,
    ImageCoding,
    ObjectStreams,
    CidSet,
    Limits,
    ColourProfileSound,
    Operators,
    Attachments
};

/// The last of them.
inline constexpr GateRule lastGateRule = GateRule::Attachments;

enum class GateProfile : std::uint8_t { Ua = 1, A = 2, Both = 3 };

struct GateRuleText {
    GateRule rule;
    GateProfile profiles;
    std::string_view id;
    Severity severity;
    std::string_view message;
    std::string_view cure;
    std::string_view source;  // the clause that asks for it
};

/// Every rule, in the order in which findings are listed. Place in the table = value of the rule.
[[nodiscard]] std::span<const GateRuleText> gateRules();

}  // namespace engross
