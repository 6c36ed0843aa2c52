// What a warm letter costs on its way from JSON to blocks, and what a cold catalogue costs.
#include "model/json.h"
#include "script/catalogue.h"

#include <chrono>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <string>

namespace {

using namespace engross;

double microseconds(int rounds, const std::function<void()>& work) {
    const auto start = std::chrono::steady_clock::now();
    for (int round = 0; round < rounds; ++round) {
        work();
    }
    return std::chrono::duration<double, std::micro>(std::chrono::steady_clock::now() - start).count() / rounds;
}

void measure(const Catalogue& catalogue, const std::string& id) {
    const std::string body = writeJson(toValue(*catalogue.example(id)));
    const Instant now{std::chrono::sys_days(std::chrono::year(2026) / 11 / 23)};
    const Request request = readRequest(*readJson(body).value).request;
    const auto warm = catalogue.check(request, now);
    if (warm.checked == nullptr) {
        std::printf("%s: the example fails\n", id.c_str());
        return;
    }
    std::vector<Diagnostic> faults;
    const double reading = microseconds(500, [&] { static_cast<void>(readRequest(*readJson(body).value)); });
    const double checking = microseconds(500, [&] { static_cast<void>(catalogue.check(request, now)); });
    const double composing =
        microseconds(500, [&] { static_cast<void>(catalogue.compose(*warm.checked, {}, faults)); });
    std::printf("| %s | %.0f | %.0f | %.0f | %.0f |\n", id.c_str(), reading, checking, composing,
                reading + checking + composing);
}

}  // namespace

int main() {
    const std::string root = ENGROSS_SOURCE_DIR;
    const SourceFolders folders{root + "/plugins", root + "/scripts", root + "/templates"};
    const double load = microseconds(20, [&] { static_cast<void>(Catalogue::load(folders, {})); });
    const double first =
        microseconds(20, [&] { static_cast<void>(Catalogue::load(folders, {})->find("access_appointment")); });
    std::printf("Cold catalogue %.0f \u00B5s, with one type read %.0f \u00B5s.\n\n", load, first);
    std::puts("| warm, \u00B5s | JSON | check | compose | all |\n|---|---:|---:|---:|---:|");
    const auto catalogue = Catalogue::load(folders, {});
    for (const char* id :
         {"access_appointment", "missed_appointment", "review_upheld", "witness_statement", "improvement_notice"}) {
        measure(*catalogue, id);
    }
    return 0;
}
