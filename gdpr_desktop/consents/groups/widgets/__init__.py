"""Pieces of the page of groups."""
