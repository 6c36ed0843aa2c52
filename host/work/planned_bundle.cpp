#include "work/planned_bundle.h"

#include "bundle/plan_check.h"
#include "model/day.h"
#include "model/json.h"
#include "model/made_request.h"
#include "words/format.h"
#include "words/messages.h"
#include "work/bundle_choices.h"

#include <algorithm>
#include <utility>

namespace engross {
namespace {

constexpr std::size_t mostSuggested = 40;  // exhibits looked at for what they say of themselves

void append(std::vector<Diagnostic>& to, const std::vector<Diagnostic>& from) {
    to.insert(to.end(), from.begin(), from.end());
}

class BundlePlanning {
public:
    BundlePlanning(const Order& order, Errands& errands, Language reader, Outcome& outcome, PlannedBundle& bundle)
        : order_(order), errands_(errands), reader_(reader), outcome_(outcome), bundle_(bundle) {}

    bool run() {
        bundle_.entries = entriesOf(order_, reader_);
        bundle_.plan.title = order_.type.title + ": " + order_.request.caseRecord.reference;
        bundle_.plan.language = reader_;
        bundle_.profile = profileOf(order_, reader_, outcome_.diagnostics);
        if (!bundle_.profile) {
            return false;
        }
        bundle_.plan.profile = bundle_.profile->name;
        const std::string& numbering =
            order_.request.numbering.empty() ? bundle_.profile->numbering : order_.request.numbering;
        bundle_.plan.numbering = pageNumberingFrom(numbering).value_or(PageNumbering::OneRun);
        bundle_.plan.letter = order_.request.letter;
        bundle_.plan.release = order_.workshop.release;
        bundle_.plan.closure = order_.closure.hex();
        bundle_.plan.made = order_.now;
        for (std::size_t index = 0; index < bundle_.entries.sections.size(); ++index) {
            bundle_.plan.sections.push_back(planSection(index));
        }
        bundle_.plan.inputs = Sha256::of(outcome_.identity.hex() + bundle_.profile->hash.hex());
        PlanVerdict judged = checkPlan(bundle_.plan, *bundle_.profile);
        suggest(judged.faults);
        append(outcome_.diagnostics, judged.faults);
        append(outcome_.diagnostics, unknownKinds(order_, *bundle_.profile, reader_));
        bundle_.verdict = std::move(judged.verdict);
        goOn();
        append(outcome_.diagnostics, keepNumbering(*bundle_.profile, nameOf(bundle_.plan.numbering), reader_));
        return !refuses(outcome_.diagnostics);
    }

private:
    /// Puts the plan behind what the earlier release of the pack printed, or numbers it afresh where a person ordered
    /// it.
    void goOn() {
        const BundleRelease* before = order_.workshop.before.get();
        append(outcome_.diagnostics, choiceFaults(order_.request, bundle_.plan, before, reader_));
        bundle_.later = before == nullptr         ? firstRelease(bundle_.plan)
                        : order_.request.renumber ? renumbered(bundle_.plan, *before, orderOf(*order_.request.renumber))
                                                  : continued(bundle_.plan, *before);
        bundle_.keepsNumbers = before != nullptr && !order_.request.renumber;
        bundle_.plan = bundle_.later.plan;
        append(outcome_.diagnostics, bundle_.later.faults);
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
        for (const auto& section : bundle_.entries.sections) {
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
        for (const BundleEntry& entry : bundle_.entries.sections.at(index)) {
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

    const Order& order_;
    Errands& errands_;
    Language reader_;
    Outcome& outcome_;
    PlannedBundle& bundle_;
};

}  // namespace

std::optional<PlannedBundle> planBundle(const Order& order, Errands& errands, Language reader, Outcome& outcome) {
    PlannedBundle bundle;
    return BundlePlanning(order, errands, reader, outcome, bundle).run() ? std::optional(std::move(bundle))
                                                                         : std::nullopt;
}

}  // namespace engross
