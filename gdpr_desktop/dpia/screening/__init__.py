"""Do we need one? Handbook 11.1, part 1, and art. 35(1), (3), (4), (5) and (10)."""
