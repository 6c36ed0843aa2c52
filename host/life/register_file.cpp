#include "life/delegations.h"
#include "model/day.h"

#include <algorithm>
#include <array>

namespace engross {
namespace {

constexpr std::array<std::string_view, 10> entryNames{"post", "person", "title",  "provision",   "limit",
                                                      "from", "until",  "scheme", "scheme_date", "second_person"};

class EntryReader {
public:
    EntryReader(const Value& value, std::string pointer, Language reader, std::vector<Diagnostic>& faults)
        : value_(value), pointer_(std::move(pointer)), messages_(Messages::in(reader)), faults_(faults) {}

    DelegationEntry read() {
        if (value_.object() == nullptr) {
            add(pointer_, "life.entry_is_group");
            return {};
        }
        for (const auto& [name, member] : *value_.object()) {
            if (std::ranges::find(entryNames, name) == entryNames.end()) {
                add(pointerTo(pointer_, name), "life.entry_unknown", name);
            }
        }
        DelegationEntry entry{.post = needed("post"), .personTitle = value_.textOr("title", "")};
        entry.person = needed("person");
        entry.provision = needed("provision");
        entry.scheme = needed("scheme");
        entry.fromDay = day("from", true);
        entry.untilDay = day("until", false);
        entry.schemeDay = day("scheme_date", false);
        if (const Value* limit = value_.find("limit"); limit != nullptr && !limit->isNull()) {
            entry.limitPence = penceFrom(*limit);
            if (!entry.limitPence || *entry.limitPence < 0) {
                add(pointerTo(pointer_, "limit"), "life.entry_limit");
            }
        }
        if (const Value* second = value_.find("second_person")) {
            entry.secondPerson = second->boolean() != nullptr && *second->boolean();
        }
        if (!entry.untilDay.empty() && entry.untilDay < entry.fromDay) {
            add(pointerTo(pointer_, "until"), "life.entry_order");
        }
        return entry;
    }

private:
    void add(const std::string& place, std::string_view key, const std::string& name = {}) {
        Diagnostic fault{.code = "delegation"};
        fault.where.pointer = place;
        fault.message = messages_.text(key, {{"name", name}});
        faults_.push_back(std::move(fault));
    }
    std::string needed(std::string_view name) {
        std::string text = value_.textOr(name, "");
        if (text.find_first_not_of(' ') == std::string::npos) {
            add(pointerTo(pointer_, name), "life.entry_missing", std::string(name));
        }
        return text;
    }
    std::string day(std::string_view name, bool isNeeded) {
        std::string text = isNeeded ? needed(name) : value_.textOr(name, "");
        if (!text.empty() && !dayFrom(text)) {
            add(pointerTo(pointer_, name), "life.entry_day", std::string(name));
        }
        return text;
    }

    const Value& value_;
    std::string pointer_;
    const Messages& messages_;
    std::vector<Diagnostic>& faults_;
};

}  // namespace

DelegationEntry readDelegation(const Value& value, const std::string& pointer, Language reader,
                               std::vector<Diagnostic>& faults) {
    return EntryReader(value, pointer, reader, faults).read();
}

RegisterFile readRegister(const Value& value, Language reader) {
    RegisterFile file;
    const Value* listed = value.find("delegations");
    if (listed == nullptr || listed->list() == nullptr) {
        Diagnostic fault{.code = "delegation"};
        fault.where.pointer = "/delegations";
        fault.message = Messages::in(reader).text("life.no_entries");
        file.faults.push_back(std::move(fault));
        return file;
    }
    for (std::size_t index = 0; index < listed->list()->size(); ++index) {
        file.entries.push_back(
            readDelegation(listed->list()->at(index), pointerTo("/delegations", index), reader, file.faults));
    }
    return file;
}

Value toValue(const DelegationEntry& entry) {
    Object value{{"id", entry.id},
                 {"post", entry.post},
                 {"title", entry.personTitle},
                 {"person", entry.person},
                 {"provision", entry.provision},
                 {"from", entry.fromDay},
                 {"until", entry.untilDay.empty() ? Value(nullptr) : Value(entry.untilDay)},
                 {"scheme", entry.scheme},
                 {"scheme_date", entry.schemeDay.empty() ? Value(nullptr) : Value(entry.schemeDay)},
                 {"second_person", entry.secondPerson}};
    value.set("limit", entry.limitPence ? Value(static_cast<double>(*entry.limitPence) / 100) : Value(nullptr));
    return Value(std::move(value));
}

}  // namespace engross
