#include "service/answer.h"

#include "model/json.h"

namespace engross {

Answer& Answer::with(std::string name, std::string value) {
    headers.emplace_back(std::move(name), std::move(value));
    return *this;
}

Answer json(int status, const Value& value) {
    return {.status = status, .headers = {{"Content-Type", "application/json"}}, .body = writeJson(value)};
}

Answer html(int status, std::string text) {
    return {.status = status, .headers = {{"Content-Type", "text/html; charset=utf-8"}}, .body = std::move(text)};
}

Answer problem(const Call& call, int status, std::string_view code, const std::vector<Diagnostic>& diagnostics) {
    const Messages& words = Messages::in(call.language);
    const std::string name(code);
    Object body{{"type", "urn:engross:problem:" + name},
                {"title", words.text("service.problem." + name)},
                {"status", status},
                {"detail", words.text("service.cure." + name)},
                {"code", name},
                {"correlation_id", call.correlation}};
    if (!diagnostics.empty()) {
        List errors;
        for (const Diagnostic& diagnostic : diagnostics) {
            errors.push_back(toValue(diagnostic));
        }
        body.set("errors", std::move(errors));
    }
    return {.status = status,
            .headers = {{"Content-Type", "application/problem+json"},
                        {"Content-Language", std::string(tagOf(call.language))}},
            .body = writeJson(Value(std::move(body)))};
}

Answer notFound(const Call& call) {
    return problem(call, 404, "not-found");
}

}  // namespace engross
