#pragma once
#include "model/diagnostic.h"
#include "model/finding.h"
#include "model/identifier.h"
#include "model/request.h"
#include "model/sha256.h"
#include "script/catalogue.h"
#include "type/typesetter.h"
#include "vault/vault.h"

#include <chrono>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace engross {

struct BundleRelease;

/// An exhibit's bytes and what is known of them; the caller resolved handles and access before.
struct ResolvedExhibit {
    std::string name;  // as uploaded
    std::string path;  // a local, immutable file
    Sha256 hash;
    bool operator==(const ResolvedExhibit&) const = default;
};

/// One of the things that a document encloses in its own file, such as a schedule.
struct ArtefactPart {
    std::string title;
    std::size_t firstPage = 1;
    std::size_t pages = 0;
    bool operator==(const ArtefactPart&) const = default;
};

struct Artefact {
    Sha256 hash;
    std::string name;  // for the download: "improvement-notice-EN-2026-0142.pdf"
    std::string mediaType = "application/pdf";
    std::size_t pages = 0;
    std::size_t recipient = 0;  // from 1: what goes into this recipient's envelope; 0 for the document itself
    bool coveringLetter = false;
    std::vector<ArtefactPart> parts{};  // of a document with enclosures, when it is made for each recipient
};

/// How a piece of work ended. `NeedsAttention` means that a person must decide (a locked exhibit); nothing is lost.
struct Outcome {
    enum class State { Done, Failed, NeedsAttention };
    State state = State::Failed;
    std::vector<Diagnostic> diagnostics;
    std::vector<Artefact> artefacts;
    Verdict verdict;  // what the finished file was checked against, and what was found
    Sha256 identity;  // SHA-256 of closure, canonical request and exhibits: what the file says, whatever its bytes
    int typeVersion = 1;
    Value references{};  // of a bundle: what its signed documents refer to, referencesValue(); null where none was
                         // searched
};

/// `{"state", "identity", "diagnostics", "artefacts", "verdict"}`: what the store keeps and the service shows.
[[nodiscard]] Value toValue(const Outcome& outcome);
[[nodiscard]] Value toValue(const Artefact& artefact);
/// All but the verdict, from a worker's answer. Throws WorkError ("worker-answer") where it is no outcome.
[[nodiscard]] Outcome outcomeFrom(const Value& value);
/// One digest of everything that was made.
[[nodiscard]] Sha256 digestOf(const std::vector<Artefact>& artefacts);

/// Everything that `produce` may use besides the request.
struct Workshop {
    std::shared_ptr<const Catalogue> catalogue;
    /// Types out of a package of sources; absent where only `catalogue` is asked.
    std::function<std::shared_ptr<const Catalogue>(const std::vector<ScriptFile>&)> unpack{};
    std::shared_ptr<const Typesetter> typesetter;
    Vault* vault = nullptr;
    std::function<std::optional<ResolvedExhibit>(const std::string& handleOrFile)> exhibits;
    std::function<void(double share)> progress = [](double) {};
    /// Hears how long a finished bundle took to be read again, each of its volumes for itself.
    std::function<void(std::chrono::duration<double>)> readAgain = [](std::chrono::duration<double>) {};
    std::string scratch;     // an empty folder for intermediate files; the caller removes it
    std::string prepared{};  // a folder where prepared exhibits are kept for the next try; empty keeps none
    std::vector<std::string> errandProgram{};       // reads foreign files: a path and its arguments, see work/errands.h
    int release = 1;                                // of a bundle: which release of its pack this is
    std::shared_ptr<const BundleRelease> before{};  // the release before it, whose numbers stay; none for the first
    std::string fileStem{};  // what a bundle's files are called, without ".pdf"; empty: by type and case
    bool standIns = false;   // for previews: a sheet stands in a bundle for each exhibit that is not there
};

/// The release that a certificate tells of. Throws WorkError ("certificate") naming the subject where it is none.
[[nodiscard]] std::shared_ptr<const BundleRelease> certifiedRelease(std::string_view certificate,
                                                                    const std::string& subject);

/// The number of the release that follows.
[[nodiscard]] int releaseAfter(const BundleRelease& release);

/// Makes what the request asks for: checks, composes, lays out, writes, reads back, and puts the artefact into the
/// vault. The command line, the workers and previews all call it. Same request, closure and exhibits: same bytes.
/// Throws Error only where the operation itself failed (disk, sandbox process); faults of the case are in the Outcome.
[[nodiscard]] Outcome produce(const Request& request, const Workshop& workshop, Instant now);

}  // namespace engross
