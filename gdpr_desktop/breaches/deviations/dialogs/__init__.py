"""Dialogs of deviations, imported when they are first opened."""
