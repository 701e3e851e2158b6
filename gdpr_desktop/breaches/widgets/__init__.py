"""Pieces of the page of breaches."""
