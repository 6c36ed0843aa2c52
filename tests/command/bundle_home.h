#pragma once
#include "command/program.h"
#include "model/json.h"
#include "store/test_folder.h"

#include <filesystem>
#include <string>
#include <vector>

namespace engross {

/// A home with one kind of bundle that demands nothing, and plans for it.
class BundleHome {
public:
    explicit BundleHome(const std::string& folder) : folder_(folder + "/home") {
        std::filesystem::create_directories(folder_ + "/scripts/bundle");
        for (const char* part : {"plugins", "templates"}) {
            std::filesystem::create_directory_symlink(std::string(ENGROSS_SOURCE_DIR) + "/" + part,
                                                      folder_ + "/" + part);
        }
        write(folder_ + "/scripts/bundle/any_bundle.lua",
              "return bundle {\n  id = \"any_bundle\", version = 1, title = \"Bundle of evidence\",\n"
              "  law = \"Civil Procedure Rules, PD 32 paragraph 27\", in_force = { from = \"2019-04-06\" },\n"
              "  profile = \"courts-2021\",\n}\n");
    }
    [[nodiscard]] const std::string& path() const {
        return folder_;
    }

private:
    std::string folder_;
};

/// A plan of one section with these files in it.
inline Object planOf(const std::vector<std::string>& files) {
    List items;
    for (const std::string& file : files) {
        const std::string number = std::to_string(items.size() + 1);
        items.emplace_back(Object{
            {"title", "Exhibit paper of the test with the number " + number}, {"date", "2026-01-01"}, {"file", file}});
    }
    const auto party = [](const char* name, const char* capacity) {
        return Value(Object{{"name", name}, {"capacity", capacity}});
    };
    Object facts{{"court", "County Court at Anytown"},
                 {"court_ref", "A00AA001"},
                 {"parties", List{party("A. Example", "Claimant"), party("B. Sample", "Defendant")}},
                 {"prepared_by", "C. Officer"}};
    return Object{{"type", "any_bundle"},
                  {"case_ref", "EN/2026/0001"},
                  {"case", std::move(facts)},
                  {"fields", Object{}},
                  {"sections", List{Object{{"title", "Evidence"}, {"items", std::move(items)}}}}};
}

}  // namespace engross
