"""Small pieces of text on the screen: labels by role, lines, buttons by kind."""

from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QWidget


def label(text: str, role: str = "", *, parent: QWidget | None = None) -> QLabel:
    """A wrapping label. Roles: title, part, heading, label, help, muted, problem, warning, ok."""
    made = QLabel(text, parent)
    made.setProperty("textFormat", "PlainText")  # by name: see the note in theme.py
    made.setWordWrap(True)
    if role:
        made.setProperty("role", role)
    return made


def button(text: str, kind: str = "", *, parent: QWidget | None = None) -> QPushButton:
    """A button. Kinds: primary, danger, link, chip, row, or none."""
    made = QPushButton(text, parent)
    made.setAutoDefault(False)
    if kind:
        made.setProperty("kind", kind)
    return made


def line(parent: QWidget | None = None) -> QFrame:
    """A thin line between two parts."""
    made = QFrame(parent)
    made.setProperty("role", "line")
    return made


def set_flat(widget: QWidget, flat: bool) -> None:
    """Draw a field as text that is only read, or as a box to write in."""
    if bool(widget.property("flat")) != flat:
        widget.setProperty("flat", flat)
        restyle(widget)


def restyle(widget: QWidget) -> None:
    """Have the style sheet look again after a property changed."""
    widget.style().unpolish(widget)
    widget.style().polish(widget)
