return house {
  default = true,
  council = { en = "Example Borough Council", cy = "Cyngor Bwrdeistref Enghraifft" },
  team = { en = "Private Sector Housing", cy = "Tai Sector Preifat" },
  address = { "Civic Offices", "1 Sample Square", "Anytown", "AB1 1AA" },
  phone = "01632 960042", email = "housing@example.gov.uk", website = "www.example.gov.uk",
  hours = { en = "Monday to Friday, 9am to 5pm", cy = "Dydd Llun i ddydd Gwener, 9am i 5pm" },
  languages = { "en", "cy" },
  accent = "#1f4e79", body_size = 12, leading = 16,
  logo = {
    file = "logo.png", height = 18,
    alternative = { en = "Example Borough Council", cy = "Cyngor Bwrdeistref Enghraifft" },
  },
  margins = { top = 20, bottom = 25, left = 25, right = 25 },
}
