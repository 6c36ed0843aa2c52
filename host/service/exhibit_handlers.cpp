#include "model/json.h"
#include "service/exhibit_intake.h"
#include "service/handlers.h"
#include "service/record.h"
#include "service/upload.h"
#include "words/faults.h"

#include <algorithm>

namespace engross {
namespace {

constexpr std::size_t longestReference = 100;
constexpr std::uint64_t roomForFields = 64U << 10U;

std::string exhibitPath(const std::string& handle) {
    return "/api/v1/exhibits/" + handle;
}

Value exhibitValue(const ExhibitRecord& exhibit) {
    const auto facts = readJson(exhibit.facts);
    return Object{{"exhibit", exhibit.handle},
                  {"href", exhibitPath(exhibit.handle)},
                  {"case_ref", exhibit.caseReference},
                  {"name", exhibit.name},
                  {"sha256", exhibit.hash.hex()},
                  {"size", static_cast<std::int64_t>(exhibit.size)},
                  {"media_type", exhibit.mediaType},
                  {"inspection", nameOf(exhibit.inspection)},
                  {"facts", facts.value.value_or(Object{})},
                  {"uploaded_at", isoTime(exhibit.uploadedAt)}};
}

Diagnostic fault(const Call& call, std::string_view code, std::string pointer) {
    Diagnostic diagnostic{.code = std::string(code), .severity = Severity::Error};
    diagnostic.where.pointer = std::move(pointer);
    diagnostic.message = Messages::in(call.language).text("service.fault." + std::string(code));
    return diagnostic;
}

bool isPrintable(const std::string& text) {
    return std::ranges::none_of(
        text, [](char letter) { return static_cast<unsigned char>(letter) < 0x20 || letter == 0x7f; });
}

std::vector<Diagnostic> faultsOf(const ReceivedFile& upload, const Call& call) {
    std::vector<Diagnostic> faults;
    if (upload.files == 0) {
        faults.push_back(fault(call, "upload-no-file", "/file"));
    } else if (upload.files > 1) {
        faults.push_back(fault(call, "upload-many-files", "/file"));
    } else if (upload.size == 0) {
        faults.push_back(fault(call, "upload-empty", "/file"));
    }
    if (upload.caseReference.empty()) {
        faults.push_back(fault(call, "upload-no-case", "/case_ref"));
    } else if (upload.caseReference.size() > longestReference) {
        faults.push_back(fault(call, "case-ref-too-long", "/case_ref"));
    } else if (!isPrintable(upload.caseReference)) {
        faults.push_back(fault(call, "case-ref-unprintable", "/case_ref"));
    }
    return faults;
}

}  // namespace

Answer uploadExhibit(const Context& context, const Call& call) {
    const std::string boundary = boundaryOf(call.header("content-type"));
    if (boundary.empty()) {
        return problem(call, 415, "not-multipart");
    }
    ReceivedFile upload(context.parts.vault);
    const BodyLimits limits{context.settings.exhibitLimit + roomForFields, context.settings.uploadDeadline};
    if (const auto bodyFault = upload.receive(call, limits, boundary)) {
        return refusal(call, *bodyFault);
    }
    if (!upload.complete) {
        return problem(call, 400, "malformed-multipart");
    }
    if (const auto faults = faultsOf(upload, call); !faults.empty()) {
        return problem(call, 422, "upload-refused", faults);
    }
    const ExhibitRecord exhibit = takeExhibit(
        context, call, upload.caseReference,
        {.path = upload.path(), .name = upload.fileName, .mediaType = upload.mediaType, .size = upload.size});
    return json(201, exhibitValue(exhibit)).with("Location", exhibitPath(exhibit.handle));
}

Answer showExhibit(const Context& context, const Call& call) {
    const auto exhibit = context.parts.database.transaction([&](Transaction& transaction) {
        auto found = Records(transaction).exhibit(call.principal.team, call.part("handle"));
        if (found) {
            record(transaction, call, "exhibit.seen", found->handle);
        }
        return found;
    });
    if (!exhibit) {
        return notFound(call);
    }
    Answer answer = json(200, exhibitValue(*exhibit));
    if (exhibit->inspection == Inspection::Pending) {
        answer.with("Retry-After", "1");
    }
    return answer;
}

}  // namespace engross
