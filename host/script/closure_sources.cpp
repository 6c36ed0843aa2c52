#include "script/closure_sources.h"

#include "script/shelf.h"
#include "script/type_uses.h"

namespace engross {
namespace {

void readWhole(const Shelf& shelf, const std::string& id, ClosureSources& sources) {
    const auto loaded = shelf.type(id);
    if (loaded == nullptr || loaded->type() == nullptr) {
        return;
    }
    for (const ClosureSources::Use& use : usesOf(*loaded, shelf)) {
        sources.uses.push_back(use);
    }
    if (loaded->type()->summary.isBundle) {
        static_cast<void>(shelf.bundleProfiles());  // and by this they are among what was read
    }
    if (sources.type.empty()) {
        sources.type = id;
        sources.version = loaded->type()->summary.version;
    }
}

}  // namespace

ClosureSources collectSources(const Library& live, const std::vector<std::string>& types,
                              const std::optional<std::string>& house) {
    const Shelf shelf(Library(live.wasRead()), {}, {});
    ClosureSources sources;
    for (const std::string& id : types) {
        readWhole(shelf, id, sources);
    }
    if (house) {
        std::vector<Diagnostic> ignored;
        static_cast<void>(shelf.house(*house, ignored));
    }
    sources.files = shelf.library().wasRead();
    for (const ScriptFile& file : sources.files) {
        sources.uses.push_back({"file", file.name, Sha256::of(file.text)});
    }
    return sources;
}

}  // namespace engross
