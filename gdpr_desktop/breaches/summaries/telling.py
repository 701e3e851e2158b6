"""Rows of the page about what people were told."""

from gdpr_desktop.breaches.model import Breach

Rows = tuple[tuple[str, str], ...]


def tell(_found: Breach) -> Rows:
    """(label, text) of what is known; an empty text is not shown."""
    return ()
