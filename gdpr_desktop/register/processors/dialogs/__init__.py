"""The forms of a processor, its agreements, and what it is asked for."""
