-- Housing Act 2004, sections 14 and 23: action that is suspended until a time or an event.
local provision = "s.14(1) to (3) or, for an order, s.23(1) to (3)"

return part {
  fields = {
    suspended = choice { law = provision, mark = "K", label = "What the suspension waits for", from = {
      { value = "day", label = "a day" },
      { value = "occupation", label = "a person of a stated description begins or ceases to occupy" },
      { value = "undertaking", label = "a breach, notified by the council, of an undertaking that it accepted" },
      { value = "event", label = "another event" },
    } },
    suspended_until = date { law = provision, mark = "K", required_when = "suspended.day",
      label = "Day on which the suspension ends" },
    occupation = text { law = provision, mark = "K", required_when = "suspended.occupation",
      label = "Who begins or ceases to occupy, and what", hint = "continues “… until …”" },
    event = text { law = provision, mark = "K", required_when = "suspended.event",
      label = "The event", hint = "continues “… until …”" },
    undertaking = text { law = provision, mark = "K", required_when = "suspended.undertaking",
      label = "The undertaking, in its words" },
    undertaking_by = text { law = provision, mark = "K", required_when = "suspended.undertaking",
      label = "Who gave it" },
    undertaking_on = date { law = provision, mark = "K", required_when = "suspended.undertaking",
      label = "Day on which the council accepted it" },
    review_on = date { law = "s.17 or, for an order, s.26", mark = "K", label = "Day of the next review" },
  },
  checks = {
    not_after { field = "undertaking_on", than = "recipients.planned_on", law = provision, mark = "K",
      code = "SUS-UNDERTAKING", when = "suspended.undertaking" },
    must_say { "suspension", law = provision, mark = "K", code = "SUS-TERM" },
  },
  confirm = {
    "Housing Act 2004, sections 14, 15, 17, 23, 24 and 26 (suspension, undertakings, reviews): stated from " ..
      "professional knowledge, to be read against legislation.gov.uk",
  },
}
