#include "refusals.h"

// The usual set of documents in an improvement notice appeal: homelessness reference 8.1, column 1.
namespace engross::samples {
namespace {

CheckResult checked(const Value& body) {
    const auto read = readRequest(body);
    if (!read.faults.empty()) {
        throw std::logic_error("the plan is no request: " + read.faults.front().pointer);
    }
    return catalogue().check(read.request, Instant{std::chrono::sys_days{std::chrono::year{2027} / 2 / 15}});
}

/// The plan without the documents whose title holds the words.
Value without(const std::string& words) {
    Value plan = jsonOf("samples/requests/improvement_notice_appeal.json");
    for (auto& section : *plan.object()->find("sections")->list()) {
        auto& items = *section.object()->find("items")->list();
        List kept;
        for (const auto& item : items) {
            if (item.textOr("title", "").find(words) == std::string::npos) {
                kept.push_back(item);
            }
        }
        items = kept;
    }
    return plan;
}

TEST(ImprovementNoticeAppeal, EachDocumentThatTheTribunalNeedsIsNamedWhenItIsMissing) {
    for (const auto* words :
         {"Application to the Tribunal", "Directions", "statement of case", "statement of reasons", "Proof of service",
          "Inspection report", "Photograph", "witness statement", "Chronology"}) {
        const auto result = checked(without(words));
        ASSERT_TRUE(refuses(result.diagnostics)) << words;
        EXPECT_FALSE(result.diagnostics.front().law.empty()) << told(result.diagnostics);
    }
}

TEST(ImprovementNoticeAppeal, AMissingProofOfServiceIsToldInThoseWords) {
    const auto faults = checked(without("Proof of service")).diagnostics;
    ASSERT_EQ(faults.size(), 1U) << told(faults);
    EXPECT_NE(faults.front().message.find("proof of service"), std::string::npos) << told(faults);
}

TEST(ImprovementNoticeAppeal, BothPlansOfTheSamplesAreComplete) {
    for (const auto* plan : {"samples/bundle/plan.json", "samples/bundle/plan-with-locked-file.json"}) {
        const auto result = checked(jsonOf(plan));
        EXPECT_TRUE(result.checked != nullptr) << plan << "\n" << told(result.diagnostics);
    }
}

TEST(ImprovementNoticeAppeal, EverySectionOfTheSamplesStandsInOrderOfDates) {
    for (const auto* plan : {"samples/bundle/plan.json", "samples/bundle/plan-with-locked-file.json",
                             "samples/requests/improvement_notice_appeal.json"}) {
        const Value body = jsonOf(plan);
        for (const auto& section : *body.find("sections")->list()) {
            std::string before;
            for (const auto& item : *section.find("items")->list()) {
                const std::string date = item.textOr("date", "");
                EXPECT_LE(before, date) << plan << ": " << item.textOr("title", "");
                before = date;
            }
        }
    }
}

TEST(ImprovementNoticeAppeal, CourtReferencePartiesAndPreparerAreRequired) {
    for (const auto* name : {"court", "court_ref", "parties", "prepared_by"}) {
        Value plan = jsonOf("samples/requests/improvement_notice_appeal.json");
        plan.object()->find("case")->object()->set(name, Value{});
        const auto faults = checked(plan).diagnostics;
        ASSERT_TRUE(refuses(faults)) << name;
        EXPECT_FALSE(faults.front().law.empty()) << told(faults);
    }
}

}  // namespace
}  // namespace engross::samples
