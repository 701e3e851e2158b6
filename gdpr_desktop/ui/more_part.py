"""What can wait, in a form: folded away behind «More»."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gdpr_desktop.core.text import _
from gdpr_desktop.ui import forms
from gdpr_desktop.ui.labels import button


class MorePart(QWidget):
    """What can wait, behind «More», or other ``words``."""

    def __init__(self, words: str = "") -> None:
        super().__init__()
        self.form = forms.form_layout()
        self._fold = button(words or _("&More"), "link")
        self._fold.setCheckable(True)
        self._body = QWidget()
        self._body.setLayout(self.form)
        self._body.hide()
        self._fold.toggled.connect(self._body.setVisible)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self._fold, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self._body)

    def expand(self) -> None:
        """Show it: something in it needs a look."""
        self._fold.setChecked(True)
