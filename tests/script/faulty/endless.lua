local n = 0
while n >= 0 do n = n + 1 end -- error 2:1: the script takes too long
return letter { id = "endless" }
