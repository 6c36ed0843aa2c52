#include "command/commands.h"

#include <string>
#include <vector>

int main(int count, char** words) {
    using namespace engross;
    Console console = Console::ofProcess();
    return runCommandLine({makeCommand(),
                           bundleCommand(),
                           bundleGiveCommand(),
                           bundleGivenCommand(),
                           typesListCommand(),
                           typesShowCommand(),
                           typesCheckCommand(),
                           typesPreviewCommand(),
                           typesSchemaCommand(),
                           typesTestCommand(),
                           typesNewCommand(),
                           typesDiffCommand(),
                           typesUsedCommand(),
                           typesPublishCommand(),
                           typesVersionsCommand(),
                           typesRollbackCommand(),
                           typesRemakeCommand(),
                           typesReferenceCommand(),
                           exhibitCommand(),
                           checkCommand(),
                           verifyCommand(),
                           copyCommand(),
                           serveCommand(),
                           workCommand(),
                           samplesCommand(),
                           tokenNewCommand(),
                           auditVerifyCommand(),
                           workerCommand(),
                           documentMakeCommand(),
                           documentShowCommand(),
                           documentListCommand(),
                           documentFilesCommand(),
                           documentApproveCommand(),
                           documentSendBackCommand(),
                           documentSignCommand(),
                           documentIssueCommand(),
                           documentServeCommand(),
                           documentWithdrawCommand(),
                           documentCertificateCommand(),
                           delegationAddCommand(),
                           delegationListCommand(),
                           delegationEndCommand(),
                           tasksListCommand(),
                           tasksDoneCommand()},
                          std::vector<std::string>(words + 1, words + count), console);
}
