"""Personvernpulten: the desk of a Norwegian municipality's data protection officer."""

__version__ = "0.7.0"
