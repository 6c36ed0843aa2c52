#include "service/answer_rows.h"

#include "model/json.h"

#include <algorithm>
#include <array>
#include <set>
#include <utility>

namespace engross {
namespace {

constexpr std::array<std::pair<ExhibitChoice, std::string_view>, 4> choiceNames{
    {{ExhibitChoice::Password, "password"},
     {ExhibitChoice::Copy, "copy"},
     {ExhibitChoice::Sheet, "sheet"},
     {ExhibitChoice::LeaveOut, "leave-out"}}};
constexpr std::size_t longestPassword = 1000;
constexpr std::size_t longestSheet = 2000;

bool isBlank(const std::string& text) {
    return text.find_first_not_of(" \t\r\n") == std::string::npos;
}

bool isAt(const std::string& pointer, const std::string& place) {
    return pointer == place || pointer.starts_with(place + "/");
}

std::string pointerOf(const AnsweredPlace& place) {
    return place.listed ? pointerTo("/exhibits", place.item)
                        : pointerTo(pointerTo(pointerTo("/sections", place.section), "items"), place.item);
}

bool isLocked(const AnswerRow& row) {
    return std::ranges::any_of(row.faults,
                               [](const Value& fault) { return fault.textOr("code", "") == "pdf-encrypted"; });
}

void takeFaults(AnswerRow& row, const std::string& pointer, const List& diagnostics) {
    for (const Value& fault : diagnostics) {
        if (fault.textOr("severity", "error") == "error" && isAt(fault.textOr("field", ""), pointer)) {
            row.faults.push_back(fault);
        }
    }
}

/// Exhibits that stand under a mark are told of by their place in `exhibits`.
AnswerRow itemRow(const Request& request, const AnsweredPlace& place, const List& diagnostics) {
    const BundleItem& item = request.sections.at(place.section).items.at(place.item);
    AnswerRow row{.place = place, .title = item.title, .date = item.date};
    takeFaults(row, pointerOf(place), diagnostics);
    for (std::size_t i = 0; i < request.exhibits.size(); ++i) {
        if (!item.exhibit.empty() && request.exhibits[i].mark == item.exhibit && row.faults.empty()) {
            takeFaults(row, pointerTo("/exhibits", i), diagnostics);
        }
    }
    if (isLocked(row)) {
        row.choices.push_back(ExhibitChoice::Password);
    }
    row.choices.insert(row.choices.end(), {ExhibitChoice::Copy, ExhibitChoice::Sheet, ExhibitChoice::LeaveOut});
    return row;
}

void decide(Request& request, BundleItem& item, const AnswerEntry& entry) {
    switch (entry.choice) {
        case ExhibitChoice::Password:
            item.password = entry.password;
            item.sheet.clear();
            break;
        case ExhibitChoice::Copy: {
            const auto listed = std::ranges::find(request.exhibits, item.exhibit, &ExhibitReference::mark);
            if (listed != request.exhibits.end()) {
                listed->exhibit = entry.received;
                listed->attachment = 0;
            } else {
                item.exhibit = entry.received;
            }
            item.password.clear();
            item.sheet.clear();
            break;
        }
        case ExhibitChoice::Sheet:
            item.sheet = entry.sheet;
            item.password.clear();
            break;
        case ExhibitChoice::LeaveOut:
        case ExhibitChoice::None:
            break;
    }
}

FieldError fieldError(const AnsweredPlace& place, const char* field, const char* what, const std::string& title,
                      const Messages& words) {
    return {std::string(field) + "-" + place.key(),
            words.text(std::string("service.answer.fault.") + what, {{"title", title}}), place};
}

}  // namespace

std::string AnsweredPlace::key() const {
    return (listed ? "x" : std::to_string(section)) + "-" + std::to_string(item);
}

std::string nameOf(ExhibitChoice choice) {
    const auto* const found =
        std::ranges::find(choiceNames, choice, &std::pair<ExhibitChoice, std::string_view>::first);
    return found == choiceNames.end() ? std::string() : std::string(found->second);
}

ExhibitChoice exhibitChoiceFrom(std::string_view name) noexcept {
    const auto* const found = std::ranges::find(choiceNames, name, &std::pair<ExhibitChoice, std::string_view>::second);
    return found == choiceNames.end() ? ExhibitChoice::None : found->first;
}

std::vector<AnswerRow> answerRows(const Request& request, const List& diagnostics) {
    std::vector<AnswerRow> rows;
    for (std::size_t section = 0; section < request.sections.size(); ++section) {
        for (std::size_t item = 0; item < request.sections[section].items.size(); ++item) {
            if (!request.sections[section].items[item].make) {
                rows.push_back(itemRow(request, {false, section, item}, diagnostics));
            }
        }
    }
    for (std::size_t i = 0; request.sections.empty() && i < request.exhibits.size(); ++i) {
        AnswerRow row{.place = {true, 0, i}, .title = request.exhibits[i].mark, .choices = {ExhibitChoice::Copy}};
        takeFaults(row, pointerOf(row.place), diagnostics);
        rows.push_back(std::move(row));
    }
    return rows;
}

std::vector<FieldError> faultsOfEntries(const std::vector<AnswerRow>& rows, const AnswerEntries& entries,
                                        const Messages& words) {
    std::vector<FieldError> faults;
    for (const AnswerRow& row : rows) {
        const auto found = entries.find(row.place);
        const AnswerEntry entry = found == entries.end() ? AnswerEntry{} : found->second;
        const auto add = [&](const char* field, const char* what) {
            faults.push_back(fieldError(row.place, field, what, row.title, words));
        };
        const bool offered = std::ranges::find(row.choices, entry.choice) != row.choices.end();
        if (!offered) {
            if (!row.faults.empty() || entry.choice != ExhibitChoice::None) {
                add("choice", "choice");
            }
        } else if (entry.choice == ExhibitChoice::Password && entry.password.empty()) {
            add("password", "password");
        } else if (entry.choice == ExhibitChoice::Password && entry.password.size() > longestPassword) {
            add("password", "password-long");
        } else if (entry.choice == ExhibitChoice::Copy && entry.received.empty()) {
            add("copy", entry.emptyCopy ? "copy-empty" : "copy");
        } else if (entry.choice == ExhibitChoice::Sheet && isBlank(entry.sheet)) {
            add("sheet", "sheet");
        } else if (entry.choice == ExhibitChoice::Sheet && entry.sheet.size() > longestSheet) {
            add("sheet", "sheet-long");
        }
    }
    return faults;
}

Request decided(Request request, const AnswerEntries& entries) {
    // From the last to the first: what is left out moves nothing that is still to be looked at.
    for (auto entry = entries.rbegin(); entry != entries.rend(); ++entry) {
        const auto& [place, choice] = *entry;
        if (place.listed) {
            ExhibitReference& exhibit = request.exhibits.at(place.item);
            exhibit.exhibit = choice.choice == ExhibitChoice::Copy ? choice.received : exhibit.exhibit;
            exhibit.attachment = choice.choice == ExhibitChoice::Copy ? 0 : exhibit.attachment;
            continue;
        }
        auto& items = request.sections.at(place.section).items;
        if (choice.choice == ExhibitChoice::LeaveOut) {
            items.erase(items.begin() + static_cast<std::ptrdiff_t>(place.item));
        } else {
            decide(request, items.at(place.item), choice);
        }
    }
    std::set<std::size_t> touched;
    for (const auto& [place, choice] : entries) {
        if (!place.listed && choice.choice == ExhibitChoice::LeaveOut) {
            touched.insert(place.section);
        }
    }
    for (auto section = touched.rbegin(); section != touched.rend(); ++section) {
        if (request.sections.at(*section).items.empty()) {
            request.sections.erase(request.sections.begin() + static_cast<std::ptrdiff_t>(*section));
        }
    }
    return request;
}

}  // namespace engross
