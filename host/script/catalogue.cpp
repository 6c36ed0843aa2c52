#include "script/catalogue.h"

#include "script/closure.h"
#include "script/composer.h"
#include "script/request_checks.h"
#include "script/shelf.h"

#include <algorithm>
#include <map>
#include <mutex>

namespace engross {
namespace {

/// The day on which examples are tried: they say their own dates, and must not age.
constexpr Instant exampleDay{std::chrono::sys_days(std::chrono::year(2026) / 11 / 23)};

class LazyCatalogue : public Catalogue {
public:
    LazyCatalogue(const SourceFolders& folders, std::vector<std::string> fontFiles, const std::string& extraScript,
                  FileDigest digest, const PictureReader& readPicture)
        : shelf_(std::make_shared<const Shelf>(folders, extraScript, readPicture)),
          fontFiles_(std::move(fontFiles)),
          digest_(std::move(digest)) {}

    /// Keeps each type that has become broken as it was before.
    void keepFrom(const LazyCatalogue& before) {
        for (const std::string& id : shelf_->typeIds()) {
            const auto loaded = shelf_->type(id);
            if (loaded != nullptr && isWhole(*loaded)) {
                continue;
            }
            GoodType good = before.goodType(id);
            if (good.type != nullptr && isWhole(*good.type)) {
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

    std::vector<Diagnostic> faultsOfHouse(const std::string& name) const override {
        std::vector<Diagnostic> faults;
        if (shelf_->house(name, faults) == nullptr && faults.empty()) {
            const Messages& messages = Messages::in(Language::English);
            Diagnostic fault{.code = "house.missing", .message = messages.text("script.no_house", {{"name", name}})};
            fault.where.file = "templates/house/" + name + "/house.lua";
            faults.push_back(std::move(fault));
        }
        return faults;
    }

    std::vector<std::string> ids() const override {
        return shelf_->typeIds();
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
        const auto [shelf, loaded] = goodType(request.type);
        if (loaded == nullptr) {
            result.diagnostics.push_back(unknownType(request.type, reader));
        } else if (loaded->type() == nullptr) {
            result.diagnostics = loaded->faults();
        } else {
            result = checkRequest(shelf, *loaded, request, now, reader);
        }
        return result;
    }

    std::optional<Composition> compose(const CheckedCase& checked, const Part& part,
                                       std::vector<Diagnostic>& faults) const override {
        const Shelf& shelf = *checked.shelf;
        const ComposeContext context{shelf.familyNames(), shelf.lawNames(), shelf.law().calendar,
                                     [&shelf](const std::string& name) { return shelf.looks(name); }};
        return composePart(checked, part, context, faults);
    }

    std::optional<Sha256> closure(const Request& request) const override {
        const GoodType good = goodType(request.type);
        const auto language = languageFrom(request.language);
        std::vector<Diagnostic> ignored;
        const auto house = good.shelf->house(request.house, ignored);
        if (good.type == nullptr || good.type->type() == nullptr || house == nullptr || !language) {
            return std::nullopt;
        }
        std::call_once(fontsOnce_, [this] { fonts_ = hashOfFonts(fontFiles_, digest_); });
        std::vector<std::shared_ptr<const TypeTexts>> texts;
        for (const std::string& tag : good.type->type()->summary.languages) {
            texts.push_back(good.type->texts(*languageFrom(tag)));
        }
        return closureOf(*good.type->type(), texts, *house, *language, good.shelf->sharedSources(), fonts_);
    }

    const Calendar& calendar() const override {
        return shelf_->law().calendar;
    }

private:
    /// A type with the shelf that it rests on.
    struct GoodType {
        std::shared_ptr<const Shelf> shelf;
        std::shared_ptr<const LoadedType> type;
    };

    /// Whether neither the script nor its texts have faults.
    static bool isWhole(const LoadedType& loaded) {
        return loaded.type() != nullptr &&
               std::ranges::all_of(loaded.type()->summary.languages, [&loaded](const std::string& tag) {
                   return loaded.texts(*languageFrom(tag))->faults().empty();
               });
    }

    [[nodiscard]] GoodType goodType(const std::string& id) const {
        const auto kept = kept_.find(id);
        return kept == kept_.end() ? GoodType{shelf_, shelf_->type(id)} : kept->second;
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
            std::ranges::copy(faultsOfHouse(name), std::back_inserter(faults_));
        }
        for (const std::string& id : shelf_->typeIds()) {
            tryType(id, faults_);
        }
    }

    void tryType(const std::string& id, std::vector<Diagnostic>& faults) const {
        const auto loaded = shelf_->type(id);
        if (loaded == nullptr) {
            faults.push_back(unknownType(id, Language::English));
            return;
        }
        std::ranges::copy(loaded->faults(), std::back_inserter(faults));
        if (loaded->type() == nullptr) {
            return;
        }
        const DocumentType& type = *loaded->type();
        bool texts = true;
        for (const std::string& tag : type.summary.languages) {
            const auto parsed = loaded->texts(*languageFrom(tag));
            std::ranges::copy(parsed->faults(), std::back_inserter(faults));
            texts = texts && parsed->faults().empty();
        }
        if (type.summary.languages.empty()) {
            Diagnostic fault{.code = "type.no_language",
                             .message = Messages::in(Language::English).text("script.no_whole_language", {{"id", id}})};
            fault.where.file = type.source->file();
            faults.push_back(std::move(fault));
        } else if (texts) {
            tryExample(*loaded, faults);
        }
    }

    void tryExample(const LoadedType& loaded, std::vector<Diagnostic>& faults) const {
        const DocumentType& type = *loaded.type();
        const Messages& messages = Messages::in(Language::English);
        if (!type.example) {
            Diagnostic fault{.code = "type.no_example",
                             .severity = Severity::Warning,
                             .message = messages.text("script.no_example", {{"id", type.summary.id}})};
            fault.where = type.source->at(1, {});
            faults.push_back(std::move(fault));
            return;
        }
        for (const std::string& language : type.summary.languages) {
            Request request = *type.example;
            request.language = language;
            CheckResult result = checkRequest(shelf_, loaded, request, exampleDay, Language::English);
            if (result.checked != nullptr && !type.summary.isBundle) {
                static_cast<void>(compose(*result.checked, {}, result.diagnostics));
            }
            for (Diagnostic& fault : result.diagnostics) {
                if (fault.severity == Severity::Warning) {
                    continue;
                }
                fault.message = messages.text("script.example_fault", {{"fault", fault.message}});
                if (fault.where.file.empty()) {
                    fault.where.file = type.source->file();
                    fault.where.line = 1;
                }
                faults.push_back(std::move(fault));
            }
        }
    }

    std::shared_ptr<const Shelf> shelf_;
    std::map<std::string, GoodType> kept_;  // good before, and broken now
    std::vector<std::string> fontFiles_;
    FileDigest digest_;
    mutable std::once_flag triedOnce_;
    mutable std::vector<Diagnostic> faults_;
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
                                                      const FileDigest& digest, const PictureReader& readPicture) {
    auto catalogue = std::make_shared<LazyCatalogue>(folders, fontFiles, std::string(), digest, readPicture);
    if (const auto* known = dynamic_cast<const LazyCatalogue*>(&before)) {
        catalogue->keepFrom(*known);
    }
    return catalogue;
}

}  // namespace engross
