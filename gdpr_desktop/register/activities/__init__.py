"""Processing activities, art. 30(1)."""
