"""The authority is notified: the sheet, what was sent, and its letters (art. 33)."""
