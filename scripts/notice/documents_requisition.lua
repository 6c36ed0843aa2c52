-- Housing Act 2004, section 235: production of documents. No form is prescribed; subsections (2) and (3)
-- say what the notice contains. It is given by a person whom the council has authorised in writing.

return notice {
  id = "documents_requisition", version = 1, title = "Notice to produce documents",
  law = "Housing Act 2004, section 235", in_force = { from = "2006-04-06" },
  fields = {
    purpose = choice { law = "s.235(1)", mark = "K", label = "Purpose", from = {
      { value = "functions", label = "a purpose connected with the exercise of the council’s functions under "
        .. "Parts 1 to 4 of the Act in relation to the premises" },
      { value = "offence", label = "investigating whether an offence has been committed under any of Parts 1 "
        .. "to 4 of the Act in relation to the premises" },
    } },
    matter = text { law = "s.235(1)", mark = "K", label = "What the council is looking into",
      hint = "in a sentence that the recipient will understand" },
    documents = rows { law = "s.235(2)(a)", mark = "K", min = 1, label = "Documents to be produced",
      no = text { label = "No" },
      description = text { law = "s.235(2)(a)", mark = "K", label = "Document, or kind of document" },
    },
    produce_at = time { law = "s.235(2)(b)", mark = "K", label = "When they are to be produced" },
    produce_where = address { law = "s.235(2)(b)", mark = "K", label = "Where they are to be produced" },
    produce_to = person { law = "s.235(2)(b)", mark = "K", needs = { "post" },
      label = "To whom they are to be produced" },
    time_is_reasonable = text { law = "s.235(2)(b)", mark = "K", label = "Why the time allowed is reasonable",
      hint = "for the file; it is not printed" },
    authorised_on = date { law = "s.235(1)", mark = "K",
      label = "Date of the written authorisation of the officer who gives this notice" },
  },
  derive = {
    latest_service = latest { "recipients.planned_on", label = "Latest planned service" },
  },
  checks = {
    must_serve { "applicant", "licence_holder", "owner_of_premises", "freeholder", "lessee", "mortgagee",
      "person_having_control", "person_managing", "manages_or_lets", "occupier", "lessee_and_occupier",
      law = "s.235(7)", mark = "K", code = "GEN-01" },
    not_before { field = "produce_at.date", than = "latest_service", days = 1, law = "s.235(2)(b)", mark = "K",
      code = "DOC-TIME" },
    not_after { field = "authorised_on", than = "recipients.planned_on", law = "s.235(1)", mark = "K",
      code = "DOC-AUTHORISED" },
    must_say { "consequences-documents-s235", law = "s.235(3) and s.236", mark = "K", code = "DOC-CONSEQUENCES" },
    must_say { "legal-privilege-s235", law = "s.235(5)", mark = "K", code = "DOC-PRIVILEGE" },
  },
  no_appeal = true,
  key_dates = {
    { label = "Produce the documents", date = "produce_at" },
  },
  consequences = "{{> consequences-documents-s235}}\n\n{{> interpreter-and-formats}}",
  confirm = {
    "Housing Act 2004, sections 235 and 236: contents, persons, offences and penalties: stated from professional "
      .. "knowledge, to be read against legislation.gov.uk",
    "Renters’ Rights Act 2025, Part 4, chapter 3: whether its powers of investigation (in force since 27 December "
      .. "2025) change section 235 or are to be used instead",
  },
}
