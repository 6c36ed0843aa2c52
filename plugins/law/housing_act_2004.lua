-- Housing Act 2004: who is served, and what the council may do instead. Lists as data; the words
-- are ours.
return law {
  -- Schedule 1, Part 1 and sections 262 and 263.
  capacities = choices {
    { value = "licence_holder", label = "holder of the licence" },
    { value = "person_having_control", label = "person having control" },
    { value = "person_managing", label = "person managing" },
    { value = "owner", label = "owner who in the council’s opinion ought to take the action" },
    { value = "freeholder", label = "freeholder" },
    { value = "mortgagee", label = "mortgagee" },
    { value = "lessee", label = "lessee" },
    { value = "occupier", label = "occupier" },
    { value = "lessee_and_occupier", label = "lessee (tenant) and occupier" },
    { value = "offender", label = "person who in the council’s view committed the offence" },
    { value = "owner_of_premises", label = "owner" },
    { value = "permits_occupation", label = "person authorised to permit persons to occupy" },
    { value = "receives_rent", label = "person who receives rent, directly or indirectly" },
    { value = "manages_or_lets", label = "person authorised to manage the premises or to arrange lettings" },
    { value = "applicant", label = "applicant for the licence" },
    { value = "relevant_person", label = "relevant person (Schedule 5, paragraph 13)" },
    { value = "notifier", label = "person who notified the council (temporary exemption)" },
    { value = "nuisance_person", label = "person responsible for the nuisance" },
    { value = "private_landlord", label = "landlord" },
    { value = "cp_person", label = "person whose conduct the notice concerns" },
    { value = "tenant", label = "tenant" },
    { value = "licensee", label = "licensee" },
  },
  hazard_categories = choices {
    { value = "category_1", label = "category 1" },
    { value = "category_2", label = "category 2" },
  },
  -- Section 5(2), in its order.
  enforcement_options = choices {
    { value = "improvement_notice", label = "Improvement notice (section 11)" },
    { value = "prohibition_order", label = "Prohibition order (section 20)" },
    { value = "hazard_awareness_notice", label = "Hazard awareness notice (section 28)" },
    { value = "emergency_remedial_action", label = "Emergency remedial action (section 40)" },
    { value = "emergency_prohibition_order", label = "Emergency prohibition order (section 43)" },
    { value = "demolition_order", label = "Demolition order (Housing Act 1985, section 265)" },
    { value = "clearance_area", label = "Clearance area (Housing Act 1985, section 289)" },
  },
  option_outcomes = choices {
    { value = "chosen", label = "Chosen" },
    { value = "rejected", label = "Available, not chosen" },
    { value = "unavailable", label = "Not available" },
  },
  premises_kinds = choices {
    { value = "house", label = "dwelling that is not a flat" },
    { value = "hmo", label = "house in multiple occupation that is not a flat" },
    { value = "flat", label = "flat" },
    { value = "flat_in_multiple_occupation", label = "flat in multiple occupation" },
    { value = "common_parts", label = "common parts of a building containing flats" },
  },
  ways_of_giving = choices {
    { value = "by_hand", label = "handed to the occupier" },
    { value = "left_at_premises", label = "left at the premises" },
    { value = "posted", label = "sent by first class post" },
    { value = "emailed", label = "sent by e-mail" },
  },
}
