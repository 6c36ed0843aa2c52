-- A long report, for the measurements only.
return letter {
  id = "bench_report", version = 1, title = "Report on the condition of the building",
  law = "Housing Act 2004, section 4", in_force = { from = "2006-04-06" },
  fields = {
    parts = list { label = "Parts", min = 1,
      of = record { heading = text, paragraphs = list { of = text, min = 1 } } },
  },
  body = [[
{{#parts}}
## {{heading}}

{{#paragraphs}}
{{.}}

{{/paragraphs}}
{{/parts}}
]],
}
