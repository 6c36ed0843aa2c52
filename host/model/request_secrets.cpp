#include "model/request_secrets.h"

#include <functional>

namespace engross {
namespace {

void eachPassword(Request& request, const std::function<void(std::string&)>& visit) {
    for (BundleSection& section : request.sections) {
        for (BundleItem& item : section.items) {
            if (!item.password.empty()) {
                visit(item.password);
            }
        }
    }
}

}  // namespace

void closeSecrets(Request& request, const Seal& seal, std::string_view owner) {
    eachPassword(request, [&](std::string& password) { password = seal.close(password, owner); });
}

bool openSecrets(Request& request, const Seal& seal, std::string_view owner) {
    bool all = true;
    eachPassword(request, [&](std::string& password) {
        if (Seal::isClosed(password)) {
            const auto opened = seal.open(password, owner);
            all = all && opened.has_value();
            password = opened.value_or("");
        }
    });
    return all;
}

bool hasClosedSecrets(const Request& request) {
    for (const BundleSection& section : request.sections) {
        for (const BundleItem& item : section.items) {
            if (Seal::isClosed(item.password)) {
                return true;
            }
        }
    }
    return false;
}

}  // namespace engross
