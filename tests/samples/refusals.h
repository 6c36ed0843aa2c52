#pragma once
#include "sample_requests.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace engross::samples {

/// A change to a sample, and the provision that its refusal must name.
struct Required {
    std::string pointer;
    std::string law;
};

/// Each item, taken away alone, is refused at its place, and the refusal names the law.
inline void expectEachIsRequired(const std::string& type, const std::vector<Required>& items) {
    for (const auto& item : items) {
        const auto faults = SampleRequest(type).remove(item.pointer).faults();
        ASSERT_TRUE(refuses(faults)) << type << " was accepted without " << item.pointer;
        bool found = false;
        for (const auto& fault : faults) {
            found = found || fault.law.find(item.law) != std::string::npos;
        }
        EXPECT_TRUE(found) << "no fault names " << item.law << " without " << item.pointer << "\n" << told(faults);
    }
}

/// The changed sample is refused by that check, with that law, and by nothing else.
inline void expectOnly(const SampleRequest& request, const std::string& code, const std::string& law) {
    const auto faults = request.faults();
    const auto* fault = named(faults, code);
    ASSERT_NE(fault, nullptr) << "expected " << code << "\n" << told(faults);
    EXPECT_NE(fault->law.find(law), std::string::npos) << told(faults);
    EXPECT_EQ(faults.size(), 1U) << told(faults);
}

inline void expectAccepted(const SampleRequest& request) {
    EXPECT_TRUE(request.check().checked != nullptr) << told(request.faults());
}

}  // namespace engross::samples
