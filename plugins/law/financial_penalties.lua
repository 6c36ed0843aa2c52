-- Financial penalties under section 249A of the Housing Act 2004. Figures stand by the date of the
-- conduct: a notice given today about conduct in 2025 uses those of 2025.
return law {
  -- Section 249A(2).
  penalty_offences = choices {
    { value = "s30", label = "failing to comply with an improvement notice (section 30)" },
    { value = "s72_1", label = "having control of or managing an unlicensed HMO (section 72(1))" },
    { value = "s72_2", label = "knowingly permitting over-occupation of a licensed HMO " ..
      "(section 72(2))" },
    { value = "s72_3", label = "failing to comply with a condition of an HMO licence " ..
      "(section 72(3))" },
    { value = "s95_1", label = "having control of or managing an unlicensed house " ..
      "(section 95(1))" },
    { value = "s95_2", label = "failing to comply with a condition of a licence under Part 3 " ..
      "(section 95(2))" },
    { value = "s139_7", label = "failing to comply with an overcrowding notice (section 139(7))" },
    { value = "s234", label = "failing to comply with HMO management regulations (section 234)" },
  },
  -- The maximum for one offence. The second row was read in a secondary source only; neither the
  -- provision that makes it nor its transitional rule has been read.
  penalty_cap = by_date {
    { from = "2017-04-06", to = "2026-04-30", value = 30000, law = "s.249A(4)", mark = "V2" },
    { from = "2026-05-01", value = 40000, law = "s.249A(4)", mark = "!" },
  },
  -- What may be asked without the council's own legal sign-off, until that provision is loaded:
  -- too low can be put right, too high is unlawful.
  penalty_cap_confirmed = by_date {
    { from = "2017-04-06", value = 30000, law = "s.249A(4)", mark = "V2" },
  },
}
