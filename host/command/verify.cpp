#include "bundle/comparison.h"
#include "bundle/page_numbers.h"
#include "command/command_error.h"
#include "command/commands.h"
#include "model/json.h"
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

PdfFingerprint read(const std::string& path) {
    std::error_code fault;
    if (!fs::is_regular_file(path, fault)) {
        throw CommandError("file-missing", path, "is no file");
    }
    return fingerprintOf(path, path);
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
    const bool agree = found.kind != Kind::Altered && found.kind != Kind::Unrelated;
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
    if (found.kind == Kind::OtherVolume) {
        return Exit::Done;
    }
    if (!found.changed.empty()) {
        console.say(console.text("verify.changed", {{"pages", spokenPages(found.changed, earlier.labels)}}));
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

/// Whether the certificate is of a bundle with these bytes, or of one that has a volume with them. Throws CommandError
/// where it is none.
bool certifies(const std::string& path, const std::string& sha256) {
    const JsonResult certificate = readJson(readFile(path), {.bytes = std::size_t{64} << 20U});
    const Value* file = certificate.value ? certificate.value->find("file") : nullptr;
    if (file == nullptr) {
        throw CommandError("certificate", path, "it is not the certificate of a release");
    }
    const Value* files = certificate.value->find("files");
    const List volumes = files == nullptr || files->list() == nullptr ? List{*file} : *files->list();
    return std::ranges::any_of(volumes, [&](const Value& one) { return one.textOr("sha256", "") == sha256; });
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

Exit examineOne(const std::string& path, const std::string& certificate, Console& console) {
    const PdfFingerprint file = read(path);
    const std::string identity = fact(file, "identity");
    const bool claims = !identity.empty();
    const bool certified = !certificate.empty();
    const bool agrees = certified && certifies(certificate, file.file.hex());
    const bool sound = certified ? agrees : claims;
    if (console.answersJson()) {
        console.answer(Object{{"verdict", !certified ? (claims ? "claims-release" : "no-release")
                                          : agrees   ? "as-certified"
                                                     : "altered"},
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
        console.say(console.text(agrees ? "verify.as-certified" : "verify.not-certified",
                                 {{"file", path}, {"certificate", certificate}}));
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
