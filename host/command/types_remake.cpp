#include "command/commands.h"
#include "command/data_folder.h"
#include "command/home.h"
#include "command/output_file.h"
#include "model/json.h"
#include "model/request_secrets.h"
#include "script/source_package.h"
#include "store/life_records.h"
#include "store/type_records.h"
#include "work/produce.h"
#include "work/scratch.h"

#include <algorithm>
#include <iterator>
#include <vector>

namespace engross {
namespace {

/// What the store knows of how a document was made.
struct Recipe {
    DocumentRecord document;
    std::optional<Sha256> request;
    std::optional<ClosureRecord> closure;
    Instant at{};
    int release = 1;                        // of a bundle: which of its pack
    std::optional<ReleaseRecord> before{};  // and what it went on from
};

/// Which release of its pack a bundle was, and the one before it.
void findRelease(const Records& records, const Request& request, Recipe& recipe) {
    const auto releases =
        request.releaseOf.empty() ? std::vector<ReleaseRecord>() : records.releases(request.releaseOf);
    const auto own = std::ranges::find(releases, recipe.document.requestId, &ReleaseRecord::requestId);
    if (own != releases.end() && own != releases.begin()) {
        recipe.release = own->number;
        recipe.before = *std::prev(own);
    }
}

std::optional<Recipe> recipeOf(DataFolder& data, const std::string& team, const std::string& id) {
    auto recipe = data.database().snapshot([&](Transaction& transaction) -> std::optional<Recipe> {
        const auto document = Records(transaction).document(team, id);
        if (!document) {
            return std::nullopt;
        }
        const auto life = LifeRecords(transaction).life(id);
        return Recipe{.document = *document,
                      .request = life ? life->request : std::nullopt,
                      .closure = TypeRecords(transaction).closure(document->closure),
                      .at = document->madeAt};
    });
    if (recipe) {
        // A document of the service states the time at which its request was accepted.
        if (const auto job = data.queue().find(recipe->document.requestId)) {
            recipe->at = job->submittedAt;
        }
    }
    return recipe;
}

Exit refuse(Console& console, std::string_view key, const std::string& id) {
    console.complain(console.text(key, {{"id", id}}));
    return Exit::Diagnostics;
}

std::function<std::optional<ResolvedExhibit>(const std::string&)> exhibitsOf(DataFolder& data,
                                                                             const std::string& team) {
    return [&data, team](const std::string& handle) -> std::optional<ResolvedExhibit> {
        const auto found = data.database().snapshot(
            [&](Transaction& transaction) { return Records(transaction).exhibit(team, handle); });
        return found ? std::optional(ResolvedExhibit{
                           .name = found->name, .path = data.vault().localPath(found->hash), .hash = found->hash})
                     : std::nullopt;
    };
}

Exit remake(const Arguments& arguments, Console& console) {
    const std::string& id = arguments.operands().at(0);
    const std::string team = arguments.valueOr("team", "housing");
    DataFolder data{arguments};
    auto recipe = recipeOf(data, team, id);
    if (!recipe) {
        return refuse(console, "types.remake_unknown", id);
    }
    if (!recipe->closure || !recipe->request) {
        return refuse(console, "types.remake_not_kept", id);
    }
    const auto typesetter = Typesetter::standard();
    const auto files = readPackage(data.vault().get(recipe->closure->sources), recipe->closure->sources.hex());
    const auto catalogue = Catalogue::loadPackage(files, drawnFiles(*typesetter), digestOfFile, readLogo);
    Request request = readRequest(*readJson(data.vault().get(*recipe->request)).value).request;
    data.database().snapshot([&](Transaction& transaction) { findRelease(Records(transaction), request, *recipe); });
    if (recipe->before && (recipe->before->certificate == Sha256{} || !data.vault().has(recipe->before->certificate))) {
        return refuse(console, "types.remake_uncertified", id);
    }
    static_cast<void>(openSecrets(request, data.seal(), recipe->document.requestId));
    if (catalogue->closure(request, recipe->at) != recipe->document.closure) {
        console.complain(console.text("types.remake_other_engine", {{"id", id}, {"engine", recipe->closure->engine}}));
        return Exit::Diagnostics;
    }
    const WorkFolder scratch{data.scratch()};
    Workshop workshop;
    workshop.catalogue = catalogue;
    workshop.typesetter = typesetter;
    workshop.scratch = scratch.makeFolder("remake");
    ScratchVault vault{workshop.scratch};
    workshop.vault = &vault;
    workshop.exhibits = exhibitsOf(data, team);
    workshop.errandProgram = errandProgram();
    if (recipe->before) {
        workshop.release = recipe->release;
        workshop.before = certifiedRelease(data.vault().get(recipe->before->certificate), recipe->before->name);
    }
    const Outcome outcome = produce(request, workshop, recipe->at);
    if (outcome.state != Outcome::State::Done) {
        console.show(outcome.diagnostics);
        return Exit::Diagnostics;
    }
    // A bundle in volumes is as many documents: this one is told by the name of its file.
    const auto named = std::ranges::find(outcome.artefacts, recipe->document.name, &Artefact::name);
    const Artefact& made = named == outcome.artefacts.end() ? outcome.artefacts.at(0) : *named;
    if (const auto output = arguments.value("output")) {
        OutputFile file(*output);
        static_cast<void>(file.put(vault.get(made.hash)));
        file.keep();
    }
    const bool same = made.hash == recipe->document.artefact;
    if (console.answersJson()) {
        console.answer(Object{{"document", id}, {"same", same}, {"sha256", made.hash.hex()}});
    } else {
        console.out() << console.text(same ? "types.remade" : "types.remade_otherwise",
                                      {{"id", id}, {"sha256", made.hash.hex()}})
                      << '\n';
    }
    return same ? Exit::Done : Exit::Failed;
}

}  // namespace

Command typesRemakeCommand() {
    return {.name = "types remake",
            .operands = "DOCUMENT",
            .options = {dataOption(),
                        {.name = "team", .value = "TEAM"},
                        {.name = "output", .value = "FILE", .letter = 'o'}},
            .run = remake};
}

}  // namespace engross
