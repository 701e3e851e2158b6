"""Rows of the page about what the authority was told, and still waits for."""

from gdpr_desktop.breaches.model import Breach

Rows = tuple[tuple[str, str], ...]


def notify(_found: Breach) -> Rows:
    """(label, text) of what is known; an empty text is not shown."""
    return ()


def follow_up(_found: Breach) -> Rows:
    """(label, text) of what is known; an empty text is not shown."""
    return ()
