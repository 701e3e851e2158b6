"""Where the names and addresses come from."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gdpr_desktop.core.text import _, ngettext
from gdpr_desktop.ui.labels import button, label
from gdpr_desktop.ui.notes import NoteBox


class FileStep(QWidget):
    """A file, or the list that the case keeps. ``kept`` is how many are in that."""

    file_wanted = Signal()
    kept_wanted = Signal()

    def __init__(self, kept: int, hint: str) -> None:
        super().__init__()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(16)
        if hint:
            layout.addWidget(NoteBox(hint))
        layout.addWidget(
            label(
                _(
                    "Choose a spreadsheet (.xlsx) or a text file (.csv) with a row for each person"
                    " and headings above the columns. You can also drop the file here."
                )
            )
        )
        self.file_button = button(_("Choose a &file …"), "primary")
        self.file_button.clicked.connect(self.file_wanted)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.file_button)
        text = ngettext(
            "&Use the list in the case ({count} person)",
            "&Use the list in the case ({count} people)",
            kept,
        )
        self.kept_button = button(text.format(count=kept))
        self.kept_button.clicked.connect(self.kept_wanted)
        self.kept_button.setVisible(kept > 0)
        row.addWidget(self.kept_button)
        row.addStretch(1)
        layout.addLayout(row)
        layout.addWidget(
            NoteBox(
                _(
                    "Names and addresses only go into the letters. Identity numbers in the file"
                    " are not read, and the list is not kept unless you ask for it."
                )
            )
        )
        layout.addStretch(1)
