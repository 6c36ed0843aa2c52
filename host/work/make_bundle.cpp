#include "bundle/plan_check.h"
#include "bundle/read_back.h"
#include "bundle/release.h"
#include "model/day.h"
#include "model/json.h"
#include "model/made_request.h"
#include "words/format.h"
#include "words/messages.h"
#include "work/bundle_choices.h"
#include "work/bundle_parts.h"
#include "work/bundle_profile.h"
#include "work/exhibit_pages.h"
#include "work/finished_files.h"
#include "work/kept_release.h"
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

constexpr std::size_t mostSuggested = 40;  // exhibits looked at for what they say of themselves
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
        entries_ = entriesOf(order_, reader_);
        if (planned() && gatherDocuments()) {
            assembleAll();
        }
    }

private:
    bool planned() {
        plan_.title = order_.type.title + ": " + order_.request.caseRecord.reference;
        plan_.language = reader_;
        profile_ = profileOf(order_, reader_, outcome_.diagnostics);
        if (!profile_) {
            return false;
        }
        plan_.profile = profile_->name;
        const std::string& numbering =
            order_.request.numbering.empty() ? profile_->numbering : order_.request.numbering;
        plan_.numbering = pageNumberingFrom(numbering).value_or(PageNumbering::OneRun);
        plan_.letter = order_.request.letter;
        plan_.release = order_.workshop.release;
        plan_.closure = order_.closure.hex();
        plan_.made = order_.now;
        for (std::size_t index = 0; index < entries_.sections.size(); ++index) {
            plan_.sections.push_back(planSection(index));
        }
        plan_.inputs = Sha256::of(outcome_.identity.hex() + profile_->hash.hex());
        PlanVerdict judged = checkPlan(plan_, *profile_);
        suggest(judged.faults);
        append(outcome_.diagnostics, judged.faults);
        append(outcome_.diagnostics, unknownKinds(order_, *profile_, reader_));
        planned_ = std::move(judged.verdict);
        goOn();
        append(outcome_.diagnostics, keepNumbering(*profile_, nameOf(plan_.numbering), reader_));
        return !refuses(outcome_.diagnostics);
    }

    /// Puts the plan behind what the earlier release of the pack printed, or numbers it afresh where a person ordered
    /// it.
    void goOn() {
        const BundleRelease* before = order_.workshop.before.get();
        append(outcome_.diagnostics, choiceFaults(order_.request, plan_, before, reader_));
        later_ = before == nullptr         ? firstRelease(plan_)
                 : order_.request.renumber ? renumbered(plan_, *before, orderOf(*order_.request.renumber))
                                           : continued(plan_, *before);
        keepsNumbers_ = before != nullptr && !order_.request.renumber;
        plan_ = later_.plan;
        append(outcome_.diagnostics, later_.faults);
    }

    /// What the exhibits themselves say, for rows of the index that do not say what they are.
    void suggest(std::vector<Diagnostic>& faults) {
        std::size_t looks = 0;
        for (Diagnostic& fault : faults) {
            const bool ofRow = fault.code.starts_with("bundle-title") || fault.code == "bundle-undated";
            const BundleEntry* entry = ofRow ? entryAt(fault.where.pointer) : nullptr;
            if (entry == nullptr || !entry->exhibit || looks++ >= mostSuggested) {
                continue;
            }
            const Looked looked = errands_.inspect(entry->exhibit->path, entry->exhibit->name, reader_);
            const Value* said = looked.refusal ? nullptr : looked.facts.find("suggested");
            if (said == nullptr) {
                continue;
            }
            const bool wantsDate = fault.code == "bundle-undated";
            const auto day = dayFrom(said->textOr("date", ""));
            const std::string title = said->textOr("title", "");
            if (!wantsDate && !title.empty()) {
                fault.hints.push_back(Messages::in(reader_).text("bundle.suggested.title", {{"title", title}}));
            }
            if (day) {
                fault.hints.push_back(
                    Messages::in(reader_).text("bundle.suggested.date", {{"day", longDate(*day, reader_)}}));
            }
        }
    }

    [[nodiscard]] const BundleEntry* entryAt(const std::string& pointer) const {
        for (const auto& section : entries_.sections) {
            for (const BundleEntry& entry : section) {
                if (entry.pointer == pointer) {
                    return &entry;
                }
            }
        }
        return nullptr;
    }

    PlannedSection planSection(std::size_t index) {
        PlannedSection section;
        section.title = order_.request.sections.at(index).title;
        section.where.pointer = pointerTo("/sections", index);
        for (const BundleEntry& entry : entries_.sections.at(index)) {
            PlannedItem item;
            item.title = entry.asked->title;
            item.date = dayFrom(entry.asked->date);
            item.mark = markOf(entry);
            item.hash = entry.exhibit ? entry.exhibit->hash : placeHash(entry);
            item.afterPage = entry.asked->afterPage;
            item.kind = entry.asked->kind;
            item.marks = entry.asked->marks;
            item.where.pointer = entry.pointer;
            section.items.push_back(std::move(item));
        }
        return section;
    }

    /// Where the item names an upload by its handle it has no mark.
    [[nodiscard]] std::string markOf(const BundleEntry& entry) const {
        const auto& marks = order_.request.exhibits;
        const bool isHandle =
            entry.exhibit && std::ranges::find(marks, entry.asked->exhibit, &ExhibitReference::mark) == marks.end();
        return isHandle ? std::string() : entry.asked->exhibit;
    }

    /// What decides a document that the bundle makes: its own type's closure, and what it is made from. It is the same
    /// in a later release whose other documents changed.
    [[nodiscard]] Sha256 placeHash(const BundleEntry& entry) const {
        Sha256Hasher hasher;
        if (!entry.asked->make) {
            hasher.addField(entry.pointer);
            return hasher.finish();
        }
        Request request = madeRequest(order_.request, *entry.asked->make);
        request.exhibits.clear();
        hasher.addField(order_.workshop.catalogue->closure(request, order_.now).value_or(Sha256{}).hex());
        hasher.addField(canonicalJson(toValue(request)));
        return hasher.finish();
    }

    bool gatherDocuments() {
        std::size_t count = 0;
        std::size_t done = 0;
        for (const auto& section : later_.asked) {
            count += section.size();
        }
        std::vector<Diagnostic> refused = entries_.missing;
        for (const auto& section : later_.asked) {
            for (const auto& place : section) {
                if (place) {
                    gather(entries_.sections.at(place->section).at(place->item), refused);
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
            plan_.laterRows = rows;
            settled = settle(plan_, sources);
            if (!settled.numbering || !keepsNumbers_) {
                return settled;
            }
            auto moved = movedNumber(later_, *settled.numbering, *order_.workshop.before);
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
        outcome_.identity = identityOf(plan_);
        if (settled.numbering->volumes() > 1) {
            addTo(outcome_.verdict, checkWhole(settled.numbering->pages(), *profile_, reader_));
        }
        addTo(outcome_.verdict, checkReferences(searched_, *profile_, reader_));
        append(outcome_.diagnostics, toldFindings(outcome_.verdict, plan_, *settled.numbering, reader_));
        addTo(outcome_.verdict, planned_);
        if (!outcome_.verdict.passed()) {
            if (refusesForExhibits(outcome_.verdict)) {
                outcome_.state = Outcome::State::NeedsAttention;
            }
            return;
        }
        keepRelease(order_, {plan_, *settled.numbering, *profile_, files_, finished_}, outcome_);
        outcome_.state = Outcome::State::Done;
        order_.workshop.progress(1);
    }

    /// Lays links over the references of documents that enter as their bytes.
    void linkStatements(const Numbering& numbering) {
        std::vector<SearchedPages> documents;
        std::size_t document = 0;
        for (const NumberedPart& part : numbering.parts()) {
            const auto& place = part.kind == PartKind::Document ? later_.asked.at(part.section).at(part.item)
                                                                : std::optional<PlanPlace>();
            if (!place) {
                continue;
            }
            BundlePages& pages = documents_.at(document++);
            const BundleItem* asked = entries_.sections.at(place->section).at(place->item).asked;
            if (!pages.path.empty() && !pages.ours && looksForReferences(*asked)) {
                documents.push_back({part, asked, &pages});
            }
        }
        if (!documents.empty()) {
            searched_ = linkReferences(order_, plan_, numbering, documents);
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
            const VolumeChoice choice = chooseVolumes(plan_, order_.request.volumes, sizes, fronts, keepsNumbers_,
                                                      order_.workshop.before.get(), reader_);
            if (!choice.faults.empty()) {
                return {std::nullopt, choice.faults};
            }
            plan_.volumes = choice.volumes;
            plan_.commonIndex = choice.commonIndex;
            later_.plan = plan_;
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
        VolumeSizes sizes(plan_.sections.size());
        std::size_t document = 0;
        for (std::size_t section = 0; section < plan_.sections.size(); ++section) {
            sizes[section] = {plan_.dividers ? 1U : 0U, drawnBytes};
            for (std::size_t item = 0; item < plan_.sections[section].items.size(); ++item) {
                if (!later_.asked.at(section).at(item)) {
                    sizes[section].pages += pagesBefore(*order_.workshop.before, *later_.was.at(section).at(item));
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
                joinVolume(plan_, numbering, volume, files_, sources, linker, order_.workshop.scratch);
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
        Verdict verdict = finished_.readBack(
            {files_.at(volume).path, plan_, numbering, volume, laidLinks(searched_, numbering), files_.at(volume).name},
            *profile_, profile_->deep ? Depth::Pages : Depth::Structure,
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
        for (std::size_t section = 0; section < plan_.sections.size(); ++section) {
            sectionRows.push_back(row++);
            for (std::size_t item = 0; item < plan_.sections[section].items.size(); ++item) {
                rows[{section, item}] = row++;
            }
        }
        PageSources sources;
        for (const NumberedPart& part : partsOf(plan_)) {
            if (part.kind == PartKind::Document) {
                sources.push_back(documentSource(part, rows.at({part.section, part.item}), faults));
            } else {
                const std::size_t at = part.kind == PartKind::Divider ? sectionRows.at(part.section) : 0;
                sources.push_back(composedPages(order_, plan_, part, at, faults));
            }
        }
        return sources;
    }

    std::unique_ptr<PageSource> documentSource(const NumberedPart& part, std::size_t row,
                                               std::vector<Diagnostic>& faults) {
        const PlanPlace place{part.section, part.item};
        if (!later_.asked.at(place.section).at(place.item)) {
            const PlanPlace was = *later_.was.at(place.section).at(place.item);
            return gonePages(order_, plan_, place, row, pagesBefore(*order_.workshop.before, was), faults);
        }
        const BundlePages& pages = documents_.at(nextDocument_++);
        if (pages.composition) {
            return draftPages(order_, plan_, plan_.sections.at(place.section).items.at(place.item).title, pages,
                              faults);
        }
        return pages.path.empty() ? standInPages(order_, plan_, row, pages, faults) : documentPages(pages);
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
    BundleEntries entries_;
    BundlePlan plan_;
    std::optional<BundleProfile> profile_;
    Verdict planned_;  // of the plan, before a page was drawn
    LaterRelease later_;
    bool keepsNumbers_ = false;           // of an earlier release
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
