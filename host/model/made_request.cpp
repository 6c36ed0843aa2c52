#include "model/made_request.h"

namespace engross {

Request madeRequest(const Request& bundle, const Value& make) {
    Request request = bundle;
    request.type = make.textOr("type", "");
    const Value* fields = make.find("fields");
    request.fields = fields == nullptr ? Value{Object{}} : *fields;
    request.sections.clear();
    request.profile.clear();
    request.releaseOf.clear();
    request.numbering.clear();
    request.renumber.reset();
    request.volumes.reset();
    request.references.clear();
    request.waivers.clear();
    request.directions = {};
    return request;
}

std::vector<Request> madeRequests(const Request& bundle) {
    std::vector<Request> made;
    for (const BundleSection& section : bundle.sections) {
        for (const BundleItem& item : section.items) {
            if (item.make) {
                made.push_back(madeRequest(bundle, *item.make));
            }
        }
    }
    return made;
}

}  // namespace engross
