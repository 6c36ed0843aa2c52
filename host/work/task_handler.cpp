#include "work/task_handler.h"

#include "script/source_package.h"
#include "words/messages.h"
#include "work/errands.h"
#include "work/scratch.h"
#include "work/task.h"
#include "work/work_error.h"

#include <map>
#include <memory>
#include <utility>

namespace engross {
namespace {

constexpr std::size_t mostPacked = 32;

class Handler {
public:
    explicit Handler(std::function<Workshop()> load)
        : load_(std::move(load)), workshop_(load_()), errands_(workshop_.errandProgram) {}

    Value handle(const Task& task, const std::function<void(double)>& progress) {
        if (task.kind == Task::Kind::Make) {
            return make(task, progress);
        }
        if (task.exhibits.empty()) {
            throw WorkError("worker-task", "task", "it has no exhibit to look at");
        }
        return inspect(task);
    }

private:
    Value make(const Task& task, const std::function<void(double)>& progress) {
        const Request request = readRequest(task.request).request;
        if (!hasPinned(*workshop_.catalogue, task, request)) {
            workshop_ = load_();
        }
        const auto catalogue =
            hasPinned(*workshop_.catalogue, task, request) ? workshop_.catalogue : packed(task, request);
        if (catalogue == nullptr) {
            return toValue(typeChanged(request));
        }
        ScratchVault vault{task.scratch};
        Workshop workshop = workshop_;
        workshop.catalogue = catalogue;
        workshop.vault = &vault;
        workshop.exhibits = [&task](const std::string& handle) -> std::optional<ResolvedExhibit> {
            const auto found = task.exhibits.find(handle);
            return found == task.exhibits.end() ? std::nullopt : std::optional{found->second};
        };
        workshop.progress = progress;
        workshop.scratch = task.scratch;
        workshop.prepared = task.prepared;
        workshop.standIns = task.standIns;
        workshop.release = task.release;
        workshop.before = task.before.empty() ? nullptr : certifiedRelease(readFile(task.before), task.before);
        return toValue(produce(request, workshop, task.at));
    }

    [[nodiscard]] static bool hasPinned(const Catalogue& catalogue, const Task& task, const Request& request) {
        return task.closure == Sha256{} || catalogue.closure(request, task.at) == task.closure;
    }

    /// The types as they were pinned, from the package that was kept of them; nothing where there is none, or where
    /// this engine or its fonts are others.
    std::shared_ptr<const Catalogue> packed(const Task& task, const Request& request) {
        if (task.sources.empty() || !workshop_.unpack) {
            return nullptr;
        }
        auto known = packed_.find(task.closure);
        if (known == packed_.end()) {
            if (packed_.size() >= mostPacked) {
                packed_.clear();
            }
            const auto files = readPackage(readFile(task.sources), task.closure.hex());
            known = packed_.emplace(task.closure, workshop_.unpack(files)).first;
        }
        return hasPinned(*known->second, task, request) ? known->second : nullptr;
    }

    static Outcome typeChanged(const Request& request) {
        Diagnostic diagnostic;
        diagnostic.code = "type-changed";
        diagnostic.where.pointer = "/type";
        diagnostic.message =
            Messages::in(languageFrom(request.language).value_or(Language::English)).text("work.type_changed");
        Outcome outcome;
        outcome.state = Outcome::State::NeedsAttention;
        outcome.diagnostics.push_back(std::move(diagnostic));
        return outcome;
    }

    Value inspect(const Task& task) {
        const ResolvedExhibit& exhibit = task.exhibits.begin()->second;
        const Looked looked = errands_.inspect(exhibit.path, exhibit.name, Language::English);
        if (!looked.refusal) {
            return Object{{"accepted", true}, {"media_type", looked.mediaType}, {"facts", looked.facts}};
        }
        return Object{{"accepted", false},
                      {"media_type", "application/octet-stream"},
                      {"facts", Object{{"diagnostics", List{toValue(*looked.refusal)}}}}};
    }

    std::function<Workshop()> load_;
    Workshop workshop_;
    std::map<Sha256, std::shared_ptr<const Catalogue>> packed_;  // by closure
    Errands errands_;
};

}  // namespace

TaskHandler makeTaskHandler(std::function<Workshop()> load) {
    auto handler = std::make_shared<Handler>(std::move(load));
    return [handler](const Value& message, const std::function<void(double)>& progress) {
        return handler->handle(taskFrom(message), progress);
    };
}

}  // namespace engross
