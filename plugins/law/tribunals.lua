-- Where a civil witness statement is used.
return law {
  forums = choices {
    { value = "tribunal", label = "First-tier Tribunal (Property Chamber)" },
    { value = "court", label = "county court or High Court" },
  },
}
