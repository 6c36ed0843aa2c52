#include "service/downloads.h"
#include "service/handlers.h"
#include "service/record.h"
#include "service/request_view.h"

#include <algorithm>

namespace engross {
namespace {

// What is refused or unchanged was not seen, so the trail has downloads only.
Answer recorded(const Context& context, const Call& call, const std::string& subject, const Sha256& hash,
                Answer answer) {
    if (answer.file && call.method != "HEAD") {
        recordSeen(context, call, "artefact.downloaded", subject, {{"sha256", hash.hex()}});
    }
    return answer;
}

}  // namespace

Answer downloadArtefact(const Context& context, const Call& call) {
    const auto job = findRequest(context, call, call.part("id"));
    const auto hash = Sha256::fromHex(call.part("sha256"));
    if (!job || !hash) {
        return notFound(call);
    }
    const auto artefacts = artefactsOf(*job);
    const auto found = std::ranges::find(artefacts, *hash, &ArtefactView::hash);
    if (found == artefacts.end()) {
        return notFound(call);
    }
    return recorded(context, call, job->id, *hash,
                    download(call, context.parts.vault, *hash, found->name, found->mediaType));
}

Answer downloadDocument(const Context& context, const Call& call) {
    const auto document = context.parts.database.snapshot(
        [&](Transaction& transaction) { return Records(transaction).document(call.principal.team, call.part("id")); });
    if (!document) {
        return notFound(call);
    }
    return recorded(context, call, document->id, document->artefact,
                    download(call, context.parts.vault, document->artefact, document->name, document->mediaType));
}

}  // namespace engross
