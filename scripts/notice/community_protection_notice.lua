-- Anti-social Behaviour, Crime and Policing Act 2014, section 43: community protection notice, after a written warning
-- and enough time to deal with the matter.

local function one_person_only(case)
  return #case.recipients == 1
end

local function nothing_is_abbreviated(case)
  local texts = { case.effect, case.persistent, case.unreasonable }
  for _, row in ipairs(case.conduct) do table.insert(texts, row.what) end
  for _, row in ipairs(case.requirements) do table.insert(texts, row.requirement) end
  for _, text in ipairs(texts) do
    if words.contains(text, "CPN") or words.contains(text, "CPW") then return false end
  end
  return true
end

return notice {
  id = "community_protection_notice", version = 1, title = "Community protection notice",
  law = "Anti-social Behaviour, Crime and Policing Act 2014, section 43", in_force = { from = "2014-10-20" },
  provision = "Anti-social Behaviour, Crime and Policing Act 2014, section 43",
  fields = {
    person_kind = choice { law = "s.43(1)", mark = "V", from = law.cp_persons,
      label = "Whose conduct it is" },
    age = number { law = "s.43(1)", mark = "V", label = "Age on the day of issue",
      required_when = "person_kind.individual" },
    conduct = rows { law = "s.43(7)", mark = "V", min = 1, label = "The conduct, each time it happened",
      no = text { label = "No" },
      when = text { label = "When" },
      what = text { label = "What happened" },
    },
    effect = text { law = "s.43(1)", mark = "V",
      label = "Its effect on the quality of life of those in the locality" },
    persistent = text { law = "s.43(1)", mark = "V",
      label = "Why the conduct is persistent or continuing" },
    unreasonable = text { law = "s.43(1)", mark = "V", label = "Why the conduct is unreasonable" },
    statutory_nuisance = boolean { law = "s.43", mark = "V",
      label = "May the conduct also be a statutory nuisance (Environmental Protection Act 1990, section 79)?" },
    warning_on = date { law = "s.43(5)", mark = "K", label = "Day on which the written warning was given" },
    warning_time = date { law = "s.43(5)", mark = "K",
      label = "Day by which the warning asked for the conduct to change" },
    since_warning = text { law = "s.43(5)", mark = "K",
      label = "What has happened since: why the conduct still has that effect" },
    enough_time = boolean { law = "s.43(5)", mark = "K",
      label = "Is the council satisfied that there was enough time to deal with the matter?" },
    requirements = rows { law = "s.43(3)", mark = "V", min = 1, label = "Requirements, each reasonable",
      no = text { label = "No" },
      kind = choice { label = "Kind", from = law.cp_requirements },
      requirement = text { label = "Requirement" },
      by = text { label = "Period or time" },
    },
    reasonable = text { law = "s.43(4)", mark = "K",
      label = "Why each requirement is reasonable, to prevent or reduce the effect" },
    informed = list { law = "s.43(6)", mark = "K", of = text, optional = true,
      label = "Bodies or individuals whom the council informed" },
  },
  checks = {
    must_serve { "cp_person", law = "s.43(1)", mark = "V", code = "GEN-01" },
    check("it goes to one person: each person has a notice of their own", one_person_only,
      { field = "recipients", law = "s.43(1)", mark = "K", code = "CPN-ONE" }),
    at_least { field = "age", floor = 16, when = "person_kind.individual", law = "s.43(1)", mark = "V",
      code = "CPN-01-age" },
    check("“CPN” and “CPW” are not used: they are read as civil penalty notice too",
      nothing_is_abbreviated,
      { field = "conduct", law = "s.43", mark = "K", code = "GEN-07", warn = true }),
    is_false { "statutory_nuisance", law = "Environmental Protection Act 1990, s.80", mark = "V",
      code = "CPN-NUISANCE", warn = true },
    not_before { field = "warning_time", than = "warning_on", law = "s.43(5)", mark = "K",
      code = "CPN-01-time" },
    not_before { field = "recipients.planned_on", than = "warning_time", days = 1, law = "s.43(5)", mark = "K",
      code = "CPN-01" },
    is_true { "enough_time", law = "s.43(5)", mark = "K", code = "CPN-01-enough" },
    must_say { "cp-notice-effect", law = "s.43(7)", mark = "V", code = "CPN-01-effect" },
    must_say { "appeal-community-protection-notice", law = "ss.43(7) and 46", mark = "V", code = "CPN-01-appeal" },
  },
  statute = "Anti-social Behaviour, Crime and Policing Act 2014, section 43",
  key_dates = {
    { label = "Written warning given on", date = "warning_on" },
  },
  appeal = "{{> appeal-community-protection-notice}}",
  appeal_days = 21,
  confirm = {
    "Sections 43(1), (3), (7) and 46 were read; sections 47 to 52 are summed up from professional " ..
      "knowledge: section 43(7) wants their effect explained, so read the summary against the Act",
    "The amount of a fixed penalty (section 52) is not printed: a change from £100 to £500 was proposed " ..
      "and its status is not confirmed",
    "A Bill proposed to lower the age to 10 (present status not confirmed): 16 is required",
    "A community protection notice does not take the place of the duty to serve an abatement notice " ..
      "(CPN-NUISANCE warns)",
  },
}
