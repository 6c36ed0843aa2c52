#include "command/commands.h"
#include "command/data_folder.h"
#include "command/home.h"
#include "work/scratch.h"

#include <sstream>

namespace engross {
namespace {

std::vector<Checkpoint> checkpointsFrom(const Arguments& arguments) {
    std::vector<Checkpoint> checkpoints;
    for (const std::string& file : arguments.values("checkpoint")) {
        std::istringstream lines{readFile(file)};
        for (std::string line; std::getline(lines, line);) {
            const auto checkpoint = checkpointFrom(line);
            if (!checkpoint) {
                throw UsageFaults{{{UsageFault::Kind::UnfitValue, "--checkpoint " + file, "engross-trail 1 …"}}};
            }
            checkpoints.push_back(*checkpoint);
        }
    }
    return checkpoints;
}

Exit verify(const Arguments& arguments, Console& console) {
    const auto checkpoints = checkpointsFrom(arguments);
    DataFolder data{arguments};
    TrailVerdict verdict;
    Checkpoint end;
    data.database().snapshot([&](Transaction& transaction) {
        verdict = Trail{transaction}.verify(checkpoints);
        end = Trail{transaction}.checkpoint();
    });
    const bool whole = !verdict.firstBreak;
    if (console.answersJson()) {
        Object answer{{"records", verdict.records}, {"whole", whole}, {"checkpoint", toText(end)}};
        if (!whole) {
            answer.set("break",
                       Object{{"kind", nameOf(verdict.firstBreak->kind)}, {"number", verdict.firstBreak->number}});
        }
        console.answer(std::move(answer));
    } else if (whole) {
        console.out() << toText(end) << '\n';
        console.mention(console.counted("audit.whole", static_cast<std::size_t>(verdict.records)));
    } else {
        console.complain(console.text("audit.broken", {{"number", std::to_string(verdict.firstBreak->number)},
                                                       {"kind", nameOf(verdict.firstBreak->kind)}}));
    }
    return whole ? Exit::Done : Exit::Diagnostics;
}

}  // namespace

Command auditVerifyCommand() {
    return {.name = "audit verify",
            .options = {{.name = "checkpoint", .value = "FILE", .repeats = true}, dataOption()},
            .run = verify};
}

}  // namespace engross
