-- Housing Act 2004, Schedule 4, paragraph 1: the conditions that every licence must have, in Part 2 and in Part 3. The day of
-- the application chooses among their versions.

local function from_2020(case)
  return case.applied_on.iso >= "2020-06-01" and "yes" or nil
end

local function before_2022(case)
  return case.applied_on.iso < "2022-10-01" and "yes" or nil
end

local function from_2022(case)
  return case.applied_on.iso >= "2022-10-01" and "yes" or nil
end

return part {
  fields = {
    gas = boolean { law = "Sch.4 para 1(2)", mark = "V", label = "Is gas supplied to the house?" },
  },
  derive = {
    with_installation = value(from_2020),
    with_co_2015 = value(before_2022),
    with_co_2022 = value(from_2022),
  },
  checks = {
    must_say { "licence-gas", when = "gas", law = "Sch.4 para 1(2)", mark = "V",
      code = "LIC-05-gas" },
    must_say { "licence-appliances-furniture", law = "Sch.4 para 1(3)(a) and (b)", mark = "V",
      code = "LIC-05-appliances" },
    must_say { "licence-electrical-installation", when = "with_installation",
      law = "Sch.4 para 1(3)(c)", mark = "V", code = "LIC-05-installation" },
    must_say { "licence-smoke", law = "Sch.4 para 1(4)", mark = "V", code = "LIC-05-smoke" },
    must_say { "licence-co-2015", when = "with_co_2015", law = "Sch.4 para 1(4A)", mark = "K",
      code = "LIC-05-co-2015" },
    must_say { "licence-co-2022", when = "with_co_2022", law = "Sch.4 para 1(4A)", mark = "K",
      code = "LIC-05-co-2022" },
    must_say { "licence-statement-of-terms", law = "Sch.4 para 1(5)", mark = "K",
      code = "LIC-05-terms" },
  },
}
