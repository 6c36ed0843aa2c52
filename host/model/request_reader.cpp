#include "model/request.h"

#include "model/day.h"

#include <algorithm>
#include <set>

namespace engross {
namespace {

using Kind = RequestFault::Kind;
using Names = std::vector<std::string>;

const Names bodyNames{"type",     "case_ref", "case",       "fields",    "exhibits",          "sections",
                      "profile",  "options",  "release_of", "waivers",   "directions",        "numbering",
                      "renumber", "volumes",  "deep",       "protected", "margin_references", "letter"};
const Names optionNames{"house", "language", "draft", "large_print", "copy", "supersedes"};
const Names exhibitNames{"mark", "exhibit", "file", "attachment"};
const Names sectionNames{"title", "items"};
const Names itemNames{"title",    "date",  "kind",       "exhibit", "file",       "make",
                      "password", "sheet", "after_page", "marks",   "references", "margin_references"};
const Names makeNames{"type", "fields"};
const Names renumberNames{"ordered_by", "on", "reason"};
const Names volumeNames{"pages", "megabytes"};
const Names waiverNames{"check", "as", "name", "post", "on", "until", "reason"};

std::string listed(const Names& names) {
    std::string result;
    for (const std::string& name : names) {
        result += (result.empty() ? "" : ", ") + name;
    }
    return result;
}

/// Walks a body and keeps every fault that it meets.
class Reader {
public:
    std::vector<RequestFault> faults;

    void add(Kind kind, std::string pointer, std::string expected, std::string found, std::string suggestion = "") {
        faults.push_back({.kind = kind,
                          .pointer = std::move(pointer),
                          .expected = std::move(expected),
                          .found = std::move(found),
                          .suggestion = std::move(suggestion)});
    }

    void wrongKind(const std::string& pointer, const Value& like, const Value& found) {
        add(Kind::WrongKind, pointer, std::string(like.kindName()), std::string(found.kindName()));
    }

    /// Whether it is a group of fields; its unknown members are faults.
    bool group(const Value& value, const std::string& pointer, const Names& known) {
        if (value.object() == nullptr) {
            wrongKind(pointer, Value(Object()), value);
            return false;
        }
        for (const auto& [name, member] : *value.object()) {
            if (std::ranges::find(known, name) == known.end()) {
                add(Kind::UnknownKey, pointerTo(pointer, name), listed(known), name, nearest(name, known));
            }
        }
        return true;
    }

    /// A member's text; a null counts as absent.
    std::string text(const Value& parent, const std::string& pointer, std::string_view name) {
        const Value* member = present(parent, name);
        if (member == nullptr) {
            return {};
        }
        if (member->text() == nullptr) {
            wrongKind(pointerTo(pointer, name), Value(""), *member);
            return {};
        }
        return *member->text();
    }

    /// A member that is absent or empty is a fault. One of another kind is named where its text is read.
    void filled(const Value& parent, const std::string& pointer, const std::string& name) {
        const Value* member = present(parent, name);
        if (member == nullptr) {
            add(Kind::Missing, pointer, name, "");
        } else if (member->text() != nullptr && member->text()->empty()) {
            add(Kind::Empty, pointerTo(pointer, name), name, "");
        }
    }

    std::string requiredText(const Value& parent, const std::string& pointer, const std::string& name) {
        filled(parent, pointer, name);
        return text(parent, pointer, name);
    }

    Value members(const Value& parent, const std::string& pointer, std::string_view name) {
        const Value* member = present(parent, name);
        if (member == nullptr) {
            return {};
        }
        if (member->object() == nullptr) {
            wrongKind(pointerTo(pointer, name), Value(Object()), *member);
            return {};
        }
        return *member;
    }

    /// The elements of a list, or nothing where the member is absent or no list.
    const List* list(const Value& parent, const std::string& pointer, std::string_view name) {
        const Value* member = present(parent, name);
        if (member == nullptr) {
            return nullptr;
        }
        if (member->list() == nullptr) {
            wrongKind(pointerTo(pointer, name), Value(List()), *member);
        }
        return member->list();
    }

