#include "life/release_register.h"

#include "audit/trail.h"
#include "calendar/calendar.h"
#include "model/day.h"
#include "model/json.h"
#include "words/format.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace engross {
namespace {

constexpr std::array<std::string_view, 5> methods{"email", "post", "hand", "portal", "dx"};
constexpr std::array<std::string_view, 6> names{"to", "method", "on", "by", "volume", "note"};
constexpr std::size_t shortDigits = 8;
constexpr std::int64_t mostVolumes = 1000;

class GivenReader {
public:
    GivenReader(const Value& value, Instant now, Language reader, std::vector<Diagnostic>& faults)
        : value_(value), now_(now), messages_(Messages::in(reader)), faults_(faults) {}

    ReleaseGiven read(const KnownRelease& release, Language reader) {
        refuseUnknown();
        ReleaseGiven given{.caseReference = release.caseReference,
                           .pack = release.pack,
                           .number = release.number,
                           .identity = release.identity,
                           .to = filled("to"),
                           .method = filled("method"),
                           .onDay = filled("on"),
                           .byWhom = filled("by"),
                           .note = value_.textOr("note", "")};
        if (!given.method.empty() && std::ranges::find(methods, given.method) == methods.end()) {
            fault("method", "life.given.method", {{"method", given.method}});
        }
        readDay(given, release, reader);
        if (const Value* volume = value_.find("volume"); volume != nullptr && !volume->isNull()) {
            const std::int64_t* number = volume->integer();
            if (number == nullptr || *number < 1 || *number > mostVolumes) {
                fault("volume", "life.given.volume", {});
            } else {
                given.volume = static_cast<int>(*number);
            }
        }
        return given;
    }

private:
    void refuseUnknown() {
        for (const auto& [name, member] : value_.object() == nullptr ? Object{} : *value_.object()) {
            if (std::ranges::find(names, name) == names.end()) {
                fault(name, "life.given.unknown", {{"name", name}});
            }
        }
    }

    std::string filled(const char* name) {
        std::string text = value_.textOr(name, "");
        if (text.find_first_not_of(" \t\r\n") == std::string::npos) {
            fault(name, std::string("life.given.no_") + name, {});
            text.clear();
        }
        return text;
    }

    void readDay(const ReleaseGiven& given, const KnownRelease& release, Language reader) {
        if (given.onDay.empty()) {
            return;
        }
        const auto day = dayFrom(given.onDay);
        if (!day) {
            fault("on", "life.no_day", {{"day", given.onDay}});
            return;
        }
        const Day made{std::chrono::floor<std::chrono::days>(release.madeAt)};
        const Day today{std::chrono::floor<std::chrono::days>(now_)};
        if (std::chrono::sys_days(*day) > std::chrono::sys_days(today)) {
            fault("on", "life.given.future", {{"day", longDate(*day, reader)}});
        }
        if (release.madeAt != Instant{} && std::chrono::sys_days(*day) < std::chrono::sys_days(made)) {
            fault("on", "life.given.before", {{"day", longDate(*day, reader)}, {"made", longDate(made, reader)}});
        }
    }

    void fault(const std::string& name, const std::string& key, const Messages::Values& values) {
        Diagnostic fault{.code = "release-given"};
        fault.where.pointer = pointerTo("", name);
        fault.message = messages_.text(key, values);
        faults_.push_back(std::move(fault));
    }

    const Value& value_;
    Instant now_;
    const Messages& messages_;
    std::vector<Diagnostic>& faults_;
};

}  // namespace

ReleaseGiven readGiven(const Value& value, const KnownRelease& release, Instant now, Language reader,
                       std::vector<Diagnostic>& faults) {
    return GivenReader(value, now, reader, faults).read(release, reader);
}

void recordGiven(Transaction& transaction, ReleaseGiven& given, const std::string& actor, Instant now) {
    given.id = makeUuid(now);
    given.recordedAt = now;
    given.recordedBy = actor;
    ReleaseRecords(transaction).add(given);
    Trail(transaction)
        .append({.at = now,
                 .actor = actor,
                 .action = "release.given",
                 .subject = given.id,
                 .request = {},
                 .details = canonicalJson(Object{{"identity", given.identity.hex()}, {"release", given.number}})});
}

Value toValue(const ReleaseGiven& given) {
    return Object{{"id", given.id},
                  {"release", given.number},
                  {"identity", given.identity.hex()},
                  {"to", given.to},
                  {"method", given.method},
                  {"on", given.onDay},
                  {"by", given.byWhom},
                  {"volume", given.volume == 0 ? Value(nullptr) : Value(given.volume)},
                  {"note", given.note},
                  {"recorded_at", isoTime(given.recordedAt)}};
}

std::string sentenceOf(const ReleaseGiven& given, Language reader) {
    const Messages& messages = Messages::in(reader);
    const auto day = dayFrom(given.onDay);
    std::string sentence = messages.text(given.volume == 0 ? "life.given.sentence" : "life.given.sentence_volume",
                                         {{"release", std::to_string(given.number)},
                                          {"identity", given.identity.hex().substr(0, shortDigits)},
                                          {"volume", std::to_string(given.volume)},
                                          {"to", given.to},
                                          {"how", messages.text("life.given.by_" + given.method)},
                                          {"on", day ? longDate(*day, reader) : given.onDay},
                                          {"by", given.byWhom}});
    return given.note.empty() ? sentence : sentence + " (" + given.note + ")";
}

}  // namespace engross
