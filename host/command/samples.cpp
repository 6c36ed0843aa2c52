#include "command/api_client.h"
#include "command/command_error.h"
#include "command/commands.h"
#include "command/home.h"
#include "model/json.h"
#include "work/scratch.h"

#include <algorithm>
#include <filesystem>
#include <system_error>
#include <thread>

namespace engross {
namespace {

namespace fs = std::filesystem;
using namespace std::chrono_literals;

constexpr std::chrono::minutes kPatience{5};
constexpr int kAccepted = 202;
constexpr int kCreated = 201;

struct Sample {
    std::string name;
    std::string href;
    std::string state;
    bool good = false;
};

class Samples {
public:
    Samples(ApiClient& client, std::string evidence, std::string output, Console& console)
        : client_(client), evidence_(std::move(evidence)), output_(std::move(output)), console_(console) {}

    void send(const fs::path& file) {
        const std::string name = file.stem().string();
        JsonResult read = readJson(readFile(file.string()));
        if (!read.value || read.value->object() == nullptr) {
            throw CommandError("samples-unreadable", file.string(), "is not a JSON object");
        }
        Value body = std::move(*read.value);
        uploadExhibits(body, name);
        const ApiAnswer answer = client_.post("/api/v1/requests", body);
        if (answer.status != kAccepted) {
            say(name, console_.text("samples.refused", {{"status", std::to_string(answer.status)}}));
            tell(answer.body);
            samples_.push_back({.name = name, .href = {}, .state = "refused"});
            return;
        }
        samples_.push_back({.name = name, .href = answer.body.textOr("href", ""), .state = {}});
        look(samples_.back());
    }

    /// Follows every request to its end; whether all of them were made and passed their checks.
    bool follow() {
        const auto end = std::chrono::steady_clock::now() + kPatience;
        const auto open = [](const Sample& sample) { return !sample.href.empty(); };
        while (std::any_of(samples_.begin(), samples_.end(), open) && std::chrono::steady_clock::now() < end) {
            for (Sample& sample : samples_) {
                if (open(sample)) {
                    look(sample);
                }
            }
            std::this_thread::sleep_for(100ms);
        }
        return std::all_of(samples_.begin(), samples_.end(), [](const Sample& sample) { return sample.good; });
    }

    [[nodiscard]] std::size_t made() const {
        return static_cast<std::size_t>(
            std::count_if(samples_.begin(), samples_.end(), [](const Sample& sample) { return sample.good; }));
    }

private:
    void say(const std::string& name, const std::string& what) {
        console_.out() << name << ": " << what << '\n' << std::flush;
    }

    void tell(const Value& body) {
        const Value* list = body.find("diagnostics");
        if (list != nullptr && list->list() != nullptr) {
            for (const Value& diagnostic : *list->list()) {
                console_.show({diagnosticFrom(diagnostic)});
            }
        }
    }

    void uploadExhibits(Value& body, const std::string& name) {
        Value* exhibits = body.object()->find("exhibits");
        if (exhibits == nullptr || exhibits->list() == nullptr) {
            return;
        }
        std::size_t count = 0;
        for (Value& exhibit : *exhibits->list()) {
            const std::string file = exhibit.textOr("file", "");
            if (file.empty()) {
                continue;
            }
            const ApiAnswer answer = client_.upload((fs::path(evidence_) / file).string(), body.textOr("case_ref", ""));
            if (answer.status != kCreated) {
                throw CommandError("service-answer", file, "the upload was answered " + std::to_string(answer.status));
            }
            exhibit = Object{{"mark", exhibit.textOr("mark", "")}, {"exhibit", answer.body.textOr("exhibit", "")}};
            ++count;
        }
        say(name, console_.counted("samples.uploaded", count));
    }

