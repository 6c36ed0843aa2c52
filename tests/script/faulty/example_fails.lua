return letter {
  id = "example_fails", version = 1, title = "A test", law = "Housing Act 2004, section 239",
  in_force = { from = "2006-04-06" },
  fields = { visit_on = date { label = "Visit" } },
  body = [[
Dear {{recipient}}
]],
  example = {
    case_ref = "HH/2026/0001",
    case = {
      recipient = { name = "A. Example", address = { "12 Sample Street", "Anytown", "AB1 2DE" } },
      officer = { name = "D. Officer" },
    },
    fields = { visit_on = "2026-02-30" },
  },
}
-- error 1:0: the example fails: 'Visit' is not a date such as 2026-11-23
-- error 1:0: the example fails: 'Officer who writes: post' is missing
