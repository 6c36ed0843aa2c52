-- Housing Act 2004, sections 22 and 44: what a prohibition order says of each hazard, and what it prohibits. Wants
-- decided_on of the part "inspection".
local contents = "s.22(2) or, for an emergency order, s.44(2)"

return part {
  fields = {
    made_on = date { law = "s.22 or, for an emergency order, s.44", mark = "V", label = "Date on which the order is made" },
    interests_checked_on = date { optional = true, law = "s.246", mark = "K",
      label = "Day on which the owners and other interests were last looked up" },
    prohibited_premises = text { law = contents, mark = "V",
      label = "Premises in relation to which the prohibition is imposed" },
    prohibited_use = choice { law = contents, mark = "V", label = "What is prohibited", from = {
      { value = "all", label = "use for all purposes" },
      { value = "particular", label = "use for a particular purpose" },
    } },
    particular_use = text { law = contents, mark = "V", required_when = "prohibited_use.particular",
      label = "The prohibited purpose",
      hint = "such as: occupation by more than two persons, or by a child under 10" },
    partial = boolean { law = contents, mark = "V", label = "Is only a part of the premises prohibited?" },
    plan = exhibit { optional = true, law = contents, mark = "K", label = "Plan that shows the prohibited part" },
    hazards = list { law = contents, mark = "V", min = 1, label = "Hazards", of = record {
      no = text { law = contents, mark = "V", label = "Number" },
      name = text { law = contents, mark = "V", label = "Hazard",
        hint = "as the regulations name it on the day of the inspection" },
      category = choice { law = contents, mark = "V", from = law.hazard_categories, label = "Category" },
      nature = text { law = contents, mark = "V", label = "Nature of the hazard: who may be harmed, and how" },
      exists_on = text { law = contents, mark = "V", label = "Residential premises on which the hazard exists" },
      deficiencies = rows {
        law = contents, mark = "V",
        no = text { law = contents, mark = "V", label = "No" },
        location = text { law = contents, mark = "V", label = "Location" },
        deficiency = text { law = contents, mark = "V", label = "Deficiency" },
        action = text { law = contents, mark = "V", label = "Action that would lead to revocation" },
        min = 1,
      },
    } },
  },
  derive = {
    appeal_by = deadline { days = 28, beginning_with = "made_on", label = "Appeal by" },
    latest_service = latest { "recipients.planned_on", label = "Latest planned service" },
  },
  checks = {
    must_serve { "owner_of_premises", "freeholder", "lessee", "occupier", "lessee_and_occupier",
      "permits_occupation", "mortgagee", law = "Sch.2 Pt 1", mark = "V2", code = "GEN-01" },
    not_after { field = "recipients.planned_on", than = "interests_checked_on", days = 28, law = "s.246", mark = "K",
      code = "GEN-02", warn = true },
    not_before { field = "made_on", than = "decided_on", law = "s.22", mark = "K", code = "PO-01-order" },
    not_before { field = "recipients.planned_on", than = "made_on", law = "Sch.2 Pt 1", mark = "V2",
      code = "PO-02-order" },
  },
  confirm = {
    "Housing Act 2004, sections 20 to 27, 32, 37 and 49 and Schedule 2: stated from professional knowledge where not " ..
      "marked, to be read against legislation.gov.uk",
    "What an occupier who has to leave is told of rehousing and compensation: legal services add it to the council’s " ..
      "covering letter",
  },
}
