-- Environmental Protection Act 1990, Part III, and the Statutory Nuisance (Appeals) Regulations 1995.
return law {
  -- Section 79(1). The words are shortened.
  nuisance_limbs = choices {
    { value = "a", label = "premises in such a state as to be prejudicial to health or a nuisance (section 79(1)(a))" },
    { value = "b", label = "smoke emitted from premises so as to be prejudicial to health or a nuisance (section 79(1)(b))" },
    { value = "c", label = "fumes or gases emitted from premises so as to be prejudicial to health or a nuisance " ..
      "(section 79(1)(c))" },
    { value = "e", label = "an accumulation or deposit which is prejudicial to health or a nuisance (section 79(1)(e))" },
    { value = "f", label = "an animal kept in such a place or manner as to be prejudicial to health or a nuisance " ..
      "(section 79(1)(f))" },
    { value = "g", label = "noise emitted from premises so as to be prejudicial to health or a nuisance (section 79(1)(g))" },
  },
  nuisance_states = choices {
    { value = "exists", label = "exists" },
    { value = "likely_to_occur", label = "is likely to occur" },
    { value = "likely_to_recur", label = "is likely to recur" },
  },
  -- Regulation 3(2): why the notice is not to be suspended by an appeal.
  not_suspended_grounds = choices {
    { value = "injurious", label = "the nuisance is injurious to health" },
    { value = "limited", label = "the nuisance is likely to be of a limited duration, such that suspension of this " ..
      "notice would render it of no practical effect" },
    { value = "expenditure", label = "the expenditure which would be incurred by any person in carrying out works in " ..
      "compliance with this notice before any appeal has been decided would not be disproportionate to the " ..
      "public benefit to be expected in that period from such compliance" },
  },
}
