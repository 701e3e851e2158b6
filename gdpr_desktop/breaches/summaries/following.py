"""Rows of the page about measures, what was learnt, who else was told, and what proves it."""

from gdpr_desktop.breaches.model import Breach

Rows = tuple[tuple[str, str], ...]


def measures(_found: Breach) -> Rows:
    """(label, text) of what is known; an empty text is not shown."""
    return ()


def lessons(_found: Breach) -> Rows:
    """(label, text) of what is known; an empty text is not shown."""
    return ()


def routes(_found: Breach) -> Rows:
    """(label, text) of what is known; an empty text is not shown."""
    return ()


def evidence(_found: Breach) -> Rows:
    """(label, text) of what is known; an empty text is not shown."""
    return ()
