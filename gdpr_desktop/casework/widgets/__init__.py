"""Pieces that show any case. A feature hands in its own words."""
