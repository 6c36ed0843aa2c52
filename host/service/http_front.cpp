#include "service/http_front.h"

#include "service/body.h"
#include "service/connection_watch.h"
#include "service/dispatcher.h"

#include <Poco/Exception.h>
#include <Poco/Net/HTTPRequestHandler.h>
#include <Poco/Net/HTTPRequestHandlerFactory.h>
#include <Poco/Net/HTTPServerConnection.h>
#include <Poco/Net/HTTPServerParams.h>
#include <Poco/Net/HTTPServerRequest.h>
#include <Poco/Net/HTTPServerResponse.h>
#include <Poco/Net/ServerSocket.h>
#include <Poco/Net/SocketAddress.h>
#include <Poco/Net/TCPServer.h>
#include <Poco/Net/TCPServerConnectionFactory.h>
#include <Poco/ThreadPool.h>
#include <Poco/URI.h>

#include <algorithm>
#include <array>
#include <fstream>

namespace engross {
namespace {

using Poco::Net::HTTPServerRequest;
using Poco::Net::HTTPServerResponse;

constexpr std::size_t pieceBytes = 256U << 10U;

std::string lower(std::string text) {
    std::ranges::transform(text, text.begin(), [](char letter) {
        return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter + 32) : letter;
    });
    return text;
}

// The first language of the header that there is a catalogue for; quality values are not weighed.
Language preferred(const Call& call) {
    if (const auto asked = languageFrom(call.queried("lang"))) {
        return *asked;
    }
    const std::string header = call.header("accept-language");
    std::string_view rest = header;
    while (!rest.empty()) {
        const std::size_t end = std::min(rest.find(','), rest.size());
        std::string_view tag = rest.substr(0, std::min(rest.find(';'), end));
        tag.remove_prefix(std::min(tag.find_first_not_of(' '), tag.size()));
        if (const auto language = languageFrom(tag)) {
            return *language;
        }
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return Language::English;
}

/// Reads the call; false where its address, its length or its framing is none that HTTP allows.
bool read(HTTPServerRequest& request, Call& call) {
    if (request.getVersion() != Poco::Net::HTTPMessage::HTTP_1_1 &&
        request.getVersion() != Poco::Net::HTTPMessage::HTTP_1_0) {
        return false;
    }
    call.method = request.getMethod();
    for (const auto& [name, value] : request) {
        call.headers.emplace(lower(name), value);
    }
    if (call.headers.contains("transfer-encoding")) {
        call.headers["transfer-encoding"] = lower(call.headers["transfer-encoding"]);
        // A body with two lengths is how one call is smuggled inside another (RFC 9112 section 6.1).
        if (request.hasContentLength() || call.header("transfer-encoding") != "chunked") {
            return false;
        }
    }
    try {
        const Poco::URI address(request.getURI());
        call.path = address.getPath();
        for (const auto& [name, value] : address.getQueryParameters()) {
            call.query.emplace(name, value);
        }
        if (request.hasContentLength()) {
            const auto length = request.getContentLength64();
            if (length < 0) {
                return false;
            }
            call.bodyLength = static_cast<std::uint64_t>(length);
        }
    } catch (const Poco::SyntaxException&) {
        return false;
    }
    call.body = &request.stream();
    call.language = preferred(call);
    return true;
}

void sendFile(const FileSlice& slice, std::ostream& out) {
    std::ifstream file(slice.path, std::ios::binary);
    file.seekg(static_cast<std::streamoff>(slice.offset));
    std::string buffer(pieceBytes, '\0');
    for (std::uint64_t left = slice.length; left > 0 && file && out;) {
        file.read(buffer.data(), static_cast<std::streamsize>(std::min<std::uint64_t>(left, buffer.size())));
        const auto got = file.gcount();
        out.write(buffer.data(), got);
        left -= static_cast<std::uint64_t>(got);
    }
}

void send(const Answer& answer, const Call& call, HTTPServerResponse& response) {
    response.setStatus(static_cast<Poco::Net::HTTPResponse::HTTPStatus>(answer.status));
    response.setReason(Poco::Net::HTTPResponse::getReasonForStatus(response.getStatus()));
    for (const auto& [name, value] : answer.headers) {
        response.set(name, value);
    }
    if (answer.status != 304) {
        response.setContentLength64(static_cast<Poco::Int64>(answer.file ? answer.file->length : answer.body.size()));
    }
    std::ostream& out = response.send();
    if (call.method == "HEAD" || answer.status == 304) {
        return;
    }
    if (answer.file) {
        sendFile(*answer.file, out);
    } else {
        out.write(answer.body.data(), static_cast<std::streamsize>(answer.body.size()));
    }
    out.flush();
}

class Exchange : public Poco::Net::HTTPRequestHandler {
public:
    Exchange(Context context, ConnectionWatch& watch) : context_(std::move(context)), watch_(watch) {}

    void handleRequest(HTTPServerRequest& request, HTTPServerResponse& response) override {
        watch_.headersArrived();
        exchange(request, response);
        watch_.answered();
    }

private:
    // The top of a connection's thread: a bug of ours answers with 500 and leaves the other threads alone.
    void exchange(HTTPServerRequest& request, HTTPServerResponse& response) {
        const auto begun = std::chrono::steady_clock::now();
        Call call;
        call.now = context_.parts.clock();
        call.correlation = makeUuid(call.now);
        Answer answer;
        bool framed = false;
        try {
            framed = read(request, call);
            answer = framed ? dispatch(context_, call) : problem(call, 400, "malformed-call");
        } catch (const std::exception& error) {
            context_.parts.log(Object{{"event", "bug"}, {"what", error.what()}, {"correlation_id", call.correlation}});
            answer = problem(call, 500, "failed");
        }
        if (!framed || !discardBody(call)) {
            response.setKeepAlive(false);
        }
        if (!framed) {
            response.setVersion(Poco::Net::HTTPMessage::HTTP_1_1);
        }
        send(answer, call, response);
        context_.parts.log(
            logLine(call, answer,
                    std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - begun)));
    }

    Context context_;
    ConnectionWatch& watch_;
};

class Exchanges : public Poco::Net::HTTPRequestHandlerFactory {
public:
    Exchanges(Context context, ConnectionWatch& watch) : context_(std::move(context)), watch_(watch) {}
    Poco::Net::HTTPRequestHandler* createRequestHandler(const HTTPServerRequest& /*request*/) override {
        return new Exchange(context_, watch_);  // Poco's server deletes it
    }

private:
    Context context_;
    ConnectionWatch& watch_;
};

class WatchedConnection : public Poco::Net::HTTPServerConnection {
public:
    WatchedConnection(const Poco::Net::StreamSocket& socket, Poco::Net::HTTPServerParams::Ptr params,
                      Poco::Net::HTTPRequestHandlerFactory::Ptr exchanges, ConnectionWatch& watch)
        : HTTPServerConnection(socket, std::move(params), std::move(exchanges)), watch_(watch) {}
    void run() override {
        const ConnectionWatch::Visit visit(watch_, socket());
        HTTPServerConnection::run();
    }

private:
    ConnectionWatch& watch_;
};

class WatchedConnections : public Poco::Net::TCPServerConnectionFactory {
public:
    WatchedConnections(Context context, Poco::Net::HTTPServerParams::Ptr params, ConnectionWatch& watch)
        : params_(std::move(params)), exchanges_(new Exchanges(std::move(context), watch)), watch_(watch) {}
    Poco::Net::TCPServerConnection* createConnection(const Poco::Net::StreamSocket& socket) override {
        return new WatchedConnection(socket, params_, exchanges_, watch_);  // Poco's server deletes it
    }

private:
    Poco::Net::HTTPServerParams::Ptr params_;
    Poco::Net::HTTPRequestHandlerFactory::Ptr exchanges_;
    ConnectionWatch& watch_;
};

Poco::Net::HTTPServerParams::Ptr paramsFor(const ServerSettings& settings) {
    Poco::Net::HTTPServerParams::Ptr params = new Poco::Net::HTTPServerParams;
    params->setMaxThreads(settings.threads);
    params->setMaxQueued(settings.queued);
    params->setTimeout(Poco::Timespan(static_cast<long>(settings.idle.count()), 0));
    params->setKeepAlive(true);
    params->setKeepAliveTimeout(Poco::Timespan(static_cast<long>(settings.keepAlive.count()), 0));
    return params;
}

Poco::Net::ServerSocket socketFor(const ServerSettings& settings) {
    try {
        // Not the constructor that binds: it lets a second server share the port, and each would get half the calls.
        Poco::Net::ServerSocket socket;
        socket.bind(Poco::Net::SocketAddress(settings.address, settings.port), true, false);
        socket.listen(settings.queued);
        return socket;
    } catch (const Poco::Exception& error) {
        throw ServiceError("listen-failed", settings.address + ":" + std::to_string(settings.port),
                           "cannot listen there (" + error.displayText() + "); choose another address or port");
    }
}

}  // namespace

struct HttpFront::Impl {
    Impl(const ServerParts& parts, const ServerSettings& settings)
        : watch(settings.headerDeadline),
          pinned(parts.vault),
          threads("http", 1, settings.threads),
          socket(socketFor(settings)),
          params(paramsFor(settings)),
          server(new WatchedConnections({parts, settings, [this] { return lost(); }, pinned}, params, watch), threads,
                 socket, params) {}

    [[nodiscard]] LostConnections lost() const {
        return {.refused = server.refusedConnections(), .cutOff = watch.cutOff()};
    }

    ConnectionWatch watch;
    PinnedSources pinned;
    Poco::ThreadPool threads;
    Poco::Net::ServerSocket socket;
    Poco::Net::HTTPServerParams::Ptr params;
    Poco::Net::TCPServer server;
};

HttpFront::HttpFront(const ServerParts& parts, const ServerSettings& settings)
    : impl_(std::make_unique<Impl>(parts, settings)) {
    impl_->server.start();
}

HttpFront::~HttpFront() {
    impl_->server.stop();
    impl_->watch.close();
    impl_->threads.joinAll();
}

std::uint16_t HttpFront::port() const noexcept {
    return impl_->socket.address().port();
}

}  // namespace engross
