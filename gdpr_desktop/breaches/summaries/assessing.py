"""Rows of the page about the assessment, the advice and the decision."""

from gdpr_desktop.breaches.model import Breach

Rows = tuple[tuple[str, str], ...]


def assessment(_found: Breach) -> Rows:
    """(label, text) of what is known; an empty text is not shown."""
    return ()


def advice(_found: Breach) -> Rows:
    """(label, text) of what is known; an empty text is not shown."""
    return ()


def decision(_found: Breach) -> Rows:
    """(label, text) of what is known; an empty text is not shown."""
    return ()
