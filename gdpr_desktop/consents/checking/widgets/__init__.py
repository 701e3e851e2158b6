"""Pieces of the dialogs that check a form."""
