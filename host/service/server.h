#pragma once
#include "model/identifier.h"
#include "model/seal.h"
#include "model/value.h"
#include "queue/queue.h"
#include "script/catalogue.h"
#include "store/database.h"
#include "store/records.h"
#include "vault/vault.h"
#include "work/preview.h"

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>

namespace engross {

/// The server could not be started: "listen-failed".
class ServiceError : public Error {
    using Error::Error;
};

struct ServerSettings {
    std::string address = "127.0.0.1";
    std::uint16_t port = 8080;  // 0 takes any free one
    int threads = 16;           // each open connection holds one
    int queued = 64;            // connections that wait for a thread; more are dropped, and /readyz counts them
    std::chrono::seconds idle{15};
    std::chrono::seconds keepAlive{5};
    std::chrono::milliseconds headerDeadline = std::chrono::seconds{30};  // for a call's headers, as a whole
    std::chrono::seconds bodyDeadline{60};                                // for a JSON body, as a whole
    std::chrono::seconds uploadDeadline{900};                             // for an exhibit, as a whole
    std::uint64_t bodyLimit = 8U << 20U;
    std::uint64_t exhibitLimit = 2ULL << 30U;
    std::string dataFolder{};                    // whose disk /readyz looks at; empty for none
    std::uint64_t leastFreeBytes = 256U << 20U;  // below it the service is not ready
    bool secureCookies = false;                  // true behind a proxy that speaks HTTPS
    std::string version = "0";                   // of the program, for /openapi.json
};

/// What the server works with; all of it outlives the server.
struct ServerParts {
    Database& database;
    Queue& queue;
    Vault& vault;
    /// The catalogue of the moment: it is replaced when a document type is published.
    std::function<std::shared_ptr<const Catalogue>()> catalogue;
    Clock clock;
    Workforce* workforce = nullptr;
    /// Called where going on would be wrong (a failed fsync): the host must stop and recover at its next start.
    std::function<void(const std::string& code)> mustStop = [](const std::string&) {};
    /// Closes passwords before a request is written down; without one it is written as it came.
    const Seal* seal = nullptr;
    /// One object for each call answered: method, route, status, milliseconds, correlation id. No personal data.
    std::function<void(const Value& line)> log = [](const Value&) {};
};

/// The HTTP interface and the web pages (docs/api.md). Handlers look things up and put requests into the queue; none
/// makes a document.
class Server {
public:
    /// Listens when it returns. Throws ServiceError.
    Server(ServerParts parts, ServerSettings settings);
    /// Stops listening and waits for the calls that are being answered.
    ~Server();
    Server(const Server&) = delete;
    Server& operator=(const Server&) = delete;

    [[nodiscard]] std::uint16_t port() const noexcept;
    /// "http://127.0.0.1:8080"
    [[nodiscard]] std::string url() const;

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

/// A link that gives `grant` to the first who opens it within `usableFor`: "<url>/sign-in?key=…".
/// The store keeps its hash only.
[[nodiscard]] std::string makeSignInLink(Database& database, const std::string& url, const Grant& grant,
                                         std::chrono::seconds usableFor, Instant now);

}  // namespace engross
