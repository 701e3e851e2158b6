"""One letter to many people: a list, its columns, what is wrong in it, the letter, the files."""

from enum import IntEnum
from functools import partial
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QStandardPaths
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QWidget

from gdpr_desktop.breaches.actions import Action
from gdpr_desktop.breaches.many import headings, service, writing
from gdpr_desktop.breaches.many.lines import faults_of, read_lines, with_duplicates
from gdpr_desktop.breaches.many.model import AddressList, Line
from gdpr_desktop.breaches.many.service import Started
from gdpr_desktop.breaches.many.widgets.columns_step import ColumnsStep
from gdpr_desktop.breaches.many.widgets.file_step import FileStep
from gdpr_desktop.breaches.many.widgets.letter_step import LetterStep
from gdpr_desktop.breaches.many.widgets.output_step import OutputStep
from gdpr_desktop.breaches.many.widgets.people_step import PeopleStep
from gdpr_desktop.breaches.many.words import unexpected_words, use_words
from gdpr_desktop.breaches.many.writing import Shape, Watch, Written
from gdpr_desktop.breaches.telling.hints import telling_hint
from gdpr_desktop.core.change import Change
from gdpr_desktop.core.errors import AppError, InvalidInputError
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.text import _
from gdpr_desktop.correspondence.dialogs.many_files import ManyFilesDialog
from gdpr_desktop.tables.lists import ListFile, read_list
from gdpr_desktop.ui import form_state, forms, notices, tasks
from gdpr_desktop.ui.drafts import DraftKey
from gdpr_desktop.ui.labels import button, label
from gdpr_desktop.vault import Vault

_Found = TypeVar("_Found", ListFile, AddressList)


class Step(IntEnum):
    """Where the dialog stands."""

    FILE = 0
    COLUMNS = 1
    PEOPLE = 2
    LETTER = 3
    OUTPUT = 4


