"""Pieces of «Har vi lov?»."""
