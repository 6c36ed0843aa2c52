#include "pdf/digest_lending.h"

#include "pdf/reader_lexer.h"

namespace engross {

/// What tells a page's resources from another's: their own object, or the one that they stand in.
std::uint64_t DigestLending::keyOf(const SourceLeaf& leaf) {
    return leaf.resources.isReference() ? std::uint64_t{leaf.resources.object()} * 2
                                        : std::uint64_t{leaf.resourcesHolder} * 2 + 1;
}

std::string DigestLending::fontName(const PdfValue& fonts) {
    std::string name = "/EngrossNumber";
    while (!fonts.entry(name).isNull()) {
        name += 'a';
    }
    return name;
}

std::uint32_t DigestLending::shared(const SourceLeaf& leaf) {
    const std::uint64_t key = keyOf(leaf);
    const auto known = shared_.find(key);
    return known != shared_.end() ? known->second
                                  : shared_.emplace(key, with(leaf.resources.followed(), {})).first->second;
}

std::uint32_t DigestLending::with(const PdfValue& own, const LentForms& forms) {
    DigestCopier& copier = source_.copier;
    const PdfValue fonts = own["/Font"];
    const PdfValue objects = own["/XObject"];
    const DigestResources made{copier.add(DigestKind::Plain), fontName(fonts)};
    const auto writeNamed = [&copier](std::string_view key, const PdfValue& value) { copier.writeNamed(key, value); };
    copier.begin();
    copier.write("<<");
    own.forEachEntry([&](std::string_view key, const PdfValue& value) {
        const std::string name = nameFrom(key);
        if (name != "/Font" && (name != "/XObject" || forms.empty())) {
            copier.writeEntry(key, value);
        }
    });
    copier.write("/Font<<");
    fonts.forEachEntry(writeNamed);
    copier.write(made.fontName);
    copier.write(" ");
    copier.writeReference(stampFontId);
    copier.write(">>");
    if (!forms.empty()) {
        copier.write("/XObject<<");
        objects.forEachEntry(writeNamed);
        for (const auto& [name, form] : forms) {
            copier.write(name);
            copier.write(" ");
            copier.writeReference(form);
            copier.write(" ");
        }
        copier.write(">>");
    }
    copier.write(">>");
    copier.set(made.object, copier.end());
    source_.digest.resources.push_back(made);
    return static_cast<std::uint32_t>(source_.digest.resources.size() - 1);
}

LocalId DigestLending::plain(const SourceLeaf& leaf) {
    if (leaf.resources.isReference()) {
        return source_.copier.idOf(leaf.resources);
    }
    const std::uint64_t key = keyOf(leaf);
    if (const auto known = plain_.find(key); known != plain_.end()) {
        return known->second;
    }
    DigestCopier& copier = source_.copier;
    const LocalId id = copier.add(DigestKind::Plain);
    copier.begin();
    if (leaf.resources.isDictionary()) {
        copier.writeValue(leaf.resources);
    } else {
        copier.write("<<>>");
    }
    copier.set(id, copier.end());
    plain_.emplace(key, id);
    return id;
}

}  // namespace engross
