"""Pieces of the list of consents."""
