-- A final notice outside section 249A: with the part "penalty".
return part {
  fields = {
    intent_given_on = date { law = "para 1", mark = "V", label = "Day on which the notice of intent was given" },
    intent_amount = money { law = "para 3", mark = "V", min = 1, label = "Penalty proposed in the notice of intent" },
    representations_made = boolean { law = "para 4", mark = "V", label = "Did the person make representations?" },
    representations_on = date { law = "para 4", mark = "V", label = "Day on which the representations came",
      required_when = "representations_made" },
    representations = rows { law = "para 5", mark = "K", min = 1, required_when = "representations_made",
      label = "Each representation and the council’s answer to it",
      point = text { label = "What you said" },
      answer = text { label = "What the council decided about it" },
    },
    decided_on = date { law = "para 5", mark = "K", label = "Day on which the council decided to impose the penalty" },
    ways_to_pay = list { law = "para 8", mark = "K", of = text, min = 1,
      label = "How to pay: each way with all that is needed for it" },
    payment_reference = reference { law = "para 8", mark = "K", label = "Reference to give when paying" },
  },
  derive = {
    pay_by = deadline { days = 28, day_after = "given_on", label = "Pay by, if given as below" },
    appeal_by = deadline { days = 28, day_after = "given_on", label = "Appeal by, if given as below" },
    representations_end = deadline { days = 28, day_after = "intent_given_on",
      label = "Last day for representations about the notice of intent" },
  },
  checks = {
    one_of {
      within { months = 6, from = "evidence_on", to = "intent_given_on" },
      is_true "continuing",
      within { months = 6, from = "conduct_last_day", to = "intent_given_on" },
      law = "para 2", mark = "V", code = "PEN-01",
    },
    not_before { field = "decided_on", than = "intent_given_on", days = 29, law = "paras 4 and 5", mark = "V",
      code = "PEN-03-decision" },
    not_before { field = "recipients.planned_on", than = "decided_on", law = "para 5", mark = "K", code = "PEN-03" },
    not_before { field = "representations_on", than = "intent_given_on", when = "representations_made",
      law = "para 4", mark = "V", code = "PEN-REPLY" },
    at_most { field = "amount", cap = "intent_amount", law = "paras 3 and 4", mark = "K", code = "PEN-INTENT",
      warn = true },
    must_say { "penalty-payment-of", law = "para 7", mark = "V", code = "PEN-05" },
    must_say { "appeal-financial-penalty-of", law = "paras 8 and 10", mark = "K", code = "PEN-10" },
    must_say { "penalty-not-paid-of", law = "paras 8 and 11", mark = "K", code = "PEN-CONSEQUENCES" },
  },
  confirm = {
    "Paragraphs 5, 8, 10 and 11 (decision, contents of a final notice, appeal, recovery): from professional knowledge",
    "A final penalty above the one in the notice of intent warns only (PEN-INTENT): ask legal services whether a " ..
      "fresh notice of intent is needed",
  },
}
