"""Dialogs of breaches, imported when they are first opened."""
