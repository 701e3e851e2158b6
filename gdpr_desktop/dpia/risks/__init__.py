"""What could happen, how grave it is, and what is done about it (art. 35(7)(c) and (d))."""
