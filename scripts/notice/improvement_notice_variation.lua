-- Housing Act 2004, section 16: an improvement notice is varied, with the agreement of the person on whom it was
-- served or, for a suspended notice, in the terms of its suspension.

local function dated_changes_follow_the_decision(case)
  return not case.basis.agreement or case.agreed_on <= case.decided_on
end

return notice {
  id = "improvement_notice_variation", version = 1, title = "Variation of improvement notice",
  law = "Housing Act 2004, section 16", in_force = { from = "2013-07-01" }, law_date = "decided_on",
  uses = { "section_16" },
  provision = "Housing Act 2004, section 16", copy_law = "Housing Act 2004, Schedule 1, paragraph 6",
  fields = {
    basis = choice { law = "s.16", mark = "K", label = "On what basis", from = {
      { value = "agreement", label = "with the agreement of the person on whom the notice was served" },
      { value = "suspension", label = "by altering the time or event until which the notice is suspended" },
    } },
    agreed_by = text { law = "s.16", mark = "K", required_when = "basis.agreement", label = "Who agreed" },
    agreed_on = date { law = "s.16", mark = "K", required_when = "basis.agreement", label = "Day of the agreement" },
    changes = rows {
      law = "Sch.1 para 7", mark = "V", min = 1, label = "Changes",
      place = text { law = "Sch.1 para 7", mark = "V", label = "Part of the notice" },
      was = text { law = "Sch.1 para 7", mark = "V", label = "Said until now" },
      becomes = text { law = "Sch.1 para 7", mark = "V", label = "Says from now on" },
    },
  },
  derive = {
    appeal_by = deadline { days = 28, beginning_with = "decided_on", label = "Appeal by" },
  },
  checks = {
    check("the agreement comes before the decision", dated_changes_follow_the_decision,
      { field = "agreed_on", law = "s.16", mark = "K", code = "VAR-AGREED" }),
    must_say { "appeal-improvement-notice-decision", law = "Sch.1 paras 7 and 14(2)", mark = "V",
      code = "VAR-02" },
  },
  key_dates = {
    { label = "Date of the decision", date = "decided_on" },
    { label = "Appeal by", date = "appeal_by" },
  },
  appeal = "{{> appeal-improvement-notice-decision}}", appeal_days = 28, appeal_from = "decided_on",
  consequences_title = "What this means",
  consequences = "Everything else in the improvement notice stays as it was. It is to be read with these changes from "
    .. "now on; keep this paper with it.\n\n{{> interpreter-and-formats}}",
}
