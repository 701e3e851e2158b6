"""Shared Qt: the window, forms, fields, lists, notices, tasks, theme. Knows no feature."""
