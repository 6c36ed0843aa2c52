-- Anti-social Behaviour, Crime and Policing Act 2014, section 43(5): the written warning without which no community
-- protection notice can be issued.

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
  id = "community_protection_warning", version = 1, title = "Community protection warning",
  law = "Anti-social Behaviour, Crime and Policing Act 2014, section 43(5)", in_force = { from = "2014-10-20" },
  provision = "Anti-social Behaviour, Crime and Policing Act 2014, section 43",
  called = "warning",
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
    requirements = rows { law = "s.43(5)", mark = "K", min = 1,
      label = "What must stop or be done, and by when",
      no = text { label = "No" },
      requirement = text { label = "What must stop or be done" },
      by = text { label = "By when" },
    },
    change_by = date { law = "s.43(5)", mark = "K",
      label = "Day by which the conduct must have ceased to have that effect" },
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
    not_before { field = "change_by", than = "recipients.planned_on", days = 1, law = "s.43(5)",
      mark = "K", code = "CPN-TIME" },
    must_say { "cp-warning", law = "s.43(5)", mark = "K", code = "CPN-WARNING" },
  },
  statute = "Anti-social Behaviour, Crime and Policing Act 2014, section 43(5)",
  no_appeal = true,
  key_dates = {
    { label = "Conduct to cease to have that effect by", date = "change_by" },
  },
  confirm = {
    "Section 43(1), (3) and (7) were read; section 43(5) and (6) are from professional knowledge",
    "How much time is “enough time” (section 43(5)) is for the officer: one day is the least that passes",
    "A Bill proposed to lower the age to 10 (present status not confirmed): 16 is required",
  },
}
