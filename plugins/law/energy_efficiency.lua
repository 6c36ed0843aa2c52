-- Energy Efficiency (Private Rented Property) (England and Wales) Regulations 2015 (SI 2015/962), domestic property.
return law {
  -- Regulation 40. The words are ours.
  mees_breaches = choices {
    { value = "let_under_3_months", label = "letting a sub-standard property, for less than three months " ..
      "(regulation 23)" },
    { value = "let_3_months", label = "letting a sub-standard property, for three months or more (regulation 23)" },
    { value = "register", label = "registering false or misleading information" },
    { value = "compliance", label = "failing to comply with a compliance notice (regulation 37(4)(a))" },
  },
}
