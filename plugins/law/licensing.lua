-- Housing Act 2004, Parts 2 and 3, and Schedule 5: lists that the notices about licences share.
return law {
  licence_parts = choices {
    { value = "part_2", label = "Part 2 (houses in multiple occupation)" },
    { value = "part_3", label = "Part 3 (selective licensing)" },
  },
}
