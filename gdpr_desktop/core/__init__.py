"""What every room needs and nothing else: errors, ids, clock, roles, text, dates. No Qt, no SQL."""
