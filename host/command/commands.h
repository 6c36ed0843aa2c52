#pragma once
#include "command/command.h"

namespace engross {

/// Every command of the program; each is defined in the file of its name.
[[nodiscard]] Command serveCommand();
[[nodiscard]] Command workCommand();
[[nodiscard]] Command makeCommand();
[[nodiscard]] Command bundleCommand();
[[nodiscard]] Command bundleGiveCommand();
[[nodiscard]] Command bundleGivenCommand();
[[nodiscard]] Command typesListCommand();
[[nodiscard]] Command typesShowCommand();
[[nodiscard]] Command typesCheckCommand();
[[nodiscard]] Command typesPreviewCommand();
[[nodiscard]] Command typesSchemaCommand();
[[nodiscard]] Command typesTestCommand();
[[nodiscard]] Command typesNewCommand();
[[nodiscard]] Command typesDiffCommand();
[[nodiscard]] Command typesUsedCommand();
[[nodiscard]] Command typesReferenceCommand();
[[nodiscard]] Command typesPublishCommand();
[[nodiscard]] Command typesVersionsCommand();
[[nodiscard]] Command typesRollbackCommand();
[[nodiscard]] Command typesRemakeCommand();
[[nodiscard]] Command checkCommand();
[[nodiscard]] Command exhibitCommand();
[[nodiscard]] Command verifyCommand();
[[nodiscard]] Command copyCommand();
[[nodiscard]] Command tokenNewCommand();
[[nodiscard]] Command auditVerifyCommand();
[[nodiscard]] Command documentMakeCommand();
[[nodiscard]] Command documentShowCommand();
[[nodiscard]] Command documentListCommand();
[[nodiscard]] Command documentFilesCommand();
[[nodiscard]] Command documentApproveCommand();
[[nodiscard]] Command documentSendBackCommand();
[[nodiscard]] Command documentSignCommand();
[[nodiscard]] Command documentIssueCommand();
[[nodiscard]] Command documentServeCommand();
[[nodiscard]] Command documentWithdrawCommand();
[[nodiscard]] Command documentCertificateCommand();
[[nodiscard]] Command delegationAddCommand();
[[nodiscard]] Command delegationListCommand();
[[nodiscard]] Command delegationEndCommand();
[[nodiscard]] Command tasksListCommand();
[[nodiscard]] Command tasksDoneCommand();
[[nodiscard]] Command samplesCommand();
[[nodiscard]] Command workerCommand();

}  // namespace engross
