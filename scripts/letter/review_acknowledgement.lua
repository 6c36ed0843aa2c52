-- Housing Act 1996, section 202: a request for a review has come in. SI 2018/223, regulation 5(3)
-- says what the applicant must be told; regulation 9 sets the period for the review.

local function on_the_three_week_track(case)
  local limb = case.review_of
  return limb.relief_steps or limb.non_cooperation_prevention or limb.prevention
end

local function somebody_else_reviews(case)
  return words.lower(case.reviewer.name) ~= words.lower(case.decision.maker)
end

local function still_time_to_write(case)
  return not case.three_weeks or case.dated_on <= case.representations_by
end

return letter {
  id = "review_acknowledgement", version = 1,
  title = "Your request for a review",
  law = "Housing Act 1996, section 202", in_force = { from = "2018-04-03" },
  law_date = "request_on",
  gates = { "notify-letter" },
  subject = "Your request for a review of our decision of {{decision.made_on}}",
  fields = {
    review_of = choice { from = law.review_limbs, label = "What is to be reviewed",
      law = "s.202(1)", mark = "V", hint = "it decides how long the review may take" },
    decision = record { law = "s.202", mark = "V", label = "The decision to be reviewed",
      made_on = date { law = "s.202", mark = "V", label = "Date of the decision" },
      maker = text { law = "SI 2018/223 reg. 8(2)", mark = "V", label = "Who made it" },
      summary = text { label = "What it decided, as a clause",
        example = "you do not have a priority need" },
    },
    notified_on = date { law = "s.202(3)", mark = "V",
      label = "Day on which the applicant was notified of it",
      hint = "the day it was received; by them or by a solicitor who acts for them" },
    request_on = date { law = "s.202(3)", mark = "V",
      label = "Day on which the request was received" },
    requested_by = text { label = "Who asked for it", example = "your solicitor",
      hint = "“you”, or who did it for the applicant" },
    longer_time = boolean { law = "s.202(3)", mark = "V",
      label = "Has the council allowed a longer time in writing?" },
    longer_time_on = date { law = "s.202(3)", mark = "V", required_when = "longer_time",
      label = "Date of the letter that allowed it" },
    reviewer = person { law = "SI 2018/223 reg. 8(2)", mark = "V", needs = { "post" },
      label = "Who carries out the review" },
    representative = text { optional = true, label = "Who is sent a copy",
      hint = "the applicant’s representative" },
  },
  derive = {
    three_weeks = value(on_the_three_week_track),
    last_day_to_ask = deadline { days = 21, beginning_with = "notified_on",
      label = "Last day to ask for a review" },
    representations_by = deadline { weeks = 2, beginning_with = "request_on",
      label = "Last day for written representations" },
    short_period_ends = deadline { weeks = 3, beginning_with = "request_on",
      label = "Decision due, three-week reviews" },
    long_period_ends = deadline { weeks = 8, beginning_with = "request_on",
      label = "Decision due, eight-week reviews" },
  },
  checks = {
    not_before { field = "notified_on", than = "decision.made_on", law = "s.184(3)", mark = "V",
      code = "R24-notified" },
    not_before { field = "request_on", than = "decision.made_on", law = "s.202(3)", mark = "V",
      code = "R24-request" },
    one_of {
      within { days = 21, from = "notified_on", to = "request_on" },
      is_true "longer_time",
      law = "s.202(3)", mark = "V", code = "R02",
    },
    not_before { field = "dated_on", than = "request_on", law = "SI 2018/223 reg. 5(3)",
      mark = "V", code = "R24-dated" },
    check("the person who reviews the decision is not the one who made it", somebody_else_reviews,
      { field = "reviewer", law = "SI 2018/223 reg. 8(2)", mark = "V", code = "R26" }),
    check("there is still time to write: this letter goes out before the two weeks have passed",
      still_time_to_write,
      { field = "dated_on", law = "SI 2018/223 reg. 5(3)(b)", mark = "V", code = "R24-late",
        warn = true }),
    must_say { "review-representations", law = "SI 2018/223 reg. 5(3)(a)", mark = "V",
      code = "R24" },
    must_say { "review-two-weeks", when = "three_weeks", law = "SI 2018/223 reg. 5(3)(b)",
      mark = "V", code = "R24-weeks" },
    must_say { "review-procedure", law = "SI 2018/223 reg. 5(3)(c)", mark = "V",
      code = "R24-procedure" },
  },
  confirm = {
    "A review of whether the conditions for a referral are met (section 202(1)(d)) that two " ..
      "authorities or an appointed person carry out takes 10 or 12 weeks: not covered by this type",
    "The person appointed under regulation 6 gives this notice themselves (regulation 5(4)): " ..
      "not covered by this type",
    "Accommodation pending review: that sections 188(3), 199A(6) and 200(5) are the powers " ..
      "that matter for the decision reviewed",
  },
}
