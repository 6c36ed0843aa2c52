#pragma once
#include "pdf/digest.h"
#include "pdf/linker.h"

#include <memory>
#include <vector>

namespace engross {

/// Reads sources ahead on some threads and hands their digests over in order. No more than a few wait at a time,
/// however many sources there are.
class DigestQueue {
public:
    /// `sources` and `limits` outlive the queue. Without readers each source is read when it is asked for.
    DigestQueue(const std::vector<LinkSource>& sources, const PdfLimits& limits, unsigned readers);
    /// Ends the threads; a source that is being read is read to its end first.
    ~DigestQueue();
    DigestQueue(const DigestQueue&) = delete;
    DigestQueue& operator=(const DigestQueue&) = delete;

    /// The digest of the next source. Throws what reading it threw: PdfError.
    [[nodiscard]] DigestedFile next();

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace engross
