"""The package: what each place has given, and the zip file that is made of it."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Signal, SignalInstance
from PySide6.QtGui import QGuiApplication, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gdpr_desktop.casework.model import Task, TaskOutcome
from gdpr_desktop.core.change import Change
from gdpr_desktop.core.errors import AppError
from gdpr_desktop.core.ids import CaseId, PartId
from gdpr_desktop.core.text import _
from gdpr_desktop.correspondence.dialogs.place import ask_path
from gdpr_desktop.requests.dialogs.base import PartDialog
from gdpr_desktop.requests.portability import packing, reading, service
from gdpr_desktop.requests.portability.model import MOST_ROWS, Found, Table
from gdpr_desktop.requests.portability.words import records
from gdpr_desktop.requests.service.base import read_request
from gdpr_desktop.tables.text_files import as_rows
from gdpr_desktop.ui import notices, tasks
from gdpr_desktop.ui.bus import bus
from gdpr_desktop.ui.dialog import FormDialog
from gdpr_desktop.ui.labels import button, label
from gdpr_desktop.ui.notes import NoteBox
from gdpr_desktop.vault import Vault


class PlacePart(QWidget):
    """One system or department that found something, with its tables."""

    file_wanted = Signal(object)  # Task
    paste_wanted = Signal(object)
    typing_wanted = Signal(object)
    columns_wanted = Signal(object)  # Table
    removal_wanted = Signal(object)

    def __init__(self, task: Task, tables: tuple[Table, ...]) -> None:
        super().__init__()
        self.task = task
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 8)
        layout.setSpacing(6)
        layout.addWidget(label(task.title, "label"))
        if not tables:
            layout.addWidget(label(_("Nothing is brought in yet."), "muted"))
        for table in tables:
            layout.addLayout(self._table_row(table))
        layout.addLayout(self._buttons())

    def _table_row(self, table: Table) -> QHBoxLayout:
        given = sum(column.given for column in table.columns)
        text = _("{title}: {records}, {given} of {count} columns go along").format(
            title=table.title,
            records=records(table.records),
            given=given,
            count=len(table.columns),
        )
        choose = button(_("Choose columns …"), "link")
        choose.clicked.connect(partial(self._tell, self.columns_wanted, table))
        remove = button(_("Remove"), "link")
        remove.clicked.connect(partial(self._tell, self.removal_wanted, table))
        for made in (choose, remove):
            made.setAccessibleName(f"{made.text()}: {table.title}")
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(label(text), 1)
        row.addWidget(choose)
        row.addWidget(remove)
        return row

    def _buttons(self) -> QHBoxLayout:
        self.file = button(_("Bring in a file …"))
        self.file.clicked.connect(partial(self._tell, self.file_wanted, self.task))
        self.paste = button(_("Paste from a spreadsheet"))
        self.paste.clicked.connect(partial(self._tell, self.paste_wanted, self.task))
        self.type = button(_("Type it in …"))
        self.type.clicked.connect(partial(self._tell, self.typing_wanted, self.task))
        row = QHBoxLayout()
        row.setSpacing(8)
        for made in (self.file, self.paste, self.type):
            made.setAccessibleName(f"{made.text()}: {self.task.title}")
            row.addWidget(made)
        row.addStretch(1)
        return row

    def _tell(self, wish: SignalInstance, about: object, *_checked: object) -> None:
        wish.emit(about)


class PackageDialog(PartDialog):
    """Bring in the data and make the zip file; ``accepted_value`` carries the ``Change``."""

    def __init__(
        self, vault: Vault, case_id: CaseId, part_id: PartId, parent: QWidget | None = None
    ) -> None:
        intro = _(
            "Bring in what each place has found as .csv, .xlsx or .json. The zip file holds it as"
            " JSON and as CSV, with a list of what is there. It is sent together with the letter."
        )
        super().__init__(
            vault,
            case_id,
            part_id,
            parent,
            _("The data to take along"),
            _("&Make the zip file …"),
            intro=intro,
            width=760,
        )
        self.places: list[PlacePart] = []
        self._busy = False
        self._holder = QVBoxLayout()
        self._holder.setSpacing(8)
        self.form.addRow(self._holder)
        self.note = NoteBox()
        self.form.addRow(self.note)
        self.working = label("", "muted")
        self.form.addRow(self.working)
        self.show_tables()

    def show_tables(self) -> None:
        """Show what is kept now."""
        self.request = read_request(self.vault, self.case_id)
        self.part = self.request.part(self.part_id)
        tables = service.tables(self.vault, self.part_id)
        for place in self.places:
            self._holder.removeWidget(place)
            place.hide()
            place.deleteLater()
        self.places = []
        for task in self.request.tasks:
            if task.outcome is TaskOutcome.FOUND:
                own = tuple(table for table in tables if table.task_id == task.id)
                self._add_place(PlacePart(task, own))
        missing = packing.missing_before_packing(self.request, self.part, tables)
        self.note.say(" ".join(missing), _("Before the zip file can be made") if missing else "")

    def _add_place(self, place: PlacePart) -> None:
        place.file_wanted.connect(self._on_file_wanted)
        place.paste_wanted.connect(self._on_paste_wanted)
        place.typing_wanted.connect(self._on_typing_wanted)
        place.columns_wanted.connect(self._on_columns_wanted)
        place.removal_wanted.connect(self._on_removal_wanted)
        self._holder.addWidget(place)
        self.places.append(place)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self.places:
            self.places[0].file.setFocus()

    def is_dirty(self) -> bool:
        return False  # each table is kept as soon as it is brought in

    # Bringing in

    def _on_file_wanted(self, task: Task) -> None:
        documents = QStandardPaths.StandardLocation.DocumentsLocation
        folder = Path(QStandardPaths.writableLocation(documents))
        kinds = _("Tables ({suffixes})").format(
            suffixes=" ".join(f"*{one}" for one in reading.SUFFIXES)
        )
        path = notices.open_path(self, _("Choose the file with the data"), folder, kinds)
        if path is None:
            return
        self._set_busy(_("The file is read …"))
        tasks.run(
            partial(_read, path, task),
            title=_("Reading {name}").format(name=path.name),
            on_done=self._on_read,
            on_error=self._on_failed,
        )

    def _on_read(self, answer: tuple[Path, Task, tuple[Found, ...]]) -> None:
        path, task, found = answer
        self._set_busy("")
        self._bring_in(task, found, path.name)

    def _on_paste_wanted(self, task: Task) -> None:
        self._general.hide()
        try:
            rows = as_rows(QGuiApplication.clipboard().text(), MOST_ROWS)
            found = reading.tidied("", Found(rows=rows))
        except AppError as error:
            self.show_error(error)
            return
        self._bring_in(task, (found,), "")

    def _bring_in(self, task: Task, found: tuple[Found, ...], source: str) -> None:
        from gdpr_desktop.requests.portability.dialogs.bring_in import BringInDialog

        dialog = BringInDialog(
            self.vault,
            self.part_id,
            task.id,
            found,
            place=task.title,
            source=source,
            parent=self,
        )
        self._open(dialog)

    def _on_typing_wanted(self, task: Task) -> None:
        from gdpr_desktop.requests.portability.dialogs.typed import TypedDataDialog

        self._open(TypedDataDialog(self.vault, self.case_id, self.part_id, task, self))

    def _on_columns_wanted(self, table: Table) -> None:
        from gdpr_desktop.requests.portability.dialogs.bring_in import ChooseColumnsDialog

        self._open(ChooseColumnsDialog(self.vault, table, self))

    def _on_removal_wanted(self, table: Table) -> None:
        asked = _("Remove «{title}»?").format(title=table.title)
        text = _("What was brought in goes. It can be brought in again.")
        if not notices.ask(self, asked, text, _("Remove"), dangerous=True):
            return
        try:
            self._on_changed(service.remove_table(self.vault, table.id))
        except AppError as error:
            self._on_failed(error)

    def _open(self, dialog: FormDialog) -> None:
        dialog.accepted_value.connect(self._on_changed)
        dialog.open()

    def _on_changed(self, change: Change) -> None:
        self._general.hide()
        bus.tell(change, self)
        self.show_tables()

    # Packing

    def save(self) -> None:
        """Ask for the place, and pack in the worker."""
        if self._busy:
            return
        self._general.hide()
        tables = service.tables(self.vault, self.part_id)
        missing = packing.missing_before_packing(self.request, self.part, tables)
        if missing:
            self.show_error(AppError(_("The data cannot be packed yet."), hint=" ".join(missing)))
            return
        name = packing.suggested_name(self.vault, self.request)
        path = ask_path(self, self.windowTitle(), name, _("Zip file (*.zip)"))
        if path is None:
            return
        self._set_busy(_("The data are packed …"))
        tasks.run(
            partial(packing.make_package, self.vault, self.part_id, path),
            title=_("Packing the data"),
            on_done=self._on_packed,
            on_error=self._on_failed,
        )

    def reject(self) -> None:
        """Not while the worker is at it."""
        if not self._busy:
            super().reject()

    def _on_packed(self, change: Change) -> None:
        self._set_busy("")
        self.accepted_value.emit(change)
        self.accept()

    def _on_failed(self, error: AppError) -> None:
        self._set_busy("")
        self.show_error(error)

    def _set_busy(self, text: str) -> None:
        self._busy = bool(text)
        self.working.setText(text)
        self.save_button.setEnabled(not text)
        self.cancel_button.setEnabled(not text)
        for place in self.places:
            place.setEnabled(not text)


def _read(path: Path, task: Task) -> tuple[Path, Task, tuple[Found, ...]]:
    return path, task, reading.read_file(path)
