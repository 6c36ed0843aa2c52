#include "script/catalogue.h"

#include "model/made_request.h"
#include "script/closure.h"
#include "script/closure_sources.h"
#include "script/composer.h"
#include "script/request_checks.h"
#include "script/shelf.h"
#include "script/type_trial.h"

#include <algorithm>
#include <charconv>
#include <functional>
#include <iterator>
#include <map>
#include <mutex>
#include <set>
#include <tuple>

namespace engross {
namespace {

class LazyCatalogue : public Catalogue {
public:
    LazyCatalogue(const SourceFolders& folders, std::vector<std::string> fontFiles, const std::string& extraScript,
                  FileDigest digest, const PictureReader& readPicture)
        : LazyCatalogue(Library(folders), std::move(fontFiles), extraScript, std::move(digest), readPicture) {
        folders_ = folders;
    }

    LazyCatalogue(Library library, std::vector<std::string> fontFiles, const std::string& extraScript,
                  FileDigest digest, const PictureReader& readPicture)
        : shelf_(std::make_shared<const Shelf>(std::move(library), extraScript, readPicture)),
          fontFiles_(std::move(fontFiles)),
          digest_(std::move(digest)),
          readPicture_(readPicture) {}

    /// Published versions, in place of what the folder says of their types.
    void publish(std::vector<PublishedType> published) {
        std::ranges::sort(published, std::greater<>(), &PublishedType::version);
        for (PublishedType& one : published) {
            auto& versions = published_[one.id];
            versions.push_back(std::make_unique<Published>());
            versions.back()->type = std::move(one);
        }
    }

    /// Keeps each type that has become broken as it was before.
    void keepFrom(const LazyCatalogue& before) {
        for (const std::string& id : shelf_->typeIds()) {
            const auto loaded = shelf_->type(id);
            if (loaded != nullptr && isWhole(*loaded)) {
                continue;
            }
            GoodType good = before.goodType(id);
            if (good.type != nullptr && isWhole(*good.type)) {
                good.published = nullptr;
                kept_.emplace(id, std::move(good));
            }
        }
    }

    const std::vector<Diagnostic>& faults() const override {
        std::call_once(triedOnce_, [this] { tryEverything(); });
        return faults_;
    }

    std::vector<Diagnostic> faultsOf(const std::string& id) const override {
        std::vector<Diagnostic> faults = shelf_->faults();
        tryType(id, faults);
        return faults;
    }

    std::vector<std::string> houses() const override {
        return shelf_->houseNames();
    }

    std::vector<Diagnostic> faultsOfHouse(const std::string& name, Language reader) const override {
        std::vector<Diagnostic> faults;
        if (shelf_->house(name, faults, reader) == nullptr && faults.empty()) {
            const Messages& messages = Messages::in(reader);
            Diagnostic fault{.code = "house.missing", .message = messages.text("script.no_house", {{"name", name}})};
            fault.where.file = "templates/house/" + name + "/house.lua";
            faults.push_back(std::move(fault));
        }
        return faults;
    }

    std::vector<std::string> ids() const override {
        std::vector<std::string> ids = shelf_->typeIds();
        for (const auto& [id, versions] : published_) {
            ids.push_back(id);
        }
        std::ranges::sort(ids);
        ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
        return ids;
    }

    const TypeSummary* find(const std::string& id) const override {
        const auto loaded = goodType(id).type;
        return loaded == nullptr || loaded->type() == nullptr ? nullptr : &loaded->type()->summary;
    }

    std::optional<Request> example(const std::string& id) const override {
        const auto loaded = goodType(id).type;
        return loaded == nullptr || loaded->type() == nullptr ? std::nullopt : loaded->type()->example;
    }

    CheckResult check(const Request& request, Instant now, Language reader) const override {
        CheckResult result;
        const GoodType chosen = chosenFor(request, now);
        if (chosen.published != nullptr && !chosen.published->unreadable.empty()) {
            result.diagnostics.push_back(unreadable(*chosen.published, reader));
        } else if (chosen.type == nullptr) {
            result.diagnostics.push_back(unknownType(request.type, reader));
        } else if (chosen.type->type() == nullptr) {
            result.diagnostics = chosen.type->faults();
        } else {
            result = checkRequest(chosen.shelf, *chosen.type, request, now, reader);
        }
        return result;
    }

