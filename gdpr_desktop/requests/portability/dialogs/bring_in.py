"""A table that was read, before it is kept: what it is called, and which columns go along."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtWidgets import QCheckBox, QWidget

from gdpr_desktop.core.change import Change
from gdpr_desktop.core.errors import AppError, InvalidInputError
from gdpr_desktop.core.ids import PartId, TaskId
from gdpr_desktop.core.text import _
from gdpr_desktop.law.portability import Origin
from gdpr_desktop.requests.portability import reading, service
from gdpr_desktop.requests.portability.dialogs.columns_table import ColumnsTable
from gdpr_desktop.requests.portability.model import Column, Draft, Found, Row, Table
from gdpr_desktop.requests.portability.words import records
from gdpr_desktop.ui import forms, tasks
from gdpr_desktop.ui.dialog import FormDialog
from gdpr_desktop.ui.fields.choice import Choice
from gdpr_desktop.ui.fields.text import LineField
from gdpr_desktop.ui.labels import label
from gdpr_desktop.ui.notes import NoteBox
from gdpr_desktop.vault import Vault


class ColumnsDialog(FormDialog):
    """The title and the columns of a table; ``accepted_value`` carries the ``Change``."""

    def __init__(self, vault: Vault, title: str, deed: str, parent: QWidget | None = None) -> None:
        intro = _(
            "Only what the person has given us goes along, also what comes from their use of a"
            " service. Leave out what we have worked out, what is ours alone, and other people."
        )
        super().__init__(parent, title, deed, intro=intro, width=900)
        self.vault = vault
        self._busy = False
        self.build_source()
        self.title = LineField()
        forms.add_row(
            self.form,
            _("&What the table is called"),
            self.title,
            _("It is printed in the letter and names the files. No name of a person."),
            True,
            name="title",
        )
        self.table = ColumnsTable()
        forms.add_row(self.form, _("&Columns"), self.table, name="columns")
        self.count = label("", "muted")
        self.form.addRow(self.count)

    def build_source(self) -> None:
        """Fields above the title."""

    def show_table(self, columns: Sequence[Column], rows: Sequence[Row], count: int) -> None:
        """Show the columns with examples from ``rows``."""
        self.table.show_columns(columns, rows)
        self.count.setText(records(count))

    def save(self) -> None:
        """Keep it, in the worker: a table may be large."""
        if self._busy:
            return
        self._general.hide()
        forms.clear_problems(self)
        self._set_busy(True)
        tasks.run(
            self.deed(),
            title=_("Keeping the table"),
            on_done=self._on_done,
            on_error=self._on_failed,
        )

    def deed(self) -> "partial[Change]":
        """The service verb with everything it needs."""
        raise NotImplementedError

    def reject(self) -> None:
        """Not while the worker is at it."""
        if not self._busy:
            super().reject()

    def _set_busy(self, busy: bool) -> None:
        self._busy = busy
        self.save_button.setEnabled(not busy)
        self.cancel_button.setEnabled(not busy)

    def _on_done(self, change: Change) -> None:
        self._set_busy(False)
        self._before = None  # it is saved: nothing is lost when it closes
        self.accepted_value.emit(change)
        self.accept()

    def _on_failed(self, error: AppError) -> None:
        self._set_busy(False)
        if isinstance(error, InvalidInputError):
            self.show_problems(error.problems)
        else:
            self.show_error(error)


class BringInDialog(ColumnsDialog):
    """A table from a file, from the clipboard, or typed."""

    def __init__(
        self,
        vault: Vault,
        part_id: PartId,
        task_id: TaskId,
        found: tuple[Found, ...],
        *,
        place: str,
        source: str,
        parent: QWidget | None = None,
    ) -> None:
        self._part_id, self._task_id = part_id, task_id
        self._found, self._source, self._where = found, source, place
        super().__init__(
            vault, _("Data from {place}").format(place=place), _("Keep the table"), parent
        )
        self.sheet.value_changed.connect(self._on_source_changed)
        self.named.toggled.connect(self._on_source_changed)
        self._on_source_changed()

    def build_source(self) -> None:
        """Which of the tables of the file, and whether its first row has the names."""
        names = (one.title or _("The table") for one in self._found)
        self.sheet = Choice(list(enumerate(names)))
        row = forms.add_row(self.form, _("&Table in the file"), self.sheet, name="sheet")
        row.setVisible(len(self._found) > 1)
        self.named = QCheckBox(_("The first row has the &names of the columns"))
        self.named.setObjectName("named")
        self.named.setChecked(True)
        self.form.addRow(self.named)
        self.doubt = NoteBox()
        self.form.addRow(self.doubt)

    def _on_source_changed(self, *_value: object) -> None:
        found = self._found[self.sheet.value()]
        self.named.setVisible(not found.named)
        look = _("Look through the letters æ, ø and å in the examples below.")
        self.doubt.say(f"{found.doubt} {look}" if found.doubt else "", _("Are the letters right?"))
        names, self._rows = reading.split(found, named=self.named.isChecked())
        columns = tuple(
            Column(name=name, origin=Origin.DERIVED if at in found.formulas else Origin.GIVEN)
            for at, name in enumerate(names)
        )
        self.title.set_text(", ".join(filter(None, (self._where, found.title))))
        self.show_table(columns, self._rows, len(self._rows))

    def draft(self) -> Draft:
        """As it stands."""
        return Draft(
            title=self.title.text(),
            source=self._source,
            columns=self.table.columns(),
            rows=self._rows,
        )

    def deed(self) -> "partial[Change]":
        return partial(service.bring_in, self.vault, self._part_id, self._task_id, self.draft())


class ChooseColumnsDialog(ColumnsDialog):
    """Change what is chosen for a table that is kept."""

    def __init__(self, vault: Vault, table: Table, parent: QWidget | None = None) -> None:
        super().__init__(vault, _("Choose columns"), _("Save"), parent)
        self._table = table
        self.title.set_text(table.title)
        rows = service.sample_of(vault, table)
        self.show_table(table.columns, rows, table.records)

    def deed(self) -> "partial[Change]":
        columns = self.table.columns()
        title = replace(self._table, title=self.title.text()).title
        return partial(service.choose_columns, self.vault, self._table.id, title, columns)
