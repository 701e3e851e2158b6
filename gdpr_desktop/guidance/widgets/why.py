"""«Why?» with what the handbook says at a place of the program."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from gdpr_desktop.core.text import _
from gdpr_desktop.guidance.html import text_html
from gdpr_desktop.guidance.texts import topics_for
from gdpr_desktop.guidance.words import reference_words
from gdpr_desktop.ui.labels import button, label


class WhyTopic(QWidget):
    """A link «Why?» that unfolds what the handbook says about ``place``; hidden if nothing.

    The texts are read when they are first unfolded.
    """

    def __init__(self, place: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._topics = topics_for(place)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self.button = button(_("Why?"), "link")
        self.button.setCheckable(True)
        self.button.toggled.connect(self._on_button_toggled)
        self._column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        self._box: QFrame | None = None
        titles = ", ".join(topic.title for topic in self._topics)
        self.button.setAccessibleName(_("Why: {section}").format(section=titles))
        self.setVisible(bool(self._topics))

    def text(self) -> str:
        """The titles shown now; empty while folded."""
        unfolded = self._box is not None and not self._box.isHidden()
        return "\n".join(topic.title for topic in self._topics) if unfolded else ""

    def _on_button_toggled(self, unfolded: bool) -> None:
        if self._box is None:
            self._box = self._make_box()
            self._column.addWidget(self._box)
        self._box.setVisible(unfolded)

    def _make_box(self) -> QFrame:
        box = QFrame()
        box.setProperty("role", "side")
        inside = QVBoxLayout(box)
        inside.setContentsMargins(16, 12, 16, 12)
        inside.setSpacing(8)
        for topic in self._topics:
            inside.addWidget(label(topic.title, "label"))
            words = label("")
            words.setTextFormat(Qt.TextFormat.RichText)
            words.setText(text_html(topic))
            inside.addWidget(words)
            inside.addWidget(label("\n".join(reference_words(topic.references)), "muted"))
        return box
