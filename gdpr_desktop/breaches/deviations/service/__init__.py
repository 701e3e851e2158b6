"""Deeds on deviations, one verb each."""
