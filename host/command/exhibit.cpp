#include "command/command_error.h"
#include "command/commands.h"
#include "command/exhibit_text.h"
#include "command/home.h"
#include "command/password_file.h"
#include "work/errands.h"
#include "work/scratch.h"

#include <array>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <memory>
#include <system_error>
#include <vector>

namespace engross {
namespace {

namespace fs = std::filesystem;

/// Files to look at. Standard input goes into a file first: an exhibit is read in a process of its own, by its path.
class GivenFiles {
public:
    struct Given {
        std::string shown;  // as it was typed
        std::string path;
        std::string name;
    };

    explicit GivenFiles(const std::vector<std::string>& words, const Console& console) {
        for (const std::string& word : words) {
            if (word == "-") {
                const std::string name = console.text("exhibit.standard_input");
                files_.push_back({name, received(), name});
            } else {
                checkFile(word);
                files_.push_back({word, fs::absolute(word).string(), fs::path(word).filename().string()});
            }
        }
        if (!faults_.empty()) {
            throw CommandError("file-missing", faults_, "is no file");
        }
    }

    [[nodiscard]] const std::vector<Given>& files() const noexcept {
        return files_;
    }

private:
    void checkFile(const std::string& word) {
        std::error_code fault;
        if (!fs::is_regular_file(word, fault)) {
            faults_ += (faults_.empty() ? "" : ", ") + word;
        }
    }

    std::string received() {
        if (scratch_ != nullptr) {
            throw UsageFaults{{{UsageFault::Kind::SurplusOperand, "-", ""}}};
        }
        scratch_ = std::make_unique<WorkFolder>(fs::temp_directory_path() / "engross");
        std::string path = scratch_->path() + "/received";
        std::ofstream file(path, std::ios::binary);
        std::array<char, 65536> piece{};
        while (std::cin.read(piece.data(), piece.size()) || std::cin.gcount() > 0) {
            file.write(piece.data(), std::cin.gcount());
        }
        file.close();
        if (!file) {
            throw CommandError("file-not-written", path, "the disk did not take it; make room and try again");
        }
        return path;
    }

    std::unique_ptr<WorkFolder> scratch_;
    std::vector<Given> files_;
    std::string faults_;
};

/// What the service answers for an upload, without the handle.
Value inspectionOf(const GivenFiles::Given& file, const Looked& looked) {
    Object answer{{"file", file.shown},
                  {"name", file.name},
                  {"sha256", hashFile(file.path).hex()},
                  {"size", static_cast<std::int64_t>(fs::file_size(file.path))},
                  {"media_type", looked.refusal ? "application/octet-stream" : looked.mediaType},
                  {"inspection", looked.refusal ? "refused" : "inspected"}};
    answer.set("facts", looked.refusal ? Value(Object{{"diagnostics", List{toValue(*looked.refusal)}}}) : looked.facts);
    return answer;
}

Exit exhibit(const Arguments& arguments, Console& console) {
    const std::string passwordFile = arguments.valueOr("password-file", "");
    const std::string password = passwordFile.empty() ? "" : passwordIn(passwordFile);
    const GivenFiles given(arguments.operands(), console);
    const bool tellsEach = !arguments.has("summary");
    Errands errands(errandProgram());
    ExhibitSummary summary;
    std::vector<Diagnostic> refusals;
    List inspections;
    for (std::size_t i = 0; i < given.files().size(); ++i) {
        const GivenFiles::Given& file = given.files()[i];
        console.progress(file.shown, static_cast<double>(i) / static_cast<double>(given.files().size()));
        Looked looked = errands.inspect(file.path, file.name, console.language(), password);
        const Value inspection = inspectionOf(file, looked);
        summary.add(inspection);
        if (looked.refusal) {
            looked.refusal->hints.push_back(console.text("work.sheet"));
            refusals.push_back(std::move(*looked.refusal));
        }
        if (console.answersJson() && tellsEach) {
            inspections.push_back(inspection);
        } else if (tellsEach) {
            tellExhibit(file.shown, inspection, console);
        }
    }
    console.progress("", 1);
    if (console.answersJson()) {
        Object answer{{"summary", toValue(summary)}};
        if (tellsEach) {
            answer.set("exhibits", std::move(inspections));
        }
        console.answer(answer);
    } else {
        if (!tellsEach || given.files().size() > 1) {
            tellSummary(summary, console);
        }
        console.out() << std::flush;
        console.show(refusals);
    }
    return refusals.empty() ? Exit::Done : Exit::Diagnostics;
}

}  // namespace

Command exhibitCommand() {
    return {.name = "exhibit",
            .operands = "FILE…",
            .options = {{.name = "summary"}, {.name = "password-file", .value = "FILE", .ownHelp = true}},
            .run = exhibit};
}

}  // namespace engross
