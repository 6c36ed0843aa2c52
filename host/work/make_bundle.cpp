#include "bundle/read_back.h"
#include "bundle/release.h"
#include "words/messages.h"
#include "work/bundle_choices.h"
#include "work/bundle_parts.h"
#include "work/exhibit_pages.h"
#include "work/finished_files.h"
#include "work/kept_release.h"
#include "work/planned_bundle.h"
#include "work/signed_references.h"
#include "work/told_findings.h"

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <iterator>
#include <map>
#include <memory>
#include <utility>

namespace engross {
namespace {

namespace fs = std::filesystem;

constexpr int mostCuts = 5;
constexpr std::uint64_t drawnBytes = 64U << 10U;  // more than any page that the bundle draws takes up
constexpr std::uint64_t bytesOfNumber = 512;      // and the number on a page

constexpr double kPrepared = 0.6;
constexpr double kComposed = 0.7;
constexpr double kLinked = 0.95;

void append(std::vector<Diagnostic>& to, const std::vector<Diagnostic>& from) {
    to.insert(to.end(), from.begin(), from.end());
}

/// The linker of the bundle, in the child that reads foreign files.
class ErrandLinker : public Linker {
public:
    ErrandLinker(Errands& errands, const std::function<void(double)>& progress)
        : errands_(errands), progress_(progress) {}
    LinkReport link(const LinkPlan& plan, const std::string& output) override {
        return errands_.link(plan, output, plan.labels.size(), progress_);
    }

private:
    Errands& errands_;
    const std::function<void(double)>& progress_;
};

class BundleMaker {
public:
    BundleMaker(const Order& order, Outcome& outcome)
        : order_(order),
          outcome_(outcome),
          reader_(languageFrom(order.request.language).value_or(Language::English)),
          errands_(order.workshop.errandProgram),
          finished_(order.workshop.errandProgram),
          exhibits_(order, outcome.identity, errands_, reader_) {}

    void make() {
        auto planned = planBundle(order_, errands_, reader_, outcome_);
        if (!planned) {
            return;
        }
        bundle_ = *std::move(planned);
        if (gatherDocuments()) {
            assembleAll();
        }
    }

private:
    bool gatherDocuments() {
        std::size_t count = 0;
        std::size_t done = 0;
        for (const auto& section : bundle_.later.asked) {
            count += section.size();
        }
        std::vector<Diagnostic> refused = bundle_.entries.missing;
        for (const auto& section : bundle_.later.asked) {
            for (const auto& place : section) {
                if (place) {
                    gather(bundle_.entries.sections.at(place->section).at(place->item), refused);
                }
                order_.workshop.progress(kPrepared * static_cast<double>(++done) / static_cast<double>(count));
            }
        }
        append(outcome_.diagnostics, refused);
        if (!refused.empty()) {
            outcome_.state = Outcome::State::NeedsAttention;
        }
        return !refuses(outcome_.diagnostics);
    }

    void gather(const BundleEntry& entry, std::vector<Diagnostic>& refused) {
        std::optional<BundlePages> pages;
        if (entry.exhibit) {
            pages = exhibits_.pagesOf(entry, scratchFile(), refused, outcome_.diagnostics);
        } else if (!entry.asked->make) {
            pages = BundlePages{.sheet = Messages::in(reader_).text("work.stand_in"), .facts = Object{}};
        } else {
            pages = makeItem(order_, entry, outcome_.diagnostics);
        }
        if (pages) {
            documents_.push_back(std::move(*pages));
        }
    }

    /// Numbers the bundle. The index of a later release keeps its pages: rows that have no room there are left to the
    /// divider of the section that was added.
    Settled numbered(const PageSources& sources, std::vector<Diagnostic>& faults) {
        Settled settled;
        for (const LaterRows rows : {LaterRows::All, LaterRows::Sections, LaterRows::None}) {
            faults.clear();
            bundle_.plan.laterRows = rows;
            settled = settle(bundle_.plan, sources);
            if (!settled.numbering || !bundle_.keepsNumbers) {
                return settled;
            }
            auto moved = movedNumber(bundle_.later, *settled.numbering, *order_.workshop.before);
            if (!moved) {
                return settled;
            }
            settled = {std::nullopt, {std::move(*moved)}};
        }
        return settled;
    }

