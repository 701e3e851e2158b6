"""Requests in numbers: how long answers take, what comes of them, and on which grounds."""
