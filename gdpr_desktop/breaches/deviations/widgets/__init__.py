"""Pieces of the page of deviations."""
