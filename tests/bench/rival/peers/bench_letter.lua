-- A plain letter of one page, for the measurements only.
return letter {
  id = "bench_letter", version = 1, title = "Your application for a licence",
  law = "Housing Act 2004, section 64", in_force = { from = "2006-04-06" },
  fields = { paragraphs = list { of = text, min = 1, label = "Paragraphs" } },
  body = [[
Dear {{recipient}}

{{#paragraphs}}
{{.}}

{{/paragraphs}}
]],
}
