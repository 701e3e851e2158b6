"""Dialogs between the caseworker, the officer and the risk owner."""
