-- Housing Act 2004, Part 2: licence for a house in multiple occupation. Schedule 4 says what conditions
-- it must have; the day of the application chooses among their versions.

-- Schedule 4, paragraph 1A, in hundredths of a square metre: nothing is rounded up.
local two_over_10, one_over_10, one_under_10 = 1022, 651, 464

local function hundredths(area)
  return math.floor(area * 100 + 0.5)
end

local function has_two_decimals(area)
  return math.abs(area * 100 - hundredths(area)) < 0.0001
end

local function counted(room)
  return hundredths(room.measured) - hundredths(room.low or 0)
end

local function measured_to_two_decimals(case)
  for _, room in ipairs(case.rooms) do
    if not has_two_decimals(room.measured) or not has_two_decimals(room.low or 0) then
      return false, room.room
    end
  end
  return true
end

local function needed(room)
  if room.over_10 >= 2 then return two_over_10 end
  if room.over_10 == 1 then return one_over_10 end
  return one_under_10
end

local function rooms_are_large_enough(case)
  for _, room in ipairs(case.rooms) do
    local undersized = room.use.sleeping and counted(room) < needed(room)
    if undersized and not room.rectify_by then return false, room.room end
  end
  return true
end

local function nobody_sleeps_elsewhere(case)
  for _, room in ipairs(case.rooms) do
    local persons = room.over_10 + room.under_10
    if room.use.sleeping ~= (persons > 0) then return false, room.room end
  end
  return true
end

local function the_law_has_a_figure(case)
  for _, room in ipairs(case.rooms) do
    local mixed = room.over_10 > 0 and room.under_10 > 0
    if mixed or room.over_10 > 2 or room.under_10 > 1 then return false, room.room end
  end
  return true
end

local function time_only_on_a_first_licence(case)
  for _, room in ipairs(case.rooms) do
    if room.rectify_by and not case.first_licence then return false, room.room end
  end
  return true
end

local function time_within_18_months(case)
  local from = case.granted_on or case.starts_on
  local limit = from:plus_months(18)
  for _, room in ipairs(case.rooms) do
    if room.rectify_by and room.rectify_by > limit then return false, room.room end
  end
  return true
end

local function rooms_hold_the_whole_number(case)
  local persons = 0
  for _, room in ipairs(case.rooms) do persons = persons + room.over_10 + room.under_10 end
  return case.max_persons <= persons
end

local function from_2018(case)
  return case.applied_on.iso >= "2018-10-01" and "yes" or nil
end

local function first_from_2018(case)
  return case.first_licence and from_2018(case) or nil
end

-- Told apart from LIC-04 only where the licence begins after the day of the grant.
local function five_years_from_the_grant(case)
  local granted = case.granted_on
  if case.follows_licence or not granted or case.starts_on <= granted then return true end
  return case.ends_on <= granted:plus_months(60)
end

