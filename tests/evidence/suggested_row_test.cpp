#include "evidence/suggested_row.h"

#include <gtest/gtest.h>

namespace engross {
namespace {

TEST(SuggestedRow, FindsTheFirstDayThatIsWritten) {
    EXPECT_EQ(firstDayIn("Dated this 2nd of nothing, on 3 March 2026, and 4 May 2026"), "2026-03-03");
    EXPECT_EQ(firstDayIn("Mon, 02 Feb 2026 10:03:11 +0000"), "2026-02-02");
    EXPECT_EQ(firstDayIn("ar 12 Chwefror 2026"), "2026-02-12");
    EXPECT_EQ(firstDayIn("Issued (05/11/2025)."), "2025-11-05");
    EXPECT_EQ(firstDayIn("made 2026-01-31T10:00"), "2026-01-31");
    EXPECT_EQ(firstDayIn("31 February 2026, version 1.2.2026x, room 12 March"), "");
    EXPECT_EQ(firstDayIn(""), "");
}

TEST(SuggestedRow, OfAnEmailIsFromWhomToWhomAndItsSubject) {
    Facts facts;
    facts.mail = Mail{.from = "Ms A. Example <a@example.org>",
                      .to = "Mr B. Sample <b@example.org>",
                      .date = "Mon, 2 Mar 2026 09:00:00 +0000",
                      .subject = "Damp in the rear bedroom"};
    EXPECT_EQ(suggestedRow({}, facts),
              (SuggestedRow{"E-mail from Ms A. Example to Mr B. Sample: Damp in the rear bedroom", "2026-03-02"}));
}

TEST(SuggestedRow, OfAPictureIsNothing) {
    Facts facts;
    facts.kind = EvidenceKind::Jpeg;
    EXPECT_EQ(suggestedRow({}, facts), SuggestedRow());
}

}  // namespace
}  // namespace engross
