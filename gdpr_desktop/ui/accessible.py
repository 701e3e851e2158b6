"""What the screen reader is told."""

from PySide6.QtWidgets import QWidget


def name(widget: QWidget, text: str, description: str = "") -> None:
    """Name a widget; a composite one (``set_accessible``) passes it inwards."""
    inward = getattr(widget, "set_accessible", None)
    if inward is not None:
        inward(text, description)
    widget.setAccessibleName(text)
    widget.setAccessibleDescription(description)


def announce(widget: QWidget, text: str) -> None:
    """Have ``text`` read aloud without moving the focus."""
    from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent  # costs 2 ms at start

    if QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, text))


def plain(label: str) -> str:
    """A label without its mnemonic ampersand."""
    return label.replace("&&", "\0").replace("&", "").replace("\0", "&")