    void assembleAll() {
        std::vector<Diagnostic> faults;
        PageSources sources;
        Settled settled = inVolumes(sources, faults);
        append(outcome_.diagnostics, faults);
        append(outcome_.diagnostics, settled.faults);
        if (!settled.numbering || refuses(outcome_.diagnostics)) {
            return;
        }
        order_.workshop.progress(kComposed);
        linkStatements(*settled.numbering);
        const std::size_t told = faults.size();
        const bool whole = written(*settled.numbering, sources);
        outcome_.diagnostics.insert(outcome_.diagnostics.end(), faults.begin() + static_cast<std::ptrdiff_t>(told),
                                    faults.end());
        if (!whole || refuses(outcome_.diagnostics)) {
            return;
        }
        order_.workshop.progress(kLinked);
        outcome_.identity = identityOf(bundle_.plan);
        if (settled.numbering->volumes() > 1) {
            addTo(outcome_.verdict, checkWhole(settled.numbering->pages(), *bundle_.profile, reader_));
        }
        addTo(outcome_.verdict, checkReferences(searched_, *bundle_.profile, reader_));
        append(outcome_.diagnostics, toldFindings(outcome_.verdict, bundle_.plan, *settled.numbering, reader_));
        addTo(outcome_.verdict, bundle_.verdict);
        if (!outcome_.verdict.passed()) {
            if (refusesForExhibits(outcome_.verdict)) {
                outcome_.state = Outcome::State::NeedsAttention;
            }
            return;
        }
        keepRelease(order_, {bundle_.plan, *settled.numbering, *bundle_.profile, files_, finished_}, outcome_);
        outcome_.state = Outcome::State::Done;
        order_.workshop.progress(1);
    }

    /// Lays links over the references of documents that enter as their bytes.
    void linkStatements(const Numbering& numbering) {
        std::vector<SearchedPages> documents;
        std::size_t document = 0;
        for (const NumberedPart& part : numbering.parts()) {
            const auto& place = part.kind == PartKind::Document ? bundle_.later.asked.at(part.section).at(part.item)
                                                                : std::optional<PlanPlace>();
            if (!place) {
                continue;
            }
            BundlePages& pages = documents_.at(document++);
            const BundleItem* asked = bundle_.entries.sections.at(place->section).at(place->item).asked;
            if (!pages.path.empty() && !pages.ours && looksForReferences(*asked)) {
                documents.push_back({part, asked, &pages});
            }
        }
        if (!documents.empty()) {
            searched_ = linkReferences(order_, bundle_.plan, numbering, documents);
            outcome_.references = referencesValue(searched_, numbering);
        }
    }

    /// Cuts the bundle into volumes where that is asked for, and numbers it. What stands before the sections of a
    /// volume is known only then: the cut is made again with it until it holds.
    Settled inVolumes(PageSources& sources, std::vector<Diagnostic>& faults) {
        VolumeFronts fronts;
        Settled settled;
        for (int round = 0; round < mostCuts; ++round) {
            const VolumeSizes sizes = sizesOf();
            const VolumeChoice choice = chooseVolumes(bundle_.plan, order_.request.volumes, sizes, fronts,
                                                      bundle_.keepsNumbers, order_.workshop.before.get(), reader_);
            if (!choice.faults.empty()) {
                return {std::nullopt, choice.faults};
            }
            bundle_.plan.volumes = choice.volumes;
            bundle_.plan.commonIndex = choice.commonIndex;
            bundle_.later.plan = bundle_.plan;
            nextDocument_ = 0;
            sources = sourcesOf(faults);
            settled = numbered(sources, faults);
            if (!settled.numbering || !order_.request.volumes || fronts.hold(*settled.numbering)) {
                return settled;
            }
        }
        return {std::nullopt, {volumesUnsettled(reader_)}};
    }

    /// Of each section of the plan: the pages and bytes of its documents.
    VolumeSizes sizesOf() {
        VolumeSizes sizes(bundle_.plan.sections.size());
        std::size_t document = 0;
        for (std::size_t section = 0; section < bundle_.plan.sections.size(); ++section) {
            sizes[section] = {bundle_.plan.dividers ? 1U : 0U, drawnBytes};
            for (std::size_t item = 0; item < bundle_.plan.sections[section].items.size(); ++item) {
                if (!bundle_.later.asked.at(section).at(item)) {
                    sizes[section].pages +=
                        pagesBefore(*order_.workshop.before, *bundle_.later.was.at(section).at(item));
                    sizes[section].bytes += drawnBytes;
                    continue;
                }
                const BundlePages& pages = documents_.at(document++);
                sizes[section].pages += std::max<std::size_t>(pages.pages, 1);
                sizes[section].bytes += pages.path.empty() ? drawnBytes : fs::file_size(pages.path);
                sizes[section].bytes += pages.pages * bytesOfNumber;
            }
        }
        return sizes;
    }

    /// Joins every volume and reads it back. Nothing where an exhibit stopped it.
    bool written(const Numbering& numbering, const PageSources& sources) {
        ErrandLinker linker{errands_, order_.workshop.progress};
        for (std::size_t volume = 0; volume < numbering.volumes(); ++volume) {
            files_.push_back({scratchFile(), volumeName(numbering, volume)});
        }
        try {
            for (std::size_t volume = 0; volume < numbering.volumes(); ++volume) {
                joinVolume(bundle_.plan, numbering, volume, files_, sources, linker, order_.workshop.scratch);
                add(readAgain(numbering, volume), numbering, volume);
                if (auto fault = volumeTooLarge(order_.request.volumes, files_.at(volume),
                                                fs::file_size(files_.at(volume).path), reader_)) {
                    outcome_.diagnostics.push_back(std::move(*fault));
                }
            }
        } catch (const PdfError& error) {
            auto fault = refusal(error, Place{}, reader_);
            if (!fault) {
                throw;
            }
            outcome_.diagnostics.push_back(std::move(*fault));
            outcome_.state = Outcome::State::NeedsAttention;
            return false;
        }
        return true;
    }

