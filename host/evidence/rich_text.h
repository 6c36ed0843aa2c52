#pragma once
#include <string>
#include <string_view>

namespace engross {

/// The RTF of a message as Outlook packs it ([MS-OXRTFCP]). Throws EvidenceError, of EvidenceKind::Outlook:
/// "evidence-damaged", "evidence-too-large" above that many bytes.
[[nodiscard]] std::string unpackedRichText(std::string_view packed, std::size_t most, const std::string& name);

/// What a rich text says, as UTF-8.
struct RichTextWords {
    std::string text;
    bool isWebPage = false;  // the text is the web page that Outlook packed into it ([MS-OXRTFEX])
};

/// The words of an RTF: without looks, pictures, hidden text and whatever no reader shows. Throws as
/// unpackedRichText().
[[nodiscard]] RichTextWords wordsOfRichText(std::string_view rtf, std::size_t most, const std::string& name);

}  // namespace engross
