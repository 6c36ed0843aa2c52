#include "vault/folder_vault.h"

#include "store/test_folder.h"

#include <gtest/gtest.h>

#include <sys/resource.h>
#include <sys/stat.h>

#include <csignal>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iterator>
#include <thread>

namespace engross {
namespace {

using std::chrono::hours;

/// Files whose nth call fails. `Dead` stands for a killed host: from that call on, nothing reaches the disk.
class FailingFiles : public Files {
public:
    enum class Manner { Once, Dead };

    FailingFiles(int failAt, Manner manner, std::string code = "vault-full")
        : inner_(posixFiles()), failAt_(failAt), manner_(manner), code_(std::move(code)) {}

    [[nodiscard]] int calls() const noexcept {
        return calls_;
    }
    /// The first call that failed; empty for none.
    [[nodiscard]] const std::string& failedAt() const noexcept {
        return failedAt_;
    }
    [[nodiscard]] const std::vector<std::string>& log() const noexcept {
        return log_;
    }
    void call(const std::string& what) {
        ++calls_;
        if (calls_ == failAt_ || (calls_ > failAt_ && manner_ == Manner::Dead && failAt_ > 0)) {
            failedAt_ = failedAt_.empty() ? what : failedAt_;
            throw VaultError(code_, "test files", "fails at call " + std::to_string(calls_), Error::Retry::Yes);
        }
        log_.push_back(what);
    }

    std::unique_ptr<Output> create(const std::string& path) override {
        call("create");
        return std::make_unique<FailingOutput>(*this, inner_->create(path));
    }
    void syncFile(const std::string& path) override {
        call("sync");
        inner_->syncFile(path);
    }
    void makeReadOnly(const std::string& path) override {
        call("read only");
        inner_->makeReadOnly(path);
    }
    void rename(const std::string& from, const std::string& to) override {
        call("rename");
        inner_->rename(from, to);
    }
    bool sameFileSystem(const std::string& left, const std::string& right) override {
        call("same file system");
        return oneFileSystem && inner_->sameFileSystem(left, right);
    }
    void syncFolder(const std::string& path) override {
        call("sync folder");
        inner_->syncFolder(path);
    }
    void makeFolder(const std::string& path) override {
        call("make folder");
        inner_->makeFolder(path);
    }
    void remove(const std::string& path) override {
        call("remove");
        inner_->remove(path);
    }
    std::vector<Entry> list(const std::string& folder) override {
        call("list");
        return inner_->list(folder);
    }
    bool oneFileSystem = true;

private:
    class FailingOutput : public Output {
    public:
        FailingOutput(FailingFiles& owner, std::unique_ptr<Output> inner) : owner_(owner), inner_(std::move(inner)) {}
        void write(std::string_view bytes) override {
            // A full disk takes a part of what it is given.
            inner_->write(bytes.substr(0, bytes.size() / 2));
            owner_.call("write");
            inner_->write(bytes.substr(bytes.size() / 2));
        }
        void sync() override {
            owner_.call("sync");
            inner_->sync();
        }

    private:
        FailingFiles& owner_;
        std::unique_ptr<Output> inner_;
    };

