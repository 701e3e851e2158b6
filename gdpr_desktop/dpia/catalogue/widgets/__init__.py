"""Pieces of the dialogs of the questions."""