    /// One of the names stands there, and is not empty.
    void exactlyOne(const Value& parent, const std::string& pointer, const Names& names) {
        Names standing;
        for (const std::string& name : names) {
            if (present(parent, name) != nullptr) {
                standing.push_back(name);
            }
        }
        if (standing.empty()) {
            add(Kind::Missing, pointer, listed(names), "");
        } else if (standing.size() > 1) {
            add(Kind::Conflict, pointer, listed(names), listed(standing));
        } else {
            filled(parent, pointer, standing.front());
        }
    }

    static const Value* present(const Value& parent, std::string_view name) {
        const Value* member = parent.find(name);
        return member == nullptr || member->isNull() ? nullptr : member;
    }
};

void readPrintOptions(Reader& reader, const Value& options, Request& request) {
    if (const Value* size = Reader::present(options, "large_print")) {
        const std::int64_t* points = size->integer();
        if (points == nullptr || (*points != 16 && *points != 18)) {
            reader.add(Kind::NotOffered, "/options/large_print", "16, 18", std::string(size->kindName()));
        } else {
            request.largePrint = static_cast<int>(*points);
        }
    }
    request.copy = reader.text(options, "/options", "copy");
    if (!request.copy.empty() && request.copy != "service" && request.copy != "file" && request.copy != "each") {
        reader.add(Kind::NotOffered, "/options/copy", "service, file, each",
                   std::string(Value(request.copy).kindName()));
        request.copy.clear();
    }
    request.supersedes = reader.text(options, "/options", "supersedes");
}

void readOptions(Reader& reader, const Value& body, Request& request) {
    const Value* options = Reader::present(body, "options");
    if (options == nullptr || !reader.group(*options, "/options", optionNames)) {
        return;
    }
    request.house = reader.text(*options, "/options", "house");
    if (Reader::present(*options, "language") != nullptr) {
        request.language = reader.requiredText(*options, "/options", "language");
    }
    if (const Value* draft = Reader::present(*options, "draft")) {
        if (draft->boolean() == nullptr) {
            reader.wrongKind("/options/draft", Value(true), *draft);
        } else {
            request.draft = *draft->boolean();
        }
    }
    readPrintOptions(reader, *options, request);
}

constexpr std::int64_t mostAttachments = 1000;

int readAttachment(Reader& reader, const Value& exhibit, const std::string& pointer) {
    const Value* attachment = Reader::present(exhibit, "attachment");
    if (attachment == nullptr) {
        return 0;
    }
    const std::int64_t* number = attachment->integer();
    if (number == nullptr || *number < 1 || *number > mostAttachments) {
        reader.add(Kind::NotOffered, pointerTo(pointer, "attachment"), "1, 2, 3 …",
                   std::string(attachment->kindName()));
        return 0;
    }
    return static_cast<int>(*number);
}

void readExhibits(Reader& reader, const Value& body, Request& request) {
    const List* exhibits = reader.list(body, "", "exhibits");
    if (exhibits == nullptr) {
        return;
    }
    std::set<std::string> marks;
    for (std::size_t i = 0; i < exhibits->size(); ++i) {
        const std::string pointer = pointerTo("/exhibits", i);
        const Value& value = exhibits->at(i);
        if (!reader.group(value, pointer, exhibitNames)) {
            continue;
        }
        reader.exactlyOne(value, pointer, {"exhibit", "file"});
        ExhibitReference exhibit{.mark = reader.requiredText(value, pointer, "mark"),
                                 .exhibit = reader.text(value, pointer, "exhibit"),
                                 .file = reader.text(value, pointer, "file"),
                                 .attachment = readAttachment(reader, value, pointer)};
        if (!exhibit.mark.empty() && !marks.insert(exhibit.mark).second) {
            reader.add(Kind::Repeated, pointerTo(pointer, "mark"), "", "mark");
        }
        request.exhibits.push_back(std::move(exhibit));
    }
}

std::optional<bool> truth(Reader& reader, const Value& value, const std::string& pointer, const std::string& name) {
    const Value* found = Reader::present(value, name);
    if (found == nullptr) {
        return std::nullopt;
    }
    if (found->boolean() == nullptr) {
        reader.wrongKind(pointerTo(pointer, name), Value(true), *found);
        return std::nullopt;
    }
    return *found->boolean();
}

std::vector<std::string> texts(Reader& reader, const Value& value, const std::string& pointer,
                               const std::string& name) {
    std::vector<std::string> all;
    const List* list = reader.list(value, pointer, name);
    for (std::size_t i = 0; list != nullptr && i < list->size(); ++i) {
        const Value& text = list->at(i);
        const std::string place = pointerTo(pointerTo(pointer, name), i);
        if (text.text() == nullptr) {
            reader.wrongKind(place, Value(std::string()), text);
        } else if (text.text()->find_first_not_of(' ') == std::string::npos) {
            reader.add(Kind::Empty, place, "", "");
        } else {
            all.push_back(*text.text());
        }
    }
    return all;
}

BundleItem readItem(Reader& reader, const Value& value, const std::string& pointer) {
    BundleItem item{.title = reader.text(value, pointer, "title"),
                    .date = reader.text(value, pointer, "date"),
                    .kind = reader.text(value, pointer, "kind"),
                    .exhibit = reader.text(value, pointer, "exhibit"),
                    .file = reader.text(value, pointer, "file"),
                    .make = std::nullopt,
                    .password = reader.text(value, pointer, "password"),
                    .sheet = reader.text(value, pointer, "sheet")};
    if (!item.date.empty() && !dayFrom(item.date)) {
        reader.add(Kind::WrongKind, pointerTo(pointer, "date"), "date", "text");
    }
    item.afterPage = reader.text(value, pointer, "after_page");
    item.marks = texts(reader, value, pointer, "marks");
    item.references = truth(reader, value, pointer, "references");
    item.marginReferences = truth(reader, value, pointer, "margin_references");
    if (!item.sheet.empty() && item.sheet.find_first_not_of(" \t\r\n") == std::string::npos) {
        reader.add(Kind::Empty, pointerTo(pointer, "sheet"), "sheet", "");
    }
    reader.exactlyOne(value, pointer, {"exhibit", "file", "make"});
    if (const Value* make = Reader::present(value, "make")) {
        const std::string inner = pointerTo(pointer, "make");
        if (reader.group(*make, inner, makeNames)) {
            static_cast<void>(reader.requiredText(*make, inner, "type"));
            static_cast<void>(reader.members(*make, inner, "fields"));
            item.make = *make;
        }
    } else {
        reader.filled(value, pointer, "title");
    }
    return item;
}

void readSections(Reader& reader, const Value& body, Request& request) {
    const List* sections = reader.list(body, "", "sections");
    if (sections == nullptr) {
        return;
    }
    for (std::size_t i = 0; i < sections->size(); ++i) {
        const std::string pointer = pointerTo("/sections", i);
        const Value& value = sections->at(i);
        if (!reader.group(value, pointer, sectionNames)) {
            continue;
        }
        BundleSection section{.title = reader.requiredText(value, pointer, "title"), .items = {}};
        if (const List* items = reader.list(value, pointer, "items")) {
            for (std::size_t j = 0; j < items->size(); ++j) {
                const std::string place = pointerTo(pointerTo(pointer, "items"), j);
                if (reader.group(items->at(j), place, itemNames)) {
                    section.items.push_back(readItem(reader, items->at(j), place));
                }
            }
        } else if (Reader::present(value, "items") == nullptr) {
            reader.add(Kind::Missing, pointer, "items", "");
        }
        request.sections.push_back(std::move(section));
    }
}

std::string requiredDay(Reader& reader, const Value& value, const std::string& pointer, const std::string& name) {
    std::string text = reader.requiredText(value, pointer, name);
    if (!text.empty() && !dayFrom(text)) {
        reader.add(Kind::WrongKind, pointerTo(pointer, name), "date", "text");
    }
    return text;
}

void readWaivers(Reader& reader, const Value& body, Request& request) {
    const List* waivers = reader.list(body, "", "waivers");
    for (std::size_t i = 0; waivers != nullptr && i < waivers->size(); ++i) {
        const std::string pointer = pointerTo("/waivers", i);
        const Value& value = waivers->at(i);
        if (!reader.group(value, pointer, waiverNames)) {
            continue;
        }
        Waiver waiver{.check = reader.requiredText(value, pointer, "check"),
                      .as = reader.requiredText(value, pointer, "as"),
                      .name = reader.requiredText(value, pointer, "name"),
                      .post = reader.requiredText(value, pointer, "post"),
                      .on = requiredDay(reader, value, pointer, "on"),
                      .until = requiredDay(reader, value, pointer, "until"),
                      .reason = reader.requiredText(value, pointer, "reason")};
        if (!waiver.as.empty() && waiver.as != "legal" && waiver.as != "manager") {
            reader.add(Kind::NotOffered, pointerTo(pointer, "as"), "legal, manager",
                       std::string(Value(waiver.as).kindName()));
        }
        request.waivers.push_back(std::move(waiver));
    }
}

/// A text that is one of a few.
std::string offered(Reader& reader, const Value& body, const std::string& name, const Names& names) {
    std::string text = reader.text(body, "", name);
    if (!text.empty() && std::ranges::find(names, text) == names.end()) {
        reader.add(Kind::NotOffered, "/" + name, listed(names), std::string(Value(text).kindName()));
        text.clear();
    }
    return text;
}

std::size_t limit(Reader& reader, const Value& limits, const std::string& name) {
    const Value* found = Reader::present(limits, name);
    if (found == nullptr) {
        return 0;
    }
    const std::int64_t* number = found->integer();
    if (number == nullptr || *number < 1) {
        reader.add(Kind::NotOffered, pointerTo("/volumes", name), "1, 2, 3 …", std::string(found->kindName()));
        return 0;
    }
    return static_cast<std::size_t>(*number);
}

/// How a bundle is numbered, cut into files and checked.
void readBundleChoices(Reader& reader, const Value& body, Request& request) {
    request.numbering = offered(reader, body, "numbering", {"continuous", "sections"});
    request.letter = offered(reader, body, "letter", {"A", "B", "C", "D", "E", "F", "G", "H", "J", "K", "L", "M",
                                                      "N", "P", "Q", "R", "S", "T", "U", "V", "W", "X", "Y", "Z"});
    request.deep = truth(reader, body, "", "deep").value_or(false);
    request.protectedTerms = texts(reader, body, "", "protected");
    request.marginReferences = truth(reader, body, "", "margin_references").value_or(false);
    const Value* renumber = Reader::present(body, "renumber");
    if (renumber != nullptr && reader.group(*renumber, "/renumber", renumberNames)) {
        request.renumber = RenumberOrder{.orderedBy = reader.requiredText(*renumber, "/renumber", "ordered_by"),
                                         .on = requiredDay(reader, *renumber, "/renumber", "on"),
                                         .reason = reader.requiredText(*renumber, "/renumber", "reason")};
    }
    const Value* volumes = Reader::present(body, "volumes");
    if (volumes != nullptr && reader.group(*volumes, "/volumes", volumeNames)) {
        request.volumes =
            VolumeLimits{.pages = limit(reader, *volumes, "pages"), .megabytes = limit(reader, *volumes, "megabytes")};
        if (volumes->object()->empty()) {
            reader.add(Kind::Missing, "/volumes", listed(volumeNames), "");
        }
    }
}

}  // namespace

RequestResult readRequest(const Value& body) {
    Reader reader;
    Request request;
    if (reader.group(body, "", bodyNames)) {
        request.type = reader.requiredText(body, "", "type");
        request.caseRecord.reference = reader.text(body, "", "case_ref");
        request.caseRecord.facts = reader.members(body, "", "case");
        request.fields = reader.members(body, "", "fields");
        request.directions = reader.members(body, "", "directions");
        request.profile = reader.text(body, "", "profile");
        request.releaseOf = reader.text(body, "", "release_of");
        readOptions(reader, body, request);
        readExhibits(reader, body, request);
        readSections(reader, body, request);
        readWaivers(reader, body, request);
        readBundleChoices(reader, body, request);
    }
    return {.request = std::move(request), .faults = std::move(reader.faults)};
}

}  // namespace engross
