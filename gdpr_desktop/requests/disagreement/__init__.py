"""The person's own view where the municipality does not agree: a note that follows the case."""
