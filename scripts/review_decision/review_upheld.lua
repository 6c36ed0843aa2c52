-- Housing Act 1996, sections 202 and 203: a review that confirms a decision against the applicant.
-- Section 203(6): without reasons and the notice of the right of appeal, no notice is given at all.

local function due_on(case)
  local limb = case.review_of
  local short = limb.relief_steps or limb.non_cooperation_prevention or limb.prevention
  local days = short and 20 or 55
  local start = case.request_on
  if short and case.minded_to and case.minded_to.replied_on then start = case.minded_to.replied_on end
  return start:plus_days(days)
end

local function adverse_throughout(case)
  for _, issue in ipairs(case.issues) do
    if issue.against_applicant then return true end
  end
  return false
end

local function senior(case)
  return case.reviewer_type.contracted_out or case.reviewer_grade > case.original.grade
end

local function within_the_clock(case)
  if case.extension then return case.dated_on <= case.extension.until_day end
  return case.dated_on <= due_on(case)
end

local function extension_agreed_in_time(case)
  return not case.extension or
    (case.extension.agreed_on <= due_on(case) and case.extension.until_day > due_on(case))
end

local function minded_to_came_first(case)
  return case.minded_to.sent_on < case.dated_on and case.request_on <= case.minded_to.sent_on
end

local function window_closed(case)
  return case.minded_to.replied_on ~= nil or case.dated_on > case.minded_to.reply_by
end

