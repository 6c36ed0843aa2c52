#include "service/openapi.h"

#include "model/json.h"
#include "service/handlers.h"
#include "service/openapi_documents.h"

#include <stdexcept>

namespace engross {
namespace {

constexpr std::string_view paths = R"json({
"/api/v1/requests": {
  "post": {
    "operationId": "submitRequest", "tags": ["requests"], "summary": "Ask for a document or a bundle",
    "description": "The request is on disk when 202 is answered. All faults are listed at once.",
    "parameters": [
      {"name": "Idempotency-Key", "in": "header", "required": false, "schema": {"type": "string", "maxLength": 200},
       "description": "The same key with the same body always gives the first answer."}],
    "requestBody": {"required": true, "content": {"application/json": {"schema": {"$ref": "#/components/schemas/NewRequest"}}}},
    "responses": {
      "202": {"description": "Accepted", "headers": {"Location": {"description": "The request", "schema": {"type": "string"}}},
              "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Accepted"}}}},
      "400": {"$ref": "#/components/responses/Problem"}, "401": {"$ref": "#/components/responses/Problem"},
      "403": {"$ref": "#/components/responses/Problem"}, "408": {"$ref": "#/components/responses/Problem"},
      "411": {"$ref": "#/components/responses/Problem"}, "413": {"$ref": "#/components/responses/Problem"},
      "415": {"$ref": "#/components/responses/Problem"}, "422": {"$ref": "#/components/responses/Problem"},
      "503": {"$ref": "#/components/responses/Problem"}}},
  "get": {
    "operationId": "listRequests", "tags": ["requests"], "summary": "The team's requests, newest first",
    "parameters": [
      {"name": "case_ref", "in": "query", "required": false, "schema": {"type": "string"}},
      {"name": "limit", "in": "query", "required": false, "schema": {"type": "integer", "minimum": 1, "maximum": 200, "default": 50}}],
    "responses": {
      "200": {"description": "The requests", "content": {"application/json": {"schema": {"type": "object", "required": ["requests"],
        "properties": {"requests": {"type": "array", "items": {"$ref": "#/components/schemas/Request"}}}}}}},
      "401": {"$ref": "#/components/responses/Problem"}, "503": {"$ref": "#/components/responses/Problem"}}}},
"/api/v1/requests/{id}": {
  "get": {
    "operationId": "showRequest", "tags": ["requests"], "summary": "State, progress and result of a request",
    "parameters": [{"$ref": "#/components/parameters/Id"}, {"$ref": "#/components/parameters/IfNoneMatch"}],
    "responses": {
      "200": {"description": "The request", "headers": {"ETag": {"schema": {"type": "string"}},
              "Retry-After": {"description": "Seconds after which to look again, while there is work to do", "schema": {"type": "integer"}}},
              "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Request"}}}},
      "304": {"description": "Nothing has changed"},
      "401": {"$ref": "#/components/responses/Problem"}, "404": {"$ref": "#/components/responses/Problem"},
      "503": {"$ref": "#/components/responses/Problem"}}}},
"/api/v1/requests/{id}/cancel": {
  "post": {
    "operationId": "cancelRequest", "tags": ["requests"], "summary": "Cancel a request that has not ended",
    "parameters": [{"$ref": "#/components/parameters/Id"}],
    "responses": {
      "200": {"description": "The request, cancelled", "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Request"}}}},
      "401": {"$ref": "#/components/responses/Problem"}, "403": {"$ref": "#/components/responses/Problem"},
      "404": {"$ref": "#/components/responses/Problem"}, "409": {"$ref": "#/components/responses/Problem"},
      "503": {"$ref": "#/components/responses/Problem"}}}},
"/api/v1/requests/{id}/answer": {
  "post": {
    "operationId": "answerRequest", "tags": ["requests"],
    "summary": "Answer a request that needs attention: the whole body again, with what was decided. The same work goes on",
    "parameters": [{"$ref": "#/components/parameters/Id"}],
    "requestBody": {"required": true, "content": {"application/json": {"schema": {"$ref": "#/components/schemas/NewRequest"}}}},
    "responses": {
      "200": {"description": "The request, in the queue again", "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Request"}}}},
      "400": {"$ref": "#/components/responses/Problem"}, "401": {"$ref": "#/components/responses/Problem"},
      "403": {"$ref": "#/components/responses/Problem"}, "404": {"$ref": "#/components/responses/Problem"},
      "409": {"$ref": "#/components/responses/Problem"}, "415": {"$ref": "#/components/responses/Problem"},
      "422": {"$ref": "#/components/responses/Problem"}, "503": {"$ref": "#/components/responses/Problem"}}}},
