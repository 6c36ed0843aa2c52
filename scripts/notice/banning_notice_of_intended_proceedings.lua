-- Housing and Planning Act 2016, section 15: notice that the council intends to apply for a banning order against a
-- person who has been convicted of a banning order offence.

local function no_ban_under_a_year(case)
  for _, row in ipairs(case.bans) do
    if row.months < 12 then return false, row.ban.value end
  end
  return true
end

local function each_ban_once(case)
  local seen = {}
  for _, row in ipairs(case.bans) do
    if seen[row.ban.value] then return false end
    seen[row.ban.value] = true
  end
  return true
end

return notice {
  id = "banning_notice_of_intended_proceedings", version = 1,
  title = "Notice of intended proceedings: banning order",
  law = "Housing and Planning Act 2016, section 15", in_force = { from = "2018-04-06" },
  provision = "Housing and Planning Act 2016, section 15",
  fields = {
    offence = text { law = "s.14(3)", mark = "K", label = "Banning order offence, with its provision",
      hint = "one that SI 2018/216 lists" },
    convicted_on = date { law = "s.15(6)", mark = "K", label = "Date of the conviction" },
    court = text { law = "s.15(6)", mark = "K", label = "Court" },
    sentence = text { law = "s.16(4)", mark = "K", label = "Sentence" },
    seriousness = text { law = "s.16(4)", mark = "K", label = "The seriousness of the offence" },
    record = text { law = "s.16(4)", mark = "K",
      label = "Earlier convictions, and entries in the database of rogue landlords" },
    effect = text { law = "s.16(4)", mark = "K",
      label = "The likely effect of an order on the person and on anyone else, tenants among them" },
    reasons = list { law = "s.15(3)", mark = "K", of = text, min = 1, label = "Why the council proposes to apply" },
    bans = rows { law = "s.15(3)", mark = "K", min = 1, label = "Each proposed ban and its length",
      ban = choice { from = law.bans, label = "Ban from" },
      months = number { min = 1, label = "Length in months" },
    },
    representations_by = date { law = "s.15(3)", mark = "K", label = "Last day for representations" },
    reply_address = address { law = "s.15(3)", mark = "K", label = "Where representations are sent" },
    reply_email = email { optional = true, label = "E-mail address for representations" },
  },
  derive = {
    given_on = latest { "recipients.planned_on", label = "Day on which the notice is given" },
    notice_limit = deadline { months = 6, beginning_with = "convicted_on", label = "Last day to give this notice" },
  },
  checks = {
    must_serve { "offender", law = "s.15(1)", mark = "K", code = "GEN-01" },
    within { months = 6, from = "convicted_on", to = "given_on", law = "s.15(6)", mark = "K", code = "BAN-01" },
    not_before { field = "given_on", than = "convicted_on", law = "s.15(6)", mark = "K", code = "BAN-ORDER" },
    check("every ban is for at least 12 months", no_ban_under_a_year,
      { field = "bans", law = "s.17(2)", mark = "K", code = "BAN-01-length" }),
    check("each kind of ban stands once", each_ban_once,
      { field = "bans", law = "s.15(3)", mark = "K", code = "BAN-ONCE" }),
    not_before { field = "representations_by", than = "given_on", days = 28, law = "s.15(3)", mark = "K",
      code = "BAN-01-time" },
    must_say { "intended-proceedings-representations", law = "s.15(3) to (5)", mark = "K", code = "BAN-WORDS" },
  },
  statute = "Housing and Planning Act 2016, section 15",
  no_appeal = true,
  key_dates = {
    { label = "Conviction", date = "convicted_on" },
    { label = "Representations by", date = "representations_by" },
  },
  confirm = {
    "Sections 14 to 17: stated from professional knowledge, to be read against legislation.gov.uk",
    "Whether the offence is a banning order offence (SI 2018/216) is for the officer: the list is not loaded",
  },
}
