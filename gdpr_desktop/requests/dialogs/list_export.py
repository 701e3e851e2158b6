"""The list of requests as a workbook: what the filters leave, without names unless chosen."""

from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QCheckBox, QWidget

from gdpr_desktop.casework.model import CaseQuery
from gdpr_desktop.core.dates import long_date
from gdpr_desktop.core.errors import AppError
from gdpr_desktop.core.text import _, current_language, ngettext
from gdpr_desktop.correspondence.dialogs.place import ask_path
from gdpr_desktop.letters.sheet import Value
from gdpr_desktop.register.exchange.places import write_whole
from gdpr_desktop.requests.figures import service
from gdpr_desktop.requests.figures.service import Columns
from gdpr_desktop.requests.figures.sheets import Heading, list_book
from gdpr_desktop.ui import tasks
from gdpr_desktop.ui.dialog import FormDialog
from gdpr_desktop.ui.labels import label
from gdpr_desktop.ui.notice_bar import say
from gdpr_desktop.ui.slices import Slices
from gdpr_desktop.vault import Vault

Rows = tuple[tuple[Value, ...], ...]


class ListExportDialog(FormDialog):
    """``shown`` tells what the list shows: «12 hits: Access»."""

    def __init__(
        self, vault: Vault, query: CaseQuery, shown: str, parent: QWidget | None = None
    ) -> None:
        intro = _("What the list shows now is exported, in the same order: {shown}.").format(
            shown=shown
        )
        super().__init__(parent, _("Export the list"), _("Export …"), intro=intro)
        self._vault, self._query, self._shown = vault, query, shown
        self._slices: Slices | None = None
        self.path, self._many = Path(), 0
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
        self.working = label("", "muted")
        self.form.addRow(self.working)

    def columns(self) -> Columns:
        """What is chosen."""
        return Columns(names=self.names.isChecked(), wording=self.wording.isChecked())

    def is_dirty(self) -> bool:
        return False  # nothing is lost: it is chosen again in a moment

    def save(self) -> None:
        """Ask for the place, read the list in slices, write it in the worker."""
        if not self.save_button.isEnabled():
            return
        name = "{title} {day}.xlsx".format(title=_("Requests"), day=self._vault.clock.today())
        path = ask_path(self, self.windowTitle(), name, _("Workbook (*.xlsx)"))
        if path is None:
            return
        self.path = path
        self._set_working(_("The list is read …"))
        self._slices = Slices(service.listed(self._vault, self._query, self.columns()), self)
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
        for field in (self.save_button, self.names, self.wording):
            field.setEnabled(not text)

    def _on_progressed(self, many: int) -> None:
        text = ngettext("{count} request read …", "{count} requests read …", many)
        self.working.setText(text.format(count=many))

    def _on_read(self, rows: Rows) -> None:
        self._many = len(rows)
        self._set_working(_("The file is written …"))
        today = long_date(self._vault.clock.today())
        heading = Heading(
            title=_("Requests"),
            municipality=self._vault.municipality().name,
            about=(self._shown, today),
            language=current_language(),
        )
        tasks.run(
            partial(
                _write, heading, service.headers(self.columns()), rows, self.path, self._vault.path
            ),
            title=_("Exporting the list"),
            on_done=self._on_written,
            on_error=self._on_failed,
        )

    def _on_written(self, _sha256: str) -> None:
        try:
            change = service.note_export(self._vault, self.columns(), self._many)
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
    heading: Heading, headers: tuple[tuple[str, int], ...], rows: Rows, path: Path, own: Path
) -> str:
    names = [name for name, _width in headers]
    widths = [width for _name, width in headers]
    return write_whole(list_book(heading, names, widths, rows), path, own=own)
