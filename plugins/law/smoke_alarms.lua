-- Smoke and Carbon Monoxide Alarm (England) Regulations 2015 (SI 2015/1693, as amended from 1 October 2022).
return law {
  -- Regulation 4(1). The words are ours.
  smoke_duties = choices {
    { value = "smoke", label = "to have a smoke alarm on each storey with a room used wholly or partly as living " ..
      "accommodation" },
    { value = "carbon_monoxide", label = "to have a carbon monoxide alarm in each room in which the Regulations " ..
      "require one" },
    { value = "checks", label = "to check on the day on which the tenancy begins that each alarm is in proper " ..
      "working order" },
    { value = "repair", label = "to repair or replace an alarm that has been reported and is not in proper working " ..
      "order" },
  },
  smoke_penalty_cap = by_date {
    { from = "2015-10-01", value = 5000, law = "SI 2015/1693, reg.8", mark = "V" },
  },
}
