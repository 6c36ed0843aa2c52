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
    request.letter.clear();
    request.numbering.clear();
    request.renumber.reset();
    request.volumes.reset();
    request.marginReferences = false;
    request.deep = false;
    request.protectedTerms.clear();
    request.waivers.clear();
    request.directions = {};
    return request;
}

Request coveringLetterRequest(const Request& copied) {
    Request letter;
    letter.type = coveringLetterType;
    letter.house = copied.house;
    letter.language = copied.language;
    letter.draft = copied.draft;
    letter.largePrint = copied.largePrint;
    letter.caseRecord = copied.caseRecord;
    Object fields;
    for (const char* name : {"premises", "officer", "our_ref", "dated_on"}) {
        const Value* field = copied.fields.find(name);
        if (field != nullptr && !field->isNull()) {
            fields.set(name, *field);
        }
    }
    letter.fields = Value(std::move(fields));
    return letter;
}

std::vector<Request> madeRequests(const Request& request) {
    std::vector<Request> made;
    for (const BundleSection& section : request.sections) {
        for (const BundleItem& item : section.items) {
            if (item.make) {
                made.push_back(madeRequest(request, *item.make));
            }
        }
    }
    if (request.copy == "each") {
        made.push_back(coveringLetterRequest(request));
    }
    return made;
}

}  // namespace engross
