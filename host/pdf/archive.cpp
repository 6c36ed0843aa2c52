#include "pdf/archive.h"

#include <array>

namespace engross {
namespace {

struct Flavour {
    ArchiveFlavour flavour;
    std::string_view name;
    int part;
    std::string_view level;
};
constexpr std::array<Flavour, 3> flavours{{{ArchiveFlavour::A1b, "a-1b", 1, "B"},
                                           {ArchiveFlavour::A2a, "a-2a", 2, "A"},
                                           {ArchiveFlavour::A3a, "a-3a", 3, "A"}}};

const Flavour& rowOf(ArchiveFlavour flavour) {
    return flavours.at(static_cast<std::size_t>(flavour));
}

}  // namespace

std::string_view nameOf(ArchiveFlavour flavour) {
    return rowOf(flavour).name;
}

std::optional<ArchiveFlavour> archiveFlavour(std::string_view name) {
    for (const Flavour& row : flavours) {
        if (row.name == name) {
            return row.flavour;
        }
    }
    return std::nullopt;
}

std::vector<std::string> archiveFlavours() {
    std::vector<std::string> names;
    names.reserve(std::size(flavours));
    for (const Flavour& row : flavours) {
        names.emplace_back(row.name);
    }
    return names;
}

int partOf(ArchiveFlavour flavour) {
    return rowOf(flavour).part;
}

std::string_view levelOf(ArchiveFlavour flavour) {
    return rowOf(flavour).level;
}

}  // namespace engross
