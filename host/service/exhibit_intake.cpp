#include "service/exhibit_intake.h"

#include "model/json.h"
#include "service/record.h"

namespace engross {
namespace {

ExhibitRecord exhibitFrom(const ArrivedFile& file, const std::string& caseReference, const Call& call,
                          const Sha256& hash) {
    return {.handle = makeUuid(call.now),
            .caseReference = caseReference,
            .team = call.principal.team,
            .name = file.name.empty() ? "exhibit" : file.name,
            .hash = hash,
            .size = file.size,
            .mediaType = file.mediaType,
            .uploadedBy = call.principal.tokenId,
            .uploadedAt = call.now};
}

// The object is in the vault before the row that names it; an object without a row is swept, a row without an object
// would be damage.
void keep(const Context& context, const Call& call, const ExhibitRecord& exhibit) {
    const NewJob inspection{.id = makeUuid(call.now),
                            .kind = JobKind::Inspection,
                            .lane = Lane::Inspections,
                            .caseReference = exhibit.caseReference,
                            .team = exhibit.team,
                            .caller = exhibit.uploadedBy,
                            .payload = writeJson(Object{{"exhibit", exhibit.handle}})};
    context.parts.database.transaction([&](Transaction& transaction) {
        Records records(transaction);
        if (records.exhibit(exhibit.team, exhibit.handle)) {
            return;
        }
        records.noteCase(exhibit.team, exhibit.caseReference, call.now);
        records.add(exhibit);
        (void)context.parts.queue.submit(transaction, inspection, call.now);
        record(transaction, call, "exhibit.uploaded", exhibit.handle,
               {{"sha256", exhibit.hash.hex()}, {"case_ref", exhibit.caseReference}});
    });
    if (context.parts.workforce != nullptr) {
        context.parts.workforce->wake();
    }
}

}  // namespace

ExhibitRecord takeExhibit(const Context& context, const Call& call, const std::string& caseReference,
                          const ArrivedFile& file) {
    ExhibitRecord exhibit = exhibitFrom(file, caseReference, call, context.parts.vault.adopt(file.path));
    keep(context, call, exhibit);
    return exhibit;
}

}  // namespace engross
