-- Goes in front of a copy that a person gets for information (enforcement reference, section 15).
-- It is made with the copy, from the same case, and asks nothing of anybody.
return letter {
  id = "copy_covering_letter", version = 1,
  title = {
    en = "A copy of a notice for your information", cy = "Copi o hysbysiad er gwybodaeth i chi",
  },
  law = "Housing Act 2004, section 246", in_force = { from = "2006-04-06" },
  gates = { "notify-letter" },
  subject = {
    en = "{{document_title}}: a copy for your information",
    cy = "{{document_title}}: copi er gwybodaeth i chi",
  },
  closing = "faithfully",
  fields = {
    premises = premises { label = "Premises" },
    document_title = text { label = "Title of the document of which a copy goes with this letter" },
    document_law = text { optional = true, label = "Provision under which it is made" },
    capacity = text { optional = true, label = "Capacity in which the person gets the copy",
      example = "mortgagee" },
    copy_law = text { optional = true, label = "Provision that asks for the copy" },
    copy_pages = number { min = 1, label = "Pages of the copy" },
    parts = list { optional = true, of = text, label = "What the copy includes" },
  },
}
