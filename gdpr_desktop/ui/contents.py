"""Contents that are made anew when what they show has changed."""

from PySide6.QtWidgets import QBoxLayout, QWidget


def swap(layout: QBoxLayout, old: QWidget, new: QWidget) -> None:
    """Put ``new`` where ``old`` stands in ``layout``; ``old`` is gone at once, and freed later."""
    layout.replaceWidget(old, new)
    old.hide()
    old.deleteLater()
