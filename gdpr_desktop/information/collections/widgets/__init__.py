"""Pieces of the page of collections."""
