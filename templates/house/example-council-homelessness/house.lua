return house {
  council = { en = "Example Borough Council", cy = "Cyngor Bwrdeistref Enghraifft" },
  team = { en = "Homelessness Reviews", cy = "Adolygiadau Digartrefedd" },
  address = { "Civic Offices", "1 Sample Square", "Anytown", "AB1 1AA" },
  phone = "01632 960061", email = "reviews@example.gov.uk", website = "www.example.gov.uk",
  languages = { "en", "cy" },
  accent = "#1f4e79", body_size = 12, leading = 16,
  logo = {
    file = "logo.png", height = 18,
    alternative = { en = "Example Borough Council", cy = "Cyngor Bwrdeistref Enghraifft" },
  },
}
