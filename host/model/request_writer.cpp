#include "model/request.h"

namespace engross {
namespace {

void setText(Object& object, const char* name, const std::string& text) {
    if (!text.empty()) {
        object.set(name, text);
    }
}

Value optionsOf(const Request& request) {
    Object options;
    setText(options, "house", request.house);
    if (request.language != Request().language) {
        options.set("language", request.language);
    }
    if (request.draft) {
        options.set("draft", true);
    }
    if (request.largePrint != 0) {
        options.set("large_print", std::int64_t{request.largePrint});
    }
    setText(options, "copy", request.copy);
    setText(options, "supersedes", request.supersedes);
    return options;
}

Value itemValue(const BundleItem& item) {
    Object object;
    setText(object, "title", item.title);
    setText(object, "date", item.date);
    setText(object, "exhibit", item.exhibit);
    setText(object, "file", item.file);
    if (item.make) {
        object.set("make", *item.make);
    }
    setText(object, "password", item.password);
    setText(object, "kind", item.kind);
    setText(object, "sheet", item.sheet);
    setText(object, "after_page", item.afterPage);
    if (!item.marks.empty()) {
        object.set("marks", List(item.marks.begin(), item.marks.end()));
    }
    if (item.references) {
        object.set("references", *item.references);
    }
    if (item.marginReferences) {
        object.set("margin_references", *item.marginReferences);
    }
    return object;
}

Value sectionsOf(const Request& request) {
    List sections;
    for (const BundleSection& section : request.sections) {
        List items;
        for (const BundleItem& item : section.items) {
            items.push_back(itemValue(item));
        }
        sections.emplace_back(Object{{"title", section.title}, {"items", std::move(items)}});
    }
    return sections;
}

Value exhibitsOf(const Request& request) {
    List exhibits;
    for (const ExhibitReference& exhibit : request.exhibits) {
        Object object{{"mark", exhibit.mark}};
        setText(object, "exhibit", exhibit.exhibit);
        setText(object, "file", exhibit.file);
        if (exhibit.attachment > 0) {
            object.set("attachment", exhibit.attachment);
        }
        exhibits.emplace_back(std::move(object));
    }
    return exhibits;
}

Value waiversOf(const Request& request) {
    List waivers;
    for (const Waiver& waiver : request.waivers) {
        waivers.emplace_back(Object{{"check", waiver.check},
                                    {"as", waiver.as},
                                    {"name", waiver.name},
                                    {"post", waiver.post},
                                    {"on", waiver.on},
                                    {"until", waiver.until},
                                    {"reason", waiver.reason}});
    }
    return waivers;
}

void setBundleChoices(Object& body, const Request& request) {
    setText(body, "letter", request.letter);
    setText(body, "numbering", request.numbering);
    if (request.marginReferences) {
        body.set("margin_references", true);
    }
    if (request.deep) {
        body.set("deep", true);
    }
    if (!request.protectedTerms.empty()) {
        body.set("protected", List(request.protectedTerms.begin(), request.protectedTerms.end()));
    }
    if (request.renumber) {
        body.set("renumber", Object{{"ordered_by", request.renumber->orderedBy},
                                    {"on", request.renumber->on},
                                    {"reason", request.renumber->reason}});
    }
    if (request.volumes) {
        Object volumes;
        if (request.volumes->pages > 0) {
            volumes.set("pages", static_cast<std::int64_t>(request.volumes->pages));
        }
        if (request.volumes->megabytes > 0) {
            volumes.set("megabytes", static_cast<std::int64_t>(request.volumes->megabytes));
        }
        body.set("volumes", std::move(volumes));
    }
}

}  // namespace

Value toValue(const Request& request) {
    Object body;
    setText(body, "type", request.type);
    setText(body, "case_ref", request.caseRecord.reference);
    if (!request.caseRecord.facts.isNull()) {
        body.set("case", request.caseRecord.facts);
    }
    if (!request.fields.isNull()) {
        body.set("fields", request.fields);
    }
    if (!request.exhibits.empty()) {
        body.set("exhibits", exhibitsOf(request));
    }
    if (!request.sections.empty()) {
        body.set("sections", sectionsOf(request));
    }
    if (!request.waivers.empty()) {
        body.set("waivers", waiversOf(request));
    }
    if (!request.directions.isNull()) {
        body.set("directions", request.directions);
    }
    setText(body, "profile", request.profile);
    setText(body, "release_of", request.releaseOf);
    setBundleChoices(body, request);
    if (Value options = optionsOf(request); !options.object()->empty()) {
        body.set("options", std::move(options));
    }
    return body;
}

}  // namespace engross
