#pragma once
#include "model/value.h"

#include <memory>
#include <string>

namespace engross {

/// What a running service answered.
struct ApiAnswer {
    int status = 0;
    Value body;  // null where it was no JSON
};

/// A client of a running service (docs/api.md), with one bearer token. Every call throws CommandError
/// ("service-unreachable") where no answer comes.
class ApiClient {
public:
    /// Throws CommandError where the address is none: "http://127.0.0.1:8080".
    ApiClient(const std::string& url, std::string token);
    ~ApiClient();

    [[nodiscard]] ApiAnswer get(const std::string& path);
    [[nodiscard]] ApiAnswer post(const std::string& path, const Value& body);
    /// Uploads a file as an exhibit of a case.
    [[nodiscard]] ApiAnswer upload(const std::string& file, const std::string& caseReference);
    /// Saves what stands at the path as a file, whole or not at all.
    void download(const std::string& path, const std::string& file);

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace engross
