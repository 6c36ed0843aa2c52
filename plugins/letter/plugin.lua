return plugin {
  name = "letter", version = "1.0.0", api = 1,
  makes = "A letter for a window envelope: letterhead, address, subject, body, closing and signature.",
  law_date = "dated_on",
  fields = {
    recipient = person { label = "Person the letter goes to", needs = { "address" } },
    officer   = person { label = "Officer who writes", needs = { "post" } },
    signatory = person { label = "Person who signs, where that is not the officer", needs = { "post" },
      optional = true },
    our_ref   = reference { label = "Our reference", default = "case_ref" },
    dated_on  = date { label = "Date of the letter", default = "today" },
  },
  declares = {
    subject    = markdown { optional = true },
    closing    = choice { from = { "sincerely", "faithfully" }, optional = true },
    enclosures = list { of = text, optional = true },
  },
  phrases = {
    en = {
      phone = "Phone:", email = "E-mail:", our_ref = "Our ref:", date = "Date:", page_of = "Page {page} of {pages}",
      sincerely = "Yours sincerely", faithfully = "Yours faithfully", enclosed = "Enclosed",
    },
    cy = {
      phone = "Ffôn:", email = "E-bost:", our_ref = "Ein cyf:", date = "Dyddiad:",
      page_of = "Tudalen {page} o {pages}",
      sincerely = "Yn gywir", faithfully = "Yr eiddoch yn gywir", enclosed = "Amgaeir",
    },
  },
  compose = function(type, case, page)
    local letterhead = looks "letterhead"
    letterhead.open(page, case.recipient, case.officer, case.our_ref, case.dated_on)
    page:heading(type.subject or type.title)
    page:body()
    letterhead.close(page, say(type.closing or "sincerely"), case.signatory or case.officer)
    letterhead.listed(page, say("enclosed"), type.enclosures)
  end,
}
