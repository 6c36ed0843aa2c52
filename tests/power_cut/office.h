#pragma once
#include "power_cut/recorder.h"
#include "queue/queue.h"
#include "store/database.h"
#include "vault/folder_vault.h"

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace engross {

using StoreOpener = std::function<std::unique_ptr<Database>(const std::string& path)>;

/// What a caller was told, in order: a request was accepted, or is done.
struct OfficePromises {
    struct One {
        std::size_t since = 0;  // steps of the recorder
        std::string job{};
        bool done = false;
    };
    std::vector<One> all{};
};

/// The store, the queue, the trail and the vault of a service in one folder, at work on invented requests.
class Office {
public:
    Office(const std::string& folder, const StoreOpener& open, std::shared_ptr<Files> files = posixFiles());

    /// Accepts a request under an Idempotency-Key, with its record in the trail, in one transaction.
    [[nodiscard]] bool accept(int number);
    /// Claims what is due, one after another, makes it and records it; answers the jobs that are done now. Every second
    /// artefact is adopted from a file that a worker wrote and did not flush; `written` hears of such a file.
    std::vector<std::string> workOff(Instant now, const std::function<void(const std::string& path)>& written = {});
    /// The store is closed and opened again.
    void reopen();

    /// What is not as it was promised, or not whole; each in a sentence. Then finishes every accepted request and
    /// says what did not finish once.
    [[nodiscard]] std::vector<std::string> faults(const OfficePromises& promises, std::size_t stepsDone);

    [[nodiscard]] static std::string idOf(int number);

private:
    void checkStore(std::vector<std::string>& found);
    void checkPromise(const OfficePromises::One& promise, std::vector<std::string>& found);
    void checkJobs(std::vector<std::string>& found);
    void finish(std::vector<std::string>& found);

    std::string folder_;
    StoreOpener open_;
    std::unique_ptr<Database> database_;
    std::unique_ptr<Queue> queue_;
    FolderVault vault_;
};

}  // namespace engross
