"""Consents: forms, what was said on them, what ends them (art. 7 and 8, handbook 3.7, 3.8, 8)."""
