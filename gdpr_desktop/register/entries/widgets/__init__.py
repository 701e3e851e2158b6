"""The list of one kind of entry, and the entry that is chosen."""
