-- Building Act 1984, section 76: the council means to remedy the defects itself, because the procedure of section 80
-- of the Environmental Protection Act 1990 would cause unreasonable delay. There is no appeal against this notice; a
-- recipient may serve a counter-notice.

return notice {
  id = "defective_premises_s76", version = 1, title = "Notice of intention to remedy defective premises",
  law = "Building Act 1984, section 76", in_force = { from = "2006-04-06" },
  provision = "Building Act 1984, section 76",
  fields = {
    state = choice { law = "s.76(1)(a)", mark = "K", label = "State of the premises", from = {
      { value = "prejudicial", label = "prejudicial to health" },
      { value = "nuisance", label = "a nuisance" },
    } },
    state_described = text { law = "s.76(1)(a)", mark = "K",
      label = "What the premises are like, and whom that harms" },
    delay = text { law = "s.76(1)(b)", mark = "K",
      label = "Why the procedure of section 80 would cause unreasonable delay" },
    inspected_on = date { law = "s.76(1)", mark = "K", label = "Date of the inspection" },
    defects = rows { law = "s.76(1)", mark = "K", min = 1, label = "Defects that the council intends to remedy",
      no = text { label = "No" },
      location = text { label = "Location" },
      defect = text { law = "s.76(1)", mark = "K", label = "Defect" },
      remedy = text { label = "What the council will do" },
    },
    works_on = date { law = "s.76(2)", mark = "K", label = "Day on which the council will start" },
    reply_address = address { law = "s.76(3)", mark = "K", label = "Where a counter-notice is sent" },
  },
  derive = {
    first_service = earliest { "recipients.planned_on", label = "Earliest planned service" },
    latest_service = latest { "recipients.planned_on", label = "Latest planned service" },
    counter_notice_by = deadline { days = 7, after = "first_service",
      label = "Counter-notice by, if served as below" },
  },
  checks = {
    must_serve { "owner_of_premises", "freeholder", "lessee", "occupier", "lessee_and_occupier", "nuisance_person",
      law = "s.76(1)", mark = "K", code = "GEN-01" },
    not_before { field = "recipients.planned_on", than = "inspected_on", law = "s.76(1)", mark = "K",
      code = "BA-ORDER" },
    not_before { field = "works_on", than = "latest_service", days = 10, law = "s.76(2)", mark = "K",
      code = "BA-01" },
    must_say { "counter-notice-s76", law = "s.76(3)", mark = "K", code = "BA-COUNTER" },
  },
  no_appeal = true,
  key_dates = {
    { label = "The council will start on", date = "works_on" },
    { label = "Counter-notice by, if served as below", date = "counter_notice_by" },
  },
  consequences_title = "If you would rather do the work yourself",
  consequences = template "defective_premises_s76.consequences",
  confirm = {
    "Building Act 1984, sections 76 and 94: contents, periods, recovery of expenses and service: stated from "
      .. "professional knowledge, to be read against legislation.gov.uk",
    "Who is served: the person on whom an abatement notice would have been served: read section 76(1) and (4) first",
  },
}
