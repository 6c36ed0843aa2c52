#include "script/closure.h"

#include <fstream>

namespace engross {
namespace {

constexpr std::string_view engine = "engross " ENGROSS_VERSION;

}  // namespace

Sha256 digestOfFile(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    std::string buffer(std::size_t{1} << 18U, '\0');
    Sha256Hasher hasher;
    while (file) {
        file.read(buffer.data(), static_cast<std::streamsize>(buffer.size()));
        hasher.add(std::string_view(buffer).substr(0, static_cast<std::size_t>(file.gcount())));
    }
    if (!file.eof()) {
        throw ScriptFileError(path, "font file cannot be read");
    }
    return hasher.finish();
}

Sha256 hashOfFonts(const std::vector<std::string>& files, const FileDigest& digest) {
    Sha256Hasher all;
    for (const std::string& path : files) {
        all.addField(path.substr(path.rfind('/') + 1));
        all.addField(digest(path).hex());
    }
    return all.finish();
}

Sha256 closureOf(const DocumentType& type, const std::vector<std::shared_ptr<const TypeTexts>>& texts,
                 const House& house, Language language, const std::vector<ScriptFile>& shared, const Sha256& fonts) {
    Sha256Hasher hasher;
    hasher.addField(engine);
    hasher.addField(type.source->text());
    for (const auto& part : type.parts) {
        hasher.addField(part->file());
        hasher.addField(part->text());
    }
    for (const TextPart& part : type.texts) {
        hasher.addField(part.key);
        for (const TextPart::Version& version : part.versions) {
            hasher.addField(version.text);
        }
    }
    for (const auto& spoken : texts) {
        for (const auto& [name, text] : spoken->usedClauses()) {
            hasher.addField(name);
            hasher.addField(text);
        }
    }
    for (const ScriptFile& file : shared) {
        hasher.addField(file.name);
        hasher.addField(file.text);
    }
    hasher.addField(type.family->source->text());
    hasher.addField(house.source->text());
    for (const auto& [name, digest] : house.files) {
        hasher.addField(name);
        hasher.addField(digest.hex());
    }
    hasher.addField(tagOf(language));
    hasher.addField(fonts.hex());
    return hasher.finish();
}

}  // namespace engross
