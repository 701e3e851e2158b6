"""What the municipality tells people: collections of data, privacy statements, guidance."""
