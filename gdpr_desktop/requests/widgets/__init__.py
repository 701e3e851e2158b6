"""Pieces of the page of requests."""
