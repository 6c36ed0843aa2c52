#pragma once
#include <cstdint>
#include <string>
#include <string_view>

namespace engross {

/// What the keys of a dictionary are.
enum class KeyMeaning : std::uint8_t {
    Entries,  // those that ISO 32000-1 gives a meaning
    StreamEntries,
    Names  // made up by whoever wrote the file: of fonts, pictures, glyphs, colourants
};

/// Why an entry of what a page is drawn with is not taken along.
enum class LeftOutEntry : std::uint8_t {
    None,        // it is taken along
    Private,     // what an editor keeps for itself, or a place in a structure that stays behind: no loss
    Action,      // starts something: a script, a program, a player
    Attachment,  // files inside the file
    External,    // the stream's data stand in another file
    OtherPage,   // a page of another file is to be shown in its place
    Substitute   // another picture is to be printed in its place
};

/// `key` has its slash and may have escapes. Cheap: it is asked for every key of every object.
[[nodiscard]] LeftOutEntry leftOutEntry(std::string_view key, KeyMeaning meaning);

/// What the keys of a dictionary mean that stands under `key`, in it or by reference.
[[nodiscard]] KeyMeaning meaningBelow(std::string_view key, KeyMeaning meaning);

/// What an action is called where it is left behind: "javascript". Empty for one that leads somewhere, and for a name
/// that is no action's (ISO 32000-1 table 198, ISO 32000-2 table 201). `type` has its slash.
[[nodiscard]] std::string_view kindOfActionNamed(std::string_view type);
/// The same of the type of an action: one that the standards do not name is an "action".
[[nodiscard]] std::string_view kindOfAction(std::string_view type);
/// Whether a name is that of any action, harmless or not.
[[nodiscard]] bool isActionName(std::string_view type);

/// What leaving an annotation of this type behind is called; empty for one that is drawn or leads somewhere.
[[nodiscard]] std::string_view kindOfAnnotation(std::string_view type);

/// What the loss is called that leaving such an entry out is; empty for none, and for actions, which are called after
/// what they do. See LinkLoss::kind.
[[nodiscard]] std::string_view lossOf(LeftOutEntry entry);

}  // namespace engross
