"""Guidance and checklists in a window of their own, from the menu «Help»."""
