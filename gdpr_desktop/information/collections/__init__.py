"""Data that were collected, and how the people they are about were told (art. 13 and 14)."""
