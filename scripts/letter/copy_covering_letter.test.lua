return tests {
  accepted { "the worked example says why and asks nothing",
    says = { "The council knows you as mortgagee", "Housing Act 2004, Schedule 1, paragraph 5", "7 pages" },
    never_says = { "you must" },
  },
  accepted { "somebody whose capacity is not known",
    without = { "capacity", "copy_law" },
    says = { "you have an interest in these premises" }, never_says = { "The law asks" },
  },
  refused { "a letter without the copy",
    without = { "copy_pages" },
    by = { "field.missing" },
  },
}
