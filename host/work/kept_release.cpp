#include "work/kept_release.h"

#include "bundle/comparison.h"
#include "bundle/release.h"
#include "model/json.h"
#include "work/version.h"
#include "work/work_error.h"

#include <filesystem>
#include <memory>
#include <utility>

namespace engross {
namespace {

namespace fs = std::filesystem;

/// One volume, put into the vault, as the certificate tells of it.
Object keepVolume(const Order& order, const VolumeFile& file, const Numbering& here, FinishedFiles& reader,
                  Outcome& outcome) {
    const std::uint64_t bytes = fs::file_size(file.path);
    const PdfFingerprint shown = reader.fingerprint(file.path, file.name);
    List pages;
    for (const Sha256& page : shown.pages) {
        pages.emplace_back(shownHash(page));
    }
    const Sha256 hash = order.workshop.vault->adopt(file.path);
    outcome.artefacts.push_back({.hash = hash, .name = file.name, .pages = here.pages()});
    return Object{{"name", file.name},
                  {"sha256", hash.hex()},
                  {"pages", static_cast<std::int64_t>(here.pages())},
                  {"first_page", here.label(1)},
                  {"last_page", here.label(here.pages())},
                  {"bytes", static_cast<std::int64_t>(bytes)},
                  {"navigation", shownHash(shown.navigation)},
                  {"shown", std::move(pages)}};
}

}  // namespace

std::string releaseStem(const Order& order) {
    return order.workshop.fileStem.empty() ? fs::path(artefactName(order)).stem().string() : order.workshop.fileStem;
}

void keepRelease(const Order& order, const FinishedRelease& release, Outcome& outcome) {
    List volumes;
    for (std::size_t volume = 0; volume < release.files.size(); ++volume) {
        volumes.emplace_back(
            keepVolume(order, release.files.at(volume), release.numbering.volume(volume), release.reader, outcome));
    }
    PartCounts counts;
    for (const NumberedPart& part : release.numbering.parts()) {
        counts.push_back(part.pages);
    }
    const Artefact& first = outcome.artefacts.front();
    Value certificate =
        toValue(BundleRelease{release.plan, std::move(counts), outcome.identity, order.request.caseRecord.reference});
    certificate.object()->set("file", Object{{"name", first.name}, {"sha256", first.hash.hex()}});
    certificate.object()->set("files", std::move(volumes));
    certificate.object()->set("made_at", isoTime(order.now));
    certificate.object()->set("engine", engineVersion());
    certificate.object()->set("checked_by", toValue(release.profile));
    certificate.object()->set("read", release.profile.deep ? "every page" : "structure");
    certificate.object()->set("verdict", toValue(outcome.verdict));
    if (!outcome.references.isNull()) {
        certificate.object()->set("references", outcome.references);
    }
    const std::string text = writeJson(certificate, JsonStyle::Indented) + "\n";
    outcome.artefacts.push_back({.hash = order.workshop.vault->put(text),
                                 .name = releaseStem(order) + ".release.json",
                                 .mediaType = "application/json"});
}

std::shared_ptr<const BundleRelease> certifiedRelease(std::string_view certificate, const std::string& subject) {
    const JsonResult read = readJson(certificate, {.bytes = std::size_t{64} << 20U, .depth = 16, .members = 64});
    auto release = read.value ? bundleReleaseFrom(*read.value) : std::nullopt;
    if (!release) {
        throw WorkError("certificate", subject,
                        "it is not the certificate of a release; give the file that was "
                        "written beside the bundle, unchanged");
    }
    return std::make_shared<const BundleRelease>(std::move(*release));
}

int releaseAfter(const BundleRelease& release) {
    return release.plan.release + 1;
}

}  // namespace engross
