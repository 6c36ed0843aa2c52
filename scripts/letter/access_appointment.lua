return letter {
  id = "access_appointment", version = 1, title = "Appointment to inspect your home",
  law = "Housing Act 2004, section 239", in_force = { from = "2006-04-06" },
  fields = {
    occupier = person   { label = "Occupier" },
    premises = premises { label = "Premises" },
    given_at = time     { label = "When this letter is handed over" },
    visit_at = time     { label = "When the officer will call", after = "given_at" },
    reasons  = list     { of = text, min = 1, label = "Why an inspection is needed" },
    keys     = boolean  { label = "Are keys needed?" },
  },
  checks = {
    at_least { hours = 24, from = "given_at", to = "visit_at", law = "s.239(5)" },
    must_say { "obstruction-offence", law = "s.241" },
  },
  body = [[
Dear {{occupier}}

I will call at {{premises}} on **{{visit_at}}** to inspect, because:

{{#reasons}}
1. {{.}}
{{/reasons}}

{{#keys}}
Please have the keys to every room ready.
{{/keys}}

{{> obstruction-offence}}
]],
}
