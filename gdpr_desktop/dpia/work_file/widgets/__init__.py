"""Pieces of the dialogs about work files."""
