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
  -- Penalties outside section 249A. Those of the Renters' Rights Act 2025 about redress (section 66) and the database
  -- (section 91) are not here: it was not shown that they are in force.
  penalty_powers_pea77 = choices {
    { value = "s1A", label = "unlawful eviction or harassment (section 1A of the Protection from Eviction Act 1977)" },
  },
  penalty_powers_ha88 = choices {
    { value = "breach", label = "breach of section 16D or 16E (section 16I of the Housing Act 1988)" },
    { value = "offence", label = "offence under section 16J (section 16K of the Housing Act 1988)" },
  },
  penalty_powers_rra25 = choices {
    { value = "discrimination", label = "discrimination in letting (section 40 of the Renters’ Rights Act 2025)" },
    { value = "bidding", label = "rental bidding (section 57 of the Renters’ Rights Act 2025)" },
  },
  penalty_powers_electrical = choices {
    { value = "reg11", label = "breach of a duty under regulation 3 (regulation 11 of the Electrical Safety " ..
      "Standards Regulations 2020, SI 2020/312)" },
  },
  penalty_powers_banning_order = choices {
    { value = "s23", label = "breach of a banning order (section 23 of the Housing and Planning Act 2016)" },
  },
  penalty_cap_pea77 = by_date {
    { from = "2026-05-01", value = 40000, law = "Protection from Eviction Act 1977, s.1A", mark = "V" },
  },
  penalty_cap_ha88_breach = by_date {
    { from = "2026-05-01", value = 7000, law = "Housing Act 1988, s.16I", mark = "V2" },
  },
  penalty_cap_ha88_offence = by_date {
    { from = "2026-05-01", value = 40000, law = "Housing Act 1988, s.16K", mark = "V2" },
  },
  penalty_cap_rra25 = by_date {
    { from = "2026-05-01", value = 7000, law = "Renters’ Rights Act 2025, ss.40 and 57", mark = "V2" },
  },
  -- The rise to £40,000 from 1 May 2026 was read in a secondary source only: above £30,000 needs the legal sign-off.
  penalty_cap_banning_order = by_date {
    { from = "2018-04-06", to = "2026-04-30", value = 30000, law = "Housing and Planning Act 2016, s.23", mark = "V" },
    { from = "2026-05-01", value = 40000, law = "Housing and Planning Act 2016, s.23", mark = "!" },
  },
  penalty_cap_banning_order_confirmed = by_date {
    { from = "2018-04-06", value = 30000, law = "Housing and Planning Act 2016, s.23", mark = "V" },
  },
}
