"""Sending a work file, sending it back, and taking it in."""
