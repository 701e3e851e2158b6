"""Backups on the screen: their age, making them, trying them out, putting one in place."""
