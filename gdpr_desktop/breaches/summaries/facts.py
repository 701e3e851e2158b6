"""Rows of the page about the first hour, how it happened, whose and which data."""

from gdpr_desktop.breaches.model import Breach

Rows = tuple[tuple[str, str], ...]


def first_hour(_found: Breach) -> Rows:
    """(label, text) of what is known; an empty text is not shown."""
    return ()


def course(_found: Breach) -> Rows:
    """(label, text) of what is known; an empty text is not shown."""
    return ()


def scope(_found: Breach) -> Rows:
    """(label, text) of what is known; an empty text is not shown."""
    return ()
