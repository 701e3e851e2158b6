"""Widgets of statements."""