"/api/v1/requests/{id}/artefacts/{sha256}": {
  "get": {
    "operationId": "downloadArtefact", "tags": ["files"], "summary": "Download what a request made",
    "parameters": [{"$ref": "#/components/parameters/Id"},
      {"name": "sha256", "in": "path", "required": true, "schema": {"type": "string", "pattern": "^[0-9a-fA-F]{64}$"}},
      {"$ref": "#/components/parameters/IfNoneMatch"}, {"$ref": "#/components/parameters/Range"}],
    "responses": {
      "200": {"$ref": "#/components/responses/File"}, "206": {"$ref": "#/components/responses/File"},
      "304": {"description": "The file that the client has"},
      "401": {"$ref": "#/components/responses/Problem"}, "404": {"$ref": "#/components/responses/Problem"},
      "416": {"$ref": "#/components/responses/Problem"}, "503": {"$ref": "#/components/responses/Problem"}}}},
"/api/v1/documents/{id}/file": {
  "get": {
    "operationId": "downloadDocument", "tags": ["files"], "summary": "Download a document",
    "parameters": [{"$ref": "#/components/parameters/Id"}, {"$ref": "#/components/parameters/IfNoneMatch"},
      {"$ref": "#/components/parameters/Range"}],
    "responses": {
      "200": {"$ref": "#/components/responses/File"}, "206": {"$ref": "#/components/responses/File"},
      "304": {"description": "The file that the client has"},
      "401": {"$ref": "#/components/responses/Problem"}, "404": {"$ref": "#/components/responses/Problem"},
      "416": {"$ref": "#/components/responses/Problem"}, "503": {"$ref": "#/components/responses/Problem"}}}},
"/api/v1/exhibits": {
  "post": {
    "operationId": "uploadExhibit", "tags": ["exhibits"], "summary": "Upload an exhibit to a case",
    "requestBody": {"required": true, "content": {"multipart/form-data": {"schema": {"type": "object", "required": ["file", "case_ref"],
      "properties": {"file": {"type": "string", "contentMediaType": "application/octet-stream"}, "case_ref": {"type": "string", "maxLength": 100}}}}}},
    "responses": {
      "201": {"description": "Kept", "headers": {"Location": {"schema": {"type": "string"}}},
              "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Exhibit"}}}},
      "400": {"$ref": "#/components/responses/Problem"}, "401": {"$ref": "#/components/responses/Problem"},
      "403": {"$ref": "#/components/responses/Problem"}, "408": {"$ref": "#/components/responses/Problem"},
      "411": {"$ref": "#/components/responses/Problem"}, "413": {"$ref": "#/components/responses/Problem"},
      "415": {"$ref": "#/components/responses/Problem"}, "422": {"$ref": "#/components/responses/Problem"},
      "503": {"$ref": "#/components/responses/Problem"}}}},
"/api/v1/exhibits/{handle}": {
  "get": {
    "operationId": "showExhibit", "tags": ["exhibits"], "summary": "What is known of an exhibit",
    "parameters": [{"name": "handle", "in": "path", "required": true, "schema": {"type": "string"}}],
    "responses": {
      "200": {"description": "The exhibit", "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Exhibit"}}}},
      "401": {"$ref": "#/components/responses/Problem"}, "404": {"$ref": "#/components/responses/Problem"},
      "503": {"$ref": "#/components/responses/Problem"}}}},
"/api/v1/packs": {
  "get": {
    "operationId": "listPacks", "tags": ["packs"], "summary": "The tribunal packs of a case, with their releases",
    "parameters": [{"name": "case_ref", "in": "query", "required": true, "schema": {"type": "string"}}],
    "responses": {
      "200": {"description": "The packs", "content": {"application/json": {"schema": {"type": "object", "required": ["packs"],
        "properties": {"packs": {"type": "array", "items": {"$ref": "#/components/schemas/Pack"}}}}}}},
      "400": {"$ref": "#/components/responses/Problem"}, "401": {"$ref": "#/components/responses/Problem"},
      "503": {"$ref": "#/components/responses/Problem"}}}},
