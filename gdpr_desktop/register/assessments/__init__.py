"""Guided assessments: questions of the handbook, answered, concluded, kept with an entry."""
