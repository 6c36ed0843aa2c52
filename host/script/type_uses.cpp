#include "script/type_uses.h"

#include "script/shelf.h"

#include <algorithm>

namespace engross {
namespace {

bool partOfName(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

/// Whether the script names `law.<name>`; one that it names and does not have is a fault of its own by then.
bool namesLaw(const std::string& script, const std::string& name) {
    const std::string word = "law." + name;
    for (std::size_t at = script.find(word); at != std::string::npos; at = script.find(word, at + 1)) {
        const std::size_t end = at + word.size();
        if ((at == 0 || !partOfName(script[at - 1])) && (end == script.size() || !partOfName(script[end]))) {
            return true;
        }
    }
    return false;
}

/// "scripts/notice/improvement_notice.works.en.md" is named by "improvement_notice.works" and by the whole file.
bool isText(const std::string& file, const std::string& name) {
    if (!file.ends_with(".md")) {
        return false;
    }
    const std::string base = file.substr(file.rfind('/') + 1);
    return file == name || base == name || base.substr(0, base.rfind('.', base.size() - 4)) == name;
}

void addUses(const LoadedType& loaded, const std::string& name, std::vector<TypeUse>& uses) {
    const DocumentType& type = *loaded.type();
    const std::string& id = type.summary.id;
    if (type.family->name == name) {
        uses.push_back({id, TypeUse::Kind::Family, name});
    }
    const bool byPart = std::ranges::any_of(type.parts, [&](const auto& part) { return namesLaw(part->text(), name); });
    if (byPart || namesLaw(type.source->text(), name) || namesLaw(type.family->source->text(), name)) {
        uses.push_back({id, TypeUse::Kind::Law, name});
    }
    std::string languages;
    for (const std::string& tag : type.summary.languages) {
        if (loaded.texts(*languageFrom(tag))->usedClauses().contains(name)) {
            languages += (languages.empty() ? "" : ", ") + tag;
        }
    }
    if (!languages.empty()) {
        uses.push_back({id, TypeUse::Kind::Clause, languages});
    }
    for (const TextPart& text : type.texts) {
        for (const TextPart::Version& version : text.versions) {
            if (version.present && isText(version.file, name)) {
                uses.push_back({id, TypeUse::Kind::Text, version.file});
            }
        }
    }
}

}  // namespace

std::vector<ClosureSources::Use> usesOf(const LoadedType& loaded, const Shelf& shelf) {
    const DocumentType& type = *loaded.type();
    std::vector<ClosureSources::Use> uses{{"family", type.family->name, Sha256::of(type.family->source->text())}};
    Sha256Hasher law;
    for (const ScriptFile& file : shelf.sharedSources()) {
        law.addField(file.text);
    }
    const Sha256 lawHash = law.finish();
    for (const std::string& name : shelf.lawNames()) {
        const bool byPart =
            std::ranges::any_of(type.parts, [&](const auto& part) { return namesLaw(part->text(), name); });
        if (byPart || namesLaw(type.source->text(), name) || namesLaw(type.family->source->text(), name)) {
            uses.push_back({"law", name, lawHash});
        }
    }
    std::map<std::string, Sha256> clauses;
    for (const std::string& tag : type.summary.languages) {
        for (const auto& [name, text] : loaded.texts(*languageFrom(tag))->usedClauses()) {
            clauses.emplace(name, Sha256::of(text));
        }
    }
    for (const auto& [name, hash] : clauses) {
        uses.push_back({"clause", name, hash});
    }
    for (const TextPart& text : type.texts) {
        for (const TextPart::Version& version : text.versions) {
            if (version.present && version.file.ends_with(".md")) {
                const std::string base = version.file.substr(version.file.rfind('/') + 1);
                uses.push_back({"text", base.substr(0, base.rfind('.', base.size() - 4)), Sha256::of(version.text)});
            }
        }
    }
    return uses;
}

std::vector<TypeUse> typesUsing(const SourceFolders& folders, const std::string& name) {
    const Shelf shelf(folders, {}, {});
    std::vector<TypeUse> uses;
    for (const std::string& id : shelf.typeIds()) {
        const auto loaded = shelf.type(id);
        if (loaded != nullptr && loaded->type() != nullptr) {
            addUses(*loaded, name, uses);
        }
    }
    return uses;
}

}  // namespace engross
