-- Housing Act 1996, Part 7: reviews. Section 202(1) with SI 2018/223, regulation 9.
return law {
  -- The clock of each stands in review_weeks, in the same order of values.
  review_limbs = choices {
    { value = "eligibility", label = "eligibility for assistance (section 202(1)(a))" },
    { value = "duty_owed", label = "what duty, if any, is owed (section 202(1)(b))" },
    { value = "relief_steps", label = "the steps to be taken to relieve homelessness (section " ..
      "202(1)(ba)(i))" },
    { value = "relief_ended",
      label = "the notice ending the relief duty (section 202(1)(ba)(ii))" },
    { value = "non_cooperation_prevention",
      label = "a notice under section 193B, prevention duty (section 202(1)(bb))" },
    { value = "non_cooperation_relief", label = "a notice under section 193B, relief duty " ..
      "(section 202(1)(bb))" },
    { value = "prevention", label = "prevention steps, or the notice ending that duty " ..
      "(section 202(1)(bc))" },
    { value = "notify_referral", label = "to notify another authority (section 202(1)(c))" },
    { value = "duty_after_referral", label = "the duty owed after a referral (section 202(1)(e))" },
    { value = "suitability", label = "the suitability of accommodation (section 202(1)(f))" },
    { value = "private_rented_offer", label = "the suitability of a private rented sector " ..
      "offer (section 202(1)(g))" },
    { value = "final_offer_relief", label = "the suitability of a final offer at the relief " ..
      "stage (section 202(1)(h))" },
  },
  reviewer_types = choices {
    { value = "officer", label = "an officer of the council" },
    { value = "contracted_out", label = "a person to whom the council has contracted out the " ..
      "review" },
  },
  -- Equality Act 2010, section 4.
  protected_characteristics = choices {
    { value = "age", label = "Age" },
    { value = "disability", label = "Disability" },
    { value = "gender_reassignment", label = "Gender reassignment" },
    { value = "marriage_and_civil_partnership", label = "Marriage and civil partnership" },
    { value = "pregnancy_and_maternity", label = "Pregnancy and maternity" },
    { value = "race", label = "Race" },
    { value = "religion_or_belief", label = "Religion or belief" },
    { value = "sex", label = "Sex" },
    { value = "sexual_orientation", label = "Sexual orientation" },
  },
  notification_ways = choices {
    { value = "handed_over", label = "handed to you" },
    { value = "emailed", label = "sent to you by e-mail" },
    { value = "posted", label = "sent to you by first class post" },
    { value = "collection", label = "made available at our office for collection" },
  },
}
