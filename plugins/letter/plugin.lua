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
    pair       = choice { from = { "side_by_side", "after" }, optional = true },
    gates      = list { optional = true, of = choice { from = { "notify-letter" } } },
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
    local signatory = case.signatory or case.officer
    local function words_of(inner)
      inner:heading(type.subject or type.titles[inner.language] or type.title)
      inner:body()
    end
    if type.pair == "side_by_side" then
      page:both_languages(words_of)
    else
      words_of(page)
    end
    letterhead.close(page, say(type.closing or "sincerely"), signatory)
    letterhead.listed(page, say("enclosed"), type.enclosures)
    if type.pair == "after" then
      page:in_language(page.language == "cy" and "en" or "cy", function(inner)
        inner:page_break()
        words_of(inner)
        letterhead.close(inner, say(type.closing or "sincerely"), signatory)
        letterhead.listed(inner, say("enclosed"), type.enclosures)
      end)
    end
  end,
}
