#include "work/exhibit_pages.h"

#include "pdf/digest.h"
#include "words/messages.h"
#include "work/profiles.h"

#include <filesystem>
#include <utility>

namespace engross {
namespace {

/// What preparing an exhibit depends on beside the exhibit: raise it when prepared files change.
constexpr std::string_view kPreparation = "3";

/// A digest depends on the file alone: it serves every bundle that the file is in.
Sha256 digestKeyOf(const BundleEntry& entry) {
    Sha256Hasher hasher;
    hasher.addField("digest");
    hasher.addField(std::to_string(digestVersion));
    hasher.addField(entry.exhibit->hash.hex());
    return hasher.finish();
}

BundlePages sheetFor(const BundleEntry& entry) {
    const ResolvedExhibit& exhibit = *entry.exhibit;
    return {.hash = exhibit.hash,
            .sheet = entry.asked->sheet,
            .facts = Object{{"name", exhibit.name},
                            {"size", static_cast<std::int64_t>(std::filesystem::file_size(exhibit.path))},
                            {"sha256", exhibit.hash.hex()}}};
}

}  // namespace

ExhibitPages::ExhibitPages(const Order& order, const Sha256& identity, Errands& errands, Language reader)
    : order_(order), identity_(identity), errands_(errands), reader_(reader), shelf_(order.workshop.prepared) {}

std::optional<BundlePages> ExhibitPages::pagesOf(const BundleEntry& entry, const std::string& scratch,
                                                 std::vector<Diagnostic>& refused, std::vector<Diagnostic>& told) {
    if (!entry.asked->sheet.empty()) {
        return sheetFor(entry);
    }
    const auto kept = prepared(entry, scratch, refused);
    if (!kept) {
        return std::nullopt;
    }
    tellLosses(entry, kept->looked, told);
    const bool isDigest = kept->looked.isDigest;
    return BundlePages{.path = isDigest ? entry.exhibit->path : kept->path,
                       .pages = kept->looked.pages,
                       .ours = kept->looked.mediaType != "application/pdf",
                       .hash = entry.exhibit->hash,
                       .digest = isDigest ? kept->path : ""};
}

std::optional<PreparedShelf::Kept> ExhibitPages::prepared(const BundleEntry& entry, const std::string& scratch,
                                                          std::vector<Diagnostic>& refused) {
    if (auto kept = shelf_.find(digestKeyOf(entry))) {
        return kept;
    }
    if (auto kept = shelf_.find(keyOf(entry))) {
        return kept;
    }
    Looked looked = errands_.prepare({.path = entry.exhibit->path,
                                      .name = entry.exhibit->name,
                                      .password = entry.asked->password,
                                      .title = entry.asked->title,
                                      .output = scratch,
                                      .metadata = metadataOf(order_.type, order_.closure, identity_, order_.now)},
                                     reader_);
    if (looked.refusal) {
        looked.refusal->where.pointer = entry.pointer;
        if (looked.refusal->code == "pdf-encrypted" && !entry.asked->password.empty()) {
            looked.refusal->message =
                Messages::in(reader_).text("work.password_wrong", {{"name", entry.exhibit->name}});
        }
        looked.refusal->hints.push_back(Messages::in(reader_).text("work.sheet"));
        looked.refusal->hints.push_back(Messages::in(reader_).text("work.leave_out"));
        refused.push_back(std::move(*looked.refusal));
        return std::nullopt;
    }
    const std::string path = shelf_.keep(looked.isDigest ? digestKeyOf(entry) : keyOf(entry), scratch, looked);
    return PreparedShelf::Kept{.looked = std::move(looked), .path = path};
}

Sha256 ExhibitPages::keyOf(const BundleEntry& entry) const {
    Sha256Hasher hasher;
    hasher.addField(kPreparation);
    hasher.addField(entry.exhibit->hash.hex());
    hasher.addField(entry.exhibit->name);
    hasher.addField(entry.asked->password);
    hasher.addField(entry.asked->title);
    hasher.addField(tagOf(reader_));
    hasher.addField(order_.closure.hex());
    return hasher.finish();
}

void ExhibitPages::tellLosses(const BundleEntry& entry, const Looked& looked, std::vector<Diagnostic>& told) const {
    for (const LinkLoss& loss : looked.losses) {
        Diagnostic diagnostic;
        diagnostic.code = "exhibit-changed";
        diagnostic.severity = Severity::Warning;
        diagnostic.where.pointer = entry.pointer;
        diagnostic.message = Messages::in(reader_).text(
            "work.exhibit_changed", {{"title", entry.asked->title}, {"what", describe(loss, reader_)}});
        told.push_back(std::move(diagnostic));
    }
}

}  // namespace engross
