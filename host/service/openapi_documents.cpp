#include "service/openapi_documents.h"

#include <utility>
#include <vector>

namespace engross {
namespace {

using Member = Object::Member;

Value reference(const std::string& to) {
    return Object{{"$ref", to}};
}

Value jsonOf(Value schema) {
    return Object{{"application/json", Object{{"schema", std::move(schema)}}}};
}

Object answers(const std::string& status, const std::string& description, Value schema, bool takesBody) {
    Object responses{{status, Object{{"description", description}, {"content", jsonOf(std::move(schema))}}}};
    const std::vector<const char*> plain{"400", "401", "403", "404", "503"};
    const std::vector<const char*> withBody{"400", "401", "403", "404", "408", "411", "413", "415", "422", "503"};
    for (const char* code : takesBody ? withBody : plain) {
        responses.set(code, reference("#/components/responses/Problem"));
    }
    return responses;
}

Object text(const std::string& description) {
    return {{"type", "string"}, {"description", description}};
}

Value body(Object properties) {
    properties.set("by", text("Who did it; the caller where it is not said"));
    properties.set("on", text("The day on which it was done, such as 2026-11-25; today where it is not said"));
    properties.set("note", text("Why, or what is to be remembered"));
    return Object{{"required", true},
                  {"content", jsonOf(Object{{"type", "object"}, {"properties", std::move(properties)}})}};
}

Value operation(const std::string& id, const std::string& summary, bool hasId, Value requestBody, Object responses) {
    Object operation{{"operationId", id}, {"tags", List{"documents"}}, {"summary", summary}};
    if (hasId) {
        operation.set("parameters", List{reference("#/components/parameters/Id")});
    }
    if (!requestBody.isNull()) {
        operation.set("requestBody", std::move(requestBody));
    }
    operation.set("responses", std::move(responses));
    return Value(std::move(operation));
}

Value step(const std::string& id, const std::string& summary, Object properties) {
    const Value schema = Object{{"type", "object"},
                                {"required", List{"document", "diagnostics", "findings"}},
                                {"properties", Object{{"document", Object{{"type", "object"}}},
                                                      {"diagnostics", Object{{"type", "array"}}},
                                                      {"findings", Object{{"type", "array"}}}}}};
    return Object{{"post", operation(id, summary, true, body(std::move(properties)),
                                     answers("200", "The document as it is now", schema, true))}};
}

Object serviceProperties() {
    return {{"recipient", Object{{"type", "integer"}, {"minimum", 1}}},
            {"method", text("hand, left_at_address, affixed, first_class_post …")},
            {"returned", Object{{"type", "boolean"}, {"description", "It came back undelivered"}}},
            {"at", text("The time of day, such as 14:10")},
            {"place", text("Where; the recipient's address where it is not said")},
            {"received_by", text("Who took it")},
            {"received_on", text("The day on which receipt is proved")},
            {"tracking", text("The tracking reference")},
            {"consent", text("When and how the recipient agreed to e-mail")},
            {"proof", text("The handle of an upload of the same case")}};
}

Object delegationProperties() {
    Object properties;
    for (const char* name : {"post", "person", "title", "provision", "from", "until", "scheme", "scheme_date"}) {
        properties.set(name, Object{{"type", "string"}});
    }
    properties.set("limit", Object{{"type", "number"}, {"description", "Pounds; no limit where it is not said"}});
    properties.set("second_person", Object{{"type", "boolean"}});
    return properties;
}

Value listOf(const std::string& name) {
    return Object{{"type", "object"},
                  {"required", List{name}},
                  {"properties", Object{{name, Object{{"type", "array"}, {"items", Object{{"type", "object"}}}}}}}};
}

Value query(Value operation, const std::string& name, bool required) {
    operation.object()->set(
        "parameters",
        List{Object{{"name", name}, {"in", "query"}, {"required", required}, {"schema", Object{{"type", "string"}}}}});
    return operation;
}

}  // namespace

std::vector<Member> documentPaths() {
    const std::string base = "/api/v1/documents/{id}";
    const Value anObject = Object{{"type", "object"}};
    std::vector<Member> paths;
    paths.emplace_back("/api/v1/documents",
                       Object{{"get", query(operation("listDocuments", "The documents of a case", false, nullptr,
                                                      answers("200", "The documents", listOf("documents"), false)),
                                            "case_ref", true)}});
    paths.emplace_back(
        base,
        Object{{"get", operation("showDocument", "A document: state, recipients, envelopes, service, steps, tasks",
                                 true, nullptr, answers("200", "The document", anObject, false))}});
    Value paper = operation("downloadPaper", "Download a copy or a covering letter", true, nullptr, {});
    paper.object()->set(
        "parameters",
        List{reference("#/components/parameters/Id"),
             Object{{"name", "sha256"}, {"in", "path"}, {"required", true}, {"schema", Object{{"type", "string"}}}}});
    Object files{{"200", reference("#/components/responses/File")},
                 {"206", reference("#/components/responses/File")},
                 {"304", Object{{"description", "The file that the client has"}}}};
    for (const char* code : {"401", "404", "416", "503"}) {
        files.set(code, reference("#/components/responses/Problem"));
    }
    paper.object()->set("responses", std::move(files));
    paths.emplace_back(base + "/papers/{sha256}", Object{{"get", std::move(paper)}});
    paths.emplace_back(base + "/approve", step("approveDocument", "Approve a checked document", {}));
    paths.emplace_back(base + "/send_back", step("sendBackDocument", "Take an approval back", {}));
    paths.emplace_back(base + "/sign",
                       step("signDocument", "Record the signature; a scan is compared with the approved version",
                            {{"scan", text("The handle of an upload of the same case")},
                             {"compared_by", text("Who laid scan and approved version side by side")}}));
    paths.emplace_back(base + "/issue", step("issueDocument", "Release a signed document to be served", {}));
    paths.emplace_back(base + "/serve", step("serveDocument", "Record service on one recipient", serviceProperties()));
    paths.emplace_back(base + "/withdraw", step("withdrawDocument", "Withdraw a document; it is kept", {}));
    paths.emplace_back(
        "/api/v1/delegations",
        Object{{"get", operation("listDelegations", "The register of delegations", false, nullptr,
                                 answers("200", "The register", listOf("delegations"), false))},
               {"post", operation("addDelegation", "Enter who may sign under a provision", false,
                                  body(delegationProperties()), answers("201", "Entered", anObject, true))}});
    paths.emplace_back("/api/v1/delegations/{id}/end",
                       Object{{"post", operation("endDelegation", "End a delegation on a day", true, body({}),
                                                 answers("200", "Ended", anObject, true))}});
    paths.emplace_back("/api/v1/tasks",
                       Object{{"get", query(operation("listTasks", "What is still to be done", false, nullptr,
                                                      answers("200", "The tasks", listOf("tasks"), false)),
                                            "all", false)}});
    paths.emplace_back("/api/v1/tasks/{id}/done",
                       Object{{"post", operation("finishTask", "Say that a task is done", true, body({}),
                                                 answers("200", "Done", anObject, true))}});
    return paths;
}

}  // namespace engross
