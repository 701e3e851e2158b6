"""The record in: which column is what, how the rows will become, and all of them at once."""

from dataclasses import replace
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from gdpr_desktop.core.errors import AppError
from gdpr_desktop.core.text import _, current_language, ngettext
from gdpr_desktop.register.exchange import headers, service
from gdpr_desktop.register.exchange.checking import make_plan
from gdpr_desktop.register.exchange.dialogs.columns_table import ColumnsTable
from gdpr_desktop.register.exchange.dialogs.plan_view import PlanView
from gdpr_desktop.register.exchange.editing import EditedSheet, read_hidden
from gdpr_desktop.register.exchange.model import ColumnPlan, Existing, Fate, Plan, Snapshot
from gdpr_desktop.tables.model import Book
from gdpr_desktop.ui import forms, tasks
from gdpr_desktop.ui.dialog import FormDialog
from gdpr_desktop.ui.fields.choice import Choice
from gdpr_desktop.ui.labels import button, label
from gdpr_desktop.ui.municipality_form import LanguageField
from gdpr_desktop.vault import Vault

_SHOWN_ROWS = 30  # among which the header is chosen


class ImportDialog(FormDialog):
    """Two steps: the columns, and the check. ``accepted_value`` carries the ``Change``."""

    def __init__(
        self, vault: Vault, book: Book, snapshot: Snapshot, parent: QWidget | None = None
    ) -> None:
        title = _("Import from {name}").format(name=book.name)
        super().__init__(parent, title, _("&Next"), width=1000)
        self.vault, self._book, self._snapshot = vault, book, snapshot
        self._edited = read_hidden(book)
        self.columns_plan = headers.propose(book, self._edited, current_language())
        self.plan: Plan | None = None
        self._turn = 0
        self._importing = False
        self.back_button = button(_("&Back"))
        self.back_button.clicked.connect(self.show_columns)
        self.button_row.insertWidget(1, self.back_button)
        self._build_columns()
        self.view = PlanView()
        self.form.addRow(self.view)
        self._fill_columns()
        self.show_columns()
        if self._edited is not None:
            self.check()

    def _build_columns(self) -> None:
        self.columns_page = QWidget()
        column = QVBoxLayout(self.columns_page)
        column.setContentsMargins(0, 0, 0, 0)
        form = forms.form_layout()
        column.addLayout(form)
        self.sheet = Choice(
            (number, one.name) for number, one in enumerate(self._book.sheets) if one.rows
        )
        self.header = Choice()
        forms.add_pair(
            form,
            forms.FieldRow(_("&Sheet"), self.sheet),
            forms.FieldRow(_("Row with the &headings"), self.header),
        )
        self.language = LanguageField()
        self.existing = Choice(
            (
                (Existing.SKIP, _("Leave the row out")),
                (Existing.UPDATE, _("Change the activity")),
                (Existing.RENAME, _("Import it under a new name")),
            )
        )
        forms.add_pair(
            form,
            forms.FieldRow(_("&Written in"), self.language),
            forms.FieldRow(_("When the record has the &name already"), self.existing),
        )
        self.table = ColumnsTable()
        forms.add_row(form, _("Which &column becomes what"), self.table, name="columns")
        self.working = label("", "muted")
        column.addWidget(self.working)
        self.form.addRow(self.columns_page)

    def _fill_columns(self) -> None:
        plan = self.columns_plan
        self.sheet.set_value(plan.sheet)
        self.language.set_value(plan.language)
        self._fill_headers()
        self.table.show_plan(self._book.sheets[plan.sheet], plan)
        self.sheet.value_changed.connect(self._on_sheet_changed)
        self.header.value_changed.connect(self._on_header_changed)

    def _fill_headers(self) -> None:
        rows = self._book.sheets[self.columns_plan.sheet].rows[:_SHOWN_ROWS]
        texts = (", ".join(text for text in row if text.strip())[:60] for row in rows)
        was = self.header.blockSignals(True)
        self.header.set_pairs((number, f"{number + 1}: {one}") for number, one in enumerate(texts))
        self.header.set_value(self.columns_plan.header)
        self.header.blockSignals(was)

    def _on_sheet_changed(self, sheet: int) -> None:
        self.columns_plan = headers.plan_of(self._book, sheet, self.language.value())
        self._fill_headers()
        self.table.show_plan(self._book.sheets[sheet], self.columns_plan)

    def _on_header_changed(self, row: int) -> None:
        sheet = self.columns_plan.sheet
        self.columns_plan = headers.plan_of(self._book, sheet, self.language.value(), row)
        self.table.show_plan(self._book.sheets[sheet], self.columns_plan)

    def show_columns(self) -> None:
        """The first step."""
        self.plan = None
        self._turn += 1
        self.view.hide()
        self.columns_page.show()
        self.back_button.hide()
        self._set_button(_("&Next"), enabled=True)

    def check(self) -> None:
        """Read every row in the worker, then show what will become of them."""
        self._turn += 1
        plan = replace(self.columns_plan, keys=self.table.keys(), language=self.language.value())
        self.working.setText(_("The rows are read …"))
        self._set_button(_("&Next"), enabled=False)
        tasks.run(
            partial(self._work(), plan, self.existing.value(), self._turn),
            title=_("Checking the rows"),
            on_done=self._on_checked,
            on_error=self._on_failed,
            quiet=True,
        )

    def _work(self) -> partial[tuple[int, Plan]]:
        return partial(_checked, self._book, self._edited, self._snapshot)

    def _on_checked(self, answer: tuple[int, Plan]) -> None:
        turn, plan = answer
        if turn != self._turn:
            return  # the person has gone back
        self.plan = plan
        self.working.setText("")
        self.columns_page.hide()
        self.view.show_plan(plan)
        self.view.show()
        self.back_button.show()
        count = plan.count(Fate.ADD, Fate.UPDATE)
        text = ngettext("&Import {count} activity", "&Import {count} activities", count)
        self._set_button(text.format(count=count), enabled=count > 0)
        (self.save_button if count else self.back_button).setFocus()

    def _set_button(self, text: str, *, enabled: bool) -> None:
        self.save_button.setText(text)
        self.save_button.setEnabled(enabled)

    def is_dirty(self) -> bool:
        return False  # the file is still there

    def save(self) -> None:
        """On to the check, or import."""
        if not self.save_button.isEnabled():
            return
        if self.plan is None:
            self.check()
            return
        self._importing = True
        self.working.setText(_("The activities are imported …"))
        self.save_button.setEnabled(False)
        self.back_button.setEnabled(False)
        tasks.run(
            partial(service.import_plan, self.vault, self.plan),
            title=_("Importing the activities"),
            on_done=self._on_imported,
            on_error=self._on_failed,
            quiet=True,
        )

    def reject(self) -> None:
        """Not while the worker is at it: all of it is kept, or nothing."""
        if not self._importing:
            super().reject()

    def _on_imported(self, imported: service.Imported) -> None:
        self._importing = False
        self.accepted_value.emit(imported.change)
        self.accept()

    def _on_failed(self, error: AppError) -> None:
        self._importing = False
        self.back_button.setEnabled(True)
        self.working.setText("")
        self._set_button(self.save_button.text(), enabled=True)
        self.show_error(error)


def _checked(
    book: Book,
    edited: EditedSheet | None,
    snapshot: Snapshot,
    plan: ColumnPlan,
    existing: Existing,
    turn: int,
) -> tuple[int, Plan]:
    return turn, make_plan(book, plan, edited, snapshot, existing)
