return house {
  default = true,
  council = { en = "Example Borough Council", cy = "Cyngor Bwrdeistref Enghraifft" },
  team = { en = "Private Sector Housing", cy = "Tai Sector Preifat" },
  address = { "Civic Offices", "1 Sample Square", "Anytown", "AB1 1AA" },
  phone = "01632 960042", email = "housing@example.gov.uk", website = "www.example.gov.uk",
  accent = "#1f4e79", body_size = 12, leading = 16,
}
