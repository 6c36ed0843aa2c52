-- Housing Act 2004, section 16: an improvement notice is revoked, whole or as to some hazards. There is no appeal
-- against a revocation (Schedule 1, paragraph 7 gives one where a notice is varied).

local function grounds_fit_the_section(case)
  if case.ground.special then return case.served_under.s11 end
  if case.ground.appropriate then return case.served_under.s12 end
  return true
end

return notice {
  id = "improvement_notice_revocation", version = 1, title = "Revocation of improvement notice",
  law = "Housing Act 2004, section 16", in_force = { from = "2006-04-06" }, law_date = "decided_on",
  uses = { "section_16" },
  provision = "Housing Act 2004, section 16", copy_law = "Housing Act 2004, Schedule 1, paragraph 6",
  fields = {
    ground = choice { law = "s.16", mark = "K", label = "Ground", from = {
      { value = "complied", label = "the requirements of the notice have been complied with" },
      { value = "special", label = "there are special circumstances that make it appropriate to revoke it" },
      { value = "appropriate", label = "the council considers that it is appropriate to revoke it" },
    } },
    found_on = date { law = "s.16", mark = "K", label = "Day on which the council satisfied itself of that" },
    whole = boolean { law = "s.16", mark = "K", label = "Is the whole notice revoked?" },
    hazards_revoked = list { law = "s.16", mark = "K", of = text, required_when = "not whole",
      label = "Hazards as to which it is revoked" },
  },
  checks = {
    check("special circumstances are for a notice under section 11, mere appropriateness for one under section 12",
      grounds_fit_the_section, { field = "ground", law = "s.16", mark = "K", code = "VAR-GROUND" }),
    not_after { field = "found_on", than = "decided_on", law = "s.16", mark = "K", code = "VAR-FOUND" },
  },
  no_appeal = true,
  key_dates = {
    { label = "Date of the decision", date = "decided_on" },
  },
  consequences_title = "What this means",
  consequences = template "improvement_notice_revocation.meaning",
}
