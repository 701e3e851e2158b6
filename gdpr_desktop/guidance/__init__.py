"""What the handbook says, by topic, and its checklists: to read, to search, to fill in."""