    void look(Sample& sample) {
        const ApiAnswer answer = client_.get(sample.href);
        const std::string state = answer.body.textOr("state", "");
        if (state == sample.state || state.empty()) {
            return;
        }
        sample.state = state;
        if (state == "done") {
            finish(sample, answer.body);
        } else if (state == "queued" || state == "running") {
            say(sample.name, console_.text("samples.state." + state));
        } else {
            say(sample.name, console_.text("samples.not_made", {{"state", state}}));
            tell(answer.body);
            sample.href.clear();
        }
    }

    void finish(Sample& sample, const Value& body) {
        sample.href.clear();
        const Value* artefacts = body.find("artefacts");
        if (artefacts == nullptr || artefacts->list() == nullptr || artefacts->list()->empty()) {
            say(sample.name, console_.text("samples.not_made", {{"state", "done"}}));
            return;
        }
        const Value& artefact = artefacts->list()->front();
        const std::string path =
            (fs::path(output_) / fs::path(artefact.textOr("name", "document.pdf")).filename()).string();
        client_.download(artefact.textOr("href", ""), path);
        const Value* pages = artefact.find("pages");
        const auto count = pages != nullptr && pages->integer() != nullptr ? *pages->integer() : 0;
        sample.good = passed(body);
        say(sample.name, console_.counted("samples.done", static_cast<std::size_t>(count), {{"file", path}}) + "; " +
                             console_.text(sample.good ? "samples.passed" : "samples.not_passed"));
        tell(body);
    }

    /// The verdict must be there and must have passed: a document that nothing looked at has not.
    static bool passed(const Value& body) {
        const Value* verdict = body.find("verdict");
        const Value* answer = verdict == nullptr ? nullptr : verdict->find("passed");
        const Value* rules = verdict == nullptr ? nullptr : verdict->find("rules_run");
        return answer != nullptr && answer->boolean() != nullptr && *answer->boolean() && rules != nullptr &&
               rules->list() != nullptr && !rules->list()->empty();
    }

    ApiClient& client_;
    std::string evidence_;
    std::string output_;
    Console& console_;
    std::vector<Sample> samples_;
};

std::vector<fs::path> requestFiles(const std::string& home) {
    const fs::path folder = fs::path(home) / "samples" / "requests";
    std::vector<fs::path> files;
    std::error_code fault;
    for (const auto& entry : fs::directory_iterator(folder, fault)) {
        if (entry.path().extension() == ".json") {
            files.push_back(entry.path());
        }
    }
    if (files.empty()) {
        throw CommandError("samples-missing", folder.string(), "holds no sample requests");
    }
    std::sort(files.begin(), files.end());
    return files;
}

Exit samples(const Arguments& arguments, Console& console) {
    UsageFaults faults;
    for (const char* name : {"token", "evidence", "output"}) {
        if (!arguments.has(name)) {
            faults.faults.push_back({UsageFault::Kind::MissingOption, "--" + std::string(name), ""});
        }
    }
    if (!faults.faults.empty()) {
        throw faults;
    }
    const std::string output = *arguments.value("output");
    std::error_code fault;
    fs::create_directories(output, fault);
    ApiClient client{arguments.valueOr("url", "http://127.0.0.1:8080"), *arguments.value("token")};
    Samples sent{client, *arguments.value("evidence"), output, console};
    const auto files = requestFiles(findHome(arguments));
    for (const fs::path& file : files) {
        sent.send(file);
    }
    const bool good = sent.follow();
    console.out() << console.text("samples.summary",
                                  {{"made", std::to_string(sent.made())}, {"all", std::to_string(files.size())}})
                  << '\n';
    return good ? Exit::Done : Exit::Diagnostics;
}

}  // namespace

Command samplesCommand() {
    return {.name = "samples",
            .options = {{.name = "url", .value = "URL"},
                        {.name = "token", .value = "TOKEN"},
                        {.name = "evidence", .value = "FOLDER"},
                        {.name = "output", .value = "FOLDER", .letter = 'o', .ownHelp = true},
                        homeOption()},
            .run = samples};
}

}  // namespace engross
