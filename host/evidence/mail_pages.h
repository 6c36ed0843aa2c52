#pragma once
#include "evidence/mail.h"
#include "layout/block.h"
#include "type/typesetter.h"
#include "words/messages.h"

#include <string>

namespace engross {

/// How the pages of an e-mail read.
struct MailSheet {
    std::string title;  // the exhibit's
    std::string name;   // of the file
    Sha256 hash;        // of the file
    Language language = Language::English;
};

/// An e-mail as a reader prints it: who wrote to whom and when, the text, and the files that came with it, each with
/// its size and SHA-256. A character that no font has, or that turns others round, is written as its code point,
/// "[U+1F3E0]".
[[nodiscard]] Composition pagesOfMail(const Mail& mail, const MailSheet& sheet, const Typesetter& typesetter);

}  // namespace engross
