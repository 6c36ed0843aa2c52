-- Local Government (Miscellaneous Provisions) Act 1976, section 16: who has an interest in land.
-- No form is prescribed. The power is older than the day given in `in_force`; nothing older is made here.
return notice {
  id = "requisition_s16", version = 1, title = "Requisition for information about land",
  law = "Local Government (Miscellaneous Provisions) Act 1976, section 16",
  in_force = { from = "2006-04-06" },
  fields = {
    premises = premises { law = "s.16(1)", mark = "K", label = "Land that the requisition concerns" },
    function_of_council = text { law = "s.16(1)", mark = "K",
      label = "Function for which the information is needed",
      hint = "continues the sentence “… with a view to performing its function of …”" },
    enactment = text { law = "s.16(1)", mark = "K", label = "Enactment that confers the function" },
    reply_by = date { law = "s.16(1)", mark = "K", label = "Last day to give the information" },
    reply_address = address { law = "s.16(1)", mark = "K", label = "Where the answer is sent" },
    reply_email = email { optional = true, label = "E-mail address for the answer" },
  },
  derive = {
    latest_service = latest { "recipients.planned_on", label = "Latest planned service" },
    earliest_reply = deadline { days = 14, beginning_with = "latest_service",
      label = "Earliest day that may be set for the answer" },
  },
  checks = {
    must_serve { "occupier", "lessee_and_occupier", "freeholder", "mortgagee", "lessee", "receives_rent",
      "manages_or_lets", law = "s.16(1)", mark = "K", code = "GEN-01" },
    not_before { field = "reply_by", than = "latest_service", days = 13, law = "s.16(1)", mark = "K",
      code = "REQ-01" },
    must_say { "offence-requisition-s16", law = "s.16(2)", mark = "K", code = "REQ-OFFENCE" },
  },
  no_appeal = true,
  key_dates = {
    { label = "Your answer must reach us by", date = "reply_by" },
  },
  consequences = "{{> offence-requisition-s16}}\n\n{{> interpreter-and-formats}}",
  enclosures = { { id = "reply_form", title = "Form for your answer" } },
  reply_form = {
    title = "Form for your answer",
    opening = "Give the name and address of each person, so far as you know or believe. If there is none of a "
      .. "kind, write “none”. Go on overleaf where you need room.",
    entries = {
      { label = "1. Your full name and address", lines = 2 },
      { label = "2. The nature of your interest in the land (for example freehold, lease, tenancy), or “none”",
        lines = 2 },
      { label = "3. Each freeholder", lines = 2 },
      { label = "4. Each mortgagee", lines = 2 },
      { label = "5. Each lessee or tenant", lines = 2 },
      { label = "6. Each person who receives rent for the land, directly or indirectly", lines = 2 },
      { label = "7. Each person authorised to manage the land, or to arrange for it to be let", lines = 2 },
    },
    declaration = "The information on this form is true to the best of my knowledge and belief.",
    sign = { { label = "Signed" }, { label = "Full name, and position if signing for a company" },
      { label = "Date" } },
  },
  confirm = {
    "Local Government (Miscellaneous Provisions) Act 1976, section 16: who may be asked, what may be asked "
      .. "(whether the occupier’s name too) and the offence: stated from professional knowledge, to be read "
      .. "against legislation.gov.uk",
  },
}
