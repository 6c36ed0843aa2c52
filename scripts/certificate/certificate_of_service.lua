-- Prepared from the service records of one person (engross document certificate). What it must
-- tell: CPR 6.17 and 6.29, form N215; rule 16(12) of the Tribunal's rules asks for a signed
-- certificate.
return certificate {
  id = "certificate_of_service", version = 1, title = "Certificate of service",
  law = "CPR 6.17 and 6.29; SI 2013/1169 r.16(12)", in_force = { from = "2013-07-01" },
  fields = {
    document_title = text { law = "CPR 6.17", mark = "K", label = "Document that was served" },
    document_law = text { optional = true, label = "Provision under which it is made" },
    document_pages = number { law = "CPR 6.17", mark = "K", min = 1, label = "Its pages" },
    document_sha256 = text { optional = true, label = "SHA-256 of the file that was issued" },
    acts = rows {
      law = "CPR 6.17(2)", mark = "K", label = "What was done",
      person = text { law = "CPR 6.17(2)", mark = "K", label = "Person served and capacity" },
      step = text { law = "CPR 6.17(2)", mark = "K", label = "When the step was taken" },
      act = text { law = "CPR 6.17(2)", mark = "K", label = "Method, place and proof" },
      served = text { law = "CPR 6.26; LGA 1972 s.233", mark = "K", label = "Day of service" },
      min = 1,
    },
  },
  checks = {
    must_say { "statement-of-truth-certificate", law = "PD 22 para. 2.1", mark = "V", code = "R53" },
  },
  header = {
    { label = "Document", of = "document_title" },
    { label = "Made under", of = "document_law" },
    { label = "Pages", of = "document_pages" },
    { label = "SHA-256", of = "document_sha256" },
  },
  table = "acts",
  truth = "{{> statement-of-truth-certificate}}",
  confirm = {
    "The form of a certificate of service for a statutory notice: none is prescribed; the contents " ..
      "follow form N215, from professional knowledge",
  },
}
