-- error 1:1: the file does not return a document type of any family
local function nothing() end
return nothing()
