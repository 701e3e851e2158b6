"""When a breach may be closed, and what is still missing."""
