-- Protection from Eviction Act 1977, section 5, and SI 1988/2201: notice to quit a periodic tenancy that is not secure,
-- or to determine a periodic licence that is not excluded. The prescribed information is printed word for word.

local function ends_by_this_notice(case)
  return case.occupation.non_secure_tenancy or case.occupation.periodic_licence
end

local weeks = { weekly = 7, fortnightly = 14, four_weekly = 28 }

-- At common law a notice ends with the last day of a period or with the first day of the next.
local function ends_with_a_period(case)
  local days = case.expires_on - case.period_began
  if days < 0 then return false end
  local length = weeks[case.period.value]
  if length then
    local over = math.fmod(days, length)
    return over == 0 or over == length - 1
  end
  for month = 1, 240 do
    local first = case.period_began:plus_months(month)
    if first > case.expires_on:plus_days(1) then return false end
    if case.expires_on == first or case.expires_on:plus_days(1) == first then return true end
  end
  return false
end

local function a_month_for_a_month(case)
  return not case.period.monthly or case.expires_on >= case.served_on:plus_months(1)
end

local function every_tenant_is_served(case)
  local served = {}
  for _, recipient in ipairs(case.recipients) do
    if not recipient.copy then served[recipient.name] = true end
  end
  for _, name in ipairs(case.tenants) do
    if not served[name] then return false, name end
  end
  return true
end

local function capacity_fits(case)
  for _, recipient in ipairs(case.recipients) do
    local right = recipient.capacity.tenant
    if case.occupation.periodic_licence then right = recipient.capacity.licensee end
    if not recipient.copy and not right then return false end
  end
  return true
end

local function post_is_agreed(case)
  if case.service_clause then return true end
  for _, recipient in ipairs(case.recipients) do
    if not recipient.copy and not recipient.method.hand then return false end
  end
  return true
end

local function saved(case)
  return case.no_saving_words ~= true and "yes" or nil
end

local function given(case)
  return case.reasons ~= nil and #case.reasons > 0 and "yes" or nil
end

return notice {
  id = "notice_to_quit", version = 1,
  title = "Notice to quit or notice to determine",
  law = "Protection from Eviction Act 1977, section 5", in_force = { from = "1989-01-15" },
  provision = "Protection from Eviction Act 1977, section 5",
  fields = {
    occupation = choice { law = "ss.3A and 5", mark = "V", from = law.occupations,
      label = "What the occupier holds" },
    landlord = text { law = "s.5(1)", mark = "K", label = "Landlord or licensor",
      hint = "the immediate landlord: where the council holds a lease, the council" },
    landlord_address = address { law = "s.5(1)", mark = "K", label = "Address of the landlord or licensor" },
    tenants = list { law = "s.5(1)", mark = "K", of = text, min = 1,
      label = "Every tenant or licensee, each joint one named" },
    agreement_on = date { law = "s.5(1)", mark = "K", label = "Date of the agreement" },
    period = choice { law = "s.5(1)", mark = "K", from = law.occupation_periods,
      label = "Period of the tenancy or licence" },
    period_began = date { law = "s.5(1)", mark = "K", label = "First day of any one period",
      hint = "periods are counted from it: for a weekly tenancy from Monday, any such Monday before the notice" },
    terms_differ = text { law = "s.5(1)", mark = "K", optional = true,
      label = "Term of the agreement by which the notice may end on another day" },
    expires_on = date { law = "s.5(1)", mark = "V", label = "Day on which the notice takes effect" },
    no_saving_words = boolean { law = "s.5(1)", mark = "K", optional = true,
      label = "Leave out the saving words?" },
    service_clause = boolean { law = "s.5(1)", mark = "K",
      label = "Does the agreement have a clause about service that the planned method meets?" },
    reasons = list { optional = true, of = text, label = "Why the notice is given",
      hint = "the Act asks for none" },
  },
  derive = {
    served_on = latest { "recipients.planned_on", label = "Day of service" },
    earliest_end = earliest_day { days = 28, after = "served_on", label = "Earliest day to take effect" },
    with_saving_words = value(saved),
    with_reasons = value(given),
  },
  checks = {
    check("a notice to quit or to determine is for a periodic tenancy that is not secure or a periodic licence " ..
      "that is not excluded; excluded licences and interim accommodation need reasonable notice, secure and " ..
      "assured tenancies a notice of their own", ends_by_this_notice,
      { field = "occupation", law = "ss.3A and 5(1B)", mark = "V", code = "NTQ-STATUS", waive = "legal" }),
    not_before { field = "expires_on", than = "served_on", days = 28, law = "s.5(1) and (1A)", mark = "V",
      code = "NTQ-01" },
    check("the notice takes effect on the last day of a period, or on the first day of one", ends_with_a_period,
      { field = "expires_on", when = "not terms_differ", law = "common law", mark = "K", code = "NTQ-PERIOD" }),
    check("a monthly tenancy gets a month’s notice at least", a_month_for_a_month,
      { field = "expires_on", when = "not terms_differ", law = "common law", mark = "K", code = "NTQ-MONTH" }),
    not_before { field = "period_began", than = "agreement_on", law = "s.5(1)", mark = "K", code = "NTQ-ORDER" },
    check("every tenant or licensee whom the notice names is served", every_tenant_is_served,
      { field = "recipients", law = "s.5(1)", mark = "K", code = "NTQ-NAMED" }),
    check("those served are tenants of a tenancy, or licensees of a licence", capacity_fits,
      { field = "recipients", law = "s.5(1) and (1A)", mark = "K", code = "NTQ-CAPACITY" }),
    check("the notice is handed over, or the agreement has a clause about service: the Act deems nothing " ..
      "served", post_is_agreed,
      { field = "service_clause", law = "s.5(1)", mark = "K", code = "NTQ-SERVICE", warn = true }),
    must_say { "prescribed-notice-to-quit", law = "s.5(1)(a) and SI 1988/2201", mark = "V", waive = "never",
      code = "NTQ-PRESCRIBED" },
  },
  statute = "Protection from Eviction Act 1977, section 5",
  no_appeal = true,
  key_dates = {
    { label = "This notice takes effect on", date = "expires_on" },
  },
  opening = template "notice_to_quit.notice",
  confirm = {
    "SI 1988/2201, Schedule: the words of paragraph 2 were read online, where they are misprinted (“a to notice " ..
      "determine”); check them against the printed instrument before the clause is frozen",
    "Common law: on which day a notice must end, a month for a monthly tenancy, and the saving words, are from " ..
      "professional knowledge (NTQ-PERIOD, NTQ-MONTH); so is the sentence about who can evict",
    "Whether the housing duty has ended, or other accommodation is offered, is not checked here",
  },
}
