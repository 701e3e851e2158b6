"""One line of the notification sheet on the screen, with its copy button."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from gdpr_desktop.breaches.notifying.sheet import RowState, SheetRow
from gdpr_desktop.breaches.notifying.words import place_words
from gdpr_desktop.core.text import _
from gdpr_desktop.ui import icons
from gdpr_desktop.ui.labels import button, label


class SheetLine(QWidget):
    """Label and value; what is missing says so, what to do, and where."""

    copy_wanted = Signal(object)  # the row
    place_wanted = Signal(object)  # where it is filled in

    def __init__(
        self, row: SheetRow, *, linked: bool = True, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.row, self._linked = row, linked
        told = QVBoxLayout()
        told.setSpacing(2)
        told.addWidget(label(row.label, "label"))
        if row.lacks:
            told.addLayout(self._lacking())
        else:
            told.addWidget(self._value())
        if row.masked:
            text = _("An identity number was left out. Take it out of the case too.")
            told.addWidget(label(text, "warning"))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(16)
        layout.addLayout(told, 1)
        self.copy_button = button(_("Copy"))
        self.copy_button.setAccessibleName(_("Copy: {field}").format(field=row.label))
        self.copy_button.clicked.connect(self._on_copy_clicked)
        self.copy_button.setVisible(row.state is RowState.FILLED)
        layout.addWidget(self.copy_button, 0, Qt.AlignmentFlag.AlignTop)

    def _value(self) -> QLabel:
        if self.row.state is RowState.NOT_NEEDED:
            return label(self.row.help, "muted")
        value = label(self.row.value)
        value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        return value

    def _lacking(self) -> QVBoxLayout:
        missing = self.row.state is RowState.MISSING
        sign = QLabel()
        icons.set_icon(sign, "problem" if missing else "clock", "danger" if missing else "warning")
        words = _("Missing") if missing else _("To be determined")  # not the language of the sheet
        parts = " – ".join(part for part in (words, self.row.help) if part)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(label(parts, "problem" if missing else "warning"), 1)
        column = QVBoxLayout()
        column.setSpacing(2)
        column.addLayout(head)
        if self.row.place is not None and self._linked:
            self.place_button = button(place_words(self.row.place), "link")
            self.place_button.clicked.connect(self._on_place_clicked)
            column.addWidget(self.place_button, 0, Qt.AlignmentFlag.AlignLeft)
        return column

    def _on_copy_clicked(self) -> None:
        self.copy_wanted.emit(self.row)

    def _on_place_clicked(self) -> None:
        self.place_wanted.emit(self.row.place)
