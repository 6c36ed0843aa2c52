-- Environmental Protection Act 1990, section 80: abatement notice. Section 80(1) and (2), Schedule 3 paragraph 6 and
-- the Statutory Nuisance (Appeals) Regulations 1995 say what it must have.

local function rightly_served(case, capacity)
  if case.who.structural then return capacity.owner_of_premises end
  if case.who.not_found or case.who.not_yet then
    return capacity.owner_of_premises or capacity.occupier
  end
  return capacity.nuisance_person
end

local function right_person(case)
  for _, recipient in ipairs(case.recipients) do
    if not recipient.copy and not rightly_served(case, recipient.capacity) then return false end
  end
  return true
end

local function state_fits_who(case)
  return not case.who.not_yet or case.state.likely_to_occur
end

local function somebody_must_act(case)
  for _, recipient in ipairs(case.recipients) do
    if not recipient.copy then return true end
  end
  return false
end

local function something_ends_the_nuisance(case)
  for _, row in ipairs(case.requirements) do
    if row.kind.abate or row.kind.prohibit or row.kind.restrict then return true end
  end
  return false
end

return notice {
  id = "abatement_notice", version = 1, title = "Abatement notice",
  law = "Environmental Protection Act 1990, section 80", in_force = { from = "1991-01-01" },
  provision = "Environmental Protection Act 1990, section 80",
  fields = {
    limb = choice { law = "s.79(1)", mark = "K", from = law.nuisance_limbs,
      label = "What kind of statutory nuisance" },
    state = choice { law = "s.80(1)", mark = "K", from = law.nuisance_states,
      label = "Does the nuisance exist, or is it likely to occur or recur?" },
    nuisance = text { law = "s.80(1)", mark = "K",
      label = "The nuisance: what it is, where it comes from, and whom it affects" },
    satisfied_on = date { law = "s.80(1)", mark = "K",
      label = "Day on which the council was satisfied of the nuisance" },
    who = choice { law = "s.80(2)", mark = "K", label = "Why the notice is served on this person",
      from = {
        { value = "responsible", label = "person responsible for the nuisance" },
        { value = "structural", label = "owner: the nuisance arises from a defect of a structural character" },
        { value = "not_found",
          label = "owner or occupier: the person responsible cannot be found" },
        { value = "not_yet", label = "owner or occupier: the nuisance has not yet occurred" },
      } },
    requirements = rows { law = "s.80(1)", mark = "K", min = 1, label = "Requirements",
      no = text { label = "No" },
      kind = choice { label = "Kind", from = {
        { value = "abate", label = "abate" }, { value = "prohibit", label = "prohibit" },
        { value = "restrict", label = "restrict" }, { value = "works", label = "works or other steps" },
      } },
      what = text { label = "Requirement" },
      within = text { law = "s.80(1)", mark = "K", label = "Time for compliance" },
    },
    not_suspended = boolean { optional = true, law = "1995 Regulations, reg.3(3)", mark = "K",
      label = "Is the notice to have effect notwithstanding an appeal?" },
    not_suspended_ground = choice { law = "1995 Regulations, reg.3(2)", mark = "K",
      from = law.not_suspended_grounds, label = "On which ground",
      required_when = "not_suspended" },
  },
  checks = {
    check("at least one recipient is required to act, and is not only sent a copy",
      somebody_must_act,
      { field = "recipients", law = "s.80(2)", mark = "K", code = "GEN-01" }),
    check("the notice is served on the person whom section 80(2) names: the person responsible; the " ..
      "owner for a structural defect; the owner or occupier where nobody is found or nothing has " ..
      "happened yet", right_person,
      { field = "recipients", law = "s.80(2)", mark = "K", code = "EPA-WHO" }),
    check("a nuisance that has not yet occurred is one that is likely to occur", state_fits_who,
      { field = "state", law = "s.80(1) and (2)", mark = "K", code = "EPA-STATE" }),
    check("at least one requirement abates, prohibits or restricts the nuisance",
      something_ends_the_nuisance,
      { field = "requirements", law = "s.80(1)", mark = "K", code = "EPA-01-what" }),
    not_before { field = "recipients.planned_on", than = "satisfied_on", law = "s.80(1)",
      mark = "K", code = "EPA-ORDER" },
    must_say { "appeal-abatement-notice", law = "Sch.3 para 6", mark = "K", code = "EPA-01" },
    must_say { "nuisance-not-suspended", when = "not_suspended",
      law = "1995 Regulations, reg.3(3)", mark = "K", code = "EPA-01-suspension" },
    must_say { "nuisance-suspended", when = "not not_suspended",
      law = "1995 Regulations, reg.3", mark = "K", code = "EPA-01-suspended" },
  },
  statute = "Environmental Protection Act 1990, section 80",
  key_dates = {
    { label = "Council satisfied on", date = "satisfied_on" },
  },
  consequences = "{{> nuisance-consequences}}",
  appeal = [[
{{> appeal-abatement-notice}}

{{#not_suspended}}
{{> nuisance-not-suspended}}
{{/not_suspended}}
{{^not_suspended}}
{{> nuisance-suspended}}
{{/not_suspended}}
]],
  appeal_days = 21,
  confirm = {
    "Environmental Protection Act 1990, sections 79 to 81 and Schedule 3, and the 1995 Regulations: " ..
      "stated from professional knowledge, to be read against legislation.gov.uk",
    "Section 79(1): the limbs (a), (b), (c), (e), (f) and (g) are offered; the others are not loaded",
    "Section 80(2A), by which a notice about noise may be deferred, is not offered",
    "Regulation 3: when an appeal suspends a notice is not restated, only that the regulation says so",
  },
}
