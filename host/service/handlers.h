#pragma once
#include "service/routes.h"

#include <string>

namespace engross {

// One function a route; routes.cpp is the table.
[[nodiscard]] Answer submitRequest(const Context& context, const Call& call);
[[nodiscard]] Answer showRequest(const Context& context, const Call& call);
[[nodiscard]] Answer listRequests(const Context& context, const Call& call);
[[nodiscard]] Answer cancelRequest(const Context& context, const Call& call);
[[nodiscard]] Answer answerRequest(const Context& context, const Call& call);
[[nodiscard]] Answer showAnswerPage(const Context& context, const Call& call);
[[nodiscard]] Answer takeAnswerPage(const Context& context, const Call& call);
[[nodiscard]] Answer downloadArtefact(const Context& context, const Call& call);
[[nodiscard]] Answer downloadDocument(const Context& context, const Call& call);
[[nodiscard]] Answer listDocuments(const Context& context, const Call& call);
[[nodiscard]] Answer showDocument(const Context& context, const Call& call);
[[nodiscard]] Answer downloadPaper(const Context& context, const Call& call);
[[nodiscard]] Answer approveDocument(const Context& context, const Call& call);
[[nodiscard]] Answer sendBackDocument(const Context& context, const Call& call);
[[nodiscard]] Answer signDocument(const Context& context, const Call& call);
[[nodiscard]] Answer issueDocument(const Context& context, const Call& call);
[[nodiscard]] Answer serveDocument(const Context& context, const Call& call);
[[nodiscard]] Answer withdrawDocument(const Context& context, const Call& call);
[[nodiscard]] Answer listDelegations(const Context& context, const Call& call);
[[nodiscard]] Answer addDelegation(const Context& context, const Call& call);
[[nodiscard]] Answer endDelegation(const Context& context, const Call& call);
[[nodiscard]] Answer listTasks(const Context& context, const Call& call);
[[nodiscard]] Answer finishTask(const Context& context, const Call& call);
[[nodiscard]] Answer uploadExhibit(const Context& context, const Call& call);
[[nodiscard]] Answer showExhibit(const Context& context, const Call& call);
[[nodiscard]] Answer giveRelease(const Context& context, const Call& call);
[[nodiscard]] Answer findGiven(const Context& context, const Call& call);
[[nodiscard]] Answer listPacks(const Context& context, const Call& call);
[[nodiscard]] Answer listTypes(const Context& context, const Call& call);
[[nodiscard]] Answer showHealth(const Context& context, const Call& call);
[[nodiscard]] Answer showReadiness(const Context& context, const Call& call);
[[nodiscard]] Answer showOpenApi(const Context& context, const Call& call);
[[nodiscard]] Answer signIn(const Context& context, const Call& call);
[[nodiscard]] Answer showFrontPage(const Context& context, const Call& call);
[[nodiscard]] Answer showRequestPage(const Context& context, const Call& call);
[[nodiscard]] Answer showStyleSheet(const Context& context, const Call& call);

}  // namespace engross
