#pragma once
#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <stdexcept>
#include <string>
#include <vector>

extern char** environ;

namespace engross {

inline std::string contentsOf(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

inline void write(const std::string& path, const std::string& text) {
    std::ofstream file(path, std::ios::binary);
    file << text;
}

/// The real program as a child process, its output in files of a folder.
class Program {
public:
    Program(const std::string& folder, const std::vector<std::string>& words)
        : out_(folder + "/stdout"), err_(folder + "/stderr") {
        // Nothing of a test stays in the cache of who runs it.
        ::setenv("XDG_CACHE_HOME", (folder + "/cache").c_str(), 1);
        std::vector<std::string> line{ENGROSS_PROGRAM};
        line.insert(line.end(), words.begin(), words.end());
        std::vector<char*> pointers;
        pointers.reserve(line.size() + 1);
        for (auto& word : line) {
            pointers.push_back(word.data());
        }
        pointers.push_back(nullptr);
        posix_spawn_file_actions_t actions;
        posix_spawn_file_actions_init(&actions);
        const int flags = O_WRONLY | O_CREAT | O_TRUNC;
        posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
        posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, out_.c_str(), flags, 0600);
        posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, err_.c_str(), flags, 0600);
        if (::posix_spawn(&pid_, ENGROSS_PROGRAM, &actions, nullptr, pointers.data(), environ) != 0) {
            throw std::runtime_error("the program does not start");
        }
        posix_spawn_file_actions_destroy(&actions);
    }
    ~Program() {
        if (pid_ > 0) {
            ::kill(pid_, SIGKILL);
            (void)wait();
        }
    }
    Program(const Program&) = delete;
    Program& operator=(const Program&) = delete;

    /// The exit status; 128 and the signal's number where one killed it.
    int wait() {
        int status = 0;
        ::waitpid(pid_, &status, 0);
        pid_ = 0;
        return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    }
    void signal(int number) const {
        ::kill(pid_, number);
    }
    [[nodiscard]] bool runs() const {
        return ::kill(pid_, 0) == 0;
    }
    [[nodiscard]] std::string out() const {
        return contentsOf(out_);
    }
    [[nodiscard]] std::string err() const {
        return contentsOf(err_);
    }

private:
    std::string out_;
    std::string err_;
    pid_t pid_ = 0;
};

struct Ran {
    int exit = -1;
    std::string out;
    std::string err;
};

inline Ran run(const std::string& folder, const std::vector<std::string>& words) {
    Program program{folder, words};
    const int exit = program.wait();
    return {exit, program.out(), program.err()};
}

inline std::string sample(const std::string& path) {
    return std::string(ENGROSS_SOURCE_DIR) + "/samples/" + path;
}

}  // namespace engross
