-- SI 2015/962, regulation 37: compliance notice to the landlord of a domestic private rented property that appears to
-- be let below the minimum level of energy efficiency. It asks for information and documents.

return notice {
  id = "mees_compliance_notice", version = 1, title = "Compliance notice about energy efficiency",
  law = "SI 2015/962, regulation 37", in_force = { from = "2018-04-01" },
  provision = "SI 2015/962, regulation 37",
  fields = {
    epc_rating = choice { law = "reg.22", mark = "K", from = { "F", "G" },
      label = "Band of the energy performance certificate" },
    epc_on = date { law = "reg.22", mark = "K", label = "Date of the certificate" },
    appears = list { law = "reg.37(1)", mark = "K", of = text, min = 1,
      label = "Why the landlord appears to be, or to have been, in breach of regulation 23" },
    breach_from = date { law = "reg.37(1)", mark = "K", label = "First day of the apparent breach" },
    continuing = boolean { law = "reg.37(1)", mark = "K", label = "Does it appear to continue?" },
    breach_to = date { law = "reg.37(1)", mark = "V2", label = "Last day of the apparent breach",
      required_when = "not continuing" },
    documents = rows { law = "reg.37(2)", mark = "K", min = 1, label = "Information and documents required",
      no = text { label = "No" },
      what = text { label = "Information or document" },
      form = text { label = "Original or copy" },
    },
    register = boolean { law = "reg.37(2)", mark = "K",
      label = "Must the landlord also register the information on the exemptions register?" },
    reply_by = date { law = "reg.37(3)", mark = "K", label = "Last day to comply" },
    reply_to = person { law = "reg.37(3)", mark = "K", label = "Person to whom it is sent",
      needs = { "address" } },
  },
  derive = {
    served_on = latest { "recipients.planned_on", label = "Day of service" },
  },
  checks = {
    must_serve { "private_landlord", law = "reg.37(1)", mark = "K", code = "GEN-01" },
    not_before { field = "served_on", than = "breach_from", law = "reg.37(1)", mark = "K", code = "MEE-ORDER" },
    not_before { field = "breach_to", than = "breach_from", law = "reg.37(1)", mark = "K",
      code = "MEE-ORDER-end" },
    one_of {
      is_true "continuing",
      within { months = 18, from = "breach_to", to = "served_on" },
      law = "reg.37(1)", mark = "V2", code = "MEE-01",
    },
    not_before { field = "reply_by", than = "served_on", months = 1, law = "reg.37(3)", mark = "K",
      code = "MEE-01-time" },
  },
  statute = "Energy Efficiency (Private Rented Property) Regulations 2015 (SI 2015/962), regulation 37",
  no_appeal = true,
  key_dates = {
    { label = "Comply by", date = "reply_by" },
  },
  confirm = {
    "Regulations 22, 23 and 36 to 40: stated from professional knowledge; the 18 months were read in a secondary " ..
      "source (MEE-01)",
    "New lettings from 1 April 2018, all lettings from 1 April 2020: whether the letting is reached on its day is " ..
      "for the officer",
  },
}
