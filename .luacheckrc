-- What the host offers to scripts (docs/document-types.md); everything else is a misspelling.
std = {
  read_globals = {
    "assert", "error", "ipairs", "pairs", "pcall", "select", "tonumber", "tostring", "type",
    "string", "table", "math", "utf8",
    -- families and files
    "plugin", "letter", "notice", "witness_statement", "review_decision", "bundle", "record_family", "house", "law",
    "choices", "by_date", "holidays", "template", "looks",
    -- kinds of field
    "text", "paragraphs", "date", "time", "money", "number", "boolean", "choice", "email", "phone", "postcode",
    "reference", "person", "organisation", "address", "premises", "image", "exhibit", "list", "record", "rows",
    "markdown", "field_path",
    -- derived values and checks
    "deadline", "earliest_day", "latest", "earliest", "total", "count", "joined", "value",
    "within", "not_before", "not_after", "at_least", "at_most", "must_say", "must_attach", "must_serve", "must_copy",
    "cites", "sums_to", "is_true", "is_false", "one_of", "check",
    -- composing
    "words", "calendar", "fail", "say", "bold", "italic", "small_caps", "link",
  },
}
max_line_length = 160
