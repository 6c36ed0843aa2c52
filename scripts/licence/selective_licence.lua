-- Housing Act 2004, Part 3: licence for a house in an area of selective licensing. Schedule 4 says what
-- conditions it must have; the day of the application chooses among their versions.

-- Told apart from LIC-04 only where the licence begins after the day of the grant.
local function five_years_from_the_grant(case)
  local granted = case.granted_on
  if case.follows_licence or not granted or case.starts_on <= granted then return true end
  return case.ends_on <= granted:plus_months(60)
end

return licence {
  id = "selective_licence", version = 1, title = "Licence for a house under Part 3 (selective licensing)",
  law = "Housing Act 2004, Part 3", in_force = { from = "2015-10-01" },
  statute = "Housing Act 2004, Part 3, section 88",
  provision = "Housing Act 2004, section 88",
  uses = { "schedule_4" },
  fields = {
    designation = text { law = "s.80", mark = "K",
      label = "Designation of the area: its name, and the days from and to which it has force" },
    designation_ends = date { law = "s.84", mark = "K",
      label = "Day on which the designation ceases to have effect" },
    follows_licence = boolean { law = "s.91(4)", mark = "K",
      label = "Granted before an earlier licence ends, to begin when it does?" },
    fit_and_proper = boolean { law = "ss.88(3) and 89", mark = "K",
      label = "Are holder and manager fit and proper, and is the holder the most appropriate person?" },
    arrangements = boolean { law = "s.88(3)", mark = "K",
      label = "Are the proposed management arrangements otherwise satisfactory?" },
    conditions = rows { law = "s.90", mark = "K", min = 1,
      label = "Conditions that the council imposes of its own choice",
      topic = text { label = "About" },
      text = text { label = "Condition" },
    },
  },
  checks = {
    not_after { field = "ends_on", than = "starts_on", years = 5, law = "s.91(4)", mark = "K",
      code = "LIC-04" },
    check("the licence ends no more than five years after the day of the grant, unless it begins when an " ..
      "earlier licence ends", five_years_from_the_grant,
      { field = "ends_on", law = "s.91(4)", mark = "K", code = "LIC-04-grant" }),
    not_before { field = "ends_on", than = "starts_on", days = 1, law = "s.91", mark = "K",
      code = "LIC-04-order" },
    not_before { field = "starts_on", than = "granted_on", law = "s.91", mark = "K",
      code = "LIC-04-start" },
    not_before { field = "granted_on", than = "applied_on", law = "s.88(1)", mark = "K",
      code = "LIC-APPLIED" },
    not_before { field = "designation_ends", than = "starts_on", law = "s.85(1)", mark = "K",
      code = "LIC-AREA" },
    is_true { "fit_and_proper", law = "ss.88(3) and 89", mark = "K", code = "LIC-FIT" },
    is_true { "arrangements", law = "s.88(3)", mark = "K", code = "LIC-MANAGED" },
    must_say { "licence-references", law = "Sch.4 para 2", mark = "K", code = "LIC-05-references" },
  },
  schedules = {
    { title = "Schedule 1: mandatory conditions (Schedule 4 to the Act)",
      body = template "selective_licence.mandatory" },
    { title = "Schedule 2: the council’s conditions (section 90 of the Act)",
      body = template "selective_licence.conditions" },
  },
  confirm = {
    "Schedule 4: the substance of each mandatory condition is printed in our words; read them " ..
      "against the Schedule before release, above all paragraphs 1(4A), 1(5) and 2",
    "The conditions are chosen by the day of the application (1 October 2015, 1 June 2020, " ..
      "1 October 2022); confirm the transitional rule of each amendment. The conditions of before " ..
      "1 October 2015 are not loaded",
    "Section 91(4): the five years are checked from the first day of the licence and, unless it " ..
      "follows an earlier licence, from the day of the grant",
    "Sections 80 to 85 (the designation, and its end): from professional knowledge",
    "Section 91: what follows the death of the licence holder is not stated in the licence",
  },
}