return review_decision {
  id = "review_upheld", version = 1, title = "Review decision: the decision is upheld",
  law = "Housing Act 1996, section 203", in_force = { from = "2018-04-03" },
  gates = { "notify-letter" },
  fields = {
    review_of = choice { law = "s.202(1)", mark = "V", from = law.review_limbs,
      label = "What was reviewed" },
    original = record {
      law = "s.202", mark = "V", label = "The decision reviewed",
      decided_on = date { law = "s.202", mark = "V", label = "Date of the decision" },
      maker = text { law = "SI 2018/223 reg. 8(2)", mark = "V", label = "Who made it" },
      post = text { law = "SI 2018/223 reg. 8(2)", mark = "V", label = "Their post" },
      grade = number { law = "SI 2018/223 reg. 8(2)", mark = "V", label = "Their grade",
        hint = "a number: the higher, the more senior" },
      summary = text { law = "s.202", mark = "V", label = "What it decided, as a clause",
        example = "you do not have a priority need" },
    },
    reviewer_type = choice { law = "SI 2018/223 reg. 8", mark = "V", from = law.reviewer_types,
      label = "Who reviewed it" },
    reviewer_grade = number { law = "SI 2018/223 reg. 8(2)", mark = "V",
      label = "The reviewer’s grade" },
    reviewer_involved = boolean { law = "SI 2018/223 reg. 8(2)", mark = "V",
      label = "Was the reviewer involved in the original decision?" },
    request_on = date { law = "s.202(3)", mark = "V", label = "Date of the request for a review" },
    requested_by = text { law = "s.202", mark = "V", label = "Who asked for it",
      example = "your solicitor" },
    extension = record {
      label = "Longer period agreed in writing", optional = true,
      agreed_on = date { law = "SI 2018/223 reg. 9(1)", mark = "V",
        label = "Date of the written agreement" },
      until_day = date { law = "SI 2018/223 reg. 9(1)", mark = "V", label = "New last day" },
    },
    representations = list { law = "SI 2018/223 reg. 7(1)", mark = "V", of = text, min = 1,
      label = "Representations: what was said, by whom, when" },
    irregularity = boolean { law = "SI 2018/223 reg. 7(2)", mark = "V",
      label = "Was there a deficiency or irregularity in the original decision or how it was " ..
      "made?" },
    irregularity_reason = text { law = "SI 2018/223 reg. 7(2)", mark = "V",
      label = "What it was, or why there was none" },
    minded_to = record {
      law = "SI 2018/223 reg. 7(2)", mark = "V", label = "Minded-to letter (regulation 7(2))",
        required_when = "irregularity",
      sent_on = date { law = "SI 2018/223 reg. 7(2)", mark = "V", label = "Date of the letter" },
      gave_reasons = boolean { law = "SI 2018/223 reg. 7(2)(a)", mark = "V",
        label = "Did it give the reasons?" },
      offered_both = boolean { law = "SI 2018/223 reg. 7(2)(b)", mark = "V",
        label = "Did it say that representations may be oral, written or both, and made by " ..
        "someone acting for the applicant?" },
      reply_by = date { law = "SI 2018/223 reg. 7(2)(b)", mark = "V",
        label = "Last day for representations" },
      replied_on = date { label = "Date on which representations were received", optional = true },
      answer = text { law = "SI 2018/223 reg. 7(2)", mark = "V",
        label = "What was said in reply, and how it was dealt with" },
    },
    inquiries = list { law = "s.203(4)", mark = "K", of = text, min = 1,
      label = "Inquiries made in the review and evidence considered" },
    law_applied = list { law = "s.203(4)", mark = "K", of = text, min = 1,
      label = "Law and guidance considered" },
    code_version = text { law = "s.182", mark = "K",
      label = "Version of the Homelessness Code of Guidance used" },
    findings = list { law = "s.203(4)", mark = "K", of = text, min = 1,
      label = "Findings of fact, with the evidence weighed" },
    issues = list { law = "s.203(4)", mark = "V", min = 1, label = "Issues, in order", of = record {
      issue = text { law = "s.203(4)", mark = "V", label = "Issue, as a question" },
      conclusion = text { law = "s.203(3)", mark = "V", label = "Conclusion, in one sentence" },
      against_applicant = boolean { law = "s.203(4)", mark = "V",
        label = "Decided against the applicant?" },
      reasons = list { law = "s.203(4)", mark = "V", of = text, min = 1,
        label = "Reasons, dealing with each representation" },
    } },
    equality = record {
      label = "Equality duty", optional = true,
      considered = list { min = 1, label = "Characteristics in play", of = record {
        characteristic = choice { law = "Equality Act 2010 s.149", mark = "K",
          from = law.protected_characteristics, label = "Characteristic" },
        facts = text { law = "Equality Act 2010 s.149", mark = "K",
          label = "The facts of this case" },
        effect = text { law = "Equality Act 2010 s.149", mark = "K",
          label = "How it bears on the decision" },
      } },
    },
    children = list { of = text, optional = true,
      label = "Children in the household: their welfare, and how it was weighed" },
    decision = text { law = "s.203(3)", mark = "V",
      label = "The decision in one sentence, for the box and the end" },
    meaning = text { law = "s.203(3)", mark = "V", label = "What it means, in one sentence" },
    effects = list { law = "s.203(3)", mark = "K", of = text, min = 1,
      label = "What follows, with the date on which any accommodation ends" },
    notified_by = choice { law = "s.203(8)", mark = "V", from = law.notification_ways,
      label = "How the applicant is notified" },
  },
  derive = {
    review_due = value(due_on),
    has_children = value(function(case) return case.children ~= nil end),
    appeal_by = deadline { days = 21, day_after = "dated_on", label = "Last day for an appeal" },
  },
  checks = {
    is_false { "reviewer_involved", law = "SI 2018/223 reg. 8(2)", mark = "V",
      code = "R26-involved" },
    check("an officer who reviews an officer’s decision is senior to them", senior,
      { field = "reviewer_grade", law = "SI 2018/223 reg. 8(2)", mark = "V", code = "R26-senior" }),
    check("at least one issue is decided against the applicant; otherwise use the type for " ..
      "that outcome", adverse_throughout,
      { field = "issues", law = "s.203(4)", mark = "V", code = "R03" }),
    not_before { field = "request_on", than = "original.decided_on", law = "s.202(3)", mark = "V",
      code = "R24" },
    not_before { field = "dated_on", than = "request_on", law = "s.203(3)", mark = "V",
      code = "HML-34" },
    check("the decision is made within the period for the review", within_the_clock,
      { field = "dated_on", law = "s.204(1)(b); SI 2018/223 reg. 9", mark = "V", code = "R31",
        warn = true }),
    check("a longer period is agreed in writing on or before the day it replaces, and is longer",
      extension_agreed_in_time,
      { field = "extension", law = "SI 2018/223 reg. 9(1)", mark = "V", code = "R25" }),
    check("the minded-to letter is dated after the request and before this decision",
      minded_to_came_first,
      { field = "minded_to", when = "irregularity", law = "SI 2018/223 reg. 7(2)", mark = "V",
        code = "R27-order" }),
    check("representations were received, or the time for them has passed", window_closed,
      { field = "minded_to", when = "irregularity", law = "SI 2018/223 reg. 7(2)", mark = "V",
        code = "R27-window" }),
    is_true { "minded_to.gave_reasons", when = "irregularity", law = "SI 2018/223 reg. 7(2)(a)",
      mark = "V", code = "R28-reasons" },
    is_true { "minded_to.offered_both", when = "irregularity", law = "SI 2018/223 reg. 7(2)(b)",
      mark = "V", code = "R28-both" },
    check("the equality duty is dealt with by facts of this case",
      function(case) return case.equality ~= nil end,
      { field = "equality", law = "Equality Act 2010 s.149", mark = "K", code = "R55",
        warn = true }),
    must_say { "appeal-review-decision", law = "s.203(5) and (6), s.204(2)", mark = "V",
      code = "R29" },
    must_say { "equality-duty", when = "equality", law = "Equality Act 2010 s.149", mark = "K",
      code = "R55-text" },
  },
  subject = "Review under section 202 of the Housing Act 1996: decision",
  salutation = "Dear {{recipient}}",
  box = {
    decision = "{{decision}}",
    meaning = "{{meaning}}",
    action = "You may appeal to the county court on a point of law, within 21 days of being " ..
      "notified of this decision. See “Your right to appeal”.",
  },
  appeal = template "review_upheld.appeal",
  confirm = {
    "Section 204(2) says “within 21 days of his being notified” (day of notification not " ..
      "counted: last day D + 21); rule R29 quotes “21 days beginning with the day you are " ..
      "notified” (D + 20): confirm which date is printed",
    "Homelessness Code of Guidance: the current version was not captured; the officer enters " ..
      "the version used",
    "Reviews by a person appointed under regulation 6 and joint reviews of referrals (10 and " ..
      "12 weeks) are not covered by this type",
  },
}
