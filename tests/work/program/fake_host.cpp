// A whole host with fake workers, to be killed: fake_host FOLDER WORKER. Runs until it is killed.
#include "work/workplace.h"

#include <unistd.h>
#include <iostream>

int main(int count, char** words) {
    if (count != 3) {
        return 2;
    }
    using namespace engross;
    const Workplace place{words[1], {.lease = std::chrono::milliseconds{400}}};
    const Supervisor supervisor{
        quickSettings(words[2], words[1]),
        {.queue = *place.queue, .database = *place.database, .vault = *place.vault, .clock = systemNow}};
    std::cout << "ready" << std::endl;
    while (true) {
        ::pause();
    }
}
