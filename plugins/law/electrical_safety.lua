-- Electrical Safety Standards in the Private Rented Sector and Social Rented Sector (England) Regulations 2020
-- (SI 2020/312, as amended by SI 2025/1043).
return law {
  -- Regulation 3: the duties whose breach leads to a remedial notice (regulation 4(1)). The words are ours.
  electrical_duties = choices {
    { value = "reg3_1_a", label = "to ensure that the electrical safety standards are met while the premises are " ..
      "occupied under the tenancy (regulation 3(1)(a))" },
    { value = "reg3_1_b", label = "to have every electrical installation inspected and tested at regular intervals " ..
      "by a qualified person (regulation 3(1)(b))" },
    { value = "reg3_1_c", label = "to have the first inspection and testing carried out in time (regulation 3(1)(c))" },
    { value = "reg3_4", label = "to have further investigative or remedial work carried out after a report asked for " ..
      "it (regulation 3(4))" },
    { value = "reg3_6", label = "to have further work carried out after that work, where it was asked for again " ..
      "(regulation 3(6))" },
  },
  -- The maximum penalty for a breach, regulation 11.
  electrical_penalty_cap = by_date {
    { from = "2020-06-01", to = "2025-10-31", value = 30000, law = "SI 2020/312, reg.11", mark = "V2" },
    { from = "2025-11-01", value = 40000, law = "SI 2020/312, reg.11", mark = "V2" },
  },
}
