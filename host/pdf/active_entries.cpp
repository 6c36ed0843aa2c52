#include "pdf/active_entries.h"

#include "pdf/reader_lexer.h"

#include <algorithm>
#include <array>

namespace engross {

namespace {

struct Watched {
    std::string_view key;
    LeftOutEntry why;
    bool ofStreams = false;  // means this in the dictionary of a stream alone
};

// ISO 32000-1 tables 5, 44, 89, 95, 164, 166, 187, 196 to 217, 28 to 30, 299 to 305, 318, 361 and 367; ISO 32000-2
// 14.13 for /AF. In what a page is drawn with, none of these keys means anything else (but /A of a measure, which draws
// nothing).
constexpr auto watched = std::to_array<Watched>({
    {"/A", LeftOutEntry::Action},
    {"/AA", LeftOutEntry::Action},
    {"/JS", LeftOutEntry::Action},
    {"/Next", LeftOutEntry::Action},
    {"/OpenAction", LeftOutEntry::Action},
    {"/JavaScript", LeftOutEntry::Action},
    {"/URI", LeftOutEntry::Action},
    {"/PA", LeftOutEntry::Action},
    {"/Win", LeftOutEntry::Action},
    {"/Rendition", LeftOutEntry::Action},
    {"/Renditions", LeftOutEntry::Action},
    {"/RichMediaContent", LeftOutEntry::Action},
    {"/RichMediaSettings", LeftOutEntry::Action},
    {"/3DD", LeftOutEntry::Action},
    {"/3DA", LeftOutEntry::Action},
    {"/3DV", LeftOutEntry::Action},
    {"/OnInstantiate", LeftOutEntry::Action},
    {"/Movie", LeftOutEntry::Action},
    {"/Sound", LeftOutEntry::Action},
    {"/AcroForm", LeftOutEntry::Action},
    {"/XFA", LeftOutEntry::Action},
    {"/Annots", LeftOutEntry::Action},
    {"/AF", LeftOutEntry::Attachment},
    {"/EF", LeftOutEntry::Attachment},
    {"/RF", LeftOutEntry::Attachment},
    {"/FS", LeftOutEntry::Attachment},
    {"/EmbeddedFiles", LeftOutEntry::Attachment},
    {"/Collection", LeftOutEntry::Attachment},
    {"/F", LeftOutEntry::External, true},
    {"/FFilter", LeftOutEntry::External, true},
    {"/FDecodeParms", LeftOutEntry::External, true},
    {"/Ref", LeftOutEntry::OtherPage},
    {"/OPI", LeftOutEntry::Substitute},
    {"/Alternates", LeftOutEntry::Substitute},
    {"/Metadata", LeftOutEntry::Private},
    {"/PieceInfo", LeftOutEntry::Private},
    {"/LastModified", LeftOutEntry::Private},
    {"/StructParent", LeftOutEntry::Private},
    {"/StructParents", LeftOutEntry::Private},
    {"/Thumb", LeftOutEntry::Private},
    {"/SpiderInfo", LeftOutEntry::Private},
    {"/Perms", LeftOutEntry::Private},
});

constexpr std::size_t longestWatched = 20;

/// By length, the letters that a watched key of that length begins with: most keys are dismissed by one look.
constexpr auto beginnings = [] {
    std::array<std::array<bool, 128>, longestWatched + 1> table{};
    for (const Watched& entry : watched) {
        table.at(entry.key.size()).at(static_cast<std::size_t>(entry.key[1])) = true;
    }
    return table;
}();

constexpr std::array<std::string_view, 9> namesBelow{"/Font",    "/XObject",    "/ExtGState", "/ColorSpace", "/Pattern",
                                                     "/Shading", "/Properties", "/CharProcs", "/Colorants"};

struct ActionKind {
    std::string_view type;
    std::string_view kind;
};
constexpr auto actions = std::to_array<ActionKind>({{"/JavaScript", "javascript"},
                                                    {"/Launch", "launch"},
                                                    {"/SubmitForm", "submit-form"},
                                                    {"/ResetForm", "action"},
                                                    {"/ImportData", "import-data"},
                                                    {"/GoToR", "remote-link"},
                                                    {"/GoToE", "remote-link"},
                                                    {"/Movie", "multimedia"},
                                                    {"/Sound", "multimedia"},
                                                    {"/Rendition", "multimedia"},
                                                    {"/RichMediaExecute", "multimedia"},
                                                    {"/GoTo3DView", "multimedia"},
                                                    {"/Hide", "action"},
                                                    {"/Named", "action"},
                                                    {"/SetOCGState", "action"},
                                                    {"/Thread", "action"},
                                                    {"/Trans", "action"},
                                                    {"/GoTo", ""},
                                                    {"/GoToDp", ""},
                                                    {"/URI", ""}});

const ActionKind* actionNamed(std::string_view type) {
    const auto* const found =
        std::find_if(actions.begin(), actions.end(), [type](const ActionKind& action) { return action.type == type; });
    return found == actions.end() ? nullptr : found;
}

LeftOutEntry lookUp(std::string_view key, KeyMeaning meaning) {
    const bool possible = key.size() > 1 && key.size() <= longestWatched && static_cast<unsigned char>(key[1]) < 128 &&
                          beginnings[key.size()][static_cast<unsigned char>(key[1])];
    if (!possible) {
        return LeftOutEntry::None;
    }
    const auto* const found =
        std::find_if(watched.begin(), watched.end(), [key](const Watched& entry) { return entry.key == key; });
    const bool here = found != watched.end() && (!found->ofStreams || meaning == KeyMeaning::StreamEntries);
    return here ? found->why : LeftOutEntry::None;
}

}  // namespace

LeftOutEntry leftOutEntry(std::string_view key, KeyMeaning meaning) {
    if (meaning == KeyMeaning::Names) {
        return LeftOutEntry::None;
    }
    return key.find('#') == std::string_view::npos ? lookUp(key, meaning) : lookUp(nameFrom(key), meaning);
}

KeyMeaning meaningBelow(std::string_view key, KeyMeaning meaning) {
    if (meaning == KeyMeaning::Names) {
        return KeyMeaning::Entries;
    }
    if (key.find('#') != std::string_view::npos) {
        return meaningBelow(nameFrom(key), meaning);
    }
    const bool names =
        key.size() >= 5 && key.size() <= 11 && std::find(namesBelow.begin(), namesBelow.end(), key) != namesBelow.end();
    return names ? KeyMeaning::Names : KeyMeaning::Entries;
}

std::string_view kindOfActionNamed(std::string_view type) {
    const ActionKind* const action = actionNamed(type);
    return action == nullptr ? std::string_view() : action->kind;
}

std::string_view kindOfAction(std::string_view type) {
    const ActionKind* const action = actionNamed(type);
    return action == nullptr ? "action" : action->kind;
}

bool isActionName(std::string_view type) {
    return actionNamed(type) != nullptr;
}

std::string_view kindOfAnnotation(std::string_view type) {
    if (type == "/FileAttachment") {
        return "attachment";
    }
    const bool plays =
        type == "/Movie" || type == "/Sound" || type == "/Screen" || type == "/RichMedia" || type == "/3D";
    return plays ? "multimedia" : std::string_view();
}

std::string_view lossOf(LeftOutEntry entry) {
    switch (entry) {
        case LeftOutEntry::Attachment:
            return "attachment";
        case LeftOutEntry::External:
            return "external-data";
        case LeftOutEntry::OtherPage:
            return "other-page";
        case LeftOutEntry::Substitute:
            return "substitute";
        default:
            return {};
    }
}

}  // namespace engross
