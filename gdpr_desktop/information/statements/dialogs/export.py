"""A statement before it is exported: which file, in which language, and how it will look."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QStandardPaths
from PySide6.QtWidgets import QWidget

from gdpr_desktop.core.change import Change
from gdpr_desktop.core.errors import AppError
from gdpr_desktop.core.text import _, current_language
from gdpr_desktop.information.statements.exporting import (
    Format,
    Order,
    built,
    export_statement,
    file_name,
)
from gdpr_desktop.information.statements.labels import filter_words, format_words
from gdpr_desktop.information.statements.shelf import SHORT
from gdpr_desktop.register.entries.model import Entry, EntryState
from gdpr_desktop.ui import forms, notices
from gdpr_desktop.ui.fields.choice import Choice
from gdpr_desktop.ui.letter_preview import PreviewDialog
from gdpr_desktop.ui.municipality_form import LanguageField
from gdpr_desktop.ui.notes import NoteBox
from gdpr_desktop.vault import Vault

if TYPE_CHECKING:
    from gdpr_desktop.letters import Letter

_FOLDER = "export_folder"  # the folder used last, shared with letters while the program runs


class ExportDialog(PreviewDialog):
    """``accepted_value`` carries the ``Change``; ``path`` is where it was exported to."""

    def __init__(
        self, vault: Vault, entry: Entry, parent: QWidget | None = None, *, short: bool = False
    ) -> None:
        super().__init__(vault, parent, _("Export the privacy statement"), _("Export …"))
        self.entry = entry
        self.path = Path()
        self.length = Choice([(False, _("The whole statement")), (True, _("Short version"))])
        self.length.set_value(short)
        self.format = Choice([(one, format_words(one)) for one in Format])
        self.language = LanguageField()
        self.language.set_value(current_language())
        if entry.state is not EntryState.APPROVED and not entry.content.approved_by:
            text = _("The statement is not approved as it stands. It says that it is a draft.")
            self.form.addRow(NoteBox(text))
        forms.add_row(self.form, _("&Length"), self.length, name="length")
        forms.add_row(self.form, _("&Kind of file"), self.format, name="format")
        forms.add_row(self.form, _("L&anguage"), self.language, name="language")
        help_ = _("When the record is changed you are told that the file is out of date.")
        self.form.addRow(NoteBox(help_))
        self.begin_preview()

    def order(self) -> Order:
        """The file as ordered now."""
        return Order(
            format=self.format.value(),
            language=self.language.value(),
            short=bool(self.length.value()),
        )

    def letter(self) -> "Letter":
        return built(self.vault, self.entry, self.order()).letter()

    def is_dirty(self) -> bool:
        return False  # nothing is lost: the file can be made again

    def save(self) -> None:
        """Ask for the place once the statement itself is well, then export."""
        try:
            made = built(self.vault, self.entry, self.order())
        except AppError as error:
            self.show_error(error)
            return
        order = self.order()
        path = notices.save_path(
            self,
            self.windowTitle(),
            _last_folder() / file_name(made, order),
            filter_words(order.format),
        )
        if path is not None:
            self.path = path
            app = QCoreApplication.instance()
            if app:
                app.setProperty(_FOLDER, str(path.parent))
            super().save()

    def do(self) -> Change:
        return export_statement(self.vault, self.entry, self.order(), self.path)


def _last_folder() -> Path:
    app = QCoreApplication.instance()
    last = app.property(_FOLDER) if app else None
    documents = QStandardPaths.StandardLocation.DocumentsLocation
    return Path(last or QStandardPaths.writableLocation(documents))


def do(
    parent: QWidget, vault: Vault, entry: Entry, key: str, done: Callable[[Change], None]
) -> None:
    """The deeds of the shelf."""
    dialog = ExportDialog(vault, entry, parent, short=key == SHORT)
    dialog.accepted_value.connect(done)
    dialog.open()
