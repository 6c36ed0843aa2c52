#include "bundle/read_back.h"

#include "bundle/file_rules.h"
#include "bundle/page_rules.h"
#include "bundle/plan_rules.h"
#include "bundle/structure_rules.h"
#include "bundle/text_rules.h"
#include "pdf/file_strings.h"
#include "pdf/fingerprint.h"
#include "pdf/repeated_streams.h"

#include <algorithm>

namespace engross {

namespace {

constexpr std::size_t pagesAtOnce = 200;
constexpr double wordsShare = 0.7;  // of the time that the pages take
constexpr double drawingsShare = 0.9;

/// The words of every page; nothing where the program that finds them gave up.
/// Where the stamped numbers stand, found among the words of their pages.
void placeStamps(const std::vector<std::vector<PlacedWord>>& words, PrintedNumbers& numbers) {
    for (std::size_t i = 0; i < numbers.texts.size() && i < words.size(); ++i) {
        const std::string& text = numbers.texts[i];
        const std::string last = text.substr(text.rfind(' ') + 1);
        std::optional<SheetArea> area;
        for (const PlacedWord& word : words[i]) {
            if (!text.empty() && word.text == last &&
                (!area || word.box.bottom + word.box.right >= area->bottom + area->right)) {
                area = word.box;
            }
        }
        numbers.areas.push_back(area);
    }
}

bool look(const std::string& path, const BundleProfile& profile, BundleFile& file, const ReadProgress& progress) {
    const std::size_t pages = file.reading.pages.size();
    file.words = wordsOfFile(path, pages, PageExtent::Visible, [&](std::size_t done) {
        progress(wordsShare * static_cast<double>(done) / static_cast<double>(pages));
    });
    if (file.words.size() != pages) {
        return false;
    }
    file.drawings = drawingsOf(path, "bundle");
    progress(drawingsShare);
    file.contents = fingerprintOf(path, "bundle").contents;
    file.repeatedBytes = repeatedBytes(path, "bundle");
    if (!profile.protectedTerms.empty()) {
        file.strings = stringsIn(path, "bundle");
        file.otherWords = wordsBehindOthers(path, "bundle");
        file.croppedWords = wordsOfFile(path, pages, PageExtent::Whole);
        if (file.croppedWords.size() != pages) {
            return false;
        }
    }
    file.looked = true;
    if (file.numbers.known) {
        placeStamps(file.words, file.numbers);
    } else {
        file.numbers = foundNumbers(file.reading, file.words);
    }
    return true;
}

/// References that the search of signed documents found no page for.
void noteTold(const std::vector<LaidLink>& laid, BundleFile& file) {
    for (const LaidLink& reference : laid) {
        for (std::size_t i = 0; reference.goal.empty() && i < file.reading.pages.size(); ++i) {
            if (file.reading.pages[i].label == reference.page) {
                file.told[i].push_back(reference.words);
            }
        }
    }
}

struct Look {
    Depth depth = Depth::Structure;
    const ReadProgress& progress;
    bool ofVolumes = false;
    std::string name{};  // where it is not the path's
    std::vector<LaidLink> laid{};
};
/// Reads the file and runs the rules; a file that cannot be read fails the first rule and no other is run.
template <typename Rules>
Verdict verdictOf(const std::string& path, const BundleProfile& profile, Language language, const Look& how,
                  Rules rules) {
    Verdict verdict;
    verdict.profile = profile.name;
    Findings findings(verdict, profile, language);
    findings.begin("1-readable");
    try {
        const PdfReading reading = readFinished(path, "bundle");
        verdict.pages = reading.pages.size();
        if (reading.repairs > 0) {
            findings.breach("damaged", {});
        }
        BundleFile file{reading, how.name.empty() ? path.substr(path.rfind('/') + 1) : how.name,
                        stampedNumbers(reading)};
        file.ofVolumes = how.ofVolumes;
        noteTold(how.laid, file);
        if (how.depth == Depth::Pages && !look(path, profile, file, how.progress)) {
            findings.breach("pages-unreadable", {});
        }
        checkFile(file, findings);
        if (file.looked) {
            checkPages(file, findings);
            checkTexts(file, findings);
        }
        rules(file, findings);
    } catch (const PdfError& error) {
        if (error.code() == "pdf-tool") {
            throw;
        }
        const bool locked = error.code() == "pdf-encrypted";
        findings.begin(locked ? "2-open" : "1-readable");
        findings.breach(locked ? "locked" : "unreadable", {});
    }
    findings.waive(!how.ofVolumes);
    return verdict;
}

}  // namespace

Verdict readBack(const std::string& path, const BundlePlan& plan, const Numbering& numbering,
                 const BundleProfile& profile, Depth depth, const ReadProgress& progress,
                 const std::vector<LaidLink>& laid, const std::string& name) {
    return verdictOf(path, profile, plan.language, {depth, progress, !plan.volumes.empty(), name, laid},
                     [&](const BundleFile& file, Findings& findings) {
                         checkAgainstPlan(file.reading, plan, numbering, findings);
                         checkLaidLinks(file.reading, laid, findings);
                         if (!name.empty()) {
                             checkFileName(file, findings);
                         }
                         checkStructure(readStructure(path, "bundle"), plan, numbering, findings);
                     });
}

Verdict checkWhole(std::size_t pages, const BundleProfile& profile, Language language) {
    Verdict verdict;
    verdict.profile = profile.name;
    Findings findings(verdict, profile, language);
    checkPageCaps(pages, findings);
    findings.waive();
    return verdict;
}

Verdict checkBundle(const std::string& path, const BundleProfile& profile, Language language, Depth depth,
                    const ReadProgress& progress) {
    return verdictOf(path, profile, language, {depth, progress},
                     [](const BundleFile& file, Findings& findings) { checkForeign(file, findings); });
}

Verdict checkStopped(const BundleProfile& profile, Language language) {
    Verdict verdict;
    verdict.profile = profile.name;
    Findings findings(verdict, profile, language);
    findings.begin("1-readable");
    findings.breach("reader-stopped", {});
    return verdict;
}

}  // namespace engross
