#pragma once
#include "script/catalogue.h"

#include <unistd.h>
#include <filesystem>
#include <fstream>
#include <string>

namespace engross::test {

/// Source folders of a test's own: what it writes, and the project's own for the rest. Gone with the object.
class WrittenSources {
public:
    WrittenSources() {
        static int count = 0;
        root_ = std::filesystem::temp_directory_path() /
                ("engross_script_" + std::to_string(::getpid()) + "_" + std::to_string(++count));
        std::filesystem::create_directories(root_ / "scripts");
    }
    ~WrittenSources() {
        std::error_code ignored;
        std::filesystem::remove_all(root_, ignored);
    }
    WrittenSources(const WrittenSources&) = delete;
    WrittenSources& operator=(const WrittenSources&) = delete;

    void write(const std::string& name, const std::string& text) const {
        const std::filesystem::path path = root_ / name;
        std::filesystem::create_directories(path.parent_path());
        std::ofstream(path, std::ios::binary) << text;
    }

    void remove(const std::string& name) const {
        std::filesystem::remove(root_ / name);
    }

    /// A folder that the test wrote nothing into is the project's own.
    [[nodiscard]] SourceFolders folders() const {
        const auto chosen = [&](const char* name) {
            return std::filesystem::exists(root_ / name) ? (root_ / name).string()
                                                         : std::string(ENGROSS_SOURCE_DIR) + "/" + name;
        };
        return {chosen("plugins"), chosen("scripts"), chosen("templates")};
    }

    [[nodiscard]] std::shared_ptr<const Catalogue> load() const {
        return Catalogue::load(folders(), {});
    }

private:
    std::filesystem::path root_;
};

/// What a letter always needs, beside its own fields.
[[nodiscard]] inline Object letterCase() {
    const Object address{{"lines", List{Value("12 Sample Street"), Value("Anytown"), Value("AB1 2DE")}}};
    return {{"recipient", Object{{"title", "Ms"}, {"name", "A. Example"}, {"address", address}}},
            {"officer", Object{{"name", "D. Officer"}, {"post", "Environmental Health Officer"}}}};
}

[[nodiscard]] inline Request letterRequest(const std::string& type, Object fields) {
    Request request;
    request.type = type;
    request.caseRecord = {"HH/2026/0001", Value(letterCase())};
    request.fields = Value(std::move(fields));
    return request;
}

/// A letter script around the parts that a test is about.
[[nodiscard]] inline std::string letterScript(const std::string& id, const std::string& parts,
                                              const std::string& body = "Dear {{recipient}}\n") {
    return "return letter {\n  id = \"" + id +
           "\", version = 1, title = \"A test\", law = \"Housing Act 2004, section 239\",\n" +
           "  in_force = { from = \"2006-04-06\" },\n" + parts + "  body = [[\n" + body + "]],\n}\n";
}

constexpr Instant testDay{std::chrono::sys_days(std::chrono::year(2026) / 11 / 23)};

/// "/fields/visit_at: message", one a line, in order.
[[nodiscard]] inline std::string said(const std::vector<Diagnostic>& diagnostics) {
    std::string text;
    for (const Diagnostic& one : diagnostics) {
        text += one.where.pointer + ": " + one.message + "\n";
    }
    return text;
}

}  // namespace engross::test
