-- Housing Act 2004, Schedule 5, paragraphs 1 and 2: the council proposes to grant a licence. A copy of the
-- proposed licence goes with it (type hmo_licence or selective_licence, stage "proposed").

return notice {
  id = "licence_proposal", version = 1,
  title = "Notice of a proposal to grant a licence",
  law = "Housing Act 2004, Schedule 5", in_force = { from = "2013-07-01" },
  provision = "Housing Act 2004, Schedule 5, paragraph 1",
  uses = { "licence_proposal" },
  fields = {
    applicant = text { law = "Sch.5 para 2", mark = "K", label = "Applicant" },
    applied_on = date { law = "Sch.5 para 2", mark = "K", label = "Date of the application" },
    proposed_holder = text { law = "Sch.5 para 2", mark = "V", label = "Proposed licence holder" },
    proposed_manager = text { law = "Sch.5 para 2", mark = "V", label = "Proposed manager" },
    from_day = date { law = "Sch.5 para 2", mark = "V", label = "Proposed first day" },
    to_day = date { law = "Sch.5 para 2", mark = "V", label = "Proposed last day" },
    main_terms = list { law = "Sch.5 para 2", mark = "V", of = text, min = 1,
      label = "Main terms of the proposed licence" },
    reasons = list { law = "Sch.5 para 2", mark = "V", of = text, min = 1,
      label = "Reasons for the proposal" },
  },
  checks = {
    must_serve { "applicant", law = "Sch.5 para 2", mark = "K", code = "GEN-01" },
    not_before { field = "consultation_end", than = "given_on", days = 14, law = "Sch.5 para 12",
      mark = "K", code = "LIC-01" },
    must_say { "licence-representations", law = "Sch.5 para 2 and para 12", mark = "V",
      code = "LIC-01-words" },
    not_after { field = "to_day", than = "from_day", years = 5, law = "ss.68(4) and 91(4)", mark = "K",
      code = "LIC-04" },
    must_attach { "proposed_licence", law = "Sch.5 para 1", mark = "V", code = "LIC-COPY" },
  },
  statute = "Housing Act 2004, Schedule 5, paragraphs 1 and 2",
  no_appeal = true,
  key_dates = {
    { label = "Consultation ends on", date = "consultation_end" },
  },
  enclosures = {
    { id = "proposed_licence", title = "Copy of the proposed licence" },
  },
  confirm = {
    "Schedule 5, paragraphs 1, 2 and 12: contents were read, the 14 days are from professional " ..
      "knowledge (LIC-01)",
  },
}
