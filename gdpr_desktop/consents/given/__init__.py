"""Consents that were given: one row for each person and version of a form."""
