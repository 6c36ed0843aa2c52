// What it costs to prove a bundle of 10,000 pages in 200 exhibits: numbering with cover, index and dividers as the
// product's own type composes and draws them, the read-back of its structure, the deep check of every page, and the
// fingerprint that its certificate keeps, each by itself. The ratios are of one run on one machine.
#include "bundle/plan_check.h"
#include "bundle/read_back.h"
#include "bundle/sample_bundle.h"
#include "model/json.h"
#include "pdf/fingerprint.h"
#include "work/bundle_parts.h"
#include "work/scratch.h"

#include <sys/resource.h>
#include <unistd.h>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <functional>
#include <memory>
#include <stdexcept>
#include <string>

namespace {

using namespace engross;

constexpr std::size_t exhibits = 200;
constexpr std::size_t pagesEach = 50;

double seconds(const std::function<void()>& work) {
    const auto start = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

double peakMegabytes() {
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return static_cast<double>(usage.ru_maxrss) / 1024;
}

BundlePlan largePlan() {
    using namespace std::chrono;
    BundlePlan plan = samplePlan();
    plan.sections.clear();
    for (std::size_t section = 0; section < 8; ++section) {
        PlannedSection made{"Section of the hearing, part " + std::to_string(section + 1), {}, {}};
        for (std::size_t item = 0; item < exhibits / 8; ++item) {
            PlannedItem planned;
            planned.title = "Letter from the council about the state of room " + std::to_string(item + 1) +
                            " in house " + std::to_string(section + 1);
            planned.date = Day{sys_days{2026y / January / 1d} + days{item}};
            planned.hash = Sha256::of(planned.title);
            made.items.push_back(std::move(planned));
        }
        plan.sections.push_back(std::move(made));
    }
    return plan;
}

/// The parts that Engross composes, by the family's own script, for a type that asks for nothing.
class FrontMatter {
public:
    explicit FrontMatter(const std::string& folder) {
        const std::string type = folder + "/any_bundle.lua";
        writeFile(type,
                  "return bundle {\n  id = \"any_bundle\", version = 1, title = \"Bundle of evidence\",\n"
                  "  law = \"Civil Procedure Rules, PD 32 paragraph 27\", in_force = { from = \"2019-04-06\" },\n"
                  "  profile = \"courts-2021\",\n}\n");
        const std::string root = ENGROSS_SOURCE_DIR;
        workshop_.typesetter = Typesetter::standard();
        workshop_.catalogue = Catalogue::loadWith({root + "/plugins", root + "/scripts", root + "/templates"},
                                                  workshop_.typesetter->fontFiles(), type);
        const char* body = R"({"type": "any_bundle", "case_ref": "EN/2026/0142", "fields": {}, "case": {
            "court": "County Court at Anytown", "court_ref": "A00AA001", "prepared_by": "C. Officer",
            "parties": [{"name": "A. Example", "capacity": "Claimant"}, {"name": "B. Sample", "capacity": "Defendant"}]},
            "sections": [{"title": "Evidence", "items": [{"title": "Letter of the council", "exhibit": "AB/1"}]}]})";
        request_ = readRequest(*readJson(body).value).request;
        checked_ = workshop_.catalogue->check(request_, now_).checked;
        if (checked_ == nullptr) {
            throw std::runtime_error("the request of the measurement has faults");
        }
        order_ = std::make_unique<Order>(Order{.request = request_,
                                               .workshop = workshop_,
                                               .type = *workshop_.catalogue->chosen(request_, now_),
                                               .checked = *checked_,
                                               .shelf = shelf_,
                                               .closure = *workshop_.catalogue->closure(request_, now_),
                                               .now = now_});
    }

    PageSources sources(const BundlePlan& plan, const std::string& document) {
        PageSources sources;
        std::size_t row = 0;
        for (const NumberedPart& part : partsOf(plan)) {
            if (part.kind == PartKind::Document) {
                sources.push_back(filePages(document, pagesEach, true));
                ++row;
            } else {
                sources.push_back(composedPages(*order_, plan, part, row, faults_));
                row += part.kind == PartKind::Divider ? 1U : 0U;
            }
        }
        return sources;
    }

private:
    Instant now_{std::chrono::sys_days(std::chrono::year(2026) / 11 / 23)};
    Workshop workshop_;
    Request request_;
    ExhibitShelf shelf_;
    decltype(CheckResult::checked) checked_;
    std::unique_ptr<Order> order_;
    std::vector<Diagnostic> faults_;
};

/// Settles the numbering and draws all that the bundle makes itself.
double composeAll(const BundlePlan& plan, const PageSources& sources, const std::string& folder) {
    return seconds([&] {
        const Settled settled = settle(plan, sources);
        for (const auto& source : sources) {
            if (!source->file(*settled.numbering, folder).ends_with(".pdf")) {
                throw std::runtime_error("a part has no file");
            }
        }
    });
}

}  // namespace

int main() {
    const std::string folder =
        std::filesystem::temp_directory_path() / ("engross-read-back-" + std::to_string(getpid()));
    std::filesystem::create_directory(folder);
    const BundlePlan plan = largePlan();
    const BundleProfile profile = sampleProfile();
    const auto document = sampleDocument("Letter about the state of a room", pagesEach);
    const Numbering none(samplePlan(), PartCounts(partCount(samplePlan()), 1));
    const std::string file = document->file(none, folder);
    const PageSources sources =
        sampleSources(plan, [&file](std::size_t, std::size_t) { return filePages(file, pagesEach, true); });
    const std::string output = folder + "/EN-2026-0142 bundle A.pdf";
    FrontMatter front(folder);
    const PageSources own = front.sources(plan, file);
    static_cast<void>(composeAll(plan, own, folder));
    const double numbering = std::min(composeAll(plan, own, folder), composeAll(plan, own, folder));
    const double planned = seconds([&] { static_cast<void>(checkPlan(plan, profile)); });
    const Settled settled = settle(plan, sources);
    (void)assemble(plan, *settled.numbering, sources, *makeLinker(Typesetter::standard()), folder, output, profile);
    Verdict verdict;
    const double before = peakMegabytes();
    const double structure = seconds([&] { verdict = readBack(output, plan, *settled.numbering, profile); });
    const double after = peakMegabytes();
    const double deep =
        seconds([&] { static_cast<void>(checkBundle(output, profile, Language::English, Depth::Pages)); });
    std::printf("| %zu pages, %zu exhibits | s | bar |\n|---|---:|---:|\n", verdict.pages, exhibits);
    const double print = seconds([&] { static_cast<void>(fingerprintOf(output, "bundle")); });
    const double copy = seconds([&] { writeFile(folder + "/copy.pdf", readFile(output)); });
    std::printf("| check of the plan | %.3f | – |\n", planned);
    std::printf("| numbering, cover, index and dividers, composed and drawn | %.3f | 0.1 |\n", numbering);
    std::printf("| read-back of the structure (%zu rules, %s) | %.2f | 3 |\n", verdict.rulesRun.size(),
                verdict.passed() ? "passed" : "refused", structure);
    std::printf("| deep check of every page (%.0f pages a second) | %.1f | – |\n",
                static_cast<double>(verdict.pages) / deep, deep);
    std::printf("| fingerprint for the certificate | %.2f | – |\n", print);
    std::printf("\nTo copying the file (%.3f s): structure %.0f times, fingerprint %.0f, every page %.0f.\n", copy,
                structure / copy, print / copy, deep / copy);
    std::printf("\nPeak memory %.0f MB before the read-back, %.0f MB after.\n", before, after);
    std::filesystem::remove_all(folder);
    return EXIT_SUCCESS;
}
