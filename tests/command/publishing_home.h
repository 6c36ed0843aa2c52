#pragma once
#include "command/program.h"
#include "store/test_folder.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <string>
#include <vector>

namespace engross {

/// A home and a data folder of the test's own.
class PublishingHome : public testing::Test {
protected:
    PublishingHome() : home_(folder_.path("home")), data_(folder_.path("data")) {
        for (const char* name : {"plugins", "scripts", "templates"}) {
            std::filesystem::create_directories(home_);
            std::filesystem::copy(std::string(ENGROSS_SOURCE_DIR) + "/" + name, home_ + "/" + name,
                                  std::filesystem::copy_options::recursive);
        }
    }
    Ran engross(std::vector<std::string> words) {
        words.insert(words.end(), {"--data", data_});
        return run(folder_.path(), words);
    }
    Ran publish(const std::string& id, const std::vector<std::string>& more = {"--signed-off-by", "Ms L. Lawyer"}) {
        std::vector<std::string> words{"types", "publish", id, "--home", home_};
        words.insert(words.end(), more.begin(), more.end());
        return engross(words);
    }
    /// Changes the letter's words and its version.
    void change(const std::string& words, int version) const {
        const std::string file = home_ + "/scripts/letter/access_appointment.lua";
        std::string text = contentsOf(file);
        const std::size_t number = text.find("version = ");
        text.replace(number, text.find(',', number) - number, "version = " + std::to_string(version));
        const std::size_t greeting = text.find("Dear {{occupier}}");
        text.replace(greeting, text.find('\n', greeting) - greeting, "Dear {{occupier}}" + words);
        write(file, text);
    }

    TestFolder folder_;
    std::string home_;
    std::string data_;
};

}  // namespace engross
