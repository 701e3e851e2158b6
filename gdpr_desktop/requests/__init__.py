"""Requests from data subjects (chapter III of the Regulation): access, so far."""
