-- Protection from Eviction Act 1977, sections 3A and 5: what a person may occupy under, and the periods of it.
return law {
  -- Only the first two are ended by a notice to quit or to determine with prescribed information.
  occupations = choices {
    { value = "non_secure_tenancy", label = "periodic tenancy that is not secure" },
    { value = "periodic_licence", label = "periodic licence that is not excluded" },
    { value = "excluded", label = "excluded tenancy or licence (section 3A)" },
    { value = "interim", label = "interim accommodation that is not let or licensed as a dwelling" },
    { value = "secure", label = "secure or introductory tenancy" },
    { value = "assured", label = "assured tenancy" },
  },
  occupation_periods = choices {
    { value = "weekly", label = "weekly" },
    { value = "fortnightly", label = "fortnightly" },
    { value = "four_weekly", label = "four-weekly" },
    { value = "monthly", label = "monthly" },
  },
}
