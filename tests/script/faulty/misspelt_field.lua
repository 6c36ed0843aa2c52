return letter {
  id = "misspelt_field", version = 1, title = "A test", law = "Housing Act 2004, section 239",
  in_force = { from = "2006-04-06" },
  fields = {
    applicant = person { label = "Applicant" },
    phone = phone { label = "Phone", optional = true },
    hazards = list { min = 1, label = "Hazards", of = record { name = text { label = "Name" } } },
    nothing = text,
  },
  body = [[
Dear {{aplicant}}

Ring {{phone}}. {{applicant.nmae}} {{hazards}} {{nothing.more}}

{{#hazards}}
{{naem}} {{> no-such-clause}}
{{/hazards}}
]],
}
-- error 11:8: the letter has no field 'aplicant' | did you mean 'applicant'?
-- error 13:8: 'phone' may be missing here | put it into {{#phone}} … {{/phone}}
-- error 13:29: the letter has no field 'nmae' | did you mean 'name'?
-- error 13:38: 'hazards' is a group of fields: print its members
-- error 13:58: the letter has no field 'more'
-- error 16:3: the letter has no field 'naem' | did you mean 'name'?
-- error 16:10: there is no clause 'no-such-clause' | write it in templates/clauses/no-such-clause.en.md
