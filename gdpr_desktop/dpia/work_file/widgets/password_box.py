"""The password of a file that was just made: large, to be read out."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QVBoxLayout

from gdpr_desktop.core.text import _
from gdpr_desktop.ui.accessible import announce
from gdpr_desktop.ui.labels import label


class PasswordBox(QFrame):
    """Hidden until there is a password to tell."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "side")
        self._title = label("", "label")
        self.password = label("", "heading")
        self.password.setAccessibleName(_("The password"))
        flags = Qt.TextInteractionFlag
        self.password.setTextInteractionFlags(
            flags.TextSelectableByMouse | flags.TextSelectableByKeyboard
        )
        self._how = label("")
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        for one in (self._title, self.password, self._how):
            column.addWidget(one)
        self.hide()

    def tell(self, password: str, name: str, file: str) -> None:
        """Show it, and how it is told."""
        self._title.setText(_("The password of «{file}»").format(file=file))
        self.password.setText(password)
        text = _(
            "Tell it to {name} in the telephone or face to face, never in the same message as the"
            " file. You find it here again."
        )
        self._how.setText(text.format(name=name))
        self.show()
        announce(self, f"{self._title.text()}: {password}")
