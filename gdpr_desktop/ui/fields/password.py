"""A password, hidden until asked for."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from gdpr_desktop.core.text import _
from gdpr_desktop.ui import icons
from gdpr_desktop.ui.labels import label

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent


class _Line(QLineEdit):
    caps_lock = Signal(bool)

    def keyPressEvent(self, event: "QKeyEvent") -> None:
        from PySide6.QtCore import Qt  # see the note in theme.py

        text = event.text()
        if len(text) == 1 and text.isalpha():
            shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.caps_lock.emit(text.isupper() != shift)
        super().keyPressEvent(event)


class PasswordField(QWidget):
    """A line of dots with a button that shows them, and a hint when Caps Lock is on."""

    text_changed = Signal(str)
    entered = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = _Line(self)
        self.line.setEchoMode(QLineEdit.EchoMode.Password)
        self.line.setMaxLength(256)
        self.line.setProperty("inputMethodHints", "ImhSensitiveData")  # by name: see theme.py
        self.line.textChanged.connect(self.text_changed)
        self.line.returnPressed.connect(self.entered)
        self._show = QToolButton(self)
        self._show.setCheckable(True)
        self._show.setSizePolicy(
            QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred
        )  # no lower than the line
        icons.set_icon(self._show, "eye", "muted", 20)
        self._show.toggled.connect(self._on_show_toggled)
        self._caps = label(_("Caps Lock seems to be on."), "warning")
        self._caps.hide()
        self.line.caps_lock.connect(self._caps.setVisible)
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addWidget(self.line, 1)
        row.addWidget(self._show)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addLayout(row)
        layout.addWidget(self._caps)
        self.setFocusProxy(self.line)
        self.set_accessible(_("Password"), "")

    def editors(self) -> tuple[QWidget, ...]:
        """The widgets that carry the mark of a problem."""
        return (self.line,)

    def set_accessible(self, name: str, description: str) -> None:
        """Pass the names inwards."""
        self.line.setAccessibleName(name)
        self.line.setAccessibleDescription(description)
        self._show.setAccessibleName(_("Show what is typed: {field}").format(field=name))
        self._show.setToolTip(_("Show what is typed"))

    def text(self) -> str:
        """The password."""
        return self.line.text()

    def set_text(self, text: str) -> None:
        """Fill in."""
        self.line.setText(text)

    def clear(self) -> None:
        """Empty the line, and what could be undone."""
        self.line.clear()
        self._show.setChecked(False)

    def _on_show_toggled(self, shown: bool) -> None:
        mode = QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password
        self.line.setEchoMode(mode)
        icons.set_icon(self._show, "eye-off" if shown else "eye", "muted", 20)
