-- A civil witness statement: CPR 32, PD 32 paragraphs 17 to 20, PD 22. The First-tier Tribunal
-- prescribes no form
-- (SI 2013/1169): the same layout and statement of truth are used there.

local function marks_run_on(case)
  local initials, last
  for _, exhibit in ipairs(case.exhibits or {}) do
    local letters, number = words.split(exhibit.mark.mark, "/")
    if initials and letters ~= initials then return false end
    if not number or (last and number ~= last + 1) then return false end
    initials, last = letters, number
  end
  return true
end

return witness_statement {
  id = "witness_statement", version = 1, title = "Witness statement",
  law = "CPR PD 32, paragraphs 17 to 20", in_force = { from = "2020-04-06" },
  fields = {
    forum = choice { from = law.forums, label = "Where the statement is used" },
    employer = text { label = "Employer", optional = true },
    made_for = text { label = "In what capacity, and for whom, the statement is made",
      hint = "the end of “I make this statement …”" },
    own_knowledge = boolean { label = "Is everything in it within the witness’s own knowledge?" },
    sources = list { of = text, label = "Sources of what is not", law = "PD 32 para 18.2",
      mark = "V2", required_when = "not own_knowledge" },
    how_prepared = text { label = "How the statement was prepared",
      hint = "face to face, by telephone, through an interpreter; by whom" },
    own_language = boolean { label = "Is the statement in the witness’s own language?" },
    language_used = text { label = "Language of the statement" },
  },
  checks = {
    is_true { "own_language", law = "PD 22 para 2.4; PD 32 para 18.1", mark = "V",
      code = "R50-language" },
    cites { text = "evidence.paragraphs", exhibits = "exhibits", law = "PD 32 paras 18.3 to 18.6",
      mark = "V2", code = "WS-04" },
    check("exhibit marks carry one set of initials and run on without a gap", marks_run_on,
      { field = "exhibits", law = "PD 32 para 18.6", mark = "V2", code = "R51" }),
    must_say { "statement-of-truth", law = "PD 22 para 2.2", mark = "V", code = "WS-01" },
  },
  confirm = {
    "The 35 mm margin, the corner mark and figures for numbers (PD 32 paragraphs 17 and 19) " ..
      "were read in secondary texts only",
    "The First-tier Tribunal requires a statement of truth only where it is directed; it is " ..
      "always printed here",
  },
}