    std::optional<Composition> compose(const CheckedCase& checked, const Part& part,
                                       std::vector<Diagnostic>& faults) const override {
        return composeOnShelf(checked, part, faults);
    }

    std::optional<Sha256> closure(const Request& request, Instant now) const override {
        const auto own = ownClosure(request, now);
        const auto made = madeRequests(request);
        if (!own || made.empty()) {
            return own;
        }
        std::set<std::pair<std::string, std::string>> parts;
        for (const Request& part : made) {
            parts.emplace(part.type, ownClosure(part, now).value_or(Sha256{}).hex());
        }
        Sha256Hasher all;
        all.addField(own->hex());
        for (const auto& [type, closure] : parts) {
            all.addField(type);
            all.addField(closure);
        }
        return all.finish();
    }

    const TypeSummary* chosen(const Request& request, Instant now) const override {
        const auto loaded = chosenFor(request, now).type;
        return loaded == nullptr || loaded->type() == nullptr ? nullptr : &loaded->type()->summary;
    }

    ClosureSources sources(const Request& request, Instant now) const override {
        const GoodType good = chosenFor(request, now);
        if (!closure(request, now)) {  // and by this every file has been read
            return {};
        }
        std::vector<std::string> types{request.type};
        std::map<ClosureSources::Made, ClosureSources> others;
        std::set<ClosureSources::Made> versions;
        for (const Request& part : madeRequests(request)) {
            const GoodType made = chosenFor(part, now);
            if (made.type == nullptr || made.type->type() == nullptr) {
                continue;
            }
            const ClosureSources::Made version{part.type, made.type->type()->summary.version};
            versions.insert(version);
            if (made.shelf != good.shelf) {
                if (!others.contains(version)) {
                    others.emplace(version, collectSources(made.shelf->library(), {part.type}, request.house));
                }
            } else if (std::ranges::find(types, part.type) == types.end()) {
                types.push_back(part.type);
            }
        }
        ClosureSources sources = collectSources(good.shelf->library(), types, request.house);
        for (auto& [version, other] : others) {
            append(sources, std::move(other));
        }
        sources.made = std::move(versions);
        return sources;
    }

    std::vector<ScriptFile> bundleProfiles(const Request& request, Instant now) const override {
        std::vector<ScriptFile> profiles = chosenFor(request, now).shelf->bundleProfiles();
        return profiles.empty() ? shelf_->bundleProfiles() : profiles;
    }

    std::vector<int> versionsOf(const std::string& id) const override {
        std::vector<int> versions;
        for (const GoodType& good : allVersions(id)) {
            if (good.type != nullptr && good.type->type() != nullptr) {
                versions.push_back(good.type->type()->summary.version);
            }
        }
        return versions;
    }

    const Calendar& calendar() const override {
        return shelf_->law().calendar;
    }

private:
    /// A type with the shelf that it rests on.
    struct GoodType {
        std::shared_ptr<const Shelf> shelf;
        std::shared_ptr<const LoadedType> type;
        const PublishedType* published = nullptr;  // of this catalogue
    };

    /// Whether neither the script nor its texts have faults.
    static bool isWhole(const LoadedType& loaded) {
        return loaded.type() != nullptr &&
               std::ranges::all_of(loaded.type()->summary.languages, [&loaded](const std::string& tag) {
                   return loaded.texts(*languageFrom(tag))->faults().empty();
               });
    }

    /// Another type's files stand below a folder of its own: "published/<id>/<version>/".
    static void append(ClosureSources& sources, ClosureSources other) {
        const std::string folder = "published/" + other.type + "/" + std::to_string(other.version) + "/";
        for (ScriptFile& file : other.files) {
            sources.files.push_back({folder + file.name, std::move(file.text)});
        }
        std::ranges::move(other.uses, std::back_inserter(sources.uses));
    }

    /// A published version; its files are read when it is first asked for.
    struct Published {
        PublishedType type;
        mutable std::once_flag once;
        mutable std::shared_ptr<const Shelf> shelf;
    };