"/api/v1/packs/{id}/releases/{number}/given": {
  "post": {
    "operationId": "giveRelease", "tags": ["packs"], "summary": "Record that somebody was given a release of a pack",
    "parameters": [{"$ref": "#/components/parameters/Id"},
      {"name": "number", "in": "path", "required": true, "schema": {"type": "integer", "minimum": 1}}],
    "requestBody": {"required": true, "content": {"application/json": {"schema": {"$ref": "#/components/schemas/GiveRelease"}}}},
    "responses": {
      "201": {"description": "What was recorded", "content": {"application/json": {"schema": {"$ref": "#/components/schemas/ReleaseGiven"}}}},
      "400": {"$ref": "#/components/responses/Problem"}, "401": {"$ref": "#/components/responses/Problem"},
      "403": {"$ref": "#/components/responses/Problem"}, "404": {"$ref": "#/components/responses/Problem"},
      "408": {"$ref": "#/components/responses/Problem"}, "411": {"$ref": "#/components/responses/Problem"},
      "413": {"$ref": "#/components/responses/Problem"}, "415": {"$ref": "#/components/responses/Problem"},
      "422": {"$ref": "#/components/responses/Problem"}, "503": {"$ref": "#/components/responses/Problem"}}}},
"/api/v1/given": {
  "get": {
    "operationId": "findGiven", "tags": ["packs"], "summary": "Which release a file is, by its identity, and who was given it",
    "parameters": [{"name": "identity", "in": "query", "required": true, "schema": {"type": "string", "minLength": 8},
      "description": "Of the release, as its cover, its metadata and 'engross verify' say it: eight or more digits"}],
    "responses": {
      "200": {"description": "The releases that begin so, and who was given them", "content": {"application/json": {"schema": {"type": "object",
        "required": ["releases", "given"], "properties": {
          "releases": {"type": "array", "items": {"type": "object"}},
          "given": {"type": "array", "items": {"$ref": "#/components/schemas/ReleaseGiven"}}}}}}},
      "401": {"$ref": "#/components/responses/Problem"}, "404": {"$ref": "#/components/responses/Problem"},
      "503": {"$ref": "#/components/responses/Problem"}}}},
"/api/v1/types": {
  "get": {
    "operationId": "listTypes", "tags": ["types"], "summary": "The document types and their fields",
    "responses": {
      "200": {"description": "The types", "content": {"application/json": {"schema": {"type": "object", "required": ["types"],
        "properties": {"types": {"type": "array", "items": {"$ref": "#/components/schemas/DocumentType"}}}}}}},
      "401": {"$ref": "#/components/responses/Problem"}, "503": {"$ref": "#/components/responses/Problem"}}}},
"/healthz": {
  "get": {
    "operationId": "showHealth", "tags": ["operations"], "summary": "Whether the process answers", "security": [],
    "responses": {"200": {"description": "It does", "content": {"application/json": {"schema": {"type": "object",
      "required": ["status"], "properties": {"status": {"const": "ok"}}}}}},
      "405": {"$ref": "#/components/responses/Problem"}}}},
"/readyz": {
  "get": {
    "operationId": "showReadiness", "tags": ["operations"], "summary": "Whether the service can take work", "security": [],
    "responses": {
      "200": {"description": "Ready", "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Readiness"}}}},
      "405": {"$ref": "#/components/responses/Problem"}, "503": {"description": "Not ready", "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Readiness"}}}}}}},
"/openapi.json": {
  "get": {
    "operationId": "showOpenApi", "tags": ["operations"], "summary": "This description", "security": [],
    "responses": {"200": {"description": "OpenAPI 3.1", "content": {"application/json": {"schema": {"type": "object"}}}},
      "405": {"$ref": "#/components/responses/Problem"}}}}
})json";

constexpr std::string_view components = R"json({
"securitySchemes": {
  "token": {"type": "http", "scheme": "bearer"},
  "session": {"type": "apiKey", "in": "cookie", "name": "engross_session"}},
"parameters": {
  "Id": {"name": "id", "in": "path", "required": true, "schema": {"type": "string"}},
  "IfNoneMatch": {"name": "If-None-Match", "in": "header", "required": false, "schema": {"type": "string"}},
  "Range": {"name": "Range", "in": "header", "required": false, "schema": {"type": "string"}}},
