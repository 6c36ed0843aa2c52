-- Anti-social Behaviour, Crime and Policing Act 2014, Part 4, chapter 1.
return law {
  cp_persons = choices {
    { value = "individual", label = "an individual" },
    { value = "body", label = "a body" },
  },
  -- Section 43(3).
  cp_requirements = choices {
    { value = "stop", label = "stop doing" },
    { value = "act", label = "do" },
    { value = "steps", label = "take reasonable steps to achieve" },
  },
}
