-- Housing Act 2004, section 255: a building, or a part of one, is declared to be a house in multiple occupation because
-- its occupation by persons who do not form a single household is a significant use of it.

return notice {
  id = "hmo_declaration", version = 1, title = "HMO declaration",
  law = "Housing Act 2004, section 255", in_force = { from = "2013-07-01" },
  law_date = "decided_on", called = "declaration", provision = "Housing Act 2004, section 255",
  fields = {
    whole_building = boolean { law = "s.255(1)", mark = "K", label = "Is it a declaration of the whole building?" },
    part = text { law = "s.255(1)", mark = "K", required_when = "not whole_building",
      label = "The part that is declared", hint = "such as: Flat 2, on the first and second floors" },
    test = choice { law = "s.255(2)", mark = "K", label = "Test that is met, apart from the sole use condition",
      from = {
        { value = "standard", label = "the standard test (section 254(2))" },
        { value = "self_contained_flat", label = "the self-contained flat test (section 254(3))" },
        { value = "converted_building", label = "the converted building test (section 254(4))" },
      } },
    test_met = text { law = "s.255(2)", mark = "K", label = "Facts that meet the test" },
    significant_use = text { law = "s.255(2)", mark = "K",
      label = "Why occupation as a main residence by more than one household is a significant use" },
    decided_on = date { law = "s.255(4)", mark = "K", label = "Date of the decision" },
    reasons = list { law = "s.255(4)", mark = "K", of = text, min = 1, label = "Reasons for the decision" },
  },
  derive = {
    appeal_by = deadline { days = 28, beginning_with = "decided_on", label = "Appeal by" },
    in_force_on = earliest_day { days = 28, after = "decided_on",
      label = "In force from, if there is no appeal" },
  },
  checks = {
    must_serve { "relevant_person", "owner_of_premises", "freeholder", "lessee", "mortgagee",
      "person_having_control", "person_managing", law = "s.255(3)", mark = "K", code = "GEN-01" },
    not_before { field = "recipients.planned_on", than = "decided_on", law = "s.255(3)", mark = "K",
      code = "HMD-ORDER" },
    within { days = 7, from = "decided_on", to = "recipients.planned_on", law = "s.255(3)", mark = "K",
      code = "HMD-01" },
    must_say { "appeal-hmo-declaration", law = "s.255(4) and (9)", mark = "K", code = "HMD-APPEAL" },
  },
  key_dates = {
    { label = "Appeal by", date = "appeal_by" },
    { label = "In force from, if there is no appeal", date = "in_force_on" },
  },
  appeal = "{{> appeal-hmo-declaration}}", appeal_days = 28, appeal_from = "decided_on",
  consequences_title = "What the declaration means",
  consequences = template "hmo_declaration.meaning",
  confirm = {
    "Housing Act 2004, sections 254 to 257 and 259: the tests, significant use, contents, persons and periods: "
      .. "stated from professional knowledge, to be read against legislation.gov.uk",
    "Significant use: whether the presumption of section 255(5) applies to the occupation",
  },
}
