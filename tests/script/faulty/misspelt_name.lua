return letter {
  id = "misspelt_name", version = 1, title = "A test", law = "Housing Act 2004, section 239",
  in_force = { from = "2006-04-06" },
  fields = {
    keys = bolean { label = "Keys?" }, -- error 5:12: there is no 'bolean' for scripts | did you mean 'boolean'?
  },
}
