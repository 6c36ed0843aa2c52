#include "service/server.h"

#include "service/http_front.h"

namespace engross {
namespace {

constexpr std::size_t keyBytes = 32;

}  // namespace

struct Server::Impl {
    Impl(ServerParts given, ServerSettings chosen)
        : parts(std::move(given)), settings(std::move(chosen)), front(parts, settings) {}

    const ServerParts parts;
    const ServerSettings settings;
    HttpFront front;
};

Server::Server(ServerParts parts, ServerSettings settings)
    : impl_(std::make_unique<Impl>(std::move(parts), std::move(settings))) {}

Server::~Server() = default;

std::uint16_t Server::port() const noexcept {
    return impl_->front.port();
}

std::string Server::url() const {
    const std::string& address = impl_->settings.address;
    const std::string host = address.find(':') == std::string::npos ? address : "[" + address + "]";
    return "http://" + host + ":" + std::to_string(port());
}

std::string makeSignInLink(Database& database, const std::string& url, const Grant& grant,
                           std::chrono::seconds usableFor, Instant now) {
    const std::string key = makeSecret(keyBytes);
    database.transaction(
        [&](Transaction& transaction) { Records(transaction).addSignInLink(key, grant, now + usableFor, now); });
    return url + "/sign-in?key=" + key;
}

}  // namespace engross
