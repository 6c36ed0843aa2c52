#include "model/request_secrets.h"

#include <functional>

namespace engross {
namespace {

/// The passwords of exhibits, and the terms that must stand nowhere: where somebody hides, more often than not.
void eachSecret(Request& request, const std::function<void(std::string&)>& visit) {
    for (BundleSection& section : request.sections) {
        for (BundleItem& item : section.items) {
            if (!item.password.empty()) {
                visit(item.password);
            }
        }
    }
    for (std::string& term : request.protectedTerms) {
        visit(term);
    }
    Object* directions = request.directions.object();
    Value* directed = directions == nullptr ? nullptr : directions->find("protected");
    if (directed != nullptr && directed->list() != nullptr) {
        for (Value& term : *directed->list()) {
            if (term.text() != nullptr) {
                std::string words = *term.text();
                visit(words);
                term = std::move(words);
            }
        }
    }
}

}  // namespace

void closeSecrets(Request& request, const Seal& seal, std::string_view owner) {
    eachSecret(request, [&](std::string& secret) { secret = seal.close(secret, owner); });
}

bool openSecrets(Request& request, const Seal& seal, std::string_view owner) {
    bool all = true;
    eachSecret(request, [&](std::string& secret) {
        if (Seal::isClosed(secret)) {
            const auto opened = seal.open(secret, owner);
            all = all && opened.has_value();
            secret = opened.value_or("");
        }
    });
    return all;
}

bool hasClosedSecrets(const Request& request) {
    bool closed = false;
    Request copy = request;
    eachSecret(copy, [&closed](const std::string& secret) { closed = closed || Seal::isClosed(secret); });
    return closed;
}

}  // namespace engross
