// The same letter of one page and the same report of 50 in Engross, warm: the whole way from JSON to the checked bytes;
// layout and PDF alone; and the floor, which is to deflate what the pages say and to copy the rest. Prints one line a
// way, tab separated: name, then milliseconds, pages and bytes of the letter and of the report; peers/ print the same.
//   rival_bench --write FOLDER    the two requests as letter.json and report.json, for the peers
//   rival_bench --letters ROUNDS  the letter's whole way alone, so many times: for a profiler
//   rival_bench --grow PARTS      one report of PARTS times 50 pages, in a process of its own: pages, seconds, peak
//   bytes
#include "bench/rival/rival_content.h"
#include "model/json.h"
#include "work/draw.h"
#include "work/produce.h"

#include <libdeflate.h>
#include <sys/resource.h>
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstring>
#include <fstream>
#include <functional>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <stdexcept>

namespace {

using namespace engross;

constexpr Instant now{std::chrono::sys_days(std::chrono::year(2026) / 11 / 23)};

/// Keeps the last object; the disk is not what is measured here.
class LastVault final : public Vault {
public:
    std::string bytes;

    Sha256 put(std::string_view given) override {
        bytes = given;
        return Sha256::of(given);
    }
    Sha256 adopt(const std::string& path) override {
        throw std::logic_error("LastVault: takes no file " + path);
    }
    [[nodiscard]] bool has(const Sha256& hash) const override {
        return hash == Sha256::of(bytes);
    }
    [[nodiscard]] std::string get(const Sha256&) const override {
        return bytes;
    }
    [[nodiscard]] std::string localPath(const Sha256& hash) const override {
        throw std::logic_error("LastVault: has no file " + hash.hex());
    }
    [[nodiscard]] std::uint64_t size(const Sha256&) const override {
        return bytes.size();
    }
    [[nodiscard]] std::string stagingFolder() const override {
        return {};
    }
};

struct Way {
    double milliseconds = 0;
    std::size_t pages = 0;
    std::size_t bytes = 0;
};

/// The median of many rounds.
double median(int rounds, const std::function<void(int)>& work) {
    std::vector<double> times;
    for (int round = 0; round < rounds; ++round) {
        const auto begin = std::chrono::steady_clock::now();
        work(round);
        times.push_back(std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin).count());
    }
    std::sort(times.begin(), times.end());
    return times.at(times.size() / 2);
}

class Studio {
public:
    explicit Studio(const std::string& type)
        : catalogue_(Catalogue::loadWith({root() + "/plugins", root() + "/scripts", root() + "/templates"},
                                         typesetter_->fontFiles(),
                                         root() + "/tests/bench/rival/peers/" + type + ".lua")) {
        workshop_.catalogue = catalogue_;
        workshop_.typesetter = typesetter_;
        workshop_.vault = &vault_;
    }

    /// From the text of a request to the checked file.
    Way whole(int rounds, const std::function<std::string(int)>& body) {
        std::vector<std::string> bodies;
        for (int round = 0; round < rounds; ++round) {
            bodies.push_back(body(round));
        }
        Way way;
        const auto make = [&](int round) {
            const Request request = readRequest(*readJson(bodies.at(static_cast<std::size_t>(round))).value).request;
            const Outcome outcome = produce(request, workshop_, now);
            if (outcome.state != Outcome::State::Done) {
                throw std::runtime_error(writeJson(toValue(outcome)));
            }
            way.pages = outcome.artefacts.at(0).pages;
        };
        make(0);
        way.milliseconds = median(rounds, make);
        way.bytes = vault_.bytes.size();
        return way;
    }

    [[nodiscard]] Composition composed(const std::string& body) const {
        const Request request = readRequest(*readJson(body).value).request;
        const auto checked = catalogue_->check(request, now);
        std::vector<Diagnostic> faults = checked.diagnostics;
        auto composition = checked.checked ? catalogue_->compose(*checked.checked, {}, faults) : std::nullopt;
        if (!composition) {
            throw std::runtime_error(faults.empty() ? "nothing is composed" : faults.front().message);
        }
        return std::move(*composition);
    }

    [[nodiscard]] std::optional<Drawing> drawn(Composition composition) const {
        PdfMetadata metadata;
        metadata.made = now;
        std::vector<Diagnostic> faults;
        return draw(std::move(composition), metadata, typesetter_, faults);
    }

