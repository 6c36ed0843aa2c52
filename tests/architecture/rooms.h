#pragma once
#include "architecture/breach.h"

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace engross::architecture {

/// A third-party library: the rooms that may use it and the headers that are its.
struct Library {
    std::string name;
    std::vector<std::string> rooms;
    std::vector<std::string> headers;  // "hpdf.h", "qpdf/*", "hb-*.h"
};

/// The table of host/rooms.txt.
struct House {
    std::vector<std::string> order;                         // as the rooms stand in the file
    std::map<std::string, std::vector<std::string>> rooms;  // a room, and "room" or "room/file.h" that it may include
    std::vector<Library> libraries;                         // the first whose headers match owns a header

    /// Throws std::runtime_error where the file cannot be read or has a line of another form.
    [[nodiscard]] static House read(const std::filesystem::path& file);
    [[nodiscard]] bool allows(const std::string& room, const std::string& header) const;
    /// nullptr for a header of the language or the system; throws std::out_of_range for a header that nobody owns.
    [[nodiscard]] const Library* ownerOf(const std::string& header) const;
};

/// Rooms of the table that stand below a room that may include them: the stair must run one way.
[[nodiscard]] std::vector<Breach> orderBreaches(const House& house);

/// Every include of host/ that the table forbids: of a room, of a third-party header outside its rooms, of a
/// third-party header in a header that another room includes (directly or through others), of a header that nobody
/// owns; and every folder that is no room.
[[nodiscard]] std::vector<Breach> includeBreaches(const std::filesystem::path& root, const House& house);

}  // namespace engross::architecture
