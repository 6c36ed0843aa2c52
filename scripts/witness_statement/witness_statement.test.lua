return tests {
  accepted { "the worked example ends with the statement of truth, unaltered",
    says = {
      "I believe that the facts stated in this witness statement are true. I understand that " ..
        "proceedings for contempt of court may be brought against anyone who makes, or causes to " ..
        "be made, a false statement in a document verified by a statement of truth without an " ..
        "honest belief in its truth.",
    },
  },
  refused { "a statement in a language that is not the witness's own",
    set = { own_language = false },
    by = { "R50-language" },
  },
  refused { "an exhibit that the text never mentions",
    set = { ["exhibits.5"] = { mark = "DO/5", description = "plan", date = "2026-11-16" } },
    by = { "WS-04" }, tells = { "DO/5" },
  },
  refused { "marks that leave a number out",
    set = { ["exhibits.4.mark"] = "DO/5" },
    by = { "R51", "WS-04" },
  },
  refused { "what others said has no source",
    without = { "sources" }, by = { "field.missing" },
  },
  accepted { "what the witness knows needs none",
    without = { "sources" }, set = { own_knowledge = true },
  },
}
