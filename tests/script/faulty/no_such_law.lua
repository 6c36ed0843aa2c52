return letter {
  id = "no_such_law", version = 1, title = "A test", law = "Housing Act 2004, section 239",
  in_force = { from = "2006-04-06" },
  fields = { given_by = choice { from = law.ways_of_givin } }, -- error 4:45: there is no law.ways_of_givin | did you mean 'law.ways_of_giving'?
}
