"""Deeds on an assessment that belong to no one room."""
