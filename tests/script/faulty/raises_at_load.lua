local function title()
  fail("no title was chosen") -- error 2:3: no title was chosen
end
return letter { id = "raises_at_load", title = title() }
