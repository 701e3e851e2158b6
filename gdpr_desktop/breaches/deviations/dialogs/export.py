"""The list of deviations leaves the register as a workbook."""

from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QWidget

from gdpr_desktop.breaches.deviations import exporting
from gdpr_desktop.breaches.deviations.exporting import Rows
from gdpr_desktop.casework.model import CaseQuery
from gdpr_desktop.core.change import Change
from gdpr_desktop.core.dates import long_date
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.core.text import _, current_language, ngettext
from gdpr_desktop.correspondence.dialogs.place import ask_path
from gdpr_desktop.correspondence.dialogs.sliced_export import SlicedExportDialog
from gdpr_desktop.register.exchange.places import write_whole
from gdpr_desktop.ui.notes import NoteBox
from gdpr_desktop.vault import Vault


class ExportDialog(SlicedExportDialog):
    """``shown`` tells what the list shows: «12 hits: Open cases»."""

    def __init__(
        self, vault: Vault, query: CaseQuery, shown: str, parent: QWidget | None = None
    ) -> None:
        text = _("What the list shows now is exported, in the same order: {shown}.")
        intro = text.format(shown=shown)
        super().__init__(parent, _("Export the list"), _("Export …"), intro=intro)
        self._vault, self._query, self._shown = vault, query, shown
        self._many = 0
        hint = _("Free text may name people. Read it through before it leaves the municipality.")
        self.form.addRow(NoteBox(hint))
        self.add_working()

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
        self.begin(exporting.listed(self._vault, self._query), _("The list is read …"))

    def progress_words(self, many: int) -> str:
        text = ngettext("{count} deviation read …", "{count} deviations read …", many)
        return text.format(count=many)

    def on_read(self, rows: Rows) -> None:
        self._many = len(rows)
        about = ", ".join((self._shown, long_date(self._vault.clock.today())))
        head = (self._vault.municipality().name, about, exporting.headers())
        job = partial(_write, head, rows, current_language(), (self.path, self._vault.path))
        self.write(job, title=_("Exporting the list"), text=_("The file is written …"))

    def note(self) -> Change:
        return exporting.note_export(self._vault, self._many)

    def told(self) -> str:
        return _("The list was exported to {name}.").format(name=self.path.name)


def _write(
    head: tuple[str, str, tuple[str, ...]],
    rows: Rows,
    language: Language,
    places: tuple[Path, Path],
) -> str:
    path, own = places
    return write_whole(exporting.book(*head, rows, language), path, own=own)
