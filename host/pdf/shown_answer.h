#pragma once
#include <string>

class QPDFObjectHandle;

namespace engross {

/// Whether a field's look shows any text. One that cannot be read shows some.
[[nodiscard]] bool showsText(const QPDFObjectHandle& look);

/// Whether a field's look evidently shows this answer (UTF-8): the codes that it shows, spaces apart, are those of the
/// answer in WinAnsi. A look in other codes does not evidently show it.
[[nodiscard]] bool showsAnswer(const QPDFObjectHandle& look, const std::string& answer);

}  // namespace engross
