-- Housing and Planning Act 2016, Part 2: rent repayment orders and banning orders.
return law {
  -- Section 40(3). The last was added by the Renters' Rights Act 2025; its other additions are not loaded.
  rro_offences = choices {
    { value = "violent_entry", label = "violence for securing entry (Criminal Law Act 1977, section 6(1))" },
    { value = "eviction", label = "eviction or harassment of occupiers (Protection from Eviction Act 1977, section " ..
      "1(2), (3) or (3A))" },
    { value = "improvement_notice", label = "failure to comply with an improvement notice (Housing Act 2004, " ..
      "section 30(1))" },
    { value = "prohibition_order", label = "failure to comply with a prohibition order (Housing Act 2004, section " ..
      "32(1))" },
    { value = "unlicensed_hmo", label = "control or management of an unlicensed HMO (Housing Act 2004, section 72(1))" },
    { value = "unlicensed_house", label = "control or management of an unlicensed house (Housing Act 2004, section " ..
      "95(1))" },
    { value = "banning_order", label = "breach of a banning order (Housing and Planning Act 2016, section 21)" },
    { value = "tenancy_reform", label = "offence under section 16J of the Housing Act 1988" },
  },
  -- Section 14.
  bans = choices {
    { value = "letting", label = "letting housing in England" },
    { value = "agency", label = "engaging in English letting agency work" },
    { value = "management", label = "engaging in English property management work" },
  },
}
