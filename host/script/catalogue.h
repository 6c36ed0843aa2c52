#pragma once
#include "calendar/calendar.h"
#include "layout/block.h"
#include "model/diagnostic.h"
#include "model/field.h"
#include "model/identifier.h"
#include "model/request.h"
#include "model/sha256.h"
#include "script/page_images.h"
#include "words/messages.h"

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace engross {

/// Where plugins, scripts and templates stand.
struct SourceFolders {
    std::string plugins;
    std::string scripts;
    std::string templates;
};

/// A text file of the source folders under its short name, such as "scripts/letter/access_appointment.lua".
struct ScriptFile {
    std::string name;
    std::string text;
};

/// A published version of a type: every file that it rests on, but for house styles.
struct PublishedType {
    std::string id;
    int version = 1;
    std::vector<ScriptFile> files;
    std::string unreadable{};  // why its files cannot be read; it then refuses every request that it is chosen for
};

/// What a closure was made of, for the record.
struct ClosureSources {
    /// Something that a type rests on, by the name that people know it by.
    struct Use {
        std::string kind;  // "clause", "law", "family", "text", "file"
        std::string name;
        Sha256 hash;  // of the file that it stands in
    };
    /// A document that is made beside the one asked for, such as a bundle's chronology.
    struct Made {
        std::string type;
        int version = 1;
        auto operator<=>(const Made&) const = default;
    };
    std::string type;
    int version = 1;
    std::vector<ScriptFile> files;  // all that is needed to make the closure again, house style and all
    std::vector<Use> uses;
    std::set<Made> made;
};

/// One check of a type, for `types show` and the documentation.
struct CheckSummary {
    std::string code;
    std::string sentence;
    std::string law;
    std::string mark;  // "V", "V2", "K", "!"
    Severity severity = Severity::Error;
    bool proven = false;   // of the texts and schedules, by `faults`: no request can make it fail
    std::string waiver{};  // who may waive it: "never", "legal", "manager"
};

/// What a kind of bundle says of one of its sections.
struct SectionRule {
    std::string title{};
    bool required = false;
    std::vector<std::string> needs{};  // words, each of which stands in the title of some document of the section
    bool byDate = false;               // documents in the order of their dates, not as given
};

/// What the host knows of a document type without running it.
struct TypeSummary {
    std::string id;
    int version = 1;
    std::string title;
    std::string family;
    std::string law;
    std::string inForceFrom;
    std::string inForceUntil;  // empty for no end
    Schema schema;             // the type's fields and those its family brings
    std::vector<CheckSummary> checks;
    std::vector<std::string> unconfirmed;  // lines that a lawyer must confirm
    std::vector<std::string> languages;
    bool isBundle = false;
    std::vector<std::string> gates;     // profiles that each finished document must pass, such as "notify-letter"
    std::string profile;                // of a bundle: the rules that its finished file is checked against
    std::vector<SectionRule> sections;  // of a bundle
    /// Texts that the type gives for keys of its family's `declares`, in English: "provision", "limit_of", "copy_law".
    std::map<std::string, std::string> declared{};
    std::vector<std::string> enclosures{};  // titles of what goes with it, such as schedules, in their order
};

/// A request that passed its type's schema, with typed values; valid for the catalogue that made it.
class CheckedCase;

/// What the host worked out from a request, with the rule that gave it in the reader's words.
struct DerivedSummary {
    std::string name;
    std::string label;
    std::string value;  // as printed; empty where what it rests on is empty
    std::string rule;   // "21 days beginning with 2 March 2026: last day 22 March 2026"
};

struct CheckResult {
    std::shared_ptr<const CheckedCase> checked;  // absent exactly when a diagnostic refuses
    std::vector<Diagnostic> diagnostics;         // warnings stay beside a checked case
    std::vector<DerivedSummary> derived;         // of every request whose type is there, refused or not
};

/// A bundle as its family's script sees it: rows with their numbers.
struct BundleView {
    struct Row {
        std::string number{};  // "1", or empty for a section
        std::string title{};
        std::string date{};    // as printed
        std::string page{};    // as printed
        std::string target{};  // "doc:7"
        bool section = false;
        std::string sectionLetter{};
        int addedIn = 1;        // the release that added its section
        std::string became{};   // "replaced" or "withdrawn"; empty for a document that is there
        int changedIn = 0;      // the release that replaced or withdrew it
        bool inserted = false;  // its pages stand between others: 45A
        std::size_t volume = 1;
    };
    /// A row of the concordance: where the pages of a document stand that stood elsewhere.
    struct OldRow {
        std::string title{};
        std::string was{};  // printed numbers
        std::string is{};
        std::string target{};  // empty where it has gone
    };
    std::vector<Row> rows{};
    std::vector<std::size_t> indexRows{};  // those of the rows that the index being composed has room for
    std::size_t volume = 1;                // the one being composed, and how many there are
    std::size_t volumes = 1;
    bool common = false;        // the index being composed is that of all volumes
    std::string volumeFirst{};  // printed numbers of the first and last page of the volume
    std::string volumeLast{};
    std::vector<OldRow> concordance{};  // of a bundle that was numbered afresh, on whose order, when and why
    std::string orderedBy{};
    std::string orderedOn{};  // as printed
    std::string orderReason{};
    int renumberedIn = 0;  // the release that was numbered afresh; 0 where none was
    int numberedBefore = 0;
    std::string letter{};  // of the bundle, where a case has several
    std::size_t pages = 0;
    int release = 1;
    std::string identity{};  // short hash of the release
    std::vector<std::string> notes{};
};

/// What of a type is composed: the document itself, or a made page of a bundle.
struct Part {
    enum class Kind { Document, Cover, Index, Concordance, Divider, Sheet };
    Kind kind = Kind::Document;
    const BundleView* bundle = nullptr;  // of every kind but Document
    std::size_t row = 0;                 // Divider: the section's row; Sheet: the item's row
    std::string reason{};                // Sheet: why it stands in the document's place
    Value facts{};                       // Sheet: name, size, SHA-256
    std::size_t recipient = 0;           // Document: whose copy it is, from 1; 0 for the file copy and for the only one
    PageImages* images = nullptr;        // the pictures among the request's exhibits; none in a type's own example
};

/// SHA-256 of the file at a path.
using FileDigest = std::function<Sha256(const std::string& path)>;
/// By reading it. Throws ScriptFileError.
[[nodiscard]] Sha256 digestOfFile(const std::string& path);

/// Plugins and document types. Immutable; safe for all threads. Nothing is kept on the disk: a type is compiled when it
/// is first asked for, and stays as it was then. Publishing a new version is loading a new catalogue.
class Catalogue {
public:
    /// Reads plugins, law data and house styles, and lists the types. Faults of one file leave the others usable.
    /// Throws ScriptFileError where a file is there and cannot be read. `digest` hashes a font file for closures; a
    /// program that starts anew for each document may remember the digests of files that have not changed. Without
    /// `readPicture` nothing is drawn: logos are looked for and hashed, not decoded. `fontFiles` are all files that
    /// reach a page and stand in no source folder: faces, and the colour profile.
    [[nodiscard]] static std::shared_ptr<const Catalogue> load(const SourceFolders& folders,
                                                               const std::vector<std::string>& fontFiles,
                                                               const FileDigest& digest = digestOfFile,
                                                               const PictureReader& readPicture = {});
    /// As `load`, in a program that has been running with `before`: a type that was good there and has faults now stays
    /// as it was, with the law, clauses and plugin of that time. Its faults are told by `faultsOf`. Of a type that has
    /// published versions only those are used, whatever the folder holds: for each request the newest whose `in_force`
    /// has the request's law date, or the newest of all.
    [[nodiscard]] static std::shared_ptr<const Catalogue> loadAfter(const Catalogue& before,
                                                                    const SourceFolders& folders,
                                                                    const std::vector<std::string>& fontFiles,
                                                                    const FileDigest& digest = digestOfFile,
                                                                    const PictureReader& readPicture = {},
                                                                    std::vector<PublishedType> published = {});
    /// Of a package alone: what `sources` gave. Its types have the closures that they had where it was made, on the
    /// same engine with the same fonts.
    [[nodiscard]] static std::shared_ptr<const Catalogue> loadPackage(const std::vector<ScriptFile>& package,
                                                                      const std::vector<std::string>& fontFiles,
                                                                      const FileDigest& digest = digestOfFile,
                                                                      const PictureReader& readPicture = {});
    /// As `load`, with one more script from anywhere on the disk: `types check my_letter.lua`. Its id is the file's
    /// name; bodies stand beside the script.
    [[nodiscard]] static std::shared_ptr<const Catalogue> loadWith(const SourceFolders& folders,
                                                                   const std::vector<std::string>& fontFiles,
                                                                   const std::string& extraScript,
                                                                   const PictureReader& readPicture = {});

    virtual ~Catalogue() = default;
    /// Every fault of every file, found by trying everything: all types, texts, clauses, proofs and examples. The work
    /// is done at the first call.
    [[nodiscard]] virtual const std::vector<Diagnostic>& faults() const = 0;
    /// As `faults`, of one type (and of what it rests on) only.
    [[nodiscard]] virtual std::vector<Diagnostic> faultsOf(const std::string& id) const = 0;
    /// The house styles whose folders are there, sorted.
    [[nodiscard]] virtual std::vector<std::string> houses() const = 0;
    /// Every fault of one house style, in the reader's words.
    [[nodiscard]] virtual std::vector<Diagnostic> faultsOfHouse(const std::string& name,
                                                                Language reader = Language::English) const = 0;
    /// The types whose files are there, sorted; also those that have faults.
    [[nodiscard]] virtual std::vector<std::string> ids() const = 0;
    /// Nothing for a type that is not there or whose script has faults.
    [[nodiscard]] virtual const TypeSummary* find(const std::string& id) const = 0;
    /// The type's own worked example as a request, for previews and tests.
    [[nodiscard]] virtual std::optional<Request> example(const std::string& id) const = 0;
    /// Schema and checks, all faults at once. `now` decides nothing but defaults such as the day of a draft;
    /// `reader` is the language of the sentences.
    [[nodiscard]] virtual CheckResult check(const Request& request, Instant now,
                                            Language reader = Language::English) const = 0;
    /// Runs the family's compose in a sandbox of its own. Faults of a script are diagnostics with their place.
    [[nodiscard]] virtual std::optional<Composition> compose(const CheckedCase& checked, const Part& part,
                                                             std::vector<Diagnostic>& faults) const = 0;
    /// Script, texts, clauses, law data, plugin, house style, font files and engine, hashed together: what a request
    /// pins when it is accepted; of a bundle also the closures of the documents that it makes. Font files are read at
    /// the first call. Nothing for an unknown type. `now` stands in for a law date that the request does not give.
    [[nodiscard]] virtual std::optional<Sha256> closure(const Request& request, Instant now = {}) const = 0;
    /// The version of the type that the request is checked by and made with; nothing as for `find`.
    [[nodiscard]] virtual const TypeSummary* chosen(const Request& request, Instant now = {}) const;
    /// Of what the closure of the request is made; no files for an unknown type.
    [[nodiscard]] virtual ClosureSources sources(const Request& request, Instant now = {}) const;
    /// The files of the profiles that the bundle may be checked against: plugins/bundle/profiles/<name>.json, of the
    /// version that is chosen for the request, or of the folder where that version has none. Part of its closure.
    [[nodiscard]] virtual std::vector<ScriptFile> bundleProfiles(const Request& request, Instant now = {}) const;
    /// The versions in which a type is used here, newest first; a type of the folder has one.
    [[nodiscard]] virtual std::vector<int> versionsOf(const std::string& id) const;
    /// Holidays as loaded from plugins/law.
    [[nodiscard]] virtual const Calendar& calendar() const = 0;
};

}  // namespace engross
