"""The forms of a collection."""
