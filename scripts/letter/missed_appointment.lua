-- An everyday letter (no statute lists it) that becomes a notice of entry where the power is
-- relied on.
return letter {
  id = "missed_appointment", version = 1,
  title = { en = "We could not inspect your home", cy = "Ni allem archwilio eich cartref" },
  law = "Housing Act 2004, section 239", in_force = { from = "2006-04-06" },
  gates = { "notify-letter" },
  subject = {
    en = "We could not inspect {{premises}}: new appointment on {{visit_at}}",
    cy = "Ni allem archwilio {{premises}}: apwyntiad newydd, {{visit_at}}",
  },
  fields = {
    premises  = premises { label = "Premises" },
    missed_at = time     { label = "When the officer called and could not get in" },
    what_happened = text { label = "What happened",
      hint = "a full sentence: “Nobody answered the door, and I left a card.”" },
    visit_at  = time     { label = "When the officer will call again", after = "given_at" },
    duration  = text     { label = "How long the inspection takes", example = "about an hour" },
    reasons   = list     { of = text, min = 1, label = "Why an inspection is needed" },
    given_at  = time     { law = "s.239(5)", mark = "V", label = "When this letter is given",
      after = "missed_at" },
    given_by  = choice   { law = "s.239(5)", mark = "V", from = law.ways_of_giving,
      label = "How this letter is given" },
    uses_power = boolean { label = "Does the council rely on its power of entry?" },
    authorisation = reference { law = "s.239(6)", mark = "K",
      label = "Reference of the officer’s written authority", required_when = "uses_power" },
    owner_known = boolean { law = "s.239(5)", mark = "V", label = "Is the owner known?",
      required_when = "uses_power" },
    owner_given_at = time { law = "s.239(5)", mark = "V", label = "When the owner is given notice",
      required_when = "owner_known" },
  },
  checks = {
    at_least { hours = 24, from = "given_at", to = "visit_at", when = "uses_power",
      law = "s.239(5)", mark = "V", code = "ENT-01-occupier" },
    at_least { hours = 24, from = "owner_given_at", to = "visit_at", when = "uses_power",
      law = "s.239(5)", mark = "V", code = "ENT-01-owner" },
    must_say { "obstruction-offence", when = "uses_power", law = "s.241", mark = "K" },
  },
  confirm = {
    "Renters’ Rights Act 2025, Part 4 chapter 3: whether it changed the notice to owners " ..
      "under section 239 (24 hours to all is used)",
    "Notice that is posted or e-mailed is taken to be given at the time entered: the officer " ..
      "enters when it will be received (domain rule: hours from receipt)",
  },
}
