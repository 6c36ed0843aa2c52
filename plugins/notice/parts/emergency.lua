-- Housing Act 2004, sections 40 and 43: action without delay. What there was no time to write may be left out by a named
-- manager, who gives the reason; a follow-up is then due (GEN-11). Stands after "section_8" in `uses`.

local function all_in_category_1(case)
  for _, hazard in ipairs(case.hazards) do
    if not hazard.category.category_1 then return false end
  end
  return true
end

local function reasons_are_whole(case)
  return case.policy ~= nil and case.occupiers_views ~= nil
end

return part {
  fields = {
    imminent_risk = text { law = "ss.40(1)(b) and 43(1)(b)", mark = "V",
      label = "Why the risk of serious harm is imminent, and to whom" },
    management_order = boolean { law = "s.43(1)(c)", mark = "V",
      label = "Is a management order in force (Part 4, chapter 1 or 2)?" },
    policy = text { optional = true, law = "s.8", mark = "K",
      label = "The council’s enforcement policy: its name, date and the part relied on" },
    occupiers_views = text { optional = true, law = "s.8", mark = "K",
      label = "What the occupiers said, and how it was taken into account" },
  },
  checks = {
    is_false { "management_order", law = "s.43(1)(c)", mark = "V", code = "IN-07" },
    check("every hazard is in category 1", all_in_category_1,
      { field = "hazards", law = "ss.40(1)(a) and 43(1)(a)", mark = "V", code = "EMG-CATEGORY" }),
    check("the statement of reasons tells the policy relied on and the occupiers’ views", reasons_are_whole,
      { field = "policy", law = "s.8", mark = "K", code = "GEN-11", waive = "manager" }),
  },
}
