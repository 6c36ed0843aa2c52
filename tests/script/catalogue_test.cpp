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

}  // namespace
}  // namespace engross
