"""Pieces of the page of forms."""