    /// Layout and PDF alone.
    [[nodiscard]] Way drawing(int rounds, const Composition& composition, std::string& bytes) const {
        Way way;
        way.milliseconds = median(rounds, [&](int) {
            auto made = drawn(composition);
            way.pages = made.value().pages;
            bytes = std::move(made.value().bytes);
        });
        way.bytes = bytes.size();
        return way;
    }

private:
    static std::string root() {
        return ENGROSS_SOURCE_DIR;
    }

    std::shared_ptr<const Typesetter> typesetter_ = Typesetter::standard();
    std::shared_ptr<const Catalogue> catalogue_;
    LastVault vault_;
    Workshop workshop_;
};

/// To deflate the content of every page and to copy everything else of a finished file.
Way floorOf(int rounds, const std::string& file, std::size_t pages) {
    std::vector<std::string> contents;
    QPDF pdf;
    pdf.processMemoryFile("file", file.data(), file.size());
    std::size_t packedSize = 0;
    for (QPDFObjectHandle page : pdf.getAllPages()) {
        QPDFObjectHandle stream = page.getKey("/Contents");
        packedSize += stream.getRawStreamData()->getSize();
        const auto data = stream.getStreamData();
        contents.emplace_back(reinterpret_cast<const char*>(data->getBuffer()), data->getSize());
    }
    libdeflate_compressor* compressor = libdeflate_alloc_compressor(6);
    std::string out(file.size() * 2 + 65536, '\0');
    const double time = median(rounds, [&](int) {
        std::size_t at = file.size() - packedSize;
        std::memcpy(out.data(), file.data(), at);
        for (const std::string& content : contents) {
            at +=
                libdeflate_zlib_compress(compressor, content.data(), content.size(), out.data() + at, out.size() - at);
        }
    });
    libdeflate_free_compressor(compressor);
    return {time, pages, file.size()};
}

void print(const char* name, const Way& letter, const Way& report) {
    std::printf("%s\t%.3f\t%zu\t%zu\t%.3f\t%zu\t%zu\n", name, letter.milliseconds, letter.pages, letter.bytes,
                report.milliseconds, report.pages, report.bytes);
}

int grow(std::size_t parts) {
    const Studio studio("bench_report");
    Composition composition = studio.composed(bench::reportRequest(bench::reportParagraphs));
    const std::vector<Block> once = composition.body;
    for (std::size_t part = 1; part < parts; ++part) {
        composition.body.insert(composition.body.end(), once.begin(), once.end());
    }
    const auto begin = std::chrono::steady_clock::now();
    const auto made = studio.drawn(std::move(composition));
    const double took = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
    rusage used{};
    ::getrusage(RUSAGE_SELF, &used);
    std::printf("%zu\t%.3f\t%ld\n", made.value().pages, took, used.ru_maxrss * 1024);
    return 0;
}

int writeRequests(const std::string& folder) {
    std::ofstream(folder + "/letter.json") << bench::letterRequest(0);
    std::ofstream(folder + "/report.json") << bench::reportRequest(bench::reportParagraphs);
    return 0;
}

int letters(int rounds) {
    const Way way = Studio("bench_letter").whole(rounds, bench::letterRequest);
    std::printf("%.3f\n", way.milliseconds);
    return 0;
}

int measure() {
    constexpr int letterRounds = 500;
    constexpr int reportRounds = 15;
    Studio letters("bench_letter");
    Studio reports("bench_report");
    const Way letter = letters.whole(letterRounds, bench::letterRequest);
    const Way report = reports.whole(reportRounds, [](int) { return bench::reportRequest(bench::reportParagraphs); });
    std::string letterBytes;
    std::string reportBytes;
    const Way letterAlone = letters.drawing(letterRounds, letters.composed(bench::letterRequest(0)), letterBytes);
    const Way reportAlone =
        reports.drawing(reportRounds, reports.composed(bench::reportRequest(bench::reportParagraphs)), reportBytes);
    print("Engross, whole path from JSON, checked", letter, report);
    print("Engross, layout and PDF alone", letterAlone, reportAlone);
    print("floor: deflate and copy", floorOf(letterRounds, letterBytes, letterAlone.pages),
          floorOf(reportRounds, reportBytes, reportAlone.pages));
    return 0;
}

}  // namespace

int main(int count, char** words) {
    const std::string what = count > 1 ? words[1] : "";
    if (what == "--write" && count == 3) {
        return writeRequests(words[2]);
    }
    if (what == "--letters" && count == 3) {
        return letters(std::max(1, std::atoi(words[2])));
    }
    if (what == "--grow" && count == 3) {
        return grow(static_cast<std::size_t>(std::max(1, std::atoi(words[2]))));
    }
    return measure();
}
