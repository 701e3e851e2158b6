"""Identity and account numbers in free text are noticed at once."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPlainTextEdit, QWidget

from gdpr_desktop.core.text import _
from gdpr_desktop.ui import icons
from gdpr_desktop.ui.accessible import announce
from gdpr_desktop.ui.labels import label

if TYPE_CHECKING:
    from PySide6.QtWidgets import QTextEdit

_WAIT = 300  # milliseconds after the last key
_LOOKED_AT = 50_000  # characters; fields of ours are shorter


class IdentifierNotice(QWidget):
    """A hidden line that warns when ``field`` holds an identity or account number.

    Put it under the field: ``layout.addWidget(IdentifierNotice(field))``.
    """

    def __init__(
        self,
        field: "QLineEdit | QPlainTextEdit | QTextEdit",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._field = field
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        sign = QLabel()
        icons.set_icon(sign, "warning", "warning", 16)
        self._sentence = label("", "warning")
        layout.addWidget(sign)
        layout.addWidget(self._sentence, 1)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_WAIT)
        self._timer.timeout.connect(self.look)
        field.textChanged.connect(self._timer.start)
        self.hide()

    def sentence(self) -> str:
        """The warning shown; empty when there is none."""
        return "" if self.isHidden() else self._sentence.text()

    def look(self) -> None:
        """Look now."""
        self._timer.stop()
        field = self._field
        text = field.text() if isinstance(field, QLineEdit) else field.toPlainText()
        found = warning(text[:_LOOKED_AT])
        fresh = found and found != self.sentence()
        self._sentence.setText(found)
        self.setVisible(bool(found))
        if fresh:
            announce(self, found)


def warning(text: str) -> str:
    """A sentence when ``text`` holds an identity or account number; empty otherwise."""
    from gdpr_desktop.law import identifiers  # not needed before the first field with text

    kinds = {str(finding.kind) for finding in identifiers.find(text) if finding.certain}
    if kinds & {"national_id", "d_number"}:
        return _("This looks like a national identity number. Leave it out if you can.")
    if "account" in kinds:
        return _("This looks like an account number. Leave it out if you can.")
    return ""
