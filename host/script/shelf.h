#pragma once
#include "script/declared.h"
#include "script/house.h"
#include "script/library.h"
#include "script/script_node.h"
#include "script/type_part.h"
#include "script/type_texts.h"

#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

namespace engross {

/// A type that was read, with its texts as they are first asked for. Safe for all threads.
class LoadedType {
public:
    LoadedType(std::shared_ptr<const DocumentType> type, std::vector<Diagnostic> faults, const Clauses& clauses);

    /// Nothing where a fault of the script refuses.
    [[nodiscard]] const std::shared_ptr<const DocumentType>& type() const noexcept;
    [[nodiscard]] const std::vector<Diagnostic>& faults() const noexcept;
    [[nodiscard]] std::shared_ptr<const TypeTexts> texts(Language language) const;

private:
    std::shared_ptr<const DocumentType> type_;
    std::vector<Diagnostic> faults_;
    const Clauses& clauses_;
    mutable std::mutex mutex_;
    mutable std::array<std::shared_ptr<const TypeTexts>, 2> texts_;
};

/// Everything that the source folders declare: law data at once, families, houses and types when first asked for.
class Shelf {
public:
    Shelf(SourceFolders folders, const std::string& extraScript, PictureReader readPicture);
    Shelf(Library library, const std::string& extraScript, PictureReader readPicture);

    [[nodiscard]] const LawData& law() const noexcept;
    [[nodiscard]] const std::vector<std::string>& lawNames() const noexcept;
    [[nodiscard]] const std::vector<std::string>& familyNames() const noexcept;
    /// A family by its name; nothing, and its faults, where a fault refuses it or no plugin has that name.
    [[nodiscard]] std::shared_ptr<const TypeFamily> family(const std::string& name,
                                                           std::vector<Diagnostic>& faults) const;
    /// Faults of the law data, and of every family.
    [[nodiscard]] std::vector<Diagnostic> faults() const;

    [[nodiscard]] std::vector<std::string> typeIds() const;
    /// Nothing for an id without a file.
    [[nodiscard]] std::shared_ptr<const LoadedType> type(const std::string& id) const;

    [[nodiscard]] std::vector<std::string> houseNames() const;
    /// The house of the name, or the default one for an empty name; nothing where there is none.
    [[nodiscard]] std::shared_ptr<const House> house(const std::string& name, std::vector<Diagnostic>& faults,
                                                     Language reader = Language::English) const;
    /// plugins/looks/<name>.lua; nothing where there is none.
    [[nodiscard]] std::shared_ptr<const ScriptSource> looks(const std::string& name) const;

    /// plugins/bundle/profiles/<name>.json, sorted.
    [[nodiscard]] std::vector<ScriptFile> bundleProfiles() const;

    [[nodiscard]] const Clauses& clauses() const noexcept;
    [[nodiscard]] const Library& library() const noexcept;
    /// The texts of law data and looks, for closures.
    [[nodiscard]] const std::vector<ScriptFile>& sharedSources() const noexcept;

private:
    /// A family as it was read, with its faults; read when first asked for.
    struct ReadFamily {
        std::shared_ptr<const TypeFamily> family;  // absent where a fault refuses
        std::vector<Diagnostic> faults;
    };

    void loadLaw();
    void addTwice(const std::string& id, const std::string& file);
    [[nodiscard]] ReadFamily readFamilyNamed(const std::string& name) const;
    /// Nothing where no plugin has that name. The caller holds the lock.
    [[nodiscard]] const ReadFamily* familyNamed(const std::string& name) const;
    [[nodiscard]] std::optional<ScriptNode> run(const ScriptSource& source, std::vector<Diagnostic>& faults) const;
    [[nodiscard]] std::vector<TypePart> partsOf(const ScriptNode& declaration, const ScriptSource& source,
                                                std::vector<Diagnostic>& faults) const;
    [[nodiscard]] std::shared_ptr<const LoadedType> load(const std::string& file) const;
    [[nodiscard]] std::shared_ptr<const House> loadHouse(const std::string& name, std::vector<Diagnostic>& faults,
                                                         Language reader) const;

    Library library_;
    PictureReader readPicture_;
    Clauses clauses_;
    LawData law_;
    std::vector<std::string> lawNames_;
    std::vector<std::string> familyNames_;
    std::vector<Diagnostic> lawFaults_;
    std::vector<ScriptFile> shared_;
    std::map<std::string, std::shared_ptr<const ScriptSource>> looks_;
    std::map<std::string, std::string> typeFiles_;  // id to file
    std::map<std::string, std::vector<Diagnostic>> typesTwice_;
    mutable std::mutex mutex_;
    mutable std::map<std::string, ReadFamily> families_;
    mutable std::map<std::string, std::shared_ptr<const LoadedType>> types_;
    mutable std::map<std::string, std::shared_ptr<const House>> houses_;
    mutable std::shared_ptr<const House> usualHouse_;  // the one that says so, once it was asked for
};

}  // namespace engross
