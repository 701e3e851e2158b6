"""Deeds on groups and their members. Each gives the ``Change`` of its unit of work."""
