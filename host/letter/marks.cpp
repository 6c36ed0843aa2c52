#include "letter/marks.h"

#include <algorithm>
#include <string_view>

namespace engross {
namespace {

constexpr std::size_t shortestBlank = 4;

bool isWordCharacter(char character) {
    return (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z') ||
           (character >= '0' && character <= '9') || (static_cast<unsigned char>(character) & 0x80U) != 0;
}

bool isMarkName(std::string_view name) {
    const auto fits = [](char character) {
        return (isWordCharacter(character) && (static_cast<unsigned char>(character) & 0x80U) == 0) ||
               character == '-' || character == '_';
    };
    return !name.empty() && std::ranges::all_of(name, fits);
}

/// Whether a run of underscores here is no part of a word or an address.
bool standsFree(std::string_view text, std::size_t begin, std::size_t end) {
    constexpr std::string_view ofAddresses = "/-.~%?#&=+@";
    const bool before = begin == 0 || (!isWordCharacter(text[begin - 1]) &&
                                       ofAddresses.find(text[begin - 1]) == std::string_view::npos);
    return before && (end >= text.size() || !isWordCharacter(text[end]));
}

std::optional<Tag> markOf(TagForm form, std::size_t offset, std::size_t length, std::string_view name = {}) {
    Tag tag;
    tag.form = form;
    tag.name = name;
    tag.offset = offset;
    tag.length = length;
    return tag;
}

std::optional<Tag> readBlank(std::string_view text, std::size_t offset) {
    const std::size_t end = std::min(text.find_first_not_of('_', offset), text.size());
    if (end - offset < shortestBlank || (offset > 0 && text[offset - 1] == '_') || !standsFree(text, offset, end)) {
        return std::nullopt;
    }
    return markOf(TagForm::Blank, offset, end - offset);
}

/// `[{{#f}}x{{/f}}]` and `[{{^f}}x{{/f}}]`, from its first bracket to the end of its line.
std::optional<Tag> readFieldTick(std::string_view line, std::size_t offset) {
    const std::size_t close = line.find("}}");
    if ((!line.starts_with("[{{#") && !line.starts_with("[{{^")) || close == std::string_view::npos) {
        return std::nullopt;
    }
    const std::string_view name = line.substr(4, close - 4);
    const std::string rest = "}}x{{/" + std::string(name) + "}}]";
    if (!isFieldName(name) || !line.substr(close).starts_with(rest)) {
        return std::nullopt;
    }
    auto tag = markOf(TagForm::Tick, offset, close + rest.size(), name);
    tag->ticked = line[3] == '#' ? Tag::Ticked::With : Tag::Ticked::Without;
    return tag;
}

std::optional<Tag> readTick(std::string_view line, std::size_t offset) {
    if (auto tag = readFieldTick(line, offset)) {
        return tag;
    }
    const bool box = line.size() >= 3 && line[2] == ']' && (line[1] == ' ' || line[1] == 'x' || line[1] == 'X');
    if (!box || (line.size() > 3 && std::string_view("([:").find(line[3]) != std::string_view::npos)) {
        return std::nullopt;
    }
    auto tag = markOf(TagForm::Tick, offset, 3);
    tag->ticked = line[1] == ' ' ? Tag::Ticked::Never : Tag::Ticked::Always;
    return tag;
}

bool beginsLine(const SourceText& source, std::size_t offset) {
    const std::size_t begin = source.lineBegin(offset);
    return std::string_view(source.text()).substr(begin, offset - begin).find_first_not_of(" \t") ==
           std::string_view::npos;
}

/// A mark of one sign and a name between brackets: "[^1]", "{#deposit}", "{@deposit}".
std::optional<Tag> readNamed(const SourceText& source, std::string_view line, std::size_t offset, Faults& faults) {
    const bool note = line.front() == '[';
    const std::size_t close = line.find(note ? ']' : '}');
    const std::string_view name = close == std::string_view::npos ? std::string_view() : line.substr(2, close - 2);
    if (!isMarkName(name)) {
        const std::size_t length = std::min(close == std::string_view::npos ? 2 : close + 1, line.size());
        faults.add("mark-name", source.place(offset, length), {{"anchor", "{#name}"}, {"reference", "{@name}"}});
        return std::nullopt;
    }
    const TagForm form = note ? TagForm::Note : line[1] == '#' ? TagForm::Anchor : TagForm::Reference;
    auto tag = markOf(form, offset, close + 1, name);
    if (note && line.substr(close + 1).starts_with(":") && !beginsLine(source, offset)) {
        faults.add("note-place", source.place(offset, tag->length), {{"name", name}});
    }
    return tag;
}

}  // namespace

std::optional<Tag> readMark(const SourceText& source, std::size_t offset, Faults& faults) {
    const std::string_view text = source.text();
    const char first = text[offset];
    if ((first != '[' && first != '{' && first != '_') || (offset > 0 && text[offset - 1] == '\\')) {
        return std::nullopt;
    }
    if (first == '_') {
        return readBlank(text, offset);
    }
    const std::string_view line = text.substr(offset, source.lineEnd(offset) - offset);
    const char second = line.size() > 1 ? line[1] : ' ';
    if (first == '[' ? second == '^' : second == '#' || second == '@') {
        return readNamed(source, line, offset, faults);
    }
    return first == '[' && (offset == 0 || text[offset - 1] != '!') ? readTick(line, offset) : std::nullopt;
}

namespace {

bool isDefinition(const SourceText& source, const Tag& tag) {
    const std::size_t end = tag.offset + tag.length;
    return tag.form == TagForm::Note && end < source.text().size() && source.text()[end] == ':' &&
           beginsLine(source, tag.offset);
}

bool isAlone(const Tag& tag) {
    return tag.standalone && tag.form != TagForm::Field;
}

/// Where the words end that begin on the line of `tag`.
std::size_t endOfWords(const SourceText& source, const std::vector<Tag>& tags, std::size_t tag) {
    const std::string_view text = source.text();
    std::size_t end = source.lineEnd(tags[tag].offset);
    while (end < text.size()) {
        const std::size_t next = source.lineEnd(end);
        while (tag < tags.size() && tags[tag].offset < end) {
            ++tag;
        }
        const bool tagged = tag < tags.size() && tags[tag].offset < next;
        if (text.substr(end, next - end).find_first_not_of(" \t\r\n") == std::string_view::npos ||
            (tagged && (isAlone(tags[tag]) || isDefinition(source, tags[tag])))) {
            break;
        }
        end = next;
    }
    return end;
}

}  // namespace

std::vector<NoteWords> readNotes(const SourceText& source, const std::vector<Tag>& tags, Faults& faults) {
    std::vector<NoteWords> notes;
    for (std::size_t index = 0; index < tags.size(); ++index) {
        const Tag& tag = tags[index];
        if (!isDefinition(source, tag)) {
            continue;
        }
        if (std::ranges::find(notes, tag.name, &NoteWords::name) != notes.end()) {
            faults.add("note-twice", source.place(tag.offset, tag.length), {{"name", tag.name}});
        }
        notes.push_back({tag.name, source.lineBegin(tag.offset), tag.offset, tag.offset + tag.length + 1,
                         endOfWords(source, tags, index)});
    }
    for (const NoteWords& note : notes) {
        const bool used = std::ranges::any_of(tags, [&](const Tag& tag) {
            return tag.form == TagForm::Note && tag.name == note.name && !isDefinition(source, tag);
        });
        if (!used) {
            faults.add("note-unused", source.place(note.nameOffset, note.begin - note.nameOffset),
                       {{"name", note.name}});
        }
    }
    return notes;
}

}  // namespace engross
