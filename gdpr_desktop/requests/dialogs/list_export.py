"""The list of requests as a workbook: what the filters leave, without names unless chosen."""

from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QCheckBox, QWidget

from gdpr_desktop.casework.model import CaseQuery
from gdpr_desktop.core.change import Change
from gdpr_desktop.core.dates import long_date
from gdpr_desktop.core.text import _, current_language, ngettext
from gdpr_desktop.correspondence.dialogs.place import ask_path
from gdpr_desktop.correspondence.dialogs.sliced_export import SlicedExportDialog
from gdpr_desktop.letters.sheet import Value
from gdpr_desktop.register.exchange.places import write_whole
from gdpr_desktop.requests.figures import service
from gdpr_desktop.requests.figures.service import Columns
from gdpr_desktop.requests.figures.sheets import Heading, list_book
from gdpr_desktop.ui.labels import label
from gdpr_desktop.vault import Vault

Rows = tuple[tuple[Value, ...], ...]


class ListExportDialog(SlicedExportDialog):
    """``shown`` tells what the list shows: «12 hits: Access»."""

    def __init__(
        self, vault: Vault, query: CaseQuery, shown: str, parent: QWidget | None = None
    ) -> None:
        intro = _("What the list shows now is exported, in the same order: {shown}.").format(
            shown=shown
        )
        super().__init__(parent, _("Export the list"), _("Export …"), intro=intro)
        self._vault, self._query, self._shown = vault, query, shown
        self._many = 0
        columns = _(
            "Number, received, deadline, answered, right, result, unit, caseworker, and whether"
            " the answer came in time."
        )
        self.form.addRow(label(columns, "muted"))
        self.names = QCheckBox(_("Also the &names of the people"))
        self.wording = QCheckBox(_("Also &what they asked for, in their own words"))
        self.form.addRow(self.names)
        self.form.addRow(self.wording)
        hint = _("Names and free text leave the register with the file. Delete it after use.")
        self.form.addRow(label(hint, "help"))
        self.choices = (self.names, self.wording)
        self.add_working()

    def columns(self) -> Columns:
        """What is chosen."""
        return Columns(names=self.names.isChecked(), wording=self.wording.isChecked())

    def save(self) -> None:
        """Ask for the place, read the list in slices, write it in the worker."""
        if not self.save_button.isEnabled():
            return
        name = "{title} {day}.xlsx".format(title=_("Requests"), day=self._vault.clock.today())
        path = ask_path(self, self.windowTitle(), name, _("Workbook (*.xlsx)"))
        if path is None:
            return
        self.path = path
        run = service.listed(self._vault, self._query, self.columns())
        self.begin(run, _("The list is read …"))

    def progress_words(self, many: int) -> str:
        text = ngettext("{count} request read …", "{count} requests read …", many)
        return text.format(count=many)

    def on_read(self, rows: Rows) -> None:
        self._many = len(rows)
        today = long_date(self._vault.clock.today())
        heading = Heading(
            title=_("Requests"),
            municipality=self._vault.municipality().name,
            about=(self._shown, today),
            language=current_language(),
        )
        headers = service.headers(self.columns())
        job = partial(_write, heading, headers, rows, self.path, self._vault.path)
        self.write(job, title=_("Exporting the list"), text=_("The file is written …"))

    def note(self) -> Change:
        return service.note_export(self._vault, self.columns(), self._many)

    def told(self) -> str:
        return _("The list was exported to {name}.").format(name=self.path.name)


def _write(
    heading: Heading, headers: tuple[tuple[str, int], ...], rows: Rows, path: Path, own: Path
) -> str:
    names = [name for name, _width in headers]
    widths = [width for _name, width in headers]
    return write_whole(list_book(heading, names, widths, rows), path, own=own)