return licence {
  id = "hmo_licence", version = 1, title = "Licence for a house in multiple occupation",
  law = "Housing Act 2004, Part 2", in_force = { from = "2015-10-01" },
  statute = "Housing Act 2004, Part 2, section 64",
  provision = "Housing Act 2004, section 64",
  uses = { "schedule_4" },
  fields = {
    first_licence = boolean { law = "Sch.4 para 1B", mark = "K",
      label = "Is this the first licence for the house?" },
    follows_licence = boolean { law = "s.68(4)", mark = "K",
      label = "Granted before an earlier licence ends, to begin when it does?" },
    max_households = number { law = "s.64(4)", mark = "K", min = 1,
      label = "Most households that may occupy the house" },
    max_persons = number { law = "s.64(4)", mark = "K", min = 1,
      label = "Most persons that may occupy the house" },
    suitable = boolean { law = "ss.64(3) and 65", mark = "K",
      label = "Is the house reasonably suitable for that number, amenities and facilities included?" },
    fit_and_proper = boolean { law = "ss.64(3) and 66", mark = "K",
      label = "Are holder and manager fit and proper, and is the holder the most appropriate person?" },
    arrangements = boolean { law = "s.64(3)", mark = "K",
      label = "Are the proposed management arrangements otherwise satisfactory?" },
    rooms = rows { law = "Sch.4 para 1A", mark = "K", min = 1, label = "Every room of the house",
      room = text { label = "Room" },
      floor = text { label = "Floor" },
      use = choice { label = "Use", from = {
        { value = "sleeping", label = "sleeping" }, { value = "living", label = "living" },
        { value = "kitchen", label = "kitchen" }, { value = "bathroom", label = "bathroom or toilet" },
        { value = "not_for_sleeping", label = "not to be slept in" },
      } },
      measured = number { min = 0, label = "Floor area in square metres, to two decimals",
        hint = "as measured; never rounded up" },
      low = number { min = 0, optional = true, label = "Of which under a ceiling of less than 1.5 m" },
      over_10 = number { min = 0, label = "Most persons over 10" },
      under_10 = number { min = 0, label = "Most persons under 10" },
      rectify_by = date { optional = true, label = "Time to put an undersized room right" },
    },
    waste_scheme = text { law = "Sch.4 para 1C", mark = "K", optional = true,
      label = "The council’s scheme for household waste: its name and date" },
    conditions = rows { law = "s.67", mark = "K", min = 1,
      label = "Conditions that the council imposes of its own choice",
      topic = text { label = "About" },
      text = text { label = "Condition" },
    },
  },
  derive = {
    with_rooms = value(from_2018),
    with_rectify = value(first_from_2018),
  },
  checks = {
    not_after { field = "ends_on", than = "starts_on", years = 5, law = "s.68(4)", mark = "K",
      code = "LIC-04" },
    check("the licence ends no more than five years after the day of the grant, unless it begins when an " ..
      "earlier licence ends", five_years_from_the_grant,
      { field = "ends_on", law = "s.68(4)", mark = "K", code = "LIC-04-grant" }),
    not_before { field = "ends_on", than = "starts_on", days = 1, law = "s.68", mark = "K",
      code = "LIC-04-order" },
    not_before { field = "starts_on", than = "granted_on", law = "s.68", mark = "K",
      code = "LIC-04-start" },
    not_before { field = "granted_on", than = "applied_on", law = "s.64(1)", mark = "K",
      code = "LIC-APPLIED" },
    is_true { "suitable", law = "ss.64(3) and 65", mark = "K", code = "LIC-SUITABLE" },
    is_true { "fit_and_proper", law = "ss.64(3) and 66", mark = "K", code = "LIC-FIT" },
    is_true { "arrangements", law = "s.64(3)", mark = "K", code = "LIC-MANAGED" },
    must_say { "licence-room-sizes", when = "with_rooms", law = "Sch.4 para 1A", mark = "K",
      code = "LIC-05-rooms" },
    must_say { "licence-rectify", when = "with_rectify", law = "Sch.4 para 1B", mark = "K",
      code = "LIC-05-rectify" },
    must_say { "licence-waste", when = "with_rooms", law = "Sch.4 para 1C", mark = "K",
      code = "LIC-05-waste" },
    check("every floor area is given as it was measured, to two decimals and not rounded up",
      measured_to_two_decimals,
      { field = "rooms", law = "Sch.4 para 1A", mark = "K", code = "LIC-06-decimals" }),
    check("every room to be slept in has 6.51 m² for one person over 10, 10.22 m² for two, or " ..
      "4.64 m² for one under 10, without the floor under a ceiling of less than 1.5 m; or, on a " ..
      "first licence, a time to put it right", rooms_are_large_enough,
      { field = "rooms", when = "with_rooms", law = "Sch.4 para 1A", mark = "K", code = "LIC-06" }),
    check("persons are allowed in every room to be slept in, and in no other",
      nobody_sleeps_elsewhere,
      { field = "rooms", law = "Sch.4 para 1A", mark = "K", code = "LIC-06-use" }),
    check("no room is for more than two persons over 10, for two under 10, or for both: the Act " ..
      "has no figure for them, so the council’s own standard decides", the_law_has_a_figure,
      { field = "rooms", when = "with_rooms", law = "Sch.4 para 1A", mark = "K",
        code = "LIC-06-figure", warn = true }),
    check("a time to put a room right is given on a first licence only",
      time_only_on_a_first_licence,
      { field = "rooms", law = "Sch.4 para 1B", mark = "K", code = "LIC-06-first" }),
    check("no time to put a room right is longer than 18 months", time_within_18_months,
      { field = "rooms", law = "Sch.4 para 1B", mark = "K", code = "LIC-06-time" }),
    check("the rooms hold the whole number of persons that the house is licensed for",
      rooms_hold_the_whole_number,
      { field = "max_persons", law = "s.64(3)", mark = "K", code = "LIC-06-total" }),
  },
  facts = {
    { label = "Most households", of = "max_households" },
    { label = "Most persons", of = "max_persons" },
  },
  schedules = {
    { title = "Schedule 1: mandatory conditions (Schedule 4 to the Act)",
      body = template "hmo_licence.mandatory" },
    { title = "Schedule 2: the council’s conditions (section 67 of the Act)",
      body = template "hmo_licence.conditions" },
    { title = "Schedule 3: rooms and the number of persons in each",
      body = template "hmo_licence.rooms", rooms = "rooms" },
  },
  confirm = {
    "Schedule 4: the substance of each mandatory condition is printed in our words; read them " ..
      "against the Schedule before release, above all paragraphs 1(4A), 1(5), 1A, 1B and 1C",
    "The conditions are chosen by the day of the application (1 October 2015, 1 October 2018, " ..
      "1 June 2020, 1 October 2022); confirm the transitional rule of each amendment. The " ..
      "conditions of before 1 October 2015 are not loaded",
    "Section 68(4): the five years are checked from the first day of the licence and, unless it " ..
      "follows an earlier licence, from the day of the grant",
    "Section 68: what follows the death of the licence holder is not stated in the licence",
    "A room for more than two persons over 10, for two under 10, or for a mix: the Act gives no " ..
      "figure that was read (LIC-06-figure warns)",
  },
}
