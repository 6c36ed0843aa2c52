return plugin {
  name = "review_decision", version = "1.0.0", api = 1,
  makes = "A decision letter: what was decided first, numbered reasons under headings, the right to appeal in a box.",
  law_date = "dated_on",
  fields = {
    recipient = person { label = "Person the decision goes to", needs = { "address" } },
    reviewer  = person { label = "Reviewing officer", needs = { "post" } },
    our_ref   = reference { label = "Our reference", default = "case_ref" },
    dated_on  = date { label = "Date of the decision", default = "today" },
    copied_to = list { of = text, label = "Copied to", optional = true },
  },
  declares = {
    subject    = markdown { optional = true },
    salutation = markdown {},
    box        = record { decision = markdown {}, meaning = markdown {}, action = markdown {} },
    appeal     = markdown {},
    enclosures = list { of = text, optional = true },
    gates      = list { optional = true, of = choice { from = { "notify-letter" } } },
  },
  phrases = {
    en = {
      phone = "Phone:", email = "E-mail:", our_ref = "Our ref:", date = "Date:", page_of = "Page {page} of {pages}",
      decision = "Decision", meaning = "What it means", action = "What you can do, and by when",
      appeal = "Your right to appeal", sincerely = "Yours sincerely", enclosed = "Enclosed", copied_to = "Copied to",
    },
    cy = {
      phone = "Ffôn:", email = "E-bost:", our_ref = "Ein cyf:", date = "Dyddiad:",
      page_of = "Tudalen {page} o {pages}",
      decision = "Penderfyniad", meaning = "Beth mae'n ei olygu", action = "Beth gallwch chi ei wneud, ac erbyn pryd",
      appeal = "Eich hawl i apelio", sincerely = "Yn gywir", enclosed = "Amgaeir", copied_to = "Copïau at",
    },
  },
  compose = function(type, case, page)
    local letterhead = looks "letterhead"
    letterhead.open(page, case.recipient, case.reviewer, case.our_ref, case.dated_on)
    page:heading(type.subject or type.title)
    page:markdown(type.salutation)
    page:box(function()
      page:key_values {
        { say("decision"), type.box.decision },
        { say("meaning"), type.box.meaning },
        { say("action"), type.box.action },
      }
    end, "tinted")
    page:body { numbered = true }
    page:heading(say("appeal"), 2)
    page:box(function() page:markdown(type.appeal) end, { whole = true })
    letterhead.close(page, say("sincerely"), case.reviewer)
    letterhead.listed(page, say("copied_to"), case.copied_to)
    letterhead.listed(page, say("enclosed"), type.enclosures)
  end,
}
