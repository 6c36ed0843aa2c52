#include "layout/paginator.h"
#include "script/catalogue.h"
#include "script/written_sources.h"

#include <gtest/gtest.h>

namespace engross {
namespace {

using test::said;
using test::testDay;

std::shared_ptr<const Catalogue> ours() {
    static const std::string root = ENGROSS_SOURCE_DIR;
    static const auto catalogue = Catalogue::load({root + "/plugins", root + "/scripts", root + "/templates"}, {});
    return catalogue;
}

/// The pages of the worked examples of our own types: in each language, at the usual size and in large print.
class EveryExample : public testing::TestWithParam<int> {};

TEST_P(EveryExample, IsSetWithoutAFaultOrAWarning) {
    std::size_t set = 0;
    for (const std::string& id : ours()->ids()) {
        const TypeSummary* type = ours()->find(id);
        auto request = type == nullptr || type->family == "bundle" ? std::nullopt : ours()->example(id);
        if (!request) {
            continue;
        }
        request->largePrint = GetParam();
        for (const std::string& language : type->languages) {
            request->language = language;
            const auto result = ours()->check(*request, testDay);
            ASSERT_NE(result.checked, nullptr) << id << ": " << said(result.diagnostics);
            std::vector<Diagnostic> faults;
            const auto composition = ours()->compose(*result.checked, {}, faults);
            ASSERT_TRUE(composition) << id << ": " << said(faults);
            const Pages pages = paginate(*composition, Typesetter::standard());
            EXPECT_TRUE(pages.faults().empty()) << id << " " << language << ": " << said(pages.faults());
            ++set;
        }
    }
    EXPECT_GE(set, 70U);
}

INSTANTIATE_TEST_SUITE_P(AtEverySize, EveryExample, testing::Values(0, 16, 18));

}  // namespace
}  // namespace engross
