"""The clock of 72 hours (art. 33(1)): when it starts, how it stands, and its words."""
