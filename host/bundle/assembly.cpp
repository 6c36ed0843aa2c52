#include "bundle/assembly.h"

#include "bundle/read_back.h"
#include "bundle/statement_references.h"

#include <stdexcept>

namespace engross {

namespace {

constexpr int mostRounds = 8;

class FilePages : public PageSource {
public:
    FilePages(std::string path, std::size_t pages, bool ours, std::string digest)
        : path_(std::move(path)), pages_(pages), ours_(ours), digest_(std::move(digest)) {}

    std::size_t pageCount(const Numbering& /*numbering*/) override {
        return pages_;
    }
    std::string file(const Numbering& /*numbering*/, const std::string& /*folder*/) override {
        return path_;
    }
    [[nodiscard]] bool ours() const override {
        return ours_;
    }
    [[nodiscard]] std::string digest() const override {
        return digest_;
    }

private:
    std::string path_;
    std::size_t pages_;
    bool ours_;
    std::string digest_;
};

void tellOfRelease(LinkPlan& link, const BundlePlan& plan, std::size_t volume) {
    link.metadata.title = volumeTitle(plan, volume);
    link.metadata.author = plan.author;
    link.metadata.language = std::string(tagOf(plan.language));
    link.metadata.made = plan.made;
    link.metadata.identity = identityOf(plan);
    link.metadata.provenance = {{"release", std::to_string(plan.release)},
                                {"identity", link.metadata.identity.hex()},
                                {"pack", plan.pack.empty() ? link.metadata.identity.hex() : plan.pack},
                                {"profile", plan.profile},
                                {"numbering", std::to_string(plan.renumbered ? plan.renumbered->release : 1)}};
    if (!plan.volumes.empty()) {
        link.metadata.provenance.emplace_back(
            "volume", std::to_string(volume + 1) + " of " + std::to_string(plan.volumes.size() + 1));
    }
    if (!plan.closure.empty()) {
        link.metadata.provenance.emplace_back("closure", plan.closure);
    }
}

/// Pages that references of any volume lead to by their number: each volume names its own.
void nameAskedPages(LinkPlan& link, const Numbering& whole, const Numbering& here, const std::vector<VolumeFile>& files,
                    const PageSources& sources) {
    for (const auto& source : sources) {
        for (const AddedLink& added : source->additions().links) {
            const auto page = pageOfTarget(whole, added.target);
            if (!page || whole.targets().contains(added.target)) {
                continue;
            }
            if (const auto own = pageOfTarget(here, added.target)) {
                link.targets.emplace(added.target, *own);
            } else {
                link.elsewhere.emplace(added.target, files.at(whole.volumeOfPage(*page)).name);
            }
        }
    }
}

LinkPlan linkPlanOf(const BundlePlan& plan, const Numbering& numbering, std::size_t volume,
                    const std::vector<VolumeFile>& files, const PageSources& sources, const std::string& folder) {
    const Numbering here = numbering.volume(volume);
    LinkPlan link;
    link.labels = here.labels();
    link.targets = here.targets();
    for (const auto& [name, page] : numbering.targets()) {
        if (const std::size_t other = numbering.volumeOfPage(page); other != volume) {
            link.elsewhere.emplace(name, files.at(other).name);
        }
    }
    nameAskedPages(link, numbering, here, files, sources);
    link.bookmarks = bookmarksOf(plan, here);
    tellOfRelease(link, plan, volume);
    for (std::size_t i = 0; i < sources.size(); ++i) {
        const NumberedPart& part = numbering.parts().at(i);
        if (part.volume != volume) {
            continue;
        }
        link.sources.push_back({.path = sources[i]->file(numbering, folder),
                                .password = {},
                                .name = partName(plan, part),
                                .ours = sources[i]->ours(),
                                .expectedPages = part.pages,
                                .digest = sources[i]->digest(),
                                .additions = sources[i]->additions()});
    }
    return link;
}

PartCounts countsOf(const PageSources& sources, const Numbering& numbering) {
    PartCounts counts;
    for (const auto& source : sources) {
        counts.push_back(source->pageCount(numbering));
    }
    return counts;
}

}  // namespace

std::unique_ptr<PageSource> filePages(std::string path, std::size_t pages, bool ours, std::string digest) {
    return std::make_unique<FilePages>(std::move(path), pages, ours, std::move(digest));
}

Settled settle(const BundlePlan& plan, const PageSources& sources) {
    if (sources.size() != partCount(plan)) {
        throw std::logic_error("a plan of " + std::to_string(partCount(plan)) + " parts has " +
                               std::to_string(sources.size()) + " page sources");
    }
    PartCounts counts(sources.size(), 1);
    for (int round = 0; round < mostRounds; ++round) {
        Numbering numbering(plan, counts);
        PartCounts next = countsOf(sources, numbering);
        if (next == counts) {
            return {std::move(numbering), {}};
        }
        counts = std::move(next);
    }
    const Messages& messages = Messages::in(plan.language);
    Diagnostic fault;
    fault.code = "bundle-unsettled";
    fault.where.pointer = "/sections";
    fault.message = messages.text("bundle.plan.unsettled");
    fault.hints.push_back(messages.text("bundle.plan.unsettled.hint"));
    return {std::nullopt, {fault}};
}

std::string volumeTitle(const BundlePlan& plan, std::size_t volume) {
    return plan.volumes.empty() ? plan.title
                                : Messages::in(plan.language)
                                      .text("bundle.volume-title", {{"title", plan.title},
                                                                    {"volume", std::to_string(volume + 1)},
                                                                    {"of", std::to_string(plan.volumes.size() + 1)}});
}

LinkReport joinVolume(const BundlePlan& plan, const Numbering& numbering, std::size_t volume,
                      const std::vector<VolumeFile>& files, const PageSources& sources, Linker& linker,
                      const std::string& folder) {
    return linker.link(linkPlanOf(plan, numbering, volume, files, sources, folder), files.at(volume).path);
}

Assembled assemble(const BundlePlan& plan, const Numbering& numbering, const PageSources& sources, Linker& linker,
                   const std::string& folder, const std::string& output, const BundleProfile& profile) {
    Assembled assembled;
    assembled.report = joinVolume(plan, numbering, 0, {{output, {}}}, sources, linker, folder);
    assembled.verdict = readBack(output, plan, numbering, profile);
    return assembled;
}

}  // namespace engross
