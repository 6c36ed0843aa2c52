return letter {
  id = "wrong_checks", version = 1, title = "A test", law = "Housing Act 2004, section 239",
  in_force = { from = "2006-04-06" },
  fields = {
    given_at = time { label = "Given" },
    visit_on = date { label = "Visit" },
    amount = money { label = "Amount" },
    keys = boolean { label = "Keys?" },
  },
  derive = {
    ends = deadline { days = 21, weeks = 3, beginning_with = "visit_on" },
    last = deadline { days = 0, beginning_with = "amount" },
    sum = total { "visit_on", "amount" },
    keys = count "amount",
    why = value "amount",
  },
  checks = {
    at_least { hours = 24, from = "given_at", to = "visit_on", law = "s.239(5)" },
    within { months = 6, from = "givn_at", to = "visit_on" },
    at_most { field = "amount", cap = law.ways_of_giving },
    is_true "key",
    must_say {},
    must_attach { "reasons" },
    is_false { "keys", mark = "X", wen = "keys" },
    date {},
    check("a sentence without a function"),
    named = is_true "keys",
  },
  body = [[
Dear {{recipient}}
]],
}
-- error 11:12: deadline needs one of days, weeks, months, years, working_days
-- error 12:23: 'days' is at least 1
-- error 12:51: 'amount' is a money field; this needs: date, time
-- error 13:11: total names one field
-- error 14:5: 'keys' is a field already
-- error 15:11: value needs a function
-- error 18:53: 'visit_on' is a date field; this needs: time
-- error 19:34: there is no field 'givn_at' | did you mean 'given_at'?
-- error 20:33: 'cap' of at_most is a number, a field's name or law by date, not 'law'
-- error 21:14: there is no field 'key' | did you mean 'keys'?
-- error 22:5: must_say names nothing
-- error 23:20: there is no field 'reasons'
-- error 24:24: there is no mark 'X': it is V, V2, K or !
-- error 24:36: is_false has no key 'wen' | did you mean 'when'?
-- error 25:5: 'date' is not a check
-- error 26:5: check needs a sentence and a function
-- error 27:5: a check has no name: 'named =' does not belong here
