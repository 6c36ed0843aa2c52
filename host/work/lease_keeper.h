#pragma once
#include "work/supervisor.h"

#include <condition_variable>
#include <mutex>
#include <optional>
#include <thread>

namespace engross {

/// Renews a claim's lease while its slot is busy with something that takes as long as it takes: reading the evidence of
/// a bundle through, flushing a gigabyte. Without it a large bundle would be rescued by another host again and again.
class LeaseKeeper {
public:
    LeaseKeeper(const SupervisorSettings& settings, const SupervisorParts& parts);
    ~LeaseKeeper();
    LeaseKeeper(const LeaseKeeper&) = delete;
    LeaseKeeper& operator=(const LeaseKeeper&) = delete;

    /// The claim is renewed while this lives. One at a time.
    class Hold {
    public:
        Hold(LeaseKeeper& keeper, const Claim& claim);
        ~Hold();
        Hold(const Hold&) = delete;
        Hold& operator=(const Hold&) = delete;

    private:
        LeaseKeeper& keeper_;
    };

private:
    void keep();
    void renew(const Claim& claim);

    const SupervisorSettings& settings_;
    const SupervisorParts& parts_;
    std::mutex mutex_;
    std::condition_variable bell_;
    std::optional<Claim> claim_;
    bool ending_ = false;
    std::thread thread_;
};

}  // namespace engross
