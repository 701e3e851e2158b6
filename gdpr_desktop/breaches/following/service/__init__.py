"""Deeds on what comes of a breach, one verb each."""
