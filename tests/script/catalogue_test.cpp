#include "script/catalogue.h"

#include <gtest/gtest.h>

namespace engross {
namespace {

const std::string sources = ENGROSS_SOURCE_DIR;

std::shared_ptr<const Catalogue> standard() {
    static const auto catalogue =
        Catalogue::load({sources + "/plugins", sources + "/scripts", sources + "/templates"}, {});
    return catalogue;
}

TEST(Catalogue, HasNoFaultsInWhatIsShipped) {
    std::string all;
    for (const Diagnostic& fault : standard()->faults()) {
        all += describe(fault);
    }
    EXPECT_EQ(all, "");
}

/// Once, a derived date of the notice stumbled over what was missing, and the officer read of a nil value.
TEST(Catalogue, BlamesAnEmptyCaseAndNeverTheScript) {
    Request request;
    request.caseRecord = {"EN/2026/0001", Value(Object{})};
    request.fields = Value(Object{});
    for (const std::string& id : standard()->ids()) {
        request.type = id;
        const CheckResult result =
            standard()->check(request, Instant{std::chrono::sys_days(std::chrono::year(2026) / 11 / 23)});
        EXPECT_EQ(result.checked, nullptr) << id;
        EXPECT_FALSE(result.diagnostics.empty()) << id;
        for (const Diagnostic& fault : result.diagnostics) {
            EXPECT_EQ(fault.where.file, "") << id << ": " << describe(fault);
        }
    }
}

}  // namespace
}  // namespace engross
