"""The list of deviations leaves the register as a workbook."""

from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QWidget

from gdpr_desktop.breaches.deviations import exporting
from gdpr_desktop.breaches.deviations.exporting import Rows
from gdpr_desktop.casework.model import CaseQuery
from gdpr_desktop.core.dates import long_date
from gdpr_desktop.core.errors import AppError
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.core.text import _, current_language, ngettext
from gdpr_desktop.correspondence.dialogs.place import ask_path
from gdpr_desktop.register.exchange.places import write_whole
from gdpr_desktop.ui import tasks
from gdpr_desktop.ui.dialog import FormDialog
from gdpr_desktop.ui.labels import label
from gdpr_desktop.ui.notes import NoteBox
from gdpr_desktop.ui.notice_bar import say
from gdpr_desktop.ui.slices import Slices
from gdpr_desktop.vault import Vault


class ExportDialog(FormDialog):
    """``shown`` tells what the list shows: «12 hits: Open cases»."""

    def __init__(
        self, vault: Vault, query: CaseQuery, shown: str, parent: QWidget | None = None
    ) -> None:
        text = _("What the list shows now is exported, in the same order: {shown}.")
        intro = text.format(shown=shown)
        super().__init__(parent, _("Export the list"), _("Export …"), intro=intro)
        self._vault, self._query, self._shown = vault, query, shown
        self._slices: Slices | None = None
        self.path, self._many = Path(), 0
        hint = _("Free text may name people. Read it through before it leaves the municipality.")
        self.form.addRow(NoteBox(hint))
        self.working = label("", "muted")
        self.form.addRow(self.working)

    def is_dirty(self) -> bool:
        return False  # nothing is lost: it is chosen again in a moment

    def save(self) -> None:
        """Ask for the place, read the list in slices, write it in the worker."""
        if not self.save_button.isEnabled():
            return
        day = self._vault.clock.today()
        name = "{title} {day}.xlsx".format(title=_("List of deviations"), day=day)
        path = ask_path(self, self.windowTitle(), name, _("Workbook (*.xlsx)"))
        if path is None:
            return
        self.path = path
        self._set_working(_("The list is read …"))
        self._slices = Slices(exporting.listed(self._vault, self._query), self)
        self._slices.progressed.connect(self._on_progressed)
        self._slices.ended.connect(self._on_read)
        self._slices.failed.connect(self._on_failed)
        self._slices.start()

    def reject(self) -> None:
        if self._slices is not None:
            self._slices.cancel()
        super().reject()

    def _set_working(self, text: str) -> None:
        self.working.setText(text)
        self.save_button.setEnabled(not text)

    def _on_progressed(self, many: int) -> None:
        text = ngettext("{count} deviation read …", "{count} deviations read …", many)
        self.working.setText(text.format(count=many))

    def _on_read(self, rows: Rows) -> None:
        self._many = len(rows)
        self._set_working(_("The file is written …"))
        about = ", ".join((self._shown, long_date(self._vault.clock.today())))
        name = self._vault.municipality().name  # the worker reads nothing of the register
        head = (name, about, exporting.headers())
        job = partial(_write, head, rows, current_language(), (self.path, self._vault.path))
        tasks.run(
            job,
            title=_("Exporting the list"),
            on_done=self._on_written,
            on_error=self._on_failed,
        )

    def _on_written(self, _sha256: str) -> None:
        try:
            change = exporting.note_export(self._vault, self._many)
        except AppError as error:
            self._on_failed(error)
            return
        parent = self.parentWidget()
        if parent is not None:
            text = _("The list was exported to {name}.").format(name=self.path.name)
            say(parent, text, tone="ok")
        self.accepted_value.emit(change)
        self.accept()

    def _on_failed(self, error: AppError) -> None:
        self._set_working("")
        self.show_error(error)


def _write(
    head: tuple[str, str, tuple[str, ...]],
    rows: Rows,
    language: Language,
    places: tuple[Path, Path],
) -> str:
    path, own = places
    return write_whole(exporting.book(*head, rows, language), path, own=own)
