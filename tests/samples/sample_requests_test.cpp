#include "sample_requests.h"

#include "layout/paginator.h"

#include <gtest/gtest.h>

namespace engross::samples {
namespace {

const std::vector<std::string> documents{"improvement_notice", "witness_statement", "review_upheld",
                                         "missed_appointment", "access_appointment"};

TEST(Samples, EveryScriptAndTemplateOfTheTreeIsWithoutFault) {
    EXPECT_TRUE(catalogue().faults().empty()) << told(catalogue().faults());
}

TEST(Samples, EveryRequestIsAcceptedWithoutSoMuchAsAWarning) {
    for (const auto& type : documents) {
        const auto result = SampleRequest(type).check();
        EXPECT_TRUE(result.checked != nullptr && result.diagnostics.empty()) << type << "\n"
                                                                             << told(result.diagnostics);
    }
    const auto bundle = SampleRequest("improvement_notice_appeal").check();
    EXPECT_TRUE(bundle.checked != nullptr) << told(bundle.diagnostics);
}

TEST(Samples, EveryDocumentFillsItsPagesWithoutAFault) {
    for (const auto& type : documents) {
        std::vector<Diagnostic> faults;
        const auto result = SampleRequest(type).check();
        ASSERT_TRUE(result.checked) << type << "\n" << told(result.diagnostics);
        const auto composition = catalogue().compose(*result.checked, Part{}, faults);
        ASSERT_TRUE(composition.has_value()) << type << "\n" << told(faults);
        const Pages pages = paginate(*composition, Typesetter::standard());
        EXPECT_GE(pages.count(), 1U) << type;
        EXPECT_TRUE(pages.faults().empty()) << type << "\n" << told(pages.faults());
    }
}

TEST(Samples, ACaseFileHoldsWhatItsRequestHolds) {
    for (const auto& type : documents) {
        const Value request = jsonOf("samples/requests/" + type + ".json");
        Object facts;
        facts.set("case_ref", *request.find("case_ref"));
        for (const auto* half : {"case", "fields"}) {
            for (const auto& [name, value] : *request.find(half)->object()) {
                facts.set(name, value);
            }
        }
        EXPECT_EQ(jsonOf("samples/cases/" + type + ".json"), Value(facts)) << type;
    }
}

TEST(Samples, TheBrokenCaseIsRefusedForThreeReasonsAndEachNamesItsLaw) {
    SampleRequest request("improvement_notice");
    const Value broken = jsonOf("samples/cases/broken.json");
    for (const auto* name : {"hazards", "options"}) {
        request.set(std::string("/") + name, *broken.find(name));
    }
    const auto faults = request.faults();
    ASSERT_EQ(faults.size(), 3U) << told(faults);
    for (const auto* code : {"IN-01", "HHS-03", "RSN-01-options"}) {
        ASSERT_NE(named(faults, code), nullptr) << code << "\n" << told(faults);
        EXPECT_FALSE(named(faults, code)->law.empty()) << code;
        EXPECT_EQ(named(faults, code)->severity, Severity::Error) << code;
    }
}

TEST(Samples, NoDocumentSaysThatItIsLawful) {
    for (const auto& type : documents) {
        const std::string text = SampleRequest(type).text();
        ASSERT_FALSE(text.empty()) << type;
        for (const auto* word : {"lawful", "CPN", "{{", "}}", "nil"}) {
            EXPECT_EQ(text.find(word), std::string::npos) << type << " says " << word;
        }
    }
}

TEST(Samples, EveryCheckNamesItsMarkAndItsLaw) {
    for (const auto& type : documents) {
        const auto* summary = catalogue().find(type);
        ASSERT_NE(summary, nullptr) << type;
        for (const auto& check : summary->checks) {
            EXPECT_FALSE(check.code.empty() || check.law.empty() || check.sentence.empty())
                << type << " " << check.code;
            EXPECT_TRUE(check.mark == "V" || check.mark == "V2" || check.mark == "K" || check.mark == "!")
                << type << " " << check.code;
        }
    }
}

}  // namespace
}  // namespace engross::samples