"responses": {
  "Problem": {"description": "Refused (RFC 9457)", "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}},
  "File": {"description": "The file, or the part of it that was asked for", "headers": {
    "ETag": {"description": "The SHA-256 of the whole file", "schema": {"type": "string"}},
    "Content-Disposition": {"schema": {"type": "string"}}, "Content-Range": {"schema": {"type": "string"}}},
    "content": {"application/pdf": {"schema": {"type": "string", "contentMediaType": "application/pdf"}}}}},
"schemas": {
  "Diagnostic": {"type": "object", "required": ["code", "severity", "message"], "properties": {
    "code": {"type": "string"}, "severity": {"enum": ["error", "warning"]},
    "field": {"type": "string", "description": "JSON Pointer into the request"},
    "message": {"type": "string"}, "law": {"type": "string"}, "hints": {"type": "array", "items": {"type": "string"}}}},
  "Problem": {"type": "object", "required": ["type", "title", "status", "detail", "code", "correlation_id"], "properties": {
    "type": {"type": "string"}, "title": {"type": "string"}, "status": {"type": "integer"}, "detail": {"type": "string"},
    "code": {"type": "string"}, "correlation_id": {"type": "string"},
    "errors": {"type": "array", "items": {"$ref": "#/components/schemas/Diagnostic"}}}},
  "ExhibitReference": {"type": "object", "required": ["mark", "exhibit"], "properties": {
    "mark": {"type": "string", "examples": ["AB/1"]}, "exhibit": {"type": "string", "description": "The handle of an upload"},
    "attachment": {"type": "integer", "minimum": 1, "description": "Which of the files in an e-mail, in the order of its inspection; absent: the e-mail itself"}}},
  "BundleItem": {"type": "object", "properties": {
    "title": {"type": "string"}, "date": {"type": "string"}, "exhibit": {"type": "string", "description": "A mark of 'exhibits'"},
    "kind": {"type": "string", "description": "What it is among what the bundle must hold, such as 'proof of service'"},
    "password": {"type": "string"},
    "sheet": {"type": "string", "description": "What a sheet says that stands for the exhibit, such as where a recording is kept"},
    "marks": {"type": "array", "items": {"type": "string"}, "description": "That statements know it by, beside 'exhibit'"},
    "references": {"type": "boolean", "description": "Whether references in its text become links; left out: for witness statements and statements of case"},
    "margin_references": {"type": "boolean", "description": "Their pages in the margins, as the bundle says where it is left out"},
    "after_page": {"type": "string", "description": "In a later release, by choice: behind the document that ends with this page, as 45A, 45B"},
    "make": {"type": "object", "required": ["type"], "properties": {"type": {"type": "string"}, "fields": {"type": "object"}}}}},
  "NewRequest": {"type": "object", "required": ["type", "case_ref"], "properties": {
    "type": {"type": "string", "examples": ["improvement_notice"]}, "case_ref": {"type": "string", "maxLength": 100},
    "case": {"type": "object"}, "fields": {"type": "object"},
    "exhibits": {"type": "array", "items": {"$ref": "#/components/schemas/ExhibitReference"}},
    "letter": {"type": "string", "pattern": "^[A-HJ-NP-Z]$", "description": "Of a bundle, where a case has several: before every page number, 'B 41'"},
    "numbering": {"enum": ["continuous", "sections"], "description": "Of a bundle: 1, 2, 3 or A1 … B1; as its profile says where it is not said"},
    "renumber": {"type": "object", "required": ["ordered_by", "on", "reason"], "description": "Of a later release: the order to number its pages afresh",
      "properties": {"ordered_by": {"type": "string"}, "on": {"type": "string", "format": "date"}, "reason": {"type": "string"}}},
    "volumes": {"type": "object", "description": "A bundle in several files, cut at sections", "properties": {
      "pages": {"type": "integer", "minimum": 1}, "megabytes": {"type": "integer", "minimum": 1}}},
    "margin_references": {"type": "boolean", "description": "Of a bundle: the page behind each reference in the margin of signed documents"},
    "deep": {"type": "boolean", "description": "Of a bundle: every page is read before anybody sees it"},
    "protected": {"type": "array", "items": {"type": "string"}, "description": "Of a bundle: what must stand nowhere in it, such as the address of a refuge"},
    "sections": {"type": "array", "items": {"type": "object", "required": ["title", "items"], "properties": {
      "title": {"type": "string"}, "items": {"type": "array", "items": {"$ref": "#/components/schemas/BundleItem"}}}}},
    "profile": {"type": "string"}, "release_of": {"type": "string"},
    "directions": {"type": "object", "description": "Of a bundle: what the court or tribunal directed in the case"},
    "options": {"type": "object", "properties": {"house": {"type": "string"}, "language": {"enum": ["en", "cy"]}, "draft": {"type": "boolean"}, "large_print": {"enum": [16, 18]}, "copy": {"enum": ["service", "file", "each"]}, "supersedes": {"type": "string"}}}}},
  "State": {"enum": ["queued", "running", "waiting", "needs_attention", "done", "failed", "cancelled", "quarantined"]},
  "Accepted": {"type": "object", "required": ["id", "href", "state", "diagnostics"], "properties": {
    "id": {"type": "string"}, "href": {"type": "string"}, "state": {"$ref": "#/components/schemas/State"},
    "diagnostics": {"type": "array", "items": {"$ref": "#/components/schemas/Diagnostic"}}}},
  "Artefact": {"type": "object", "required": ["sha256", "name", "media_type", "pages", "href"], "properties": {
    "sha256": {"type": "string"}, "name": {"type": "string"}, "media_type": {"type": "string"},
    "pages": {"type": "integer"}, "href": {"type": "string"}}},
  "Request": {"type": "object",
    "required": ["id", "href", "type", "case_ref", "state", "progress", "submitted_at", "state_since", "waiting_ms", "working_ms", "attempts", "diagnostics", "artefacts"],
    "properties": {
    "id": {"type": "string"}, "href": {"type": "string"}, "type": {"type": "string"}, "case_ref": {"type": "string"},
    "state": {"$ref": "#/components/schemas/State"}, "progress": {"type": "number", "minimum": 0, "maximum": 1},
    "submitted_at": {"type": "string", "format": "date-time"}, "state_since": {"type": "string", "format": "date-time"},
    "waiting_ms": {"type": "integer"}, "working_ms": {"type": "integer"}, "attempts": {"type": "integer"},
    "note": {"type": "object", "required": ["code", "message"], "properties": {"code": {"type": "string"}, "message": {"type": "string"}}},
    "diagnostics": {"type": "array", "items": {"$ref": "#/components/schemas/Diagnostic"}},
    "artefacts": {"type": "array", "items": {"$ref": "#/components/schemas/Artefact"}},
    "verdict": {"type": "object", "description": "What the finished file was checked against, and what was found"}}},
  "Exhibit": {"type": "object",
    "required": ["exhibit", "href", "case_ref", "name", "sha256", "size", "media_type", "inspection", "facts", "uploaded_at"],
    "properties": {
    "exhibit": {"type": "string", "description": "The handle"}, "href": {"type": "string"}, "case_ref": {"type": "string"},
    "name": {"type": "string"}, "sha256": {"type": "string"}, "size": {"type": "integer"}, "media_type": {"type": "string"},
    "inspection": {"enum": ["pending", "inspected", "refused"]}, "facts": {"type": "object", "description": "What is known of the file: pages, sizes, text, locks, files inside, what a bundle leaves behind (docs/evidence.md); of a refused one its diagnostics"},
    "uploaded_at": {"type": "string", "format": "date-time"}}},
  "Release": {"type": "object", "required": ["number", "made_at", "pages", "name", "sha256", "identity", "request", "href"], "properties": {
    "number": {"type": "integer"}, "made_at": {"type": "string", "format": "date-time"}, "pages": {"type": "integer"},
    "name": {"type": "string"}, "sha256": {"type": "string"}, "identity": {"type": "string"}, "request": {"type": "string"},
    "href": {"type": "string"},
    "volumes": {"type": "array", "description": "The files of a release that has several", "items": {"type": "object"}},
    "given": {"type": "array", "items": {"$ref": "#/components/schemas/ReleaseGiven"}}}},
  "GiveRelease": {"type": "object", "required": ["to", "method"], "properties": {
    "to": {"type": "string"}, "method": {"enum": ["email", "post", "hand", "portal", "dx"]},
    "on": {"type": "string", "format": "date", "description": "Today where it is not said"},
    "by": {"type": "string", "description": "The caller where it is not said"},
    "volume": {"type": "integer", "minimum": 1, "description": "The one volume that went; all where it is not said"},
    "note": {"type": "string"}}},
  "ReleaseGiven": {"type": "object", "required": ["id", "release", "identity", "to", "method", "on", "by"], "properties": {
    "id": {"type": "string"}, "release": {"type": "integer"}, "identity": {"type": "string"}, "to": {"type": "string"},
    "method": {"enum": ["email", "post", "hand", "portal", "dx"]}, "on": {"type": "string", "format": "date"},
    "by": {"type": "string"}, "volume": {"type": ["integer", "null"]}, "note": {"type": "string"},
    "recorded_at": {"type": "string", "format": "date-time"}}},
  "Pack": {"type": "object", "required": ["id", "case_ref", "title", "made_at", "releases"], "properties": {
    "id": {"type": "string"}, "case_ref": {"type": "string"}, "title": {"type": "string"},
    "made_at": {"type": "string", "format": "date-time"},
    "releases": {"type": "array", "items": {"$ref": "#/components/schemas/Release"}}}},
  "Field": {"type": "object", "required": ["name", "kind", "label", "required"], "properties": {
    "name": {"type": "string"}, "kind": {"type": "string"}, "label": {"type": "string"}, "required": {"type": "boolean"},
    "required_when": {"type": "string"},
    "choices": {"type": "array", "items": {"type": "object", "properties": {"value": {"type": "string"}, "label": {"type": "string"}}}},
    "members": {"type": "array", "items": {"$ref": "#/components/schemas/Field"}}}},
  "DocumentType": {"type": "object",
    "required": ["id", "version", "title", "family", "law", "in_force_from", "bundle", "languages", "fields"], "properties": {
    "id": {"type": "string"}, "version": {"type": "integer"}, "title": {"type": "string"}, "family": {"type": "string"},
    "law": {"type": "string"}, "in_force_from": {"type": "string"}, "in_force_until": {"type": "string"},
    "bundle": {"type": "boolean"}, "languages": {"type": "array", "items": {"type": "string"}},
    "fields": {"type": "array", "items": {"$ref": "#/components/schemas/Field"}}}},
  "Readiness": {"type": "object", "required": ["ready", "checks", "lanes", "connections"], "properties": {
    "ready": {"type": "boolean"},
    "checks": {"type": "array", "items": {"type": "object", "required": ["name", "ok"], "properties": {
      "name": {"type": "string"}, "ok": {"type": "boolean"}, "code": {"type": "string"}}}},
    "connections": {"type": "object", "required": ["refused", "cut_off"],
      "description": "connections without an answer since the start: no thread was free; the headers came too slowly",
      "properties": {"refused": {"type": "integer"}, "cut_off": {"type": "integer"}}},
    "lanes": {"type": "array", "items": {"type": "object", "required": ["lane", "queued", "running", "oldest_ms"], "properties": {
      "lane": {"type": "string"}, "queued": {"type": "integer"}, "running": {"type": "integer"}, "oldest_ms": {"type": "integer"}}}}}}}
})json";

