return letter {
  id = "another_name", version = 0, titel = "A test", law = "Housing Act 2004, section 239",
  in_force = { from = "2006-4-6", til = "2026-01-01" },
  fields = {
    visit_at = time { lable = "Visit", required_when = "not vist", after = "given_at" },
    reasons = list { min = 1 },
    outcome = choice { from = { 1 } },
    writer = person { needs = { "adress" } },
    officer = text { label = "Officer" },
    case_ref = text,
    plain = "text",
    rent = money { min = "1" },
  },
  body = template "no_such_text",
}
-- error 1:1: letter needs 'title'
-- error 2:3: the name 'another_name' is not that of its place, 'misspelt_keys'
-- error 2:24: 'version' is a whole number from 1
-- error 2:37: letter has no key 'titel' | did you mean 'title'?
-- error 3:16: 'from' of in_force is a date such as "2026-11-23", not a text
-- error 3:35: in_force has no key 'til'
-- error 5:23: visit_at has no key 'lable' | did you mean 'label'?
-- error 5:61: there is no field 'vist'
-- error 5:77: there is no field 'given_at'
-- error 6:5: reasons needs 'of'
-- error 7:24: 'from' of outcome is a list of texts, or of values with labels, not a number
-- error 8:34: a person has no 'adress' | did you mean 'address'?
-- error 9:5: 'officer' is a person field of family letter and stays one
-- error 10:5: 'case_ref' is a name that the host keeps for itself
-- error 11:5: 'plain' is a text, not a kind of field
-- error 12:20: 'min' of rent is a number, not a text
-- error 14:20: there is no scripts/letter/no_such_text.en.md for template 'no_such_text'
