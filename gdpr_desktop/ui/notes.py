"""Explanations inside a dialog: «Why?» that unfolds, and a short note in a soft box."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from gdpr_desktop.core.text import _
from gdpr_desktop.ui.accessible import announce
from gdpr_desktop.ui.labels import button, label


class NoteBox(QFrame):
    """A title and a text in a soft box; hidden while the text is empty."""

    def __init__(self, text: str = "", title: str = "", *, role: str = "side") -> None:
        super().__init__()
        self.setProperty("role", role)
        self._title = label("", "label")
        self._text = label("")
        inside = QVBoxLayout(self)
        inside.setContentsMargins(16, 12, 16, 12)
        inside.setSpacing(4)
        inside.addWidget(self._title)
        inside.addWidget(self._text)
        self.say(text, title)

    def say(self, text: str, title: str = "") -> None:
        """Show ``text``; an empty one hides the box."""
        fresh = bool(text) and text != self._text.text()
        self._text.setText(text)
        self._title.setText(title)
        self._title.setVisible(bool(title))
        self.setVisible(bool(text))
        if fresh and self.window().isVisible():
            announce(self, f"{title} {text}".strip())

    def text(self) -> str:
        """What is shown; empty when the box is hidden."""
        return "" if self.isHidden() else self._text.text()


class WhyNote(QWidget):
    """A link «Why?», or with other ``words``, that unfolds a text."""

    def __init__(self, text: str, words: str = "") -> None:
        super().__init__()
        self._button = button(words or _("Why?"), "link")
        self._button.setCheckable(True)
        self._box = NoteBox(text)
        self._box.hide()
        self._button.toggled.connect(self._box.setVisible)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self._button, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self._box)
