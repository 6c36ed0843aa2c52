#pragma once
#include "script/declaration_options.h"
#include "script/declared.h"
#include "script/library.h"
#include "script/script_node.h"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace engross {

/// Reads what a type declares by the rules of its family, in its own script or in a part, and takes up its texts.
class DeclaredReader {
public:
    /// Where what is being read stands: the type's own script, or a part's.
    struct Place {
        ScriptFaults* faults = nullptr;
        Options* options = nullptr;
        const ScriptSource* source = nullptr;
        std::size_t line = 0;
    };

    /// Texts are added to the type, whose source is known. Both outlive the reader.
    DeclaredReader(DocumentType& type, const Library& library);

    /// What is read from now on stands there.
    void moveTo(const Place& place);
    /// `path` names the declaration among the type's texts: "schedules[2].body".
    [[nodiscard]] Declared read(const DeclareRule& rule, const ScriptNode& node, const std::string& path);
    /// Takes up a Markdown text, written in place or in files beside the script. Its index in DocumentType::texts.
    std::size_t addText(const std::string& path, const std::string& name, const ScriptNode& node);
    /// "scripts/notice/<name>.en.md"
    [[nodiscard]] std::string templateFile(const std::string& name, Language language) const;
    /// Key and field path of each declaration that names a field: to be checked when all names are known.
    [[nodiscard]] const std::vector<std::pair<std::string, std::string>>& fieldPaths() const noexcept;

private:
    void readList(Declared& value, const DeclareRule& rule, const ScriptNode& node, const std::string& path);
    void readRecord(Declared& value, const DeclareRule& rule, const ScriptNode& node, const std::string& path);
    void complainIf(bool wrong, const DeclareRule& rule, const ScriptNode& node, std::string_view expected);
    void loadTemplate(TextPart::Version& version, const std::string& name, Language language);

    DocumentType& type_;
    const Library& library_;
    Place place_;
    std::vector<std::pair<std::string, std::string>> fieldPaths_;
};

}  // namespace engross
