"""Dialogs of statements."""
