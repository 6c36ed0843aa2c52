#include "script/shelf.h"

#include "script/case_binding.h"
#include "script/constructors.h"
#include "script/house_reader.h"
#include "script/law_reader.h"
#include "script/rules.h"
#include "script/sandbox.h"
#include "script/type_reader.h"
#include "script/waivers.h"
#include "type/families.h"

#include <lua.h>
#include <algorithm>

namespace engross {
namespace {

bool isProven(const CheckRule& rule, const Schema& schema) {
    const auto isField = [&schema](const std::string& name) { return schema.find(name) != nullptr; };
    return rule.kind == CheckRule::Kind::MustSay ||
           (rule.kind == CheckRule::Kind::MustAttach && std::ranges::none_of(rule.names, isField));
}

// "inspection, section_8"
std::string stemsOf(const std::vector<std::string>& files) {
    std::string all;
    for (const std::string& file : files) {
        const std::size_t start = file.rfind('/') + 1;
        all += (all.empty() ? "" : ", ") + file.substr(start, file.size() - start - std::string_view(".lua").size());
    }
    return all;
}

}  // namespace

LoadedType::LoadedType(std::shared_ptr<const DocumentType> type, std::vector<Diagnostic> faults, const Clauses& clauses)
    : type_(std::move(type)), faults_(std::move(faults)), clauses_(clauses) {}

const std::shared_ptr<const DocumentType>& LoadedType::type() const noexcept {
    return type_;
}

const std::vector<Diagnostic>& LoadedType::faults() const noexcept {
    return faults_;
}

std::shared_ptr<const TypeTexts> LoadedType::texts(Language language) const {
    const std::lock_guard lock(mutex_);
    auto& texts = texts_.at(static_cast<std::size_t>(language));
    if (texts == nullptr) {
        texts = std::make_shared<const TypeTexts>(*type_, language, clauses_);
    }
    return texts;
}

Shelf::Shelf(SourceFolders folders, const std::string& extraScript, PictureReader readPicture)
    : Shelf(Library(std::move(folders)), extraScript, std::move(readPicture)) {}

Shelf::Shelf(Library library, const std::string& extraScript, PictureReader readPicture)
    : library_(std::move(library)), readPicture_(std::move(readPicture)), clauses_(library_) {
    if (!extraScript.empty()) {
        library_.addScript(extraScript);
    }
    for (const std::string& folder : library_.folders("plugins")) {
        if (folder != "law" && folder != "looks" && folder != "meta") {
            familyNames_.push_back(folder);
        }
    }
    loadLaw();
    for (const std::string& folder : library_.folders("scripts")) {
        for (const std::string& file : library_.list("scripts/" + folder, ".lua")) {
            const std::string stem = file.substr(file.rfind('/') + 1, file.size() - file.rfind('/') - 5);
            if (!stem.ends_with(".test") && !typeFiles_.emplace(stem, file).second) {
                addTwice(stem, file);
            }
        }
    }
    if (!extraScript.empty()) {
        const std::size_t slash = extraScript.rfind('/') + 1;
        const bool lua = extraScript.ends_with(".lua");
        const std::string id = extraScript.substr(slash, extraScript.size() - slash - (lua ? 4 : 0));
        typeFiles_[id] = extraScript;
        typesTwice_.erase(id);
    }
}

/// Two files of one id: neither is used, for nobody can say which of them was meant.
void Shelf::addTwice(const std::string& id, const std::string& file) {
    Diagnostic fault{.code = "script.type_twice"};
    fault.message = Messages::in(Language::English)
                        .text("script.type_twice", {{"id", id}, {"file", file}, {"other", typeFiles_.at(id)}});
    fault.where.file = file;
    typesTwice_[id].push_back(std::move(fault));
}

std::optional<ScriptNode> Shelf::run(const ScriptSource& source, std::vector<Diagnostic>& faults) const {
    constexpr SandboxLimits limits{
        .memory = 16U << 20U, .instructions = 2'000'000, .time = std::chrono::milliseconds(500)};
    static const CaseValues none;
    const CaseScope scope{&none, &law_.calendar, Language::English, {}};
    Sandbox sandbox(limits);
    sandbox.offer(constructors(familyNames_, lawNames_));
    sandbox.offer(caseNames());
    std::optional<ScriptNode> node;
    const bool good = sandbox.protect([&](lua_State* lua) {
        openCase(lua, scope);
        Sandbox::runChunk(lua, source);
        node = readNode(lua, -1);
    });
    if (!good) {
        faults.push_back(sandbox.fault({&source}));
        return std::nullopt;
    }
    for (const auto& [line, name] : source.repeatedKeys()) {
        ScriptFaults(source, faults).add(line, name, "script.key_twice", {{"name", name}});
    }
    return node;
}

void Shelf::loadLaw() {
    for (const std::string& file : library_.list("plugins/law", ".lua")) {
        const ScriptSource source(file, library_.read(file).value_or(std::string()));
        shared_.push_back({file, source.text()});
        ScriptFaults faults(source, lawFaults_);
        if (const auto node = run(source, lawFaults_)) {
            readLaw(*node, law_, faults);
        }
    }
    lawNames_ = law_.names();
    for (const std::string& file : library_.list("plugins/looks", ".lua")) {
        const std::string name = file.substr(file.rfind('/') + 1);
        auto source = std::make_shared<const ScriptSource>(file, library_.read(file).value_or(std::string()));
        shared_.push_back({file, source->text()});
        looks_.emplace(name.substr(0, name.size() - 4), std::move(source));
    }
}

Shelf::ReadFamily Shelf::readFamilyNamed(const std::string& name) const {
    ReadFamily read;
    const std::string file = "plugins/" + name + "/plugin.lua";
    auto text = library_.read(file);
    if (!text) {
        Diagnostic fault{.code = "script.no_plugin"};
        fault.message = Messages::in(Language::English).text("script.no_plugin", {{"file", file}});
        fault.where.file = file;
        read.faults.push_back(std::move(fault));
        return read;
    }
    auto source = std::make_shared<const ScriptSource>(file, std::move(*text));
    const auto node = run(*source, read.faults);
    if (!node) {
        return read;
    }
    auto family = readFamily(*node, source, law_, read.faults);
    if (!family->name.empty() && family->name != name) {
        ScriptFaults(*source, read.faults)
            .addAtKey(1, "name", "script.id_is_file", {{"id", family->name}, {"file", name}});
    }
    if (read.faults.empty()) {
        read.family = std::move(family);
    }
    return read;
}

const Shelf::ReadFamily* Shelf::familyNamed(const std::string& name) const {
    if (std::ranges::find(familyNames_, name) == familyNames_.end()) {
        return nullptr;
    }
    const auto found = families_.find(name);
    return found != families_.end() ? &found->second : &families_.emplace(name, readFamilyNamed(name)).first->second;
}

std::shared_ptr<const TypeFamily> Shelf::family(const std::string& name, std::vector<Diagnostic>& faults) const {
    const std::lock_guard lock(mutex_);
    const ReadFamily* read = familyNamed(name);
    if (read == nullptr) {
        return nullptr;
    }
    std::ranges::copy(read->faults, std::back_inserter(faults));
    return read->family;
}

std::vector<Diagnostic> Shelf::faults() const {
    std::vector<Diagnostic> all = lawFaults_;
    const std::lock_guard lock(mutex_);
    for (const std::string& name : familyNames_) {
        std::ranges::copy(familyNamed(name)->faults, std::back_inserter(all));
    }
    return all;
}

/// The parts that a declaration names in `uses`. A fault where one is not there.
std::vector<TypePart> Shelf::partsOf(const ScriptNode& declaration, const ScriptSource& source,
                                     std::vector<Diagnostic>& faults) const {
    std::vector<TypePart> parts;
    const ScriptNode* uses = declaration.find("uses");
    for (const ScriptNode& item : uses == nullptr ? std::vector<ScriptNode>{} : uses->items) {
        const std::string folder = "plugins/" + declaration.tag + "/parts";
        const std::string file = folder + "/" + item.text + ".lua";
        const auto known = library_.list(folder, ".lua");
        if (!item.is(ScriptNode::Kind::Text) || std::ranges::find(known, file) == known.end()) {
            ScriptFaults(source, faults)
                .addAtKey(declaration.line, "uses", "script.no_part", {{"file", file}, {"known", stemsOf(known)}});
            continue;
        }
        TypePart part{.name = item.text, .source = nullptr, .node = {}};
        part.source = std::make_shared<const ScriptSource>(file, library_.read(file).value_or(std::string()));
        if (auto node = run(*part.source, faults)) {
            part.node = std::move(*node);
            if (part.node.isTagged("part")) {
                parts.push_back(std::move(part));
            } else {
                ScriptFaults(*part.source, faults).add(1, {}, "script.returns_no", {{"what", "part { … }"}});
            }
        }
    }
    return parts;
}

std::shared_ptr<const LoadedType> Shelf::load(const std::string& file) const {
    std::vector<Diagnostic> faults;
    auto source = std::make_shared<const ScriptSource>(file, library_.read(file).value_or(std::string()));
    std::shared_ptr<DocumentType> type;
    if (const auto node = run(*source, faults)) {
        const ReadFamily* read = familyNamed(node->tag);
        const auto parts = partsOf(*node, *source, faults);
        if (read != nullptr && read->family == nullptr) {
            faults = read->faults;
        } else {
            type = readType(*node, source, read == nullptr ? nullptr : read->family, parts, law_, library_, faults);
        }
    }
    if (type != nullptr) {
        for (const CheckRule& rule : type->checks) {
            type->summary.checks.push_back({rule.code, sentenceOf(rule, Language::English),
                                            provision(rule.law, type->summary.law), rule.mark, rule.severity,
                                            isProven(rule, type->summary.schema), std::string(waiverOf(rule))});
        }
    }
    if (refuses(faults)) {
        type = nullptr;
    }
    return std::make_shared<const LoadedType>(std::move(type), std::move(faults), clauses_);
}

std::shared_ptr<const LoadedType> Shelf::type(const std::string& id) const {
    const auto file = typeFiles_.find(id);
    if (file == typeFiles_.end()) {
        return nullptr;
    }
    const std::lock_guard lock(mutex_);
    auto& loaded = types_[id];
    if (loaded == nullptr) {
        const auto twice = typesTwice_.find(id);
        loaded = twice == typesTwice_.end() ? load(file->second)
                                            : std::make_shared<const LoadedType>(nullptr, twice->second, clauses_);
    }
    return loaded;
}

std::vector<std::string> Shelf::typeIds() const {
    std::vector<std::string> ids;
    std::ranges::transform(typeFiles_, std::back_inserter(ids), [](const auto& entry) { return entry.first; });
    return ids;
}

std::vector<std::string> Shelf::houseNames() const {
    return library_.folders("templates/house");
}

std::shared_ptr<const House> Shelf::loadHouse(const std::string& name, std::vector<Diagnostic>& faults,
                                              Language reader) const {
    const std::lock_guard lock(mutex_);
    if (const auto found = houses_.find(name); found != houses_.end()) {
        return found->second;
    }
    const std::string file = "templates/house/" + name + "/house.lua";
    const bool plain = name.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_-") == std::string::npos;
    auto text = plain ? library_.read(file) : std::nullopt;
    if (!text) {
        return nullptr;
    }
    auto source = std::make_shared<const ScriptSource>(file, std::move(*text));
    ScriptFaults found(*source, faults, reader);
    const std::size_t before = faults.size();
    const auto node = run(*source, faults);
    if (!node) {
        return nullptr;
    }
    const std::string folder = "templates/house/" + name + "/";
    const HouseFolder beside{.name = name,
                             .read = [&](const std::string& one) { return library_.read(folder + one); },
                             .readPicture = readPicture_,
                             .fonts = installedFamilies()};
    auto house = std::make_shared<House>(readHouse(*node, beside, found));
    house->source = source;
    if (faults.size() == before) {
        houses_.emplace(name, house);
    }
    return house;
}

std::shared_ptr<const House> Shelf::house(const std::string& name, std::vector<Diagnostic>& faults,
                                          Language reader) const {
    if (!name.empty()) {
        return loadHouse(name, faults, reader);
    }
    if (const std::lock_guard lock(mutex_); usualHouse_ != nullptr) {
        return usualHouse_;
    }
    const std::size_t before = faults.size();
    std::shared_ptr<const House> first;
    for (const std::string& candidate : houseNames()) {
        auto house = loadHouse(candidate, faults, reader);
        if (house != nullptr && house->isDefault) {
            const std::lock_guard lock(mutex_);
            usualHouse_ = faults.size() == before ? house : nullptr;
            return house;
        }
        first = first == nullptr ? house : first;
    }
    return first;
}

std::shared_ptr<const ScriptSource> Shelf::looks(const std::string& name) const {
    const auto found = looks_.find(name);
    return found == looks_.end() ? nullptr : found->second;
}

const LawData& Shelf::law() const noexcept {
    return law_;
}
const std::vector<std::string>& Shelf::lawNames() const noexcept {
    return lawNames_;
}
const std::vector<std::string>& Shelf::familyNames() const noexcept {
    return familyNames_;
}
std::vector<ScriptFile> Shelf::bundleProfiles() const {
    std::vector<ScriptFile> profiles;
    for (const std::string& file : library_.list("plugins/bundle/profiles", ".json")) {
        profiles.push_back({file, library_.read(file).value_or(std::string())});
    }
    return profiles;
}

const Clauses& Shelf::clauses() const noexcept {
    return clauses_;
}
const Library& Shelf::library() const noexcept {
    return library_;
}
const std::vector<ScriptFile>& Shelf::sharedSources() const noexcept {
    return shared_;
}

}  // namespace engross
