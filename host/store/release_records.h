#pragma once
#include "model/identifier.h"
#include "model/sha256.h"
#include "store/database.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace engross {

/// That a release of a bundle went to somebody. Days are ISO texts.
struct ReleaseGiven {
    std::string id{};
    std::string team{};
    std::string caseReference{};
    Sha256 pack{};      // the identity of the pack's first release
    int number = 0;     // of the release
    Sha256 identity{};  // of the release
    std::string to{};
    std::string method{};  // "email", "post", "hand", "portal", "dx"
    std::string onDay{};
    std::string byWhom{};
    int volume = 0;  // the one volume that went, from 1; 0 for all of it
    std::string note{};
    Instant recordedAt{};
    std::string recordedBy{};  // token or "command"
    bool operator==(const ReleaseGiven&) const = default;
};

/// A release that the store knows, told by its identity.
struct KnownRelease {
    Sha256 pack{};
    int number = 0;
    Sha256 identity{};
    std::string caseReference{};
    std::string name{};
    Instant madeAt{};
    bool operator==(const KnownRelease&) const = default;
};

/// A file of a release that has several volumes.
struct ReleaseFile {
    std::string packId{};
    int number = 0;
    int volume = 0;  // from 1
    Sha256 artefact{};
    std::string name{};
    std::size_t pages = 0;
    bool operator==(const ReleaseFile&) const = default;
};

/// Releases and who has them, read and written within the transaction it was made with.
class ReleaseRecords {
public:
    explicit ReleaseRecords(Transaction& transaction);

    void add(const ReleaseGiven& given);
    /// By release, then by day.
    [[nodiscard]] std::vector<ReleaseGiven> givenOf(const std::string& team, const Sha256& pack) const;
    /// Of every release whose identity begins so (hexadecimal, eight digits or more; fewer find nothing).
    [[nodiscard]] std::vector<ReleaseGiven> givenWith(const std::string& team, std::string_view identity) const;

    /// The releases of the store whose identity begins so.
    [[nodiscard]] std::vector<KnownRelease> releasesWith(const std::string& team, std::string_view identity) const;
    [[nodiscard]] std::optional<KnownRelease> release(const std::string& team, const std::string& packId,
                                                      int number) const;

    void add(const ReleaseFile& file);
    /// None for a release that is one file.
    [[nodiscard]] std::vector<ReleaseFile> files(const std::string& packId, int number) const;

private:
    Transaction& transaction_;
};

}  // namespace engross
