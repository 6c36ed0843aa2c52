-- SI 2015/1693, regulation 5: remedial notice to a landlord about smoke and carbon monoxide alarms.

-- The amendments of 1 October 2022: repair after a report, and social landlords.
local function the_duty_was_in_force(case)
  if case.served_on.iso >= "2022-10-01" then return true end
  for _, duty in ipairs(case.duties) do
    if duty.repair then return false end
  end
  return not case.social
end

local function all_served_on_one_day(case)
  for _, recipient in ipairs(case.recipients) do
    if not recipient.copy and recipient.planned_on ~= case.served_on then return false end
  end
  return true
end

return notice {
  id = "smoke_remedial_notice", version = 1, title = "Remedial notice about smoke and carbon monoxide alarms",
  law = "SI 2015/1693, regulation 5", in_force = { from = "2015-10-01" },
  provision = "SI 2015/1693, regulation 5",
  fields = {
    social = boolean { law = "reg.3", mark = "V2", label = "Is the landlord a social landlord?" },
    licensed = boolean { law = "reg.3", mark = "K", label = "Is it an HMO licensed under Part 2 or a house licensed under Part 3?" },
    duties = list { law = "reg.5(2)", mark = "V", min = 1, label = "Duties breached",
      of = choice { from = law.smoke_duties } },
    grounds = list { law = "reg.5(1)", mark = "V", of = text, min = 1,
      label = "Why the council has reasonable grounds to believe that they are breached" },
    decided_on = date { law = "reg.5(3)", mark = "V",
      label = "Day on which the council decided that it has reasonable grounds" },
    actions = rows { law = "reg.5(2)", mark = "V", min = 1,
      label = "Remedial action that the council considers should be taken",
      no = text { label = "No" },
      location = text { label = "Where" },
      action = text { label = "Action required" },
    },
    reply_to = person { law = "reg.5(2)", mark = "V", label = "Person to whom representations may be sent",
      needs = { "address", "email" } },
  },
  derive = {
    served_on = latest { "recipients.planned_on", label = "Day of service" },
    comply_by = deadline { days = 28, beginning_with = "served_on", label = "Action to be taken by, if served as below" },
    representations_by = deadline { days = 28, beginning_with = "served_on",
      label = "Representations by, if served as below" },
  },
  checks = {
    must_serve { "private_landlord", law = "reg.5(1)", mark = "V", code = "GEN-01" },
    check("every landlord is served on one day, so that the days printed are right for each", all_served_on_one_day,
      { field = "recipients", law = "reg.5(2)", mark = "V", code = "GEN-03" }),
    not_before { field = "recipients.planned_on", than = "decided_on", law = "reg.5(3)", mark = "V",
      code = "SMK-ORDER" },
    not_after { field = "recipients.planned_on", than = "decided_on", days = 20, law = "reg.5(3)", mark = "V",
      code = "SMK-01" },
    is_false { "licensed", law = "reg.3", mark = "K", code = "SMK-LICENSED" },
    check("before 1 October 2022 there was no duty to repair on a report, and no duty of social landlords",
      the_duty_was_in_force,
      { field = "duties", law = "reg.4(1)", mark = "V2", code = "SMK-VERSION" }),
    must_say { "smoke-representations", law = "reg.5(2)", mark = "V", code = "SMK-WORDS" },
    must_say { "smoke-effect", law = "reg.5(2)", mark = "V", code = "SMK-EFFECT" },
  },
  statute = "Smoke and Carbon Monoxide Alarm (England) Regulations 2015 (SI 2015/1693), regulation 5",
  no_appeal = true,
  key_dates = {
    { label = "Action to be taken by, if served as below", date = "comply_by" },
    { label = "Representations by, if served as below", date = "representations_by" },
  },
  consequences = "{{> smoke-effect}}",
  confirm = {
    "Regulation 5 was read; regulations 3, 4, 6 and 7 are from professional knowledge: the exclusion of licensed " ..
      "houses (SMK-LICENSED) and the summary of regulations 6 and 7 above all",
    "The amendments of 1 October 2022 were read in a secondary source (SMK-VERSION)",
  },
}