class ManyDialog(ManyFilesDialog):
    """Five steps. ``accepted_value`` carries the ``Change`` of the one export."""

    output_step: OutputStep

    def __init__(self, vault: Vault, case_id: CaseId, parent: QWidget | None = None) -> None:
        self.breach = service.read_for_letters(vault, case_id)
        super().__init__(parent, _("Write to many"), _("&Next"), width=1000)
        self.vault, self.case_id = vault, case_id
        self.keep_draft(vault, DraftKey(form=f"breaches.{Action.LETTER_MANY}", case_id=case_id))
        self._file: ListFile | None = None
        self._started: Started | None = None
        self._turn = 0
        self._asked: int | None = None  # a number that was asked about
        self._kept = service.kept_people(vault, case_id)
        self.file_step = FileStep(len(self._kept), telling_hint(self.breach))
        self.columns_step, self.people_step = ColumnsStep(), PeopleStep()
        self.letter_step, self.output_step = LetterStep(vault, case_id), OutputStep()
        self.steps: tuple[QWidget, ...] = (
            self.file_step,
            self.columns_step,
            self.people_step,
            self.letter_step,
            self.output_step,
        )
        self.where = label("", "muted")
        self.form.addRow(self.where)
        for step in self.steps:
            self.page_layout.addWidget(step, 1)
        self.prepare_files()
        self.back_button = button(_("&Back"))
        self.back_button.clicked.connect(self.go_back)
        self.button_row.insertWidget(1, self.back_button)
        self.file_step.file_wanted.connect(self.choose_file)
        self.file_step.kept_wanted.connect(self.use_kept)
        self.people_step.changed.connect(self._on_people_changed)
        self.setAcceptDrops(True)
        self._untouched = self.draft_state()
        self.go_to(Step.FILE)

    def draft_about(self) -> str:
        return f"{self.breach.case.number}, {self.breach.intake.title}"

    def draft_state(self) -> form_state.State:
        """The fields of the letter; never the list."""
        return form_state.capture(self.letter_step.form_page)

    def restore_draft(self, state: form_state.State) -> None:
        form_state.restore(self.letter_step.form_page, state)

    def is_dirty(self) -> bool:
        """Was the letter changed, or a line of the list put right?"""
        shown = self._before is not None
        return shown and (self.people_step.touched or self.draft_state() != self._untouched)

    # Steps

    def go_to(self, step: Step) -> None:
        """Show one step."""
        self._turn += 1  # what the worker still reads is not wanted any more
        self.step = step
        for number, widget in enumerate(self.steps):
            widget.setVisible(number == step)
        titles = (
            _("The address list"),
            _("The columns"),
            _("The people"),
            _("The letter"),
            _("The files"),
        )
        text = _("Step {number} of {count}: {title}")
        self.where.setText(text.format(number=step + 1, count=len(self.steps), title=titles[step]))
        self.working.hide()
        self._general.hide()
        self.back_button.setVisible(step is not Step.FILE)
        self.save_button.setVisible(step is not Step.FILE)
        last = step is Step.OUTPUT
        self.save_button.setText(_("&Make the letters …") if last else _("&Next"))
        self.save_button.setEnabled(True)
        if step is Step.PEOPLE:
            self._on_people_changed()
        self._focus_first()

    def _focus_first(self) -> None:
        widget = {
            Step.FILE: self.file_step.file_button,
            Step.COLUMNS: self.columns_step.table,
            Step.PEOPLE: self.people_step.table,
            Step.LETTER: self.letter_step.form_page,
            Step.OUTPUT: self.output_step.shape,
        }[self.step]
        if not widget.isVisibleTo(self):
            widget = self.save_button
        widget.setFocus()

    def go_back(self) -> None:
        """The step before; from the people of a kept list there are no columns."""
        before = Step(max(self.step - 1, 0))
        if before is Step.COLUMNS and self._file is None:
            before = Step.FILE
        self.go_to(before)

    def save(self) -> None:
        """On to the next step, or make the letters."""
        if not self.save_button.isEnabled() or self._started is not None:
            return
        self._general.hide()
        forms.clear_problems(self)
        try:
            self._next()
        except InvalidInputError as error:
            self.show_problems(error.problems)
        except AppError as error:
            self.show_error(error)

    def _next(self) -> None:
        if self.step is Step.FILE:
            self.choose_file()
        elif self.step is Step.COLUMNS:
            self._read_people()
        elif self.step is Step.PEOPLE:
            if not self._is_expected(len(self.people_step.people())):
                return
            self.letter_step.show_people(self.people_step.people())
            self.go_to(Step.LETTER)
        elif self.step is Step.LETTER:
            self.letter_step.batch()
            self.go_to(Step.OUTPUT)
        else:
            self._make()

    def _is_expected(self, count: int) -> bool:
        """Ask where the list has quite another number of people than the case says."""
        known = self.breach.scope.people_count.number if self.breach.scope is not None else None
        if known is None or count == self._asked or not service.differs(count, known):
            return True
        told = unexpected_words(count, known)
        title = _("The numbers do not agree")
        if notices.ask(self, title, told, _("Go on with this list")):
            self._asked = count
            return True
        return False

    # The list

    def choose_file(self) -> None:
        """Ask for the file."""
        documents = QStandardPaths.StandardLocation.DocumentsLocation
        folder = Path(QStandardPaths.writableLocation(documents))
        kinds = _("Address list (*.xlsx *.xlsm *.csv *.txt *.tsv)")
        path = notices.open_path(self, _("Choose the address list"), folder, kinds)
        if path is not None:
            self.open_file(path)

    def open_file(self, path: Path) -> None:
        """Read a file in the worker."""
        self._say_working(_("Reading {name}").format(name=path.name))
        self.file_step.setEnabled(False)
        tasks.run(
            partial(_turned, self._turn, partial(read_list, path)),
            title=_("Reading {name}").format(name=path.name),
            on_done=self._on_file_read,
            on_error=self._on_failed,
            quiet=True,
        )

    def _on_file_read(self, answer: tuple[int, ListFile]) -> None:
        self.file_step.setEnabled(True)
        turn, file = answer
        if turn != self._turn:
            return
        self._file = file
        self.columns_step.show_file(file)
        self.go_to(Step.COLUMNS)

    def use_kept(self) -> None:
        """Take the list that the case keeps."""
        self._file = None
        lines = with_duplicates(Line(addressee=one, faults=faults_of(one)) for one in self._kept)
        self.people_step.show_list(AddressList(lines=lines))
        self.go_to(Step.PEOPLE)

    def _read_people(self) -> None:
        layout = self.columns_step.chosen_layout()
        if not headings.enough(layout):
            raise AppError(
                _("The columns lack a name or an address."),
                hint=_("Choose the columns that hold the name and the address."),
            )
        if twice := headings.twice(layout):
            text = _("Two columns are both «{column}».")
            raise AppError(
                text.format(column=use_words(twice)), hint=_("Choose something else for one.")
            )
        today = self.vault.clock.today()
        self._say_working(_("The rows are read …"))
        tasks.run(
            partial(
                _turned,
                self._turn,
                partial(read_lines, self.columns_step.chosen_sheet(), layout, today),
            ),
            title=_("Checking the rows"),
            on_done=self._on_people_read,
            on_error=self._on_failed,
            quiet=True,
        )

    def _on_people_read(self, answer: tuple[int, AddressList]) -> None:
        turn, found = answer
        if turn == self._turn:
            self.people_step.show_list(found)
            self.go_to(Step.PEOPLE)

    def _on_people_changed(self) -> None:
        if self.step is Step.PEOPLE:
            self.save_button.setEnabled(bool(self.people_step.people()))

    def _say_working(self, text: str) -> None:
        self._general.hide()
        self.working.setText(text)
        self.working.show()
        self.save_button.setEnabled(False)

    def _on_failed(self, error: AppError) -> None:
        self.file_step.setEnabled(True)
        self.working.hide()
        self.save_button.setEnabled(True)
        self.show_error(error)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        urls = event.mimeData().urls()
        if self.step is Step.FILE and len(urls) == 1 and urls[0].isLocalFile():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.open_file(Path(event.mimeData().urls()[0].toLocalFile()))

    # The letters

    def _make(self) -> None:
        batch = self.letter_step.batch()
        shape = self.output_step.shape.value()
        path = self.ask_place(shape, service.suggested_name(self.vault, self.case_id))
        if path is None:
            return
        started = self._started = service.begin(self.vault, self.case_id, batch, shape, path)
        index = shape is Shape.FOLDER and self.output_step.index.isChecked()
        job = partial(_written, started, index=index)
        self.make_files(len(batch.people), job)

    def at_work(self, *, busy: bool) -> None:
        super().at_work(busy=busy)
        self.back_button.setEnabled(not busy)

    def record_files(self, written: Written) -> Change:
        keep = self.output_step.keep.isChecked()
        change = service.finish(self.vault, self.case_id, self._ended(), written, keep=keep)
        self._file = None
        return change

    def give_up_files(self) -> None:
        service.give_up(self.vault, self._ended())

    def _ended(self) -> Started:
        started, self._started = self._started, None
        assert started is not None
        return started


def _written(started: Started, watch: Watch, *, index: bool) -> Written | None:
    """In the worker."""
    place = started.export.temporary
    return writing.write(
        started.batch, started.shape, place, watch, listed=started.listed, index=index
    )


def _turned(turn: int, work: "partial[_Found]") -> tuple[int, _Found]:
    return turn, work()