    /// The versions in which the type is used, newest first; one without a type where the id is not known.
    [[nodiscard]] std::vector<GoodType> allVersions(const std::string& id) const {
        std::vector<GoodType> all;
        if (const auto published = published_.find(id); published != published_.end()) {
            for (const auto& one : published->second) {
                std::call_once(one->once, [&] {
                    one->shelf = std::make_shared<const Shelf>(
                        Library(one->type.files, {.plugins = {}, .scripts = {}, .templates = folders_.templates}),
                        std::string(), readPicture_);
                });
                all.push_back({one->shelf, one->shelf->type(id), &one->type});
            }
            return all;
        }
        const auto kept = kept_.find(id);
        all.push_back(kept == kept_.end() ? GoodType{shelf_, shelf_->type(id)} : kept->second);
        return all;
    }

    [[nodiscard]] GoodType goodType(const std::string& id) const {
        return allVersions(id).front();
    }

    [[nodiscard]] GoodType chosenFor(const Request& request, Instant now) const {
        const auto all = allVersions(request.type);
        // Of a version that cannot be read nobody knows when it is in force: it refuses, and no older one steps in.
        const auto meant = [&](const GoodType& good) {
            return good.type == nullptr || good.type->type() == nullptr ||
                   isInForce(*good.shelf, *good.type->type(), request, now);
        };
        const auto found = all.size() == 1 ? all.begin() : std::ranges::find_if(all, meant);
        return found == all.end() ? all.front() : *found;
    }

    /// A type, a house and a language of one catalogue never change, so their closure is hashed once.
    using ClosureKey = std::tuple<std::shared_ptr<const LoadedType>, std::shared_ptr<const House>, Language>;

    [[nodiscard]] std::optional<Sha256> ownClosure(const Request& request, Instant now) const {
        const GoodType good = chosenFor(request, now);
        const auto language = languageFrom(request.language);
        std::vector<Diagnostic> ignored;
        const auto house = good.shelf->house(request.house, ignored);
        if (good.type == nullptr || good.type->type() == nullptr || house == nullptr || !language) {
            return std::nullopt;
        }
        const ClosureKey key{good.type, house, *language};
        const bool kept = !good.type->type()->summary.isBundle;  // a bundle's profiles may change on the disk
        if (const auto known = kept ? knownClosure(key) : std::nullopt) {
            return known;
        }
        std::call_once(fontsOnce_, [this] { fonts_ = hashOfFonts(fontFiles_, digest_); });
        std::vector<std::shared_ptr<const TypeTexts>> texts;
        for (const std::string& tag : good.type->type()->summary.languages) {
            texts.push_back(good.type->texts(*languageFrom(tag)));
        }
        std::vector<ScriptFile> shared = good.shelf->sharedSources();
        if (good.type->type()->summary.isBundle) {
            std::ranges::move(bundleProfiles(request, now), std::back_inserter(shared));
        }
        const Sha256 closure = closureOf(*good.type->type(), texts, *house, *language, shared, fonts_);
        if (kept) {
            const std::lock_guard lock(closuresMutex_);
            closures_.emplace(key, closure);
        }
        return closure;
    }

    [[nodiscard]] std::optional<Sha256> knownClosure(const ClosureKey& key) const {
        const std::lock_guard lock(closuresMutex_);
        const auto known = closures_.find(key);
        return known == closures_.end() ? std::nullopt : std::optional(known->second);
    }

    [[nodiscard]] static Diagnostic unreadable(const PublishedType& type, Language reader) {
        Diagnostic fault{.code = "type.unreadable",
                         .message = Messages::in(reader).text(
                             "script.published_unreadable",
                             {{"id", type.id}, {"version", std::to_string(type.version)}, {"why", type.unreadable}})};
        fault.where.pointer = "/type";
        return fault;
    }

    [[nodiscard]] Diagnostic unknownType(const std::string& id, Language reader) const {
        const Messages& messages = Messages::in(reader);
        Diagnostic fault{.code = "type.unknown", .message = messages.text("script.no_type", {{"id", id}})};
        fault.where.pointer = "/type";
        if (const std::string near = nearest(id, shelf_->typeIds()); !near.empty()) {
            fault.hints.push_back(messages.text("script.did_you_mean", {{"name", near}}));
        }
        return fault;
    }

    void tryEverything() const {
        faults_ = shelf_->faults();
        for (const std::string& name : shelf_->houseNames()) {
            std::ranges::copy(faultsOfHouse(name, Language::English), std::back_inserter(faults_));
        }
        for (const std::string& id : shelf_->typeIds()) {
            tryType(id, faults_);
        }
    }

