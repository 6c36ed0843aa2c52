// The child that reads foreign files, which dies, hangs or eats memory for files that say so.
#include "work/errands.h"
#include "work/limits.h"
#include "work/scratch.h"

#include <csignal>
#include <memory>
#include <vector>

namespace engross {
namespace {

constexpr std::uint64_t kMemory = std::uint64_t{1} << 30U;

void obey(const std::string& command) {
    if (command.rfind("crash", 0) == 0) {
        std::raise(SIGSEGV);
    }
    if (command.rfind("spin", 0) == 0) {
        allowProcessorTime(std::chrono::seconds{0});  // a second is left
    }
    if (command.rfind("hang", 0) == 0 || command.rfind("spin", 0) == 0) {
        volatile bool again = true;
        while (again) {
        }
    }
    if (command.rfind("eat", 0) == 0) {
        std::vector<std::unique_ptr<std::vector<char>>> pieces;
        while (true) {
            pieces.push_back(std::make_unique<std::vector<char>>(std::size_t{16} << 20U, 'x'));
        }
    }
}

}  // namespace
}  // namespace engross

int main() {
    using namespace engross;
    confine({.memoryBytes = kMemory});
    const TaskHandler real = makeErrandHandler();
    return answerTasks([&](const Value& errand, const std::function<void(double)>& progress) {
        const std::string path = errand.textOr("path", "");
        if (!path.empty()) {
            obey(readFile(path));
        }
        return real(errand, progress);
    });
}