    /// A volume as it was written, read by a process of its own.
    Verdict readAgain(const Numbering& numbering, std::size_t volume) {
        const auto begin = std::chrono::steady_clock::now();
        const double share = (1 - kLinked) / static_cast<double>(numbering.volumes());
        Verdict verdict = finished_.readBack({files_.at(volume).path, bundle_.plan, numbering, volume,
                                              laidLinks(searched_, numbering), files_.at(volume).name},
                                             *bundle_.profile, bundle_.profile->deep ? Depth::Pages : Depth::Structure,
                                             [&](double done) { order_.workshop.progress(kLinked + share * done); });
        order_.workshop.readAgain(std::chrono::steady_clock::now() - begin);
        return verdict;
    }

    /// Of all volumes one verdict, whose pages are counted through the bundle.
    void add(Verdict verdict, const Numbering& numbering, std::size_t volume) {
        std::size_t before = 0;
        for (std::size_t earlier = 0; earlier < volume; ++earlier) {
            before += numbering.volume(earlier).pages();
        }
        if (volume == 0) {
            outcome_.verdict = std::move(verdict);
            return;
        }
        outcome_.verdict.pages += verdict.pages;
        for (Finding& finding : verdict.findings) {
            for (std::size_t& page : finding.pages) {
                page += before;
            }
            outcome_.verdict.findings.push_back(std::move(finding));
        }
    }

    [[nodiscard]] std::string volumeName(const Numbering& numbering, std::size_t volume) const {
        const std::string stem = releaseStem(order_);
        return numbering.volumes() == 1 ? stem + ".pdf" : stem + "-volume-" + std::to_string(volume + 1) + ".pdf";
    }

    PageSources sourcesOf(std::vector<Diagnostic>& faults) {
        std::map<std::pair<std::size_t, std::size_t>, std::size_t> rows;  // of sections (item npos) and documents
        std::vector<std::size_t> sectionRows;
        std::size_t row = 0;
        for (std::size_t section = 0; section < bundle_.plan.sections.size(); ++section) {
            sectionRows.push_back(row++);
            for (std::size_t item = 0; item < bundle_.plan.sections[section].items.size(); ++item) {
                rows[{section, item}] = row++;
            }
        }
        PageSources sources;
        for (const NumberedPart& part : partsOf(bundle_.plan)) {
            if (part.kind == PartKind::Document) {
                sources.push_back(documentSource(part, rows.at({part.section, part.item}), faults));
            } else {
                const std::size_t at = part.kind == PartKind::Divider ? sectionRows.at(part.section) : 0;
                sources.push_back(composedPages(order_, bundle_.plan, part, at, faults));
            }
        }
        return sources;
    }

    std::unique_ptr<PageSource> documentSource(const NumberedPart& part, std::size_t row,
                                               std::vector<Diagnostic>& faults) {
        const PlanPlace place{part.section, part.item};
        if (!bundle_.later.asked.at(place.section).at(place.item)) {
            const PlanPlace was = *bundle_.later.was.at(place.section).at(place.item);
            return gonePages(order_, bundle_.plan, place, row, pagesBefore(*order_.workshop.before, was), faults);
        }
        const BundlePages& pages = documents_.at(nextDocument_++);
        if (pages.composition) {
            return draftPages(order_, bundle_.plan, bundle_.plan.sections.at(place.section).items.at(place.item).title,
                              pages, faults);
        }
        return pages.path.empty() ? standInPages(order_, bundle_.plan, row, pages, faults) : documentPages(pages);
    }

    [[nodiscard]] std::string scratchFile() {
        return (fs::path(order_.workshop.scratch) / ("part-" + std::to_string(++scratchFiles_) + ".pdf")).string();
    }

    const Order& order_;
    Outcome& outcome_;
    Language reader_;
    Errands errands_;
    FinishedFiles finished_;
    ExhibitPages exhibits_;
    PlannedBundle bundle_;
    std::vector<BundlePages> documents_;  // of the places that were asked for, in the order of the plan
    std::vector<SearchedDocument> searched_;
    std::size_t nextDocument_ = 0;
    std::vector<VolumeFile> files_;
    std::size_t scratchFiles_ = 0;
};

}  // namespace

void makeBundle(const Order& order, Outcome& outcome) {
    BundleMaker{order, outcome}.make();
}

}  // namespace engross