    void tryType(const std::string& id, std::vector<Diagnostic>& faults) const {
        const auto loaded = shelf_->type(id);
        if (loaded == nullptr && published_.contains(id)) {
            return;
        }
        if (loaded == nullptr) {
            faults.push_back(unknownType(id, Language::English));
            return;
        }
        tryLoaded(shelf_, *loaded, faults);
    }

    std::shared_ptr<const Shelf> shelf_;
    SourceFolders folders_;
    std::map<std::string, GoodType> kept_;                                      // good before, and broken now
    std::map<std::string, std::vector<std::unique_ptr<Published>>> published_;  // newest first
    std::vector<std::string> fontFiles_;
    FileDigest digest_;
    PictureReader readPicture_;
    mutable std::once_flag triedOnce_;
    mutable std::vector<Diagnostic> faults_;
    mutable std::mutex closuresMutex_;
    mutable std::map<ClosureKey, Sha256> closures_;
    mutable std::once_flag fontsOnce_;
    mutable Sha256 fonts_;
};

}  // namespace

std::shared_ptr<const Catalogue> Catalogue::load(const SourceFolders& folders,
                                                 const std::vector<std::string>& fontFiles, const FileDigest& digest,
                                                 const PictureReader& readPicture) {
    return std::make_shared<LazyCatalogue>(folders, fontFiles, std::string(), digest, readPicture);
}

std::shared_ptr<const Catalogue> Catalogue::loadWith(const SourceFolders& folders,
                                                     const std::vector<std::string>& fontFiles,
                                                     const std::string& extraScript, const PictureReader& readPicture) {
    return std::make_shared<LazyCatalogue>(folders, fontFiles, extraScript, digestOfFile, readPicture);
}

std::shared_ptr<const Catalogue> Catalogue::loadAfter(const Catalogue& before, const SourceFolders& folders,
                                                      const std::vector<std::string>& fontFiles,
                                                      const FileDigest& digest, const PictureReader& readPicture,
                                                      std::vector<PublishedType> published) {
    auto catalogue = std::make_shared<LazyCatalogue>(folders, fontFiles, std::string(), digest, readPicture);
    if (const auto* known = dynamic_cast<const LazyCatalogue*>(&before)) {
        catalogue->keepFrom(*known);
    }
    catalogue->publish(std::move(published));
    return catalogue;
}

std::shared_ptr<const Catalogue> Catalogue::loadPackage(const std::vector<ScriptFile>& package,
                                                        const std::vector<std::string>& fontFiles,
                                                        const FileDigest& digest, const PictureReader& readPicture) {
    constexpr std::string_view published = "published/";
    std::vector<ScriptFile> own;
    std::map<std::pair<std::string, std::string>, PublishedType> others;
    for (const ScriptFile& file : package) {
        const std::size_t id = file.name.find('/', published.size());
        const std::size_t version = id == std::string::npos ? id : file.name.find('/', id + 1);
        if (!file.name.starts_with(published) || version == std::string::npos) {
            own.push_back(file);
            continue;
        }
        PublishedType& other = others[{file.name.substr(published.size(), id - published.size()),
                                       file.name.substr(id + 1, version - id - 1)}];
        other.id = file.name.substr(published.size(), id - published.size());
        const std::string number = file.name.substr(id + 1, version - id - 1);
        std::from_chars(number.data(), number.data() + number.size(), other.version);
        other.files.push_back({file.name.substr(version + 1), file.text});
    }
    auto catalogue = std::make_shared<LazyCatalogue>(Library(own), fontFiles, std::string(), digest, readPicture);
    std::vector<PublishedType> all;
    all.reserve(others.size());
    for (auto& [key, other] : others) {
        all.push_back(std::move(other));
    }
    catalogue->publish(std::move(all));
    return catalogue;
}

const TypeSummary* Catalogue::chosen(const Request& request, Instant /*now*/) const {
    return find(request.type);
}

ClosureSources Catalogue::sources(const Request& /*request*/, Instant /*now*/) const {
    return {};
}

std::vector<ScriptFile> Catalogue::bundleProfiles(const Request& /*request*/, Instant /*now*/) const {
    return {};
}

std::vector<int> Catalogue::versionsOf(const std::string& id) const {
    const TypeSummary* type = find(id);
    return type == nullptr ? std::vector<int>{} : std::vector<int>{type->version};
}

}  // namespace engross
