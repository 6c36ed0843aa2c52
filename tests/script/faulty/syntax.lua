return letter {
  id = "syntax", version = 1, title = "A test"
  law = "Housing Act 2004, section 239", -- error 3:3: '}' expected (to close '{' at line 1) near 'law' | each entry of a list in braces ends with a comma: look at the end of the line above
}
