return tests {
  accepted { "the worked example has every section and paper" },
}
