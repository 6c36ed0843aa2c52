#include "bundle/comparison.h"
#include "command/command_error.h"
#include "command/commands.h"
#include "model/json.h"
#include "work/scratch.h"

#include <filesystem>
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

/// "1–3, 7, 12–40": runs of pages as a person says them.
std::string runsOf(const std::vector<std::size_t>& pages) {
    std::string text;
    for (std::size_t i = 0; i < pages.size();) {
        std::size_t last = i;
        while (last + 1 < pages.size() && pages[last + 1] == pages[last] + 1) {
            ++last;
        }
        text += (text.empty() ? "" : ", ") + std::to_string(pages[i]);
        text += last == i ? "" : "–" + std::to_string(pages[last]);
        i = last + 1;
    }
    return text;
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
        case Kind::LaterRelease:
            return "later-release";
        case Kind::Altered:
            return "altered";
        default:
            return "unrelated";
    }
}

Exit compareTwo(const std::string& firstPath, const std::string& secondPath, Console& console) {
    const PdfFingerprint first = read(firstPath);
    const PdfFingerprint second = read(secondPath);
    const BundleComparison found = compareBundles(first, second);
    const bool agree = found.kind != Kind::Altered && found.kind != Kind::Unrelated;
    if (console.answersJson()) {
        console.answer(Object{{"verdict", nameOf(found.kind)},
                              {"later", found.secondIsLater ? secondPath : firstPath},
                              {"changed", listOf(found.changed)},
                              {"moved", listOf(found.moved)},
                              {"added", static_cast<std::int64_t>(found.added)},
                              {"navigation_differs", found.navigationDiffers}});
        return agree ? Exit::Done : Exit::Diagnostics;
    }
    const bool later = found.kind == Kind::LaterRelease;
    const PdfFingerprint& newer = found.secondIsLater ? second : first;
    console.say(console.text("verify." + std::string(nameOf(found.kind)),
                             {{"first", found.secondIsLater || !later ? firstPath : secondPath},
                              {"second", found.secondIsLater || !later ? secondPath : firstPath},
                              {"release", fact(newer, "release")}}));
    if (!found.changed.empty()) {
        console.say(console.text("verify.changed", {{"pages", runsOf(found.changed)}}));
    }
    if (!found.moved.empty()) {
        console.say(console.text("verify.moved", {{"pages", runsOf(found.moved)}}));
    }
    if (found.added > 0) {
        console.say(console.counted("verify.added", found.added));
    }
    if (found.navigationDiffers && !later) {
        console.say(console.text("verify.navigation"));
    }
    return agree ? Exit::Done : Exit::Diagnostics;
}

/// The SHA-256 of the bundle that a certificate is of. Throws CommandError where it is none.
std::string certifiedHash(const std::string& path) {
    const JsonResult certificate = readJson(readFile(path), {.bytes = std::size_t{64} << 20U});
    const Value* file = certificate.value ? certificate.value->find("file") : nullptr;
    if (file == nullptr) {
        throw CommandError("certificate", path, "it is not the certificate of a release");
    }
    return file->textOr("sha256", "");
}

Exit examineOne(const std::string& path, const std::string& certificate, Console& console) {
    const PdfFingerprint file = read(path);
    const std::string identity = fact(file, "identity");
    const bool claims = !identity.empty();
    const bool certified = !certificate.empty();
    const bool agrees = certified && certifiedHash(certificate) == file.file.hex();
    const bool sound = certified ? agrees : claims;
    if (console.answersJson()) {
        console.answer(Object{{"verdict", !certified ? (claims ? "claims-release" : "no-release")
                                          : agrees   ? "as-certified"
                                                     : "altered"},
                              {"identity", identity},
                              {"release", fact(file, "release")},
                              {"pack", fact(file, "pack")},
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
    const std::string beside = fs::path(files.at(0)).replace_extension(".release.json").string();
    std::error_code fault;
    return examineOne(files.at(0), arguments.valueOr("certificate", fs::exists(beside, fault) ? beside : ""), console);
}

}  // namespace

Command verifyCommand() {
    return {.name = "verify",
            .operands = "FILE.pdf [OTHER.pdf]",
            .options = {{.name = "certificate", .value = "FILE.release.json"}},
            .run = verify};
}

}  // namespace engross
