-- What a script may name: the host's own list. tests/script fails where this one differs.
std = {
  read_globals = {
    "address", "assert", "at_least", "at_most", "bold", "boolean", "bundle", "by_date", "calendar", "check",
    "choice", "choices", "cites", "count", "date", "deadline", "earliest", "earliest_day", "email", "error",
    "exhibit", "fail", "field_path", "holidays", "house", "image", "ipairs", "is_false", "is_true", "italic",
    "joined", "latest", "law", "letter", "link", "list", "looks", "markdown", "math", "money", "must_attach",
    "must_copy", "must_say", "must_serve", "not_after", "not_before", "notice", "number", "one_of",
    "organisation", "pairs", "paragraphs", "pcall", "person", "phone", "plugin", "postcode", "premises",
    "record", "reference", "review_decision", "rows", "say", "select", "small_caps", "string", "sums_to",
    "table", "template", "text", "time", "tonumber", "tostring", "total", "type", "utf8", "value", "within",
    "witness_statement", "words",
  },
}
max_line_length = 160
ignore = { "212", "431", "432" }
