"""Processors and their agreements (art. 28), and where the municipality is one (art. 30(2))."""
