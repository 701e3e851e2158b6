"""Pieces of the page of risks: the map, the lists, and the picture for paper."""
