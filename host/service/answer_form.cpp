#include "service/answer_form.h"

#include "model/utf8.h"
#include "service/dispatcher.h"
#include "service/multipart.h"
#include "vault/files.h"

#include <algorithm>
#include <cstdio>

namespace engross {
namespace {

constexpr std::size_t randomBytesInName = 18;
constexpr std::size_t longestField = 8000;
constexpr std::size_t mostFields = 20'000;
constexpr std::size_t mostFiles = 200;

}  // namespace

SentForm::SentForm(const Vault& vault) : vault_(vault) {}

// What the vault took is renamed; a file that cannot be removed is swept later.
SentForm::~SentForm() {
    for (const auto& [name, file] : files_) {
        (void)std::remove(file.path.c_str());
    }
}

std::optional<BodyFault> SentForm::receive(const Call& call, const BodyLimits& limits, const std::string& boundary) {
    const auto disk = posixFiles();
    std::unique_ptr<Files::Output> open;
    ArrivedFile* arriving = nullptr;
    std::string* text = nullptr;
    MultipartScanner scanner(
        boundary, {.begin =
                       [&](const PartHeader& header) {
                           open.reset();
                           arriving = nullptr;
                           text = nullptr;
                           if (header.fileName.empty()) {
                               const bool room = fields_.size() < mostFields && !fields_.contains(header.name);
                               text = room ? &fields_[header.name] : nullptr;
                           } else if (files_.size() < mostFiles && !files_.contains(header.name)) {
                               arriving = &files_[header.name];
                               *arriving = {.path = vault_.stagingFolder() + "/upload-" + makeSecret(randomBytesInName),
                                            .name = header.fileName,
                                            .mediaType = header.mediaType};
                               open = disk->create(arriving->path);
                           }
                       },
                   .data =
                       [&](std::string_view bytes) {
                           if (arriving != nullptr) {
                               open->write(bytes);
                               arriving->size += bytes.size();
                           } else if (text != nullptr) {
                               *text += bytes.substr(0, longestField - std::min(longestField, text->size()));
                           }
                       },
                   .end = [&] { open.reset(); }});
    const auto fault = readBody(call, limits, [&](std::string_view piece) { scanner.feed(piece); });
    complete_ = scanner.complete();
    return fault;
}

bool SentForm::complete() const noexcept {
    return complete_;
}

std::string SentForm::field(const std::string& name) const {
    const auto found = fields_.find(name);
    return found == fields_.end() ? std::string() : repaired(found->second);
}

std::optional<ArrivedFile> SentForm::file(const std::string& name) const {
    const auto found = files_.find(name);
    return found == files_.end() ? std::nullopt : std::optional(found->second);
}

std::string formToken(const Call& call, const std::string& request) {
    Sha256Hasher hasher;
    hasher.addField("engross form");
    hasher.addField(call.cookie(sessionCookie));
    hasher.addField(call.header("authorization"));
    hasher.addField(request);
    return hasher.finish().hex();
}

}  // namespace engross
