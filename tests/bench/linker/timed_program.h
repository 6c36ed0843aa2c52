#pragma once
#include <string>
#include <vector>

namespace engross::bench {

struct Timing {
    double seconds = 0;    // until the result is on disk
    double processor = 0;  // seconds of all its threads, in the program and for it: what other load does not change
    double megabytes = 0;  // the most memory that the program held, 10^6 bytes
    double written = 0;    // 10^6 bytes
    bool done = false;
};

/// Runs a program that makes the file `output`, its standard output going there where `toOutput`. Everything that was
/// written before is on disk when the clock starts. A program that fails or takes longer than `patience` is not done.
[[nodiscard]] Timing timed(const std::vector<std::string>& line, const std::string& output, bool toOutput = false,
                           double patience = 300);

/// The same of a program that is started before the clock: it writes a byte when it waits, begins when it can read one,
/// and writes another when its file is made. So are the service's workers: they wait for work.
[[nodiscard]] Timing timedWhenWaiting(const std::vector<std::string>& line, const std::string& output);

}  // namespace engross::bench
