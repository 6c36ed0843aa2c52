-- The specimen book: every element that a page can hold, once, with names in every script that officers write.
return specimen {
  id = "specimen", version = 1,
  title = { en = "Specimen of every element", cy = "Enghraifft o bob elfen" },
  law = "none", in_force = { from = "2026-01-01" },
  fields = {
    recipient = person { label = "Person the letter goes to", needs = { "address" } },
    officer = person { label = "Officer who writes", needs = { "post" } },
    dated_on = date { label = "Date", default = "today" },
    names = rows { label = "Names", min = 1,
      script = text { label = "Script" }, name = text { label = "Name" }, place = text { label = "Street" },
    },
    works = rows { label = "Works", min = 1,
      no = text { label = "No" }, location = text { label = "Location" }, work = text { label = "Work required" },
      complete_on = date { label = "Complete by" }, cost = money { label = "Estimate" },
    },
    photographs = list { label = "Photographs", of = image {}, min = 1 },
  },
  body = template "specimen",
  conduct = template "specimen.conduct",
  pairs = template "specimen.pairs",
}
