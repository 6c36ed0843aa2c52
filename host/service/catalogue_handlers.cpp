#include "life/release_register.h"
#include "service/handlers.h"
#include "service/record.h"
#include "service/request_view.h"

namespace engross {
namespace {

Value releaseValue(const ReleaseRecord& release, Transaction& transaction, const std::string& team) {
    const ReleaseRecords records(transaction);
    List files;
    for (const ReleaseFile& file : records.files(release.packId, release.number)) {
        files.push_back(Object{{"volume", file.volume},
                               {"name", file.name},
                               {"pages", static_cast<std::int64_t>(file.pages)},
                               {"sha256", file.artefact.hex()},
                               {"href", requestPath(release.requestId) + "/artefacts/" + file.artefact.hex()}});
    }
    List given;
    for (const ReleaseGiven& one : records.givenWith(team, release.identity.hex())) {
        given.push_back(toValue(one));
    }
    return Object{{"number", release.number},
                  {"volumes", std::move(files)},
                  {"given", std::move(given)},
                  {"made_at", isoTime(release.madeAt)},
                  {"pages", static_cast<std::int64_t>(release.pages)},
                  {"name", release.name},
                  {"sha256", release.artefact.hex()},
                  {"identity", release.identity.hex()},
                  {"request", requestPath(release.requestId)},
                  {"href", requestPath(release.requestId) + "/artefacts/" + release.artefact.hex()}};
}

Value fieldValue(const Field& field) {
    Object shown{{"name", field.name},
                 {"kind", nameOf(field.kind)},
                 {"label", field.label},
                 {"required", !field.optional && field.requiredWhen.empty()}};
    if (!field.requiredWhen.empty()) {
        shown.set("required_when", field.requiredWhen);
    }
    if (!field.choices.empty()) {
        List choices;
        for (const ChoiceOption& choice : field.choices) {
            choices.push_back(Object{{"value", choice.value}, {"label", choice.label}});
        }
        shown.set("choices", std::move(choices));
    }
    if (!field.members.empty()) {
        List members;
        for (const Field& member : field.members) {
            members.push_back(fieldValue(member));
        }
        shown.set("members", std::move(members));
    }
    return shown;
}

Value typeValue(const TypeSummary& type) {
    List fields;
    for (const Field& field : type.schema.fields) {
        fields.push_back(fieldValue(field));
    }
    List languages(type.languages.begin(), type.languages.end());
    Object shown{{"id", type.id},
                 {"version", type.version},
                 {"title", type.title},
                 {"family", type.family},
                 {"law", type.law},
                 {"in_force_from", type.inForceFrom},
                 {"bundle", type.isBundle},
                 {"languages", std::move(languages)},
                 {"fields", std::move(fields)}};
    if (!type.inForceUntil.empty()) {
        shown.set("in_force_until", type.inForceUntil);
    }
    return shown;
}

}  // namespace

Answer listPacks(const Context& context, const Call& call) {
    const std::string reference = call.queried("case_ref");
    if (reference.empty()) {
        return problem(call, 400, "case-ref-missing");
    }
    List packs;
    context.parts.database.transaction([&](Transaction& transaction) {
        packs.clear();
        const Records records(transaction);
        for (const PackRecord& pack : records.packs(call.principal.team, reference)) {
            List releases;
            for (const ReleaseRecord& release : records.releases(pack.id)) {
                releases.push_back(releaseValue(release, transaction, call.principal.team));
            }
            packs.push_back(Object{{"id", pack.id},
                                   {"case_ref", pack.caseReference},
                                   {"title", pack.title},
                                   {"made_at", isoTime(pack.madeAt)},
                                   {"releases", std::move(releases)}});
        }
        record(transaction, call, "packs.listed", reference);
    });
    return json(200, Object{{"packs", std::move(packs)}});
}

Answer listTypes(const Context& context, const Call& /*call*/) {
    const auto catalogue = context.parts.catalogue();
    List types;
    for (const std::string& id : catalogue->ids()) {
        if (const TypeSummary* type = catalogue->find(id)) {
            types.push_back(typeValue(*type));
        }
    }
    return json(200, Object{{"types", std::move(types)}});
}

}  // namespace engross
