#pragma once
#include "layout/block.h"
#include "model/diagnostic.h"
#include "words/messages.h"

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace engross {

/// What a template may look up. Values come as text that is already formatted for the document's language.
class TemplateData {
public:
    virtual ~TemplateData() = default;
    /// The text of a field, or nothing where the field is known but empty. Inside a list's section "." is the element.
    [[nodiscard]] virtual std::optional<std::string> text(const std::string& name) const = 0;
    /// How often a section is drawn: once for what is true or not empty, once an element for a list, never for the
    /// rest.
    [[nodiscard]] virtual std::size_t repeats(const std::string& name) const = 0;
    /// The data of one element of a section, or of the section itself where it is no list; nullptr for the data at
    /// hand. Names that an element lacks are looked up around it by the element itself.
    [[nodiscard]] virtual std::unique_ptr<TemplateData> element(const std::string& name, std::size_t index) const = 0;
    /// Blocks that stand for a field on a line of its own (a `rows` field prints as a table), or nothing.
    [[nodiscard]] virtual std::optional<Blocks> blocks(const std::string& name) const = 0;
};

/// Names that a template uses, with the place of each: the catalogue checks them against the schema.
struct TemplateUse {
    enum class Form { Field, Section, Inverted, Clause };
    Form form;
    std::string name;
    Place where;
    std::vector<std::string> inside;  // the sections around it, outermost first; "^name" for an inverted one
};

/// A shared clause and where it stands, for the places of faults in it.
struct ClauseText {
    ClauseText(std::string text, std::string file = {}, std::size_t firstLine = 1)
        : text(std::move(text)), file(std::move(file)), firstLine(firstLine) {}

    std::string text;
    std::string file;  // empty for "clause" and its name
    std::size_t firstLine;
};

/// The text of a clause by name, or nothing where there is none.
using ClauseSource = std::function<std::optional<ClauseText>(const std::string& name)>;

/// Markdown with `{{field}}`, `{{#section}}…{{/section}}`, `{{^section}}…{{/section}}` and `{{> clause}}`.
/// The text is parsed before values go in, so an asterisk in a name is an asterisk.
///
/// A section tag on a line of its own holds blocks, and lists that meet there become one list; within a line it holds
/// text, and ends in the same paragraph. A field whose data answers with blocks stands on a line of its own.
/// A paragraph "Table: …" above a table is its caption; a row that is all bold is a total.
/// Markdown: paragraphs, headings of four levels, lists, tables, `> ` for a ruled box, `---` for a rule, strong,
/// emphasis, https links, and the marks of `letter/marks.h`: boxes to tick, lines to write on, footnotes, names of
/// numbered paragraphs and references to them. Raw HTML, images and code are faults.
class Template {
public:
    struct Result;
    /// All faults of the text at once: unclosed sections, unknown forms, Markdown that letters do not have.
    /// `file` and `firstLine` say where the text stands, for the places of faults; `language` is that of the faults.
    [[nodiscard]] static Result parse(std::string_view text, const std::string& file, std::size_t firstLine,
                                      const ClauseSource& clauses, Language language = Language::English);

    [[nodiscard]] const std::vector<TemplateUse>& uses() const noexcept;
    /// The blocks, with every value in its place. A missing value is a diagnostic, never a blank. `language` is that of
    /// the text: what a reader is told of a box to tick is said in it.
    [[nodiscard]] Blocks render(const TemplateData& data, std::vector<Diagnostic>& faults,
                                Language language = Language::English) const;

    ~Template();
    Template(Template&&) noexcept;
    Template& operator=(Template&&) noexcept;

private:
    struct Impl;
    explicit Template(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> impl_;
};

struct Template::Result {
    std::optional<Template> value;  // absent exactly when a diagnostic refuses
    std::vector<Diagnostic> faults;
};

}  // namespace engross
