-- The council's hearing bundle in an appeal against an improvement notice (Housing Act 2004,
-- Schedule 1, Part 3).
-- The Property Chamber prescribes no bundle: the tribunal's directions decide, and this is the
-- usual set.
return bundle {
  id = "improvement_notice_appeal", version = 1,
    title = "Hearing bundle: appeal against an improvement notice",
  law = "Housing Act 2004, Schedule 1, Part 3", in_force = { from = "2013-07-01" },
  cover_title = "Hearing bundle",
  letter = "A",
  profile = "property-chamber",
  sections = {
    { title = "Application, appellant’s case and directions", required = true, sort = "date",
      needs = { "application", "directions" } },
    { title = "Respondent’s statement of case", required = true, sort = "given",
      needs = { "statement of case" } },
    { title = "The notice and its service", required = true, sort = "given",
      needs = { "improvement notice", "statement of reasons", "proof of service" } },
    { title = "Inspection and evidence of condition", required = true, sort = "given",
      needs = { "inspection report", "photograph" } },
    { title = "Tenancy, title and correspondence", sort = "date" },
    { title = "Witness statements and exhibits", required = true, sort = "given",
      needs = { "witness statement" } },
    { title = "Statutes, guidance and policy", sort = "given" },
    { title = "Chronology and issues", required = true, sort = "given", needs = { "chronology" } },
  },
  confirm = {
    "Contents and order follow usual practice, not a rule: the directions made in the case " ..
      "come first (SI 2013/1169 r.6(3)(k))",
    "The Property Chamber’s current bundle directions were not available: the profile starts " ..
      "from the general rules",
  },
}
