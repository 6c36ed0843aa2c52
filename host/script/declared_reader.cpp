#include "script/declared_reader.h"

#include <algorithm>
#include <utility>

namespace engross {
namespace {

constexpr std::array languages{Language::English, Language::Welsh};

std::string tag(Language language) {
    return std::string(tagOf(language).substr(0, 2));
}

}  // namespace

DeclaredReader::DeclaredReader(DocumentType& type, const Library& library) : type_(type), library_(library) {}

void DeclaredReader::moveTo(const Place& place) {
    place_ = place;
}

const std::vector<std::pair<std::string, std::string>>& DeclaredReader::fieldPaths() const noexcept {
    return fieldPaths_;
}

// NOLINTNEXTLINE(misc-no-recursion): a node is no deeper than its reader allowed
Declared DeclaredReader::read(const DeclareRule& rule, const ScriptNode& node, const std::string& path) {
    Declared value;
    switch (rule.kind) {
        case DeclareRule::Kind::Text:
            value.kind = Declared::Kind::Text;
            value.text = localTextFrom(node).value_or(LocalText{});
            complainIf(!localTextFrom(node), rule, node, "script.kind_local_text");
            break;
        case DeclareRule::Kind::Markdown:
            value.kind = Declared::Kind::Markdown;
            value.part = addText(path, rule.name, node);
            break;
        case DeclareRule::Kind::Number:
            value.kind = Declared::Kind::Number;
            value.number = node.number;
            complainIf(!node.is(ScriptNode::Kind::Number), rule, node, "script.kind_number");
            break;
        case DeclareRule::Kind::Boolean:
            value.kind = Declared::Kind::Boolean;
            value.boolean = node.boolean;
            complainIf(!node.is(ScriptNode::Kind::Boolean), rule, node, "script.kind_flag");
            break;
        case DeclareRule::Kind::Choice:
            value.kind = Declared::Kind::Text;
            value.text.english = node.text;
            if (std::ranges::find(rule.values, node.text) == rule.values.end()) {
                place_.faults->addAtKey(place_.line, rule.name, "script.no_choice",
                                        {{"name", rule.name}, {"found", node.text}}, nearest(node.text, rule.values));
            }
            break;
        case DeclareRule::Kind::FieldPath:
            value.kind = Declared::Kind::Text;
            value.text.english = node.text;
            complainIf(!node.is(ScriptNode::Kind::Text), rule, node, "script.kind_text");
            fieldPaths_.emplace_back(rule.name, node.text);
            break;
        case DeclareRule::Kind::List:
            readList(value, rule, node, path);
            break;
        case DeclareRule::Kind::Record:
            readRecord(value, rule, node, path);
            break;
    }
    return value;
}

void DeclaredReader::complainIf(bool wrong, const DeclareRule& rule, const ScriptNode& node,
                                std::string_view expected) {
    if (wrong) {
        place_.options->wrong(rule.name, expected, node);
    }
}

// NOLINTNEXTLINE(misc-no-recursion)
void DeclaredReader::readList(Declared& value, const DeclareRule& rule, const ScriptNode& node,
                              const std::string& path) {
    value.kind = Declared::Kind::List;
    complainIf(!node.is(ScriptNode::Kind::Table) || !node.named.empty(), rule, node, "script.kind_table");
    for (std::size_t index = 0; index < node.items.size() && !rule.members.empty(); ++index) {
        value.items.push_back(
            read(rule.members.front(), node.items.at(index), path + "[" + std::to_string(index + 1) + "]"));
    }
}

// NOLINTNEXTLINE(misc-no-recursion)
void DeclaredReader::readRecord(Declared& value, const DeclareRule& rule, const ScriptNode& node,
                                const std::string& path) {
    value.kind = Declared::Kind::Record;
    const std::size_t line = std::max(place_.faults->source().atKey(place_.line, rule.name).line, place_.line);
    Options members(node, line, rule.name, *place_.faults);
    for (const DeclareRule& member : rule.members) {
        const ScriptNode* found = members.node(member.name);
        if (found == nullptr && !member.optional) {
            members.missing(member.name);
        }
        value.members.emplace_back(member.name,
                                   found == nullptr ? Declared{} : read(member, *found, path + "." + member.name));
    }
    members.finish();
}

std::size_t DeclaredReader::addText(const std::string& path, const std::string& name, const ScriptNode& node) {
    TextPart part;
    part.key = path;
    const auto place = [&](Language language, const ScriptNode& value) {
        TextPart::Version& version = part.versions.at(static_cast<std::size_t>(language));
        if (value.isTagged("template")) {
            loadTemplate(version, value.text, language);
            if (!version.present && language == Language::English) {
                place_.faults->add(value.line, value.text, "script.no_template",
                                   {{"name", value.text}, {"file", templateFile(value.text, language)}});
            }
        } else if (value.is(ScriptNode::Kind::Text)) {
            version = {place_.source->file(), place_.faults->source().firstLineOfText(name, place_.line), value.text,
                       true};
        } else {
            place_.options->wrong(name, "script.kind_markdown", value);
        }
    };
    if (node.is(ScriptNode::Kind::Table)) {
        for (const Language language : languages) {
            if (const ScriptNode* value = node.find(tag(language))) {
                place(language, *value);
            }
        }
    } else {
        place(Language::English, node);
        if (node.isTagged("template")) {
            place(Language::Welsh, node);
        }
    }
    type_.texts.push_back(std::move(part));
    return type_.texts.size() - 1;
}

std::string DeclaredReader::templateFile(const std::string& name, Language language) const {
    const std::string& file = type_.source->file();
    return file.substr(0, file.rfind('/') + 1) + name + "." + tag(language) + ".md";
}

void DeclaredReader::loadTemplate(TextPart::Version& version, const std::string& name, Language language) {
    const bool plain =
        !name.empty() && name.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_.-") == std::string::npos;
    auto text = plain ? library_.read(templateFile(name, language)) : std::nullopt;
    if (text) {
        version = {templateFile(name, language), 1, std::move(*text), true};
    }
}

}  // namespace engross
