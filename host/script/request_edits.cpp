#include "script/request_edits.h"

#include <algorithm>

namespace engross {
namespace {

/// One step of a path into a request: a member, or an element by its number from 1. Nothing where there is none.
Value* step(Value& from, const std::string& name, bool make) {
    if (Object* object = from.object()) {
        if (object->find(name) == nullptr && make) {
            object->set(name, Object{});
        }
        return object->find(name);
    }
    List* list = from.list();
    const bool number = !name.empty() && name.find_first_not_of("0123456789") == std::string::npos && name.size() < 6;
    if (list == nullptr || !number) {
        return nullptr;
    }
    const std::size_t index = std::stoul(name);
    if (make && index == list->size() + 1) {
        list->emplace_back(Object{});
    }
    return index >= 1 && index <= list->size() ? &list->at(index - 1) : nullptr;
}

/// Where a path's first name stands: in the fields, else in the case, else it becomes a field.
Value& rootOf(Request& request, const std::string& name) {
    if (request.fields.object() == nullptr) {
        request.fields = Object{};
    }
    const bool inCase = request.fields.find(name) == nullptr && request.caseRecord.facts.find(name) != nullptr;
    return inCase ? request.caseRecord.facts : request.fields;
}

std::vector<std::string> stepsOf(const std::string& path) {
    std::vector<std::string> steps;
    for (std::size_t start = 0; start <= path.size();) {
        const std::size_t dot = std::min(path.find('.', start), path.size());
        steps.push_back(path.substr(start, dot - start));
        start = dot + 1;
    }
    return steps;
}

}  // namespace

bool setFact(Request& request, const std::string& path, const Value& value) {
    if (path == "case_ref") {
        request.caseRecord.reference = value.text() == nullptr ? std::string() : *value.text();
        return true;
    }
    const auto steps = stepsOf(path);
    Value* place = &rootOf(request, steps.front());
    for (const std::string& name : steps) {
        place = step(*place, name, true);
        if (place == nullptr) {
            return false;
        }
    }
    *place = value;
    return true;
}

bool removeFact(Request& request, const std::string& path) {
    const auto steps = stepsOf(path);
    Value* place = &rootOf(request, steps.front());
    for (std::size_t index = 0; index + 1 < steps.size(); ++index) {
        place = step(*place, steps.at(index), false);
        if (place == nullptr) {
            return false;
        }
    }
    if (step(*place, steps.back(), false) == nullptr) {
        return false;
    }
    if (List* list = place->list()) {
        list->erase(list->begin() + std::stol(steps.back()) - 1);
        return true;
    }
    Object kept;
    for (const auto& [name, value] : *place->object()) {
        if (name != steps.back()) {
            kept.set(name, value);
        }
    }
    *place = std::move(kept);
    return true;
}

}  // namespace engross
