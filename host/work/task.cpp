#include "work/task.h"

#include "work/work_error.h"

#include <utility>

namespace engross {
namespace {

[[noreturn]] void refuse(const char* what) {
    throw WorkError("worker-task", "task", what);
}

Sha256 digestAt(const Value& value, std::string_view name) {
    const auto digest = Sha256::fromHex(value.textOr(name, ""));
    if (!digest) {
        refuse("it has no digest");
    }
    return *digest;
}

}  // namespace

Value toValue(const Task& task) {
    List exhibits;
    for (const auto& [handle, exhibit] : task.exhibits) {
        exhibits.emplace_back(
            Object{{"handle", handle}, {"name", exhibit.name}, {"path", exhibit.path}, {"sha256", exhibit.hash.hex()}});
    }
    return Object{{"task", task.kind == Task::Kind::Make ? "make" : "inspect"},
                  {"request", task.request},
                  {"at", static_cast<std::int64_t>(task.at.time_since_epoch().count())},
                  {"closure", task.closure.hex()},
                  {"sources", task.sources},
                  {"exhibits", std::move(exhibits)},
                  {"scratch", task.scratch},
                  {"prepared", task.prepared},
                  {"stand_ins", task.standIns},
                  {"release", task.release},
                  {"before", task.before}};
}

Task taskFrom(const Value& value) {
    Task task;
    const std::string kind = value.textOr("task", "");
    const Value* request = value.find("request");
    const Value* at = value.find("at");
    const Value* exhibits = value.find("exhibits");
    const Value* release = value.find("release");
    if ((kind != "make" && kind != "inspect") || request == nullptr || at == nullptr || at->integer() == nullptr ||
        exhibits == nullptr || exhibits->list() == nullptr || release == nullptr || release->integer() == nullptr) {
        refuse("it is not complete");
    }
    task.kind = kind == "make" ? Task::Kind::Make : Task::Kind::Inspect;
    task.request = *request;
    task.at = Instant{std::chrono::milliseconds{*at->integer()}};
    task.closure = digestAt(value, "closure");
    for (const Value& exhibit : *exhibits->list()) {
        task.exhibits[exhibit.textOr("handle", "")] = {.name = exhibit.textOr("name", ""),
                                                       .path = exhibit.textOr("path", ""),
                                                       .hash = digestAt(exhibit, "sha256")};
    }
    task.sources = value.textOr("sources", "");
    task.scratch = value.textOr("scratch", "");
    const Value* standIns = value.find("stand_ins");
    task.standIns = standIns != nullptr && standIns->boolean() != nullptr && *standIns->boolean();
    task.prepared = value.textOr("prepared", "");
    task.before = value.textOr("before", "");
    task.release = static_cast<int>(*release->integer());
    return task;
}

}  // namespace engross