    std::shared_ptr<Files> inner_;
    int failAt_;
    Manner manner_;
    std::string code_;
    int calls_ = 0;
    std::vector<std::string> log_;
    std::string failedAt_;
};

std::string codeOf(const std::function<void()>& action) {
    try {
        action();
    } catch (const VaultError& error) {
        return error.code() + (error.retryable() ? " retryable" : "");
    }
    return "no error";
}

std::string objectPath(const std::string& vault, const Sha256& hash) {
    const std::string hex = hash.hex();
    return vault + "/" + hex.substr(0, 2) + "/" + hex.substr(2, 2) + "/" + hex;
}

std::size_t filesIn(const std::string& folder) {
    std::size_t count = 0;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
        count += entry.is_regular_file() ? 1 : 0;
    }
    return count;
}

/// Every object's bytes are those that its name promises.
void expectOnlyWholeObjects(const std::string& vault) {
    for (const auto& entry : std::filesystem::recursive_directory_iterator(vault)) {
        if (!entry.is_regular_file() || entry.path().parent_path().filename() == "incoming") {
            continue;
        }
        std::ifstream file(entry.path(), std::ios::binary);
        const std::string bytes((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
        EXPECT_EQ(Sha256::of(bytes).hex(), entry.path().filename().string());
    }
}

TEST(FolderVault, GivesBackWhatWasPutUnderItsHash) {
    const TestFolder folder;
    FolderVault vault(folder.path("vault"));
    const std::string bytes(3'000'000, 'x');
    const Sha256 hash = vault.put(bytes);
    EXPECT_EQ(hash, Sha256::of(bytes));
    EXPECT_TRUE(vault.has(hash));
    EXPECT_EQ(vault.size(hash), bytes.size());
    EXPECT_EQ(vault.get(hash), bytes);
    EXPECT_EQ(vault.localPath(hash), objectPath(folder.path("vault"), hash));
    EXPECT_EQ(vault.put(bytes), hash);
    EXPECT_EQ(filesIn(folder.path("vault")), 1U);
    EXPECT_EQ(vault.get(vault.put("")), "");
}

TEST(FolderVault, ClosesItsObjectsToChangeAndToOtherUsers) {
    const TestFolder folder;
    FolderVault vault(folder.path("vault"));
    struct stat facts = {};
    ASSERT_EQ(::stat(vault.localPath(vault.put("bytes")).c_str(), &facts), 0);
    EXPECT_EQ(facts.st_mode & 0777U, 0400U);
    ASSERT_EQ(::stat(folder.path("vault").c_str(), &facts), 0);
    EXPECT_EQ(facts.st_mode & 0777U, 0700U);
}

TEST(FolderVault, AdoptsAFileByRenamingIt) {
    const TestFolder folder;
    FolderVault vault(folder.path("vault"));
    const std::string staged = vault.stagingFolder() + "/upload";
    std::ofstream(staged) << "evidence";
    const Sha256 hash = vault.adopt(staged);
    EXPECT_EQ(hash, Sha256::of("evidence"));
    EXPECT_EQ(vault.get(hash), "evidence");
    EXPECT_FALSE(std::filesystem::exists(staged));
}

TEST(FolderVault, AdoptsAFileFromAnotherFileSystemByCopyingIt) {
    const TestFolder folder;
    const auto files = std::make_shared<FailingFiles>(0, FailingFiles::Manner::Once);
    files->oneFileSystem = false;
    FolderVault vault(folder.path("vault"), files);
    const std::string elsewhere = folder.path("upload");
    std::ofstream(elsewhere) << "evidence";
    EXPECT_EQ(vault.get(vault.adopt(elsewhere)), "evidence");
    EXPECT_FALSE(std::filesystem::exists(elsewhere));
}

TEST(FolderVault, SaysWhatIsMissing) {
    const TestFolder folder;
    const FolderVault vault(folder.path("vault"));
    const Sha256 hash = Sha256::of("never put");
    EXPECT_FALSE(vault.has(hash));
    EXPECT_EQ(codeOf([&] { (void)vault.get(hash); }), "vault-missing");
    EXPECT_EQ(codeOf([&] { (void)vault.localPath(hash); }), "vault-missing");
    EXPECT_EQ(codeOf([&] { (void)vault.size(hash); }), "vault-missing");
}

TEST(FolderVault, NoticesAnObjectOfWhichOneByteChanged) {
    const TestFolder folder;
    FolderVault vault(folder.path("vault"));
    const Sha256 hash = vault.put("the served notice");
    const std::string path = objectPath(folder.path("vault"), hash);
    std::filesystem::permissions(path, std::filesystem::perms::owner_all);
    std::ofstream(path) << "the server notice";
    EXPECT_EQ(codeOf([&] { (void)vault.get(hash); }), "vault-damaged");
    EXPECT_EQ(codeOf([&] { (void)vault.localPath(hash); }), "vault-damaged");
    std::filesystem::resize_file(path, 3);
    EXPECT_EQ(codeOf([&] { (void)vault.get(hash); }), "vault-damaged");
    vault.put("the served notice");
    EXPECT_EQ(vault.get(hash), "the served notice");
}

TEST(FolderVault, FlushesTheFileBeforeItIsNamedAndTheFoldersAfterwards) {
    const TestFolder folder;
    const auto files = std::make_shared<FailingFiles>(0, FailingFiles::Manner::Once);
    FolderVault vault(folder.path("vault"), files);
    const auto before = files->log().size();
    vault.put("bytes");
    const std::vector<std::string> calls(files->log().begin() + static_cast<std::ptrdiff_t>(before),
                                         files->log().end());
    EXPECT_EQ(calls, (std::vector<std::string>{"create", "write", "sync", "make folder", "sync folder", "make folder",
                                               "sync folder", "read only", "rename", "sync folder"}));
}

TEST(FolderVault, FlushesTheNameOfItsOwnFolderThoughAKilledProgramHadMadeIt) {
    const TestFolder folder;
    std::filesystem::create_directory(folder.path("vault"));
    const auto files = std::make_shared<FailingFiles>(0, FailingFiles::Manner::Once);
    const FolderVault vault(folder.path("vault"), files);
    EXPECT_EQ(files->log(), (std::vector<std::string>{"make folder", "sync folder", "make folder", "sync folder"}));
}

TEST(FolderVault, ThrowsAFileAwayThatTheDiskDidNotConfirmSoThatNobodyTrustsItLater) {
    const TestFolder folder;
    const auto calls = std::make_shared<FailingFiles>(0, FailingFiles::Manner::Once);
    FolderVault whole(folder.path("vault"), calls);
    const std::string staged = whole.stagingFolder() + "/upload";
    std::ofstream(staged) << "evidence";
    const auto before = calls->calls();
    (void)whole.adopt(staged);
    ASSERT_EQ(calls->log().at(static_cast<std::size_t>(before) + 1), "sync");

    const auto files = std::make_shared<FailingFiles>(before + 2, FailingFiles::Manner::Once);
    FolderVault vault(folder.path("vault"), files);
    std::ofstream(staged) << "evidence";
    EXPECT_EQ(codeOf([&] { (void)vault.adopt(staged); }), "vault-full retryable");
    EXPECT_FALSE(std::filesystem::exists(staged));
    EXPECT_EQ(codeOf([&] { (void)vault.adopt(staged); }), "vault-failed") << "the same file was flushed again";
}

class FailingVault : public testing::TestWithParam<FailingFiles::Manner> {};

TEST_P(FailingVault, ShowsNoHalfWrittenObjectWhicheverCallFails) {
    int failures = 0;
    for (int call = 1;; ++call) {
        SCOPED_TRACE("call " + std::to_string(call));
        const TestFolder folder;
        const auto files = std::make_shared<FailingFiles>(call, GetParam());
        const std::string code = codeOf([&] { FolderVault(folder.path("vault"), files).put("the served notice"); });
        if (code == "no error") {
            EXPECT_LT(files->calls(), call);
            break;
        }
        EXPECT_EQ(code, "vault-full retryable");
        ++failures;

        FolderVault after(folder.path("vault"));
        expectOnlyWholeObjects(folder.path("vault"));
        const Sha256 hash = after.put("the served notice");
        EXPECT_EQ(after.get(hash), "the served notice");
        (void)after.sweep(systemNow() + hours{2}, hours{1});
        EXPECT_EQ(filesIn(folder.path("vault")), 1U);
        if (HasFailure()) {
            break;
        }
    }
    EXPECT_GE(failures, 12);
}

TEST_P(FailingVault, NeverLosesAnAdoptedFileWhicheverCallFails) {
    int failures = 0;
    for (const bool oneFileSystem : {true, false}) {
        for (int call = 5;; ++call) {
            SCOPED_TRACE("call " + std::to_string(call) + (oneFileSystem ? " renaming" : " copying"));
            const TestFolder folder;
            const auto files = std::make_shared<FailingFiles>(call, GetParam());
            files->oneFileSystem = oneFileSystem;
            FolderVault vault(folder.path("vault"), files);
            const std::string staged = vault.stagingFolder() + "/upload";
            std::ofstream(staged) << "evidence";
            const std::string code = codeOf([&] { (void)vault.adopt(staged); });
            if (code == "no error") {
                break;
            }
            ++failures;
            expectOnlyWholeObjects(folder.path("vault"));
            FolderVault after(folder.path("vault"));
            const Sha256 hash = Sha256::of("evidence");
            const bool unconfirmed = oneFileSystem && files->failedAt() == "sync" && !std::filesystem::exists(staged);
            EXPECT_TRUE(std::filesystem::exists(staged) || after.has(hash) || unconfirmed);
            if (std::filesystem::exists(staged)) {
                EXPECT_EQ(after.adopt(staged), hash);
            }
            EXPECT_TRUE(unconfirmed || after.get(hash) == "evidence");
            if (HasFailure()) {
                break;
            }
        }
    }
    EXPECT_GE(failures, 15);
}

INSTANTIATE_TEST_SUITE_P(Files, FailingVault, testing::Values(FailingFiles::Manner::Once, FailingFiles::Manner::Dead),
                         [](const auto& manner) {
                             return manner.param == FailingFiles::Manner::Once ? "Once" : "Dead";
                         });

TEST(FolderVault, SaysThatTheDiskIsFull) {
    const TestFolder folder;
    FolderVault vault(folder.path("vault"));
    struct rlimit before = {};
    ASSERT_EQ(::getrlimit(RLIMIT_FSIZE, &before), 0);
    const auto handler = std::signal(SIGXFSZ, SIG_IGN);
    const struct rlimit small = {1000, before.rlim_max};
    ASSERT_EQ(::setrlimit(RLIMIT_FSIZE, &small), 0);
    const std::string code = codeOf([&] { vault.put(std::string(5000, 'x')); });
    ASSERT_EQ(::setrlimit(RLIMIT_FSIZE, &before), 0);
    (void)std::signal(SIGXFSZ, handler);
    EXPECT_EQ(code, "vault-full retryable");
    EXPECT_EQ(filesIn(folder.path("vault")), 0U);
    EXPECT_EQ(vault.get(vault.put(std::string(5000, 'x'))).size(), 5000U);
}

TEST(FolderVault, SweepsOnlyWhatIsOldAndUnfinished) {
    const TestFolder folder;
    FolderVault vault(folder.path("vault"));
    const Sha256 hash = vault.put("object");
    std::ofstream(vault.stagingFolder() + "/old") << "half";
    EXPECT_EQ(vault.sweep(systemNow(), hours{1}), 0U);
    EXPECT_EQ(vault.sweep(systemNow() + hours{2}, hours{1}), 1U);
    EXPECT_EQ(filesIn(vault.stagingFolder()), 0U);
    EXPECT_EQ(vault.get(hash), "object");
}

TEST(FolderVault, TakesTheSameBytesFromManyThreads) {
    const TestFolder folder;
    FolderVault vault(folder.path("vault"));
    std::vector<std::thread> threads;
    for (int i = 0; i < 4; ++i) {
        threads.emplace_back([&] {
            for (int object = 0; object < 10; ++object) {
                vault.put("object " + std::to_string(object));
            }
        });
    }
    for (std::thread& thread : threads) {
        thread.join();
    }
    EXPECT_EQ(filesIn(folder.path("vault")), 10U);
    expectOnlyWholeObjects(folder.path("vault"));
}

}  // namespace
}  // namespace engross
