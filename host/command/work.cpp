#include "command/commands.h"
#include "command/live_catalogue.h"
#include "command/serving.h"

namespace engross {
namespace {

Exit work(const Arguments& arguments, Console& console) {
    StopSignals signals;
    DataFolder data{arguments};
    std::string broken;
    LiveCatalogue catalogue{findHome(arguments), data};
    {
        const Supervisor supervisor{workerSettings(arguments, data),
                                    {.queue = data.queue(),
                                     .database = data.database(),
                                     .vault = data.vault(),
                                     .clock = systemNow,
                                     .mustStop =
                                         [&](const std::string& code) {
                                             broken = code;
                                             signals.stop();
                                         },
                                     .seal = &data.seal(),
                                     .catalogue = [&] { return catalogue.current(); }}};
        console.say(console.text("serve.working", {{"folder", data.path()}}));
        signals.wait();
        console.say(console.text("serve.stopping"));
    }
    return stoppedAfter(broken, console);
}

}  // namespace

Command workCommand() {
    return {.name = "work", .options = {dataOption(), workersOption(), homeOption()}, .run = work};
}

}  // namespace engross
