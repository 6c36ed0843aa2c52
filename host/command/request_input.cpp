#include "command/request_input.h"

#include "model/json.h"
#include "pdf/archive.h"
#include "words/faults.h"
#include "work/scratch.h"

#include <algorithm>
#include <filesystem>
#include <iostream>
#include <iterator>
#include <system_error>
#include <utility>

namespace engross {
namespace {

namespace fs = std::filesystem;

struct Json {
    std::optional<Value> value;
    std::vector<Diagnostic> faults;
};

std::string readInput(const std::string& path, std::size_t limit) {
    if (path != "-") {
        std::error_code ignored;
        // One byte above the limit is enough for readJson to refuse it; 100 MB need not be read for that.
        if (fs::is_regular_file(path, ignored) && fs::file_size(path, ignored) > limit) {
            return std::string(limit + 1, ' ');
        }
        return readFile(path);
    }
    std::string text;
    char piece[65536];
    while (std::cin.read(piece, sizeof piece) || std::cin.gcount() > 0) {
        text.append(piece, static_cast<std::size_t>(std::cin.gcount()));
        if (text.size() > limit) {
            break;
        }
    }
    return text;
}

Json readJsonFile(const std::string& path, Language language) {
    const JsonLimits limits;
    JsonResult read = readJson(readInput(path, limits.bytes), limits);
    Json result{.value = std::move(read.value), .faults = {}};
    if (read.fault) {
        result.faults.push_back(diagnosticOf(*read.fault, limits, path, language));
    }
    return result;
}

RequestInput requestFromBody(const Value& body, Language language) {
    RequestResult read = readRequest(body);
    RequestInput input{.request = std::move(read.request), .faults = {}};
    for (const RequestFault& fault : read.faults) {
        input.faults.push_back(diagnosticOf(fault, language));
    }
    if (refuses(input.faults)) {
        input.request.reset();
    }
    return input;
}

const Field* fieldAt(const Schema* schema, const std::vector<std::string>& path) {
    if (schema == nullptr) {
        return nullptr;
    }
    const Field* field = schema->find(path.at(0));
    for (std::size_t index = 1; field != nullptr && index < path.size(); ++index) {
        const auto& members = field->members;
        const auto found =
            std::find_if(members.begin(), members.end(), [&](const Field& f) { return f.name == path.at(index); });
        field = found == members.end() ? nullptr : &*found;
    }
    return field;
}

bool isText(const Field* field) {
    return field == nullptr || field->kind == FieldKind::Text || field->kind == FieldKind::Paragraphs;
}

Value valueOf(const Field* field, const std::string& text) {
    if (!isText(field) && !text.empty() && (text.front() == '[' || text.front() == '{')) {
        if (JsonResult read = readJson(text); read.value) {
            return std::move(*read.value);
        }
    }
    return text;
}

std::vector<std::string> split(const std::string& path) {
    std::vector<std::string> names(1);
    for (const char character : path) {
        if (character == '.') {
            names.emplace_back();
        } else {
            names.back().push_back(character);
        }
    }
    return names;
}

void set(Object& object, const std::vector<std::string>& path, std::size_t depth, const Field* field, Value value) {
    const std::string& name = path.at(depth);
    Value* old = object.find(name);
    if (depth + 1 < path.size()) {
        if (old == nullptr || old->object() == nullptr) {
            object.set(name, Object{});
            old = object.find(name);
        }
        set(*old->object(), path, depth + 1, field, std::move(value));
        return;
    }
    const bool grows = field != nullptr && field->kind == FieldKind::List && value.list() == nullptr;
    if (grows && old != nullptr && old->list() != nullptr) {
        old->list()->push_back(std::move(value));
    } else {
        object.set(name, grows ? Value{List{std::move(value)}} : std::move(value));
    }
}

Object fieldsFrom(const std::vector<std::string>& settings, const Schema* schema) {
    Object fields;
    UsageFaults unfit;
    for (const std::string& setting : settings) {
        const auto equals = setting.find('=');
        if (equals == std::string::npos || equals == 0) {
            unfit.faults.push_back({UsageFault::Kind::UnfitValue, "--set " + setting, "name=value"});
            continue;
        }
        const auto path = split(setting.substr(0, equals));
        const Field* field = fieldAt(schema, path);
        set(fields, path, 0, field, valueOf(field, setting.substr(equals + 1)));
    }
    if (!unfit.faults.empty()) {
        throw unfit;
    }
    return fields;
}

}  // namespace

RequestInput requestFromFile(const std::string& path, Language language) {
    Json read = readJsonFile(path, language);
    if (!read.value) {
        return {.request = std::nullopt, .faults = std::move(read.faults)};
    }
    return requestFromBody(*read.value, language);
}

RequestInput requestFromCase(const std::string& type, const std::string& caseFile,
                             const std::vector<std::string>& settings, const Catalogue& catalogue, Language language) {
    const TypeSummary* summary = catalogue.find(type);
    Object body{{"type", type}};
    body.set("fields", fieldsFrom(settings, summary == nullptr ? nullptr : &summary->schema));
    Json read = readJsonFile(caseFile, language);
    if (!read.value) {
        return {.request = std::nullopt, .faults = std::move(read.faults)};
    }
    if (read.value->object() == nullptr) {
        body.set("case", *read.value);
    } else {
        Object facts;
        for (const auto& [name, value] : *read.value->object()) {
            if (name == "case_ref") {
                body.set("case_ref", value);
            } else {
                facts.set(name, value);
            }
        }
        body.set("case", std::move(facts));
    }
    return requestFromBody(body, language);
}

UsageFaults applyFlavour(const Arguments& arguments, Request& request) {
    UsageFaults unfit;
    const auto archive = arguments.value("archive");
    if (!archive) {
        return unfit;
    }
    if (!archiveFlavour(*archive)) {
        std::string known;
        for (const std::string& name : archiveFlavours()) {
            known += (known.empty() ? "" : ", ") + name;
        }
        unfit.faults.push_back({UsageFault::Kind::UnfitValue, "--archive " + *archive, known});
    }
    request.profile = *archive;
    return unfit;
}

void applyOptions(const Arguments& arguments, Request& request) {
    request.house = arguments.valueOr("house", request.house);
    request.language = arguments.valueOr("language", request.language);
    request.draft = request.draft || arguments.has("draft");
    UsageFaults unfit;
    if (const auto size = arguments.value("large-print")) {
        if (*size != "16" && *size != "18") {
            unfit.faults.push_back({UsageFault::Kind::UnfitValue, "--large-print " + *size, "16, 18"});
        }
        request.largePrint = *size == "18" ? 18 : 16;
    }
    if (const auto copy = arguments.value("copy")) {
        if (*copy != "service" && *copy != "file" && *copy != "each") {
            unfit.faults.push_back({UsageFault::Kind::UnfitValue, "--copy " + *copy, "service, file, each"});
        }
        request.copy = *copy;
    }
    if (!unfit.faults.empty()) {
        throw unfit;
    }
}

std::vector<Option> withRequestOptions(std::vector<Option> options) {
    options.insert(options.end(), {{.name = "house", .value = "NAME"},
                                   {.name = "language", .value = "en|cy"},
                                   {.name = "draft"},
                                   {.name = "large-print", .value = "16|18"},
                                   {.name = "copy", .value = "service|file|each"}});
    return options;
}

}  // namespace engross
