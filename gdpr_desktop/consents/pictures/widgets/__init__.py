"""Pieces of the shelf of pictures."""
