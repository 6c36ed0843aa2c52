#include "script/line_changes.h"

#include <algorithm>
#include <cstdint>

namespace engross {
namespace {

using Kind = LineChange::Kind;
using Lines = std::vector<std::string>;

constexpr std::size_t mostLines = 4'000;

void append(std::vector<LineChange>& changes, Kind kind, const Lines& lines, std::size_t first, std::size_t end) {
    for (std::size_t at = first; at < end; ++at) {
        changes.push_back({kind, lines.at(at)});
    }
}

/// The middle of two texts that begin and end differently, by the longest lines that both have in order.
void appendMiddle(std::vector<LineChange>& changes, const Lines& before, const Lines& after, std::size_t head,
                  std::size_t tail) {
    const std::size_t rows = before.size() - head - tail;
    const std::size_t columns = after.size() - head - tail;
    if (rows > mostLines || columns > mostLines) {
        append(changes, Kind::Removed, before, head, head + rows);
        append(changes, Kind::Added, after, head, head + columns);
        return;
    }
    std::vector<std::uint16_t> common((rows + 1) * (columns + 1));
    const auto at = [columns](std::size_t row, std::size_t column) { return row * (columns + 1) + column; };
    for (std::size_t row = rows; row-- > 0;) {
        for (std::size_t column = columns; column-- > 0;) {
            common[at(row, column)] = before[head + row] == after[head + column]
                                          ? static_cast<std::uint16_t>(common[at(row + 1, column + 1)] + 1)
                                          : std::max(common[at(row + 1, column)], common[at(row, column + 1)]);
        }
    }
    std::size_t row = 0;
    std::size_t column = 0;
    while (row < rows || column < columns) {
        if (row < rows && column < columns && before[head + row] == after[head + column]) {
            changes.push_back({Kind::Same, before[head + row]});
            ++row;
            ++column;
        } else if (row < rows && (column == columns || common[at(row + 1, column)] >= common[at(row, column + 1)])) {
            changes.push_back({Kind::Removed, before[head + row++]});
        } else {
            changes.push_back({Kind::Added, after[head + column++]});
        }
    }
}

}  // namespace

std::vector<LineChange> changesBetween(const Lines& before, const Lines& after) {
    const std::size_t shorter = std::min(before.size(), after.size());
    std::size_t head = 0;
    while (head < shorter && before[head] == after[head]) {
        ++head;
    }
    std::size_t tail = 0;
    while (tail < shorter - head && before[before.size() - 1 - tail] == after[after.size() - 1 - tail]) {
        ++tail;
    }
    std::vector<LineChange> changes;
    append(changes, Kind::Same, before, 0, head);
    appendMiddle(changes, before, after, head, tail);
    append(changes, Kind::Same, before, before.size() - tail, before.size());
    return changes;
}

}  // namespace engross
