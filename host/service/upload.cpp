#include "service/upload.h"

#include "model/utf8.h"
#include "vault/files.h"

#include <cstdio>

namespace engross {
namespace {

constexpr std::size_t randomBytesInName = 18;
constexpr std::size_t longestField = 1000;

}  // namespace

ReceivedFile::ReceivedFile(const Vault& vault)
    : path_(vault.stagingFolder() + "/upload-" + makeSecret(randomBytesInName)) {}

// The vault renamed it, or nobody needs it; a file that cannot be removed is swept later.
ReceivedFile::~ReceivedFile() {
    (void)std::remove(path_.c_str());
}

const std::string& ReceivedFile::path() const noexcept {
    return path_;
}

std::optional<BodyFault> ReceivedFile::receive(const Call& call, const BodyLimits& limits,
                                               const std::string& boundary) {
    const auto disk = posixFiles();
    const auto file = disk->create(path_);
    PartHeader part;
    MultipartScanner scanner(boundary,
                             {.begin =
                                  [&](const PartHeader& header) {
                                      part = header;
                                      if (part.name == "file" && ++files == 1) {
                                          fileName = part.fileName;
                                          mediaType = part.mediaType;
                                      }
                                  },
                              .data =
                                  [&](std::string_view bytes) {
                                      if (part.name == "file" && files == 1) {
                                          file->write(bytes);
                                          size += bytes.size();
                                      } else if (part.name == "case_ref" && caseReference.size() < longestField) {
                                          caseReference += bytes.substr(0, longestField);
                                      }
                                  },
                              .end = [] {}});
    const auto fault = readBody(call, limits, [&](std::string_view piece) { scanner.feed(piece); });
    complete = scanner.complete();
    caseReference = repaired(caseReference);
    return fault;
}

}  // namespace engross
