-- What a script may name: the host's own list. tests/script fails where this one differs.
std = {
  read_globals = {
    "accepted", "address", "age_on", "assert", "at_least", "at_most", "blank", "bold", "boolean", "bundle", "by_date", "calendar", "certificate", "check",
    "choice", "choices", "cites", "count", "date", "deadline", "each_required", "earliest", "earliest_day", "email", "error",
    "exhibit", "fail", "field_path", "file_record", "footnote", "holidays", "house", "image", "ipairs", "is_false", "is_true", "italic",
    "joined", "latest", "law", "letter", "licence", "link", "list", "looks", "markdown", "math", "money", "must_attach",
    "must_copy", "must_say", "must_serve", "not_after", "not_before", "notice", "number", "one_of",
    "organisation", "pairs", "paragraphs", "part", "pcall", "person", "phone", "plugin", "postcode", "premises",
    "record", "ref", "reference", "refused", "review_decision", "rows", "say", "select", "service_day", "small_caps", "string", "sums_to",
    "table", "template", "tests", "text", "tick", "time", "tonumber", "tostring", "total", "type", "utf8", "value", "warned", "within",
    "witness_statement", "words",
  },
}
max_line_length = 160
ignore = { "212", "431", "432" }
exclude_files = { "plugins/meta" }
