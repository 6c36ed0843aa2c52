#include "command/api_client.h"

#include "command/command_error.h"
#include "command/output_file.h"
#include "model/json.h"

#include <Poco/Exception.h>
#include <Poco/Net/FilePartSource.h>
#include <Poco/Net/HTMLForm.h>
#include <Poco/Net/HTTPClientSession.h>
#include <Poco/Net/HTTPRequest.h>
#include <Poco/Net/HTTPResponse.h>
#include <Poco/StreamCopier.h>
#include <Poco/Timespan.h>
#include <Poco/URI.h>
#include <filesystem>
#include <istream>
#include <utility>

namespace engross {
namespace {

constexpr int kPatienceSeconds = 120;
constexpr std::size_t kLargestAnswer = std::size_t{64} << 20U;

std::string textOf(std::istream& stream) {
    std::string text;
    Poco::StreamCopier::copyToString(stream, text);
    return text;
}

}  // namespace

struct ApiClient::Impl {
    Poco::URI uri;
    std::string token;
    Poco::Net::HTTPClientSession session;

    Impl(const std::string& url, std::string secret)
        : uri(url), token(std::move(secret)), session(uri.getHost(), uri.getPort()) {
        session.setTimeout(Poco::Timespan(kPatienceSeconds, 0));
        session.setKeepAlive(false);
    }

    [[nodiscard]] Poco::Net::HTTPRequest request(const std::string& method, const std::string& path) const {
        Poco::Net::HTTPRequest made(method, path, Poco::Net::HTTPMessage::HTTP_1_1);
        made.set("Authorization", "Bearer " + token);
        return made;
    }

    template <typename Exchange>
    auto talk(const Exchange& exchange) {
        try {
            return exchange();
        } catch (const Poco::Exception& error) {
            throw CommandError("service-unreachable", uri.toString(), error.displayText());
        }
    }

    ApiAnswer answer() {
        Poco::Net::HTTPResponse response;
        const std::string text = textOf(session.receiveResponse(response));
        JsonResult read = readJson(text, {.bytes = kLargestAnswer});
        return {.status = response.getStatus(), .body = std::move(read.value).value_or(Value{})};
    }
};

ApiClient::ApiClient(const std::string& url, std::string token) {
    try {
        impl_ = std::make_unique<Impl>(url, std::move(token));
    } catch (const Poco::Exception& error) {
        throw CommandError("service-unreachable", url, error.displayText());
    }
}

ApiClient::~ApiClient() = default;

ApiAnswer ApiClient::get(const std::string& path) {
    return impl_->talk([&] {
        auto request = impl_->request("GET", path);
        impl_->session.sendRequest(request);
        return impl_->answer();
    });
}

ApiAnswer ApiClient::post(const std::string& path, const Value& body) {
    return impl_->talk([&] {
        const std::string text = writeJson(body);
        auto request = impl_->request("POST", path);
        request.setContentType("application/json");
        request.setContentLength64(static_cast<Poco::Int64>(text.size()));
        impl_->session.sendRequest(request) << text;
        return impl_->answer();
    });
}

ApiAnswer ApiClient::upload(const std::string& file, const std::string& caseReference) {
    return impl_->talk([&] {
        Poco::Net::HTMLForm form(Poco::Net::HTMLForm::ENCODING_MULTIPART);
        form.set("case_ref", caseReference);
        form.addPart("file", new Poco::Net::FilePartSource(file));
        auto request = impl_->request("POST", "/api/v1/exhibits");
        form.prepareSubmit(request);
        form.write(impl_->session.sendRequest(request));
        return impl_->answer();
    });
}

void ApiClient::download(const std::string& path, const std::string& file) {
    impl_->talk([&] {
        auto request = impl_->request("GET", path);
        impl_->session.sendRequest(request);
        Poco::Net::HTTPResponse response;
        const std::string bytes = textOf(impl_->session.receiveResponse(response));
        if (response.getStatus() != Poco::Net::HTTPResponse::HTTP_OK) {
            throw CommandError("service-answer", path, response.getReason());
        }
        OutputFile output{file};
        (void)output.put(bytes);
        output.keep();
    });
}

}  // namespace engross
