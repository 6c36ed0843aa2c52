#include "work/finished_files.h"

#include "work/bundle_messages.h"
#include "work/errand_messages.h"
#include "work/limits.h"
#include "work/profiles.h"

#include <filesystem>
#include <system_error>
#include <utility>

namespace engross {
namespace {

// 10,000 pages of text take 1 s to read for their structure and 10 s for all that they say; 2 GB of scans 5 s and 60 s.
constexpr std::chrono::seconds leastPatience{20};
constexpr std::chrono::seconds leastDeepPatience{60};
constexpr std::uint64_t bytesEachSecond = std::uint64_t{10} << 20U;
constexpr std::uint64_t deepBytesEachSecond = std::uint64_t{1} << 20U;
constexpr std::uint64_t readingMemory = std::uint64_t{2} << 30U;  // besides the file, which is mapped

constexpr std::string_view checkAsBundle = "finished-check";
constexpr std::string_view checkAsDocument = "finished-document";
constexpr std::string_view readAgain = "finished-read-back";
constexpr std::string_view takePrint = "finished-fingerprint";
constexpr std::string_view makeCopy = "finished-copy";

std::uint64_t sizeOf(const std::string& path) {
    std::error_code ignored;
    const auto bytes = std::filesystem::file_size(path, ignored);
    return ignored ? 0 : bytes;
}

std::chrono::seconds patienceFor(const std::string& path, Depth depth) {
    const bool deep = depth == Depth::Pages;
    return (deep ? leastDeepPatience : leastPatience) +
           std::chrono::seconds{sizeOf(path) / (deep ? deepBytesEachSecond : bytesEachSecond)};
}

Depth depthIn(const Value& errand) {
    return truthAt(errand, "deep") ? Depth::Pages : Depth::Structure;
}

Value readAgainIn(const Value& errand, const ReadProgress& progress) {
    const BundlePlan plan = planFrom(memberAt(errand, "plan"));
    const Numbering numbering(plan, countsFrom(memberAt(errand, "counts")));
    return toValue(readBack(errand.textOr("path", ""), plan, numbering.volume(countAt(errand, "volume")),
                            profileFrom(memberAt(errand, "profile")), depthIn(errand), progress,
                            laidLinksFrom(memberAt(errand, "laid")), errand.textOr("goes_out_as", "")));
}

bool isOfTheFile(const WorkError& error) {
    return error.code() == "isolated-died" || error.code() == "isolated-late" || error.code() == "worker-memory" ||
           error.code() == "worker-answer";
}

}  // namespace

bool isAboutFinishedFile(const Value& errand) {
    return errand.textOr("errand", "").starts_with("finished-");
}

Value answerAboutFinishedFile(const Value& errand, const ReadProgress& progress) {
    const std::string what = errand.textOr("errand", "");
    const std::string path = errand.textOr("path", "");
    allowMemory(readingMemory + sizeOf(path));
    if (what == readAgain) {
        return readAgainIn(errand, progress);
    }
    if (what == checkAsBundle) {
        return toValue(checkBundle(path, profileFrom(memberAt(errand, "profile")),
                                   languageFrom(errand.textOr("reader", "en")).value_or(Language::English),
                                   depthIn(errand), progress));
    }
    if (what == checkAsDocument) {
        return toValue(checkFile(path, errand.textOr("profile", "")));
    }
    if (what == makeCopy) {
        writeFinishedCopy(path, errand.textOr("name", ""), errand.textOr("output", ""),
                          {.linearised = truthAt(errand, "linearised"), .password = errand.textOr("password", "")});
        return Object{};
    }
    return messageOf(fingerprintOf(path, errand.textOr("name", "")));
}

FinishedFiles::FinishedFiles(std::vector<std::string> program) : isolation_(std::move(program)) {}

Value FinishedFiles::ask(Object question, const std::string& path, const std::string& name, Depth depth,
                         const ReadProgress& progress) {
    const std::chrono::seconds patience = patienceFor(path, depth);
    question.set("path", std::filesystem::absolute(path).string());
    question.set("name", name);
    question.set("seconds", std::int64_t{patience.count()});
    try {
        return isolation_.run(Value(std::move(question)), name, patience, progress);
    } catch (const WorkError& error) {
        if (!isOfTheFile(error)) {
            throw;
        }
        throw WorkError("file-stopped", name,
                        "the program that read it was stopped: the file makes its reader fail, or wants more time or "
                        "memory than a file may have");
    }
}

Verdict FinishedFiles::check(const std::string& path, const BundleProfile& profile, Language language, Depth depth,
                             const ReadProgress& progress) {
    try {
        return verdictFrom(ask({{"errand", checkAsBundle},
                                {"profile", messageOf(profile)},
                                {"reader", tagOf(language)},
                                {"deep", depth == Depth::Pages}},
                               path, path, depth, progress));
    } catch (const WorkError& error) {
        if (error.code() != "file-stopped") {
            throw;
        }
        return checkStopped(profile, language);
    }
}

Verdict FinishedFiles::check(const std::string& path, const std::string& profile) {
    return verdictFrom(ask({{"errand", checkAsDocument}, {"profile", profile}}, path, path, Depth::Pages));
}

Verdict FinishedFiles::readBack(const Volume& volume, const BundleProfile& profile, Depth depth,
                                const ReadProgress& progress) {
    PartCounts counts;
    for (const NumberedPart& part : volume.numbering.parts()) {
        counts.push_back(part.pages);
    }
    try {
        return verdictFrom(ask({{"errand", readAgain},
                                {"plan", messageOf(volume.plan)},
                                {"counts", messageOf(counts)},
                                {"volume", static_cast<std::int64_t>(volume.volume)},
                                {"laid", messageOf(volume.laid)},
                                {"goes_out_as", volume.name},
                                {"profile", messageOf(profile)},
                                {"deep", depth == Depth::Pages}},
                               volume.path, volume.plan.title, depth, progress));
    } catch (const WorkError& error) {
        if (error.code() != "file-stopped") {
            throw;
        }
        return checkStopped(profile, volume.plan.language);
    }
}

PdfFingerprint FinishedFiles::fingerprint(const std::string& path, const std::string& name) {
    return fingerprintFrom(ask({{"errand", takePrint}}, path, name, Depth::Structure));
}

void FinishedFiles::copy(const std::string& path, const std::string& output, const FinishedCopyOptions& options) {
    (void)ask({{"errand", makeCopy},
               {"output", std::filesystem::absolute(output).string()},
               {"linearised", options.linearised},
               {"password", options.password}},
              path, path, Depth::Pages);
}

}  // namespace engross
