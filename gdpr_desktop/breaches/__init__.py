"""Personal data breaches: the log, the clock of 72 hours, and whom to tell (art. 33 and 34)."""