Value parsed(std::string_view text) {
    auto read = readJson(text);
    if (!read.value) {
        throw std::logic_error("the description of the interface is not JSON, line " +
                               std::to_string(read.fault->line));
    }
    return *std::move(read.value);
}

Value allPaths() {
    Value all = parsed(paths);
    for (auto& [path, operations] : documentPaths()) {
        all.object()->set(path, operations);
    }
    return all;
}

}  // namespace

std::string openApiDocument(std::string_view version) {
    const Object info{{"title", "Engross"},
                      {"version", version},
                      {"description", "Documents for housing officers and tribunals, asked for, watched and fetched."},
                      {"license", Object{{"name", "MIT"}, {"identifier", "MIT"}}}};
    const List tags{Object{{"name", "requests"}, {"description", "Work that was asked for"}},
                    Object{{"name", "files"}, {"description", "What was made"}},
                    Object{{"name", "documents"}, {"description", "Their life, from made to served"}},
                    Object{{"name", "exhibits"}, {"description", "Evidence"}},
                    Object{{"name", "packs"}, {"description", "Tribunal bundles and their releases"}},
                    Object{{"name", "types"}, {"description", "What can be asked for"}},
                    Object{{"name", "operations"}, {"description", "Running the service"}}};
    return writeJson(Object{{"openapi", "3.1.0"},
                            {"info", info},
                            {"servers", List{Object{{"url", "/"}}}},
                            {"security", List{Object{{"token", List{}}}, Object{{"session", List{}}}}},
                            {"tags", tags},
                            {"paths", allPaths()},
                            {"components", parsed(components)}});
}

Answer showOpenApi(const Context& context, const Call& /*call*/) {
    return Answer{.headers = {{"Content-Type", "application/json"}, {"Cache-Control", "public, max-age=300"}},
                  .body = openApiDocument(context.settings.version)};
}

}  // namespace engross
