#pragma once
#include "service/server.h"

#include <cstdint>
#include <memory>

namespace engross {

/// The socket, the threads and the HTTP of the server: everything of Poco::Net, and nothing else.
class HttpFront {
public:
    /// Listens when it returns. Throws ServiceError.
    HttpFront(const ServerParts& parts, const ServerSettings& settings);
    ~HttpFront();
    HttpFront(const HttpFront&) = delete;
    HttpFront& operator=(const HttpFront&) = delete;

    [[nodiscard]] std::uint16_t port() const noexcept;

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace engross
