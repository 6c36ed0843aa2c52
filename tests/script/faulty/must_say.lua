return letter {
  id = "must_say", version = 1, title = "A test", law = "Housing Act 2004, section 239",
  in_force = { from = "2006-04-06" },
  fields = {
    keys = boolean { label = "Keys?" },
    power = boolean { label = "Power?" },
    reasons = list { of = text, min = 1, label = "Reasons" },
    notes = list { of = text, label = "Notes", optional = true },
  },
  checks = {
    must_say { "obstruction-offence", law = "s.241" },
    must_say { "independent-advice", when = "power" },
    must_say { "interpreter-and-formats", when = "not keys" },
    must_say { "tenant-protection", law = "s.1" },
    must_say { "equality-duty" },
  },
  body = [[
Dear {{recipient}}

{{#keys}}
{{> obstruction-offence}}
{{/keys}}
{{#notes}}
{{> obstruction-offence}}
{{/notes}}

{{> independent-advice}}

{{^keys}}
{{> interpreter-and-formats}}
{{/keys}}

{{#reasons}}
{{.}} {{> tenant-protection}}
{{/reasons}}
]],
}
-- error 11:17: clause 'obstruction-offence' is demanded and not said where: not keys, not notes
-- error 12:17: clause 'independent-advice' is said and not demanded where: not power
-- error 15:17: clause 'equality-duty' is demanded and not said where: always
