#include "bundle/comparison.h"
#include "bundle/page_numbers.h"
#include "command/command_error.h"
#include "command/commands.h"
#include "command/home.h"
#include "model/json.h"
#include "work/finished_files.h"
#include "work/scratch.h"

#include <algorithm>
#include <filesystem>
#include <map>
#include <system_error>

namespace engross {
namespace {

namespace fs = std::filesystem;
using Kind = BundleComparison::Kind;

constexpr std::size_t shortHash = 8;

/// In a process of its own: anybody may have made the file.
PdfFingerprint read(const std::string& path) {
    std::error_code fault;
    if (!fs::is_regular_file(path, fault)) {
        throw CommandError("file-missing", path, "is no file");
    }
    return FinishedFiles(errandProgram()).fingerprint(path, path);
}

std::string fact(const PdfFingerprint& file, const std::string& name) {
    const auto found = file.provenance.find(name);
    return found == file.provenance.end() ? std::string() : found->second;
}

List listOf(const std::vector<std::size_t>& pages) {
    List list;
    for (const std::size_t page : pages) {
        list.emplace_back(static_cast<std::int64_t>(page));
    }
    return list;
}

std::string_view nameOf(Kind kind) {
    switch (kind) {
        case Kind::SameFile:
            return "same-file";
        case Kind::SameRelease:
            return "same-release";
        case Kind::OtherVolume:
            return "other-volume";
        case Kind::OtherVolumes:
            return "other-volumes";
        case Kind::Forked:
            return "forked";
        case Kind::LaterRelease:
            return "later-release";
        case Kind::Renumbered:
            return "renumbered";
        case Kind::Altered:
            return "altered";
        default:
            return "unrelated";
    }
}

/// "12–15 are now 20–23": pages that moved together, as a person says them.
std::vector<PageMove> runsOf(const std::vector<PageMove>& moves, const PdfFingerprint& earlier,
                             const PdfFingerprint& later) {
    std::map<std::string, std::size_t> was;
    std::map<std::string, std::size_t> is;
    for (std::size_t i = 0; i < earlier.labels.size(); ++i) {
        was.emplace(earlier.labels[i], i);
    }
    for (std::size_t i = 0; i < later.labels.size(); ++i) {
        is.emplace(later.labels[i], i);
    }
    std::vector<PageMove> runs;
    for (std::size_t i = 0; i < moves.size();) {
        std::size_t last = i;
        while (last + 1 < moves.size() && was.at(moves[last + 1].was) == was.at(moves[last].was) + 1 &&
               is.at(moves[last + 1].is) == is.at(moves[last].is) + 1) {
            ++last;
        }
        const bool one = last == i;
        runs.push_back({one ? moves[i].was : moves[i].was + "–" + moves[last].was,
                        one ? moves[i].is : moves[i].is + "–" + moves[last].is});
        i = last + 1;
    }
    return runs;
}

Value answerOf(const BundleComparison& found, const std::string& later, const PdfFingerprint& earlier,
               const PdfFingerprint& newer) {
    Object answer{{"verdict", nameOf(found.kind)},
                  {"later", later},
                  {"changed", listOf(found.changed)},
                  {"relinked", listOf(found.relinked)},
                  {"noted", listOf(found.noted)},
                  {"moved", listOf(found.moved)},
                  {"added", static_cast<std::int64_t>(found.added)},
                  {"navigation_differs", found.navigationDiffers}};
    if (found.kind == Kind::Renumbered) {
        List moves;
        for (const PageMove& move : runsOf(found.moves, earlier, newer)) {
            moves.push_back(Object{{"was", move.was}, {"is", move.is}});
        }
        answer.set("moves", std::move(moves));
        answer.set("gone", spokenPages(found.gone, earlier.labels));
    }
    return answer;
}

void tellOfMoves(const BundleComparison& found, const PdfFingerprint& earlier, const PdfFingerprint& newer,
                 Console& console) {
    for (const PageMove& move : runsOf(found.moves, earlier, newer)) {
        console.say(
            console.text(move.was == move.is ? "verify.stayed" : "verify.now", {{"was", move.was}, {"is", move.is}}));
    }
    if (!found.gone.empty()) {
        console.say(console.text("verify.gone", {{"pages", spokenPages(found.gone, earlier.labels)}}));
    }
}

Exit compareTwo(const std::string& firstPath, const std::string& secondPath, Console& console) {
    const PdfFingerprint first = read(firstPath);
    const PdfFingerprint second = read(secondPath);
    const BundleComparison found = compareBundles(first, second);
    const bool agree = found.kind < Kind::OtherVolumes;
    const PdfFingerprint& newer = found.secondIsLater ? second : first;
    const PdfFingerprint& earlier = found.secondIsLater ? first : second;
    if (console.answersJson()) {
        console.answer(answerOf(found, found.secondIsLater ? secondPath : firstPath, earlier, newer));
        return agree ? Exit::Done : Exit::Diagnostics;
    }
    const bool later = found.kind == Kind::LaterRelease || found.kind == Kind::Renumbered;
    console.say(console.text("verify." + std::string(nameOf(found.kind)),
                             {{"first", found.secondIsLater || !later ? firstPath : secondPath},
                              {"second", found.secondIsLater || !later ? secondPath : firstPath},
                              {"release", fact(newer, "release")},
                              {"numbering", fact(newer, "numbering")}}));
    tellOfMoves(found, earlier, newer, console);
    if (found.kind == Kind::OtherVolume || found.kind == Kind::OtherVolumes) {
        return agree ? Exit::Done : Exit::Diagnostics;  // their pages are others
    }
    if (!found.changed.empty()) {
        console.say(console.text("verify.changed", {{"pages", spokenPages(found.changed, earlier.labels)}}));
    }
    if (!found.relinked.empty()) {
        console.say(console.text("verify.relinked", {{"pages", spokenPages(found.relinked, earlier.labels)}}));
    }
    if (!found.noted.empty()) {
        console.say(console.text("verify.noted", {{"pages", spokenPages(found.noted, earlier.labels)}}));
    }
    if (!found.moved.empty()) {
        console.say(console.text("verify.moved", {{"pages", spokenPages(found.moved, earlier.labels)}}));
    }
    if (found.added > 0) {
        console.say(console.counted("verify.added", found.added));
    }
    if (found.navigationDiffers && !later) {
        console.say(console.text("verify.navigation"));
    }
    return agree ? Exit::Done : Exit::Diagnostics;
}

/// A file against the certificate of its release, or of the one of its volumes that it is nearest to.
struct Certified {
    bool sameBytes = false;
    bool sameToSee = false;            // saved anew by another program: every page, bookmark and label is the same
    bool pagesKnown = false;           // the certificate says what each page showed
    std::vector<std::size_t> changed;  // pages that show something else
    std::size_t added = 0;             // that one of the two has and the other has not
};

/// The pages of a file against what the certificate says of one.
Certified compareWith(const Value& certified, const PdfFingerprint& file) {
    Certified result;
    result.sameBytes = certified.textOr("sha256", "") == file.file.hex();
    const Value* shown = certified.find("shown");
    if (shown == nullptr || shown->list() == nullptr) {
        return result;
    }
    result.pagesKnown = true;
    const List& pages = *shown->list();
    for (std::size_t i = 0; i < std::min(pages.size(), file.pages.size()); ++i) {
        if (pages[i].text() == nullptr || *pages[i].text() != shownHash(file.pages[i])) {
            result.changed.push_back(i + 1);
        }
    }
    result.added = std::max(pages.size(), file.pages.size()) - std::min(pages.size(), file.pages.size());
    result.sameToSee =
        result.changed.empty() && result.added == 0 && certified.textOr("navigation", "") == shownHash(file.navigation);
    return result;
}

/// Throws CommandError where it is no certificate.
Certified certify(const std::string& path, const PdfFingerprint& file) {
    const JsonResult certificate = readJson(readFile(path), {.bytes = std::size_t{64} << 20U});
    const Value* own = certificate.value ? certificate.value->find("file") : nullptr;
    if (own == nullptr) {
        throw CommandError("certificate", path, "it is not the certificate of a release");
    }
    const Value* files = certificate.value->find("files");
    const List volumes = files == nullptr || files->list() == nullptr ? List{*own} : *files->list();
    std::optional<Certified> best;
    for (const Value& one : volumes) {
        Certified next = compareWith(one, file);
        const auto distance = [](const Certified& c) { return c.sameBytes ? 0 : 1 + c.changed.size() + c.added; };
        if (!best || distance(next) < distance(*best)) {
            best = std::move(next);
        }
    }
    return best.value_or(Certified{});
}

/// "bundle.release.json" beside "bundle.pdf", and beside "bundle-volume-2.pdf"; empty where there is none.
std::string certificateBeside(const std::string& path) {
    const fs::path own = fs::path(path).replace_extension(".release.json");
    std::error_code fault;
    if (fs::exists(own, fault)) {
        return own.string();
    }
    const std::string stem = fs::path(path).stem().string();
    const std::size_t volume = stem.rfind("-volume-");
    const fs::path whole = fs::path(path).replace_filename(stem.substr(0, volume) + ".release.json");
    return volume != std::string::npos && fs::exists(whole, fault) ? whole.string() : std::string();
}

/// The altered pages, from the certificate alone.
void tellChanges(const Certified& found, const PdfFingerprint& file, Console& console) {
    if (found.sameBytes || found.sameToSee || !found.pagesKnown) {
        return;
    }
    if (!found.changed.empty()) {
        console.say(console.text("verify.changed", {{"pages", spokenPages(found.changed, file.labels)}}));
    }
    if (found.added > 0) {
        console.say(console.counted("verify.added", found.added));
    }
    if (found.changed.empty() && found.added == 0) {
        console.say(console.text("verify.navigation"));
    }
}

Exit examineOne(const std::string& path, const std::string& certificate, Console& console) {
    const PdfFingerprint file = read(path);
    const std::string identity = fact(file, "identity");
    const bool claims = !identity.empty();
    const bool certified = !certificate.empty();
    const Certified found = certified ? certify(certificate, file) : Certified{};
    const bool sound = certified ? found.sameBytes : claims;
    if (console.answersJson()) {
        console.answer(Object{{"verdict", !certified        ? (claims ? "claims-release" : "no-release")
                                          : found.sameBytes ? "as-certified"
                                          : found.sameToSee ? "saved-anew"
                                                            : "altered"},
                              {"changed", listOf(found.changed)},
                              {"added", static_cast<std::int64_t>(found.added)},
                              {"identity", identity},
                              {"release", fact(file, "release")},
                              {"pack", fact(file, "pack")},
                              {"volume", fact(file, "volume")},
                              {"pages", static_cast<std::int64_t>(file.pages.size())},
                              {"sha256", file.file.hex()}});
        return sound ? Exit::Done : Exit::Diagnostics;
    }
    console.say(claims ? console.text("verify.claims", {{"file", path},
                                                        {"release", fact(file, "release")},
                                                        {"identity", identity.substr(0, shortHash)},
                                                        {"pack", fact(file, "pack").substr(0, shortHash)},
                                                        {"pages", std::to_string(file.pages.size())}})
                       : console.text("verify.no-release", {{"file", path}}));
    if (!fact(file, "volume").empty()) {
        console.say(console.text("verify.volume", {{"volume", fact(file, "volume")},
                                                   {"first", file.labels.empty() ? "" : file.labels.front()},
                                                   {"last", file.labels.empty() ? "" : file.labels.back()}}));
    }
    if (certified) {
        console.say(console.text(found.sameBytes   ? "verify.as-certified"
                                 : found.sameToSee ? "verify.saved-anew"
                                                   : "verify.not-certified",
                                 {{"file", path}, {"certificate", certificate}}));
        tellChanges(found, file, console);
    }
    return sound ? Exit::Done : Exit::Diagnostics;
}

Exit verify(const Arguments& arguments, Console& console) {
    const auto& files = arguments.operands();
    if (files.size() > 1) {
        return compareTwo(files.at(0), files.at(1), console);
    }
    const std::string beside = certificateBeside(files.at(0));
    return examineOne(files.at(0), arguments.valueOr("certificate", beside), console);
}

}  // namespace

Command verifyCommand() {
    return {.name = "verify",
            .operands = "FILE.pdf [OTHER.pdf]",
            .options = {{.name = "certificate", .value = "FILE.release.json"}},
            .run = verify};
}

}  // namespace engross
