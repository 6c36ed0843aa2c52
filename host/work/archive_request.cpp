#include "work/archive_request.h"

#include "evidence/kind.h"
#include "words/messages.h"
#include "work/scratch.h"

#include <filesystem>
#include <system_error>
#include <utility>

namespace engross {
namespace {

constexpr std::uintmax_t mostAttached = std::uintmax_t{256} << 20U;

Language readerOf(const Order& order) {
    return languageFrom(order.request.language).value_or(Language::English);
}

Diagnostic unknownFlavour(const Order& order) {
    const Messages& messages = Messages::in(readerOf(order));
    Diagnostic diagnostic;
    diagnostic.code = "profile-unknown";
    diagnostic.where.pointer = "/profile";
    diagnostic.message = messages.text("work.unknown_profile", {{"profile", order.request.profile}});
    std::string names;
    for (const std::string& name : archiveFlavours()) {
        names += (names.empty() ? "" : ", ") + name;
    }
    diagnostic.hints.push_back(messages.text("work.known_profiles", {{"names", names}}));
    return diagnostic;
}

Diagnostic tooLarge(const Order& order) {
    Diagnostic diagnostic;
    diagnostic.code = "attachments-too-large";
    diagnostic.where.pointer = "/exhibits";
    diagnostic.message = Messages::in(readerOf(order)).text("work.attachments_too_large");
    diagnostic.hints.push_back(Messages::in(readerOf(order)).text("work.attachments_too_large.hint"));
    return diagnostic;
}

/// "AB-1 gas.pdf": the mark makes the name unique.
std::string nameOf(const std::string& mark, const ResolvedExhibit& exhibit) {
    std::string name = mark;
    for (char& character : name) {
        character = character == '/' || character == '\\' ? '-' : character;
    }
    return name + ' ' + exhibit.name;
}

}  // namespace

std::optional<ArchiveFlavour> archiveOf(const Order& order, std::vector<Diagnostic>& faults) {
    if (order.request.profile.empty()) {
        return ArchiveFlavour::A2a;
    }
    const auto flavour = archiveFlavour(order.request.profile);
    if (!flavour) {
        faults.push_back(unknownFlavour(order));
    }
    return flavour;
}

std::vector<PdfAttachment> attachmentsOf(const Order& order, std::vector<Diagnostic>& faults) {
    std::uintmax_t total = 0;
    for (const auto& [mark, exhibit] : order.shelf.byMark) {
        std::error_code ignored;
        const std::uintmax_t size = std::filesystem::file_size(exhibit.path, ignored);
        total += ignored ? 0 : size;
    }
    if (total > mostAttached) {
        faults.push_back(tooLarge(order));
        return {};
    }
    std::vector<PdfAttachment> attachments;
    for (const auto& [mark, exhibit] : order.shelf.byMark) {
        PdfAttachment attachment;
        attachment.name = nameOf(mark, exhibit);
        attachment.description = mark;
        attachment.relation = AttachmentRelation::Supplement;
        attachment.changed = order.now;
        attachment.bytes = readFile(exhibit.path);
        attachment.mediaType = mediaTypeOf(sniff(attachment.bytes));
        attachments.push_back(std::move(attachment));
    }
    return attachments;
}

}  // namespace engross
