#include "service/routes.h"

#include "service/handlers.h"

#include <algorithm>

namespace engross {
namespace {

using enum Route::Door;

std::vector<std::string_view> segments(std::string_view path) {
    std::vector<std::string_view> found;
    while (!path.empty()) {
        const std::size_t end = path.find('/', 1);
        found.push_back(path.substr(1, end == std::string_view::npos ? end : end - 1));
        path = end == std::string_view::npos ? std::string_view() : path.substr(end);
    }
    return found;
}

std::optional<std::map<std::string, std::string>> fit(std::string_view pattern, std::string_view path) {
    const auto wanted = segments(pattern);
    const auto given = segments(path);
    if (wanted.size() != given.size()) {
        return std::nullopt;
    }
    std::map<std::string, std::string> parts;
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        if (wanted[i].starts_with('{') && !given[i].empty()) {
            parts.emplace(wanted[i].substr(1, wanted[i].size() - 2), given[i]);
        } else if (wanted[i] != given[i]) {
            return std::nullopt;
        }
    }
    return parts;
}

}  // namespace

const std::vector<Route>& routes() {
    static const std::vector<Route> table{
        {"GET", "/healthz", Open, Action::SeeTypes, showHealth},
        {"GET", "/readyz", Open, Action::SeeTypes, showReadiness},
        {"GET", "/openapi.json", Open, Action::SeeTypes, showOpenApi},
        {"GET", "/sign-in", Open, Action::SeeTypes, signIn},
        {"GET", "/static/engross.css", Open, Action::SeeTypes, showStyleSheet},
        {"GET", "/", Page, Action::SeeCase, showFrontPage},
        {"GET", "/requests/{id}", Page, Action::SeeCase, showRequestPage},
        {"GET", "/requests/{id}/answer", Page, Action::Submit, showAnswerPage},
        {"POST", "/requests/{id}/answer", Page, Action::Submit, takeAnswerPage},
        {"POST", "/api/v1/requests", Api, Action::Submit, submitRequest},
        {"GET", "/api/v1/requests", Api, Action::SeeCase, listRequests},
        {"GET", "/api/v1/requests/{id}", Api, Action::SeeCase, showRequest},
        {"POST", "/api/v1/requests/{id}/cancel", Api, Action::Cancel, cancelRequest},
        {"POST", "/api/v1/requests/{id}/answer", Api, Action::Submit, answerRequest},
        {"GET", "/api/v1/requests/{id}/artefacts/{sha256}", Api, Action::Download, downloadArtefact},
        {"GET", "/api/v1/documents/{id}/file", Api, Action::Download, downloadDocument},
        {"GET", "/api/v1/documents", Api, Action::SeeCase, listDocuments},
        {"GET", "/api/v1/documents/{id}", Api, Action::SeeCase, showDocument},
        {"GET", "/api/v1/documents/{id}/papers/{sha256}", Api, Action::Download, downloadPaper},
        {"POST", "/api/v1/documents/{id}/approve", Api, Action::Approve, approveDocument},
        {"POST", "/api/v1/documents/{id}/send_back", Api, Action::Approve, sendBackDocument},
        {"POST", "/api/v1/documents/{id}/sign", Api, Action::Submit, signDocument},
        {"POST", "/api/v1/documents/{id}/issue", Api, Action::Submit, issueDocument},
        {"POST", "/api/v1/documents/{id}/serve", Api, Action::RecordService, serveDocument},
        {"POST", "/api/v1/documents/{id}/withdraw", Api, Action::Approve, withdrawDocument},
        {"GET", "/api/v1/delegations", Api, Action::SeeCase, listDelegations},
        {"POST", "/api/v1/delegations", Api, Action::KeepRegister, addDelegation},
        {"POST", "/api/v1/delegations/{id}/end", Api, Action::KeepRegister, endDelegation},
        {"GET", "/api/v1/tasks", Api, Action::SeeCase, listTasks},
        {"POST", "/api/v1/tasks/{id}/done", Api, Action::Submit, finishTask},
        {"POST", "/api/v1/exhibits", Api, Action::Upload, uploadExhibit},
        {"GET", "/api/v1/exhibits/{handle}", Api, Action::SeeCase, showExhibit},
        {"GET", "/api/v1/packs", Api, Action::SeeCase, listPacks},
        {"POST", "/api/v1/packs/{id}/releases/{number}/given", Api, Action::RecordService, giveRelease},
        {"GET", "/api/v1/given", Api, Action::SeeCase, findGiven},
        {"GET", "/api/v1/types", Api, Action::SeeTypes, listTypes},
    };
    return table;
}

RouteMatch match(const std::vector<Route>& table, std::string_view method, std::string_view path) {
    const std::string_view wanted = method == "HEAD" ? "GET" : method;
    RouteMatch found;
    for (const Route& route : table) {
        auto parts = fit(route.pattern, path);
        if (!parts) {
            continue;
        }
        if (route.method == wanted) {
            return {.route = &route, .parts = *std::move(parts)};
        }
        found.otherMethods.push_back(route.method);
    }
    return found;
}

}  // namespace engross
