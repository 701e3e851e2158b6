"""Taking in a list: a file, its columns, its rows, and all of it at once or nothing."""

from collections.abc import Callable, Sequence
from enum import IntEnum
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QStandardPaths, QTimer, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from gdpr_desktop.core.change import Change
from gdpr_desktop.core.errors import AppError, InvalidInputError
from gdpr_desktop.core.text import _
from gdpr_desktop.tables.lists import ListFile, read_list
from gdpr_desktop.tables.mapping import Mapping
from gdpr_desktop.tables.preview import Judge, Line, Watch, read_lines
from gdpr_desktop.tables.widgets.columns import ColumnsStep
from gdpr_desktop.tables.widgets.rows import RowsStep, shown_uses
from gdpr_desktop.ui import forms, notices, tasks
from gdpr_desktop.ui.dialog import FormDialog
from gdpr_desktop.ui.labels import button, label
from gdpr_desktop.ui.notes import NoteBox
from gdpr_desktop.vault import Vault

_EVERY = 150  # milliseconds between looks at how far the worker has come
Pairs = Sequence[tuple[str, str]]


class Step(IntEnum):
    """Where the dialog stands."""

    FILE = 0
    COLUMNS = 1
    ROWS = 2


class FileStep(QWidget):
    """What kind of file it may be, and the button that chooses it."""

    wanted = Signal()

    def __init__(self, text: str, note: str) -> None:
        super().__init__()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(16)
        layout.addWidget(label(text))
        self.file_button = button(_("Choose a &file …"), "primary")
        self.file_button.clicked.connect(self.wanted)
        row = QHBoxLayout()
        row.addWidget(self.file_button)
        row.addStretch(1)
        layout.addLayout(row)
        layout.addWidget(NoteBox(note))
        layout.addStretch(1)


class ListImportDialog(FormDialog):
    """Three steps. ``accepted_value`` carries the ``Change``. A room overrides

    - ``pairs()`` and ``use_of(heading)``: what a column may become, and what a heading says;
    - ``require_columns(mapping)``: raises ``AppError`` for what is lacking;
    - ``judge()``: made from the fields that the room has put in ``columns_step.head``;
    - ``summary(lines)``: what will happen, in a line;
    - ``deed(taken)``: words of the button;
    - ``work(watch)``: a function for the worker that takes lines in and gives the ``Change``;

    and where what the register holds must be read first ``meet(judge, lines)``: it gives True, and
    calls ``judge_again`` or ``show_rows`` when it has been read.
    """

    def __init__(
        self, vault: Vault, parent: QWidget | None, title: str, *, text: str, note: str
    ) -> None:
        super().__init__(parent, title, _("&Next"), width=1040)
        self.vault, self.today = vault, vault.clock.today()
        self.file: ListFile | None = None
        self._turn = 0
        self._watch: Watch | None = None
        self._writing = False
        self._then: Callable[[Any], None] | None = None
        self.where = label("", "muted")
        self.form.addRow(self.where)
        self.file_step = FileStep(text, note)
        self.file_step.wanted.connect(self.choose_file)
        self.columns_step = ColumnsStep(self.pairs(), self.use_of)
        self.rows_step = RowsStep(self.summary)
        self.rows_step.changed.connect(self._show_deed)
        self.steps = (self.file_step, self.columns_step, self.rows_step)
        for step in self.steps:
            self.page_layout.addWidget(step, 1)
        self.working = label("", "muted")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(_("How far it has come"))
        self.page_layout.addWidget(self.bar)
        self.page_layout.addWidget(self.working)
        self.back_button = button(_("&Back"))
        self.back_button.clicked.connect(self.go_back)
        self.button_row.insertWidget(1, self.back_button)
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY)
        self._timer.timeout.connect(self._show_progress)
        self.setAcceptDrops(True)
        self.go_to(Step.FILE)

    # What a room overrides

    def pairs(self) -> Pairs:
        raise NotImplementedError

    def use_of(self, heading: str) -> str:
        raise NotImplementedError

    def require_columns(self, mapping: Mapping) -> None:
        raise NotImplementedError

    def judge(self) -> Judge:
        raise NotImplementedError

    def summary(self, lines: Sequence[Line]) -> str:
        raise NotImplementedError

    def deed(self, taken: int) -> str:
        raise NotImplementedError

    def work(self, watch: Watch) -> Callable[[tuple[Line, ...]], Change]:
        raise NotImplementedError

    def meet(self, judge: Judge, lines: tuple[Line, ...]) -> bool:
        return False

    # Steps

    def go_to(self, step: Step) -> None:
        """Show one step."""
        self._turn += 1  # what the worker still reads is not wanted any more
        self.step = step
        for number, widget in enumerate(self.steps):
            widget.setVisible(number == step)
        titles = (_("The file"), _("The columns"), _("The rows"))
        text = _("Step {number} of {count}: {title}")
        self.where.setText(text.format(number=step + 1, count=len(self.steps), title=titles[step]))
        self._general.hide()
        self._rest()
        self.back_button.setVisible(step is not Step.FILE)
        self.save_button.setVisible(step is not Step.FILE)
        self.save_button.setText(_("&Next"))
        if step is Step.ROWS:
            self._show_deed()
        (self.file_step.file_button, self.columns_step.table, self.rows_step.table)[step].setFocus()
        self._on_page_changed()  # another step may be higher

    def go_back(self) -> None:
        """The step before."""
        self.go_to(Step(max(self.step - 1, 0)))

    def is_dirty(self) -> bool:
        """Was a row put right?"""
        return self._before is not None and self.step is Step.ROWS and self.rows_step.touched

    def save(self) -> None:
        """On to the next step, or take it in."""
        if not self.save_button.isEnabled() or self._watch is not None:
            return
        self._general.hide()
        forms.clear_problems(self)
        try:
            if self.step is Step.FILE:
                self.choose_file()
            elif self.step is Step.COLUMNS:
                self._read_rows()
            else:
                self._take_in()
        except InvalidInputError as error:
            self.show_problems(error.problems)
        except AppError as error:
            self.show_error(error)

    def _may_leave(self) -> bool:
        """While the worker writes it is asked to stop, and nothing of it is kept then."""
        if self._watch is not None:
            self._watch.stop()
        if self._writing:
            self.cancel_button.setEnabled(False)
            self.working.setText(_("It stops, and nothing is taken in …"))
            return False
        return super()._may_leave()

    def discard(self) -> None:
        """The register is being locked: the worker is asked to stop, and not waited for."""
        if self._watch is not None:
            self._watch.stop()
        self._writing = False
        super().discard()

    # The file

    def choose_file(self) -> None:
        """Ask for the file."""
        documents = QStandardPaths.StandardLocation.DocumentsLocation
        folder = Path(QStandardPaths.writableLocation(documents))
        kinds = _("List (*.xlsx *.xlsm *.csv *.txt *.tsv)")
        path = notices.open_path(self, _("Choose the list"), folder, kinds)
        if path is not None:
            self.open_file(path)

    def open_file(self, path: Path) -> None:
        """Read a file in the worker."""
        title = _("Reading {name}").format(name=path.name)
        self._begin(title, Watch())
        self.file_step.setEnabled(False)
        self._run(partial(read_list, path, births_until=self.today), title, self._on_file_read)

    def _on_file_read(self, file: ListFile) -> None:
        self.file = file
        self.columns_step.show_file(file)
        self.go_to(Step.COLUMNS)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        urls = event.mimeData().urls()
        if self.step is Step.FILE and len(urls) == 1 and urls[0].isLocalFile():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.open_file(Path(event.mimeData().urls()[0].toLocalFile()))

    # The rows

    def _read_rows(self) -> None:
        mapping = self.columns_step.chosen()
        if twice := mapping.twice():
            text = _("Two columns are both «{column}».").format(column=dict(self.pairs())[twice])
            raise AppError(text, hint=_("Choose something else for one."))
        self.require_columns(mapping)
        judge, watch = self.judge(), Watch()
        title = _("The rows are read …")
        self._begin(title, watch)
        sheet = self.columns_step.chosen_sheet()
        work = partial(_with, judge, partial(read_lines, sheet, mapping, judge, watch))
        self._run(work, title, self._on_rows_read)

    def _on_rows_read(self, answer: tuple[Judge, tuple[Line, ...]]) -> None:
        judge, lines = answer
        if self.meet(judge, lines):
            self._begin(_("The register is read …"), Watch())
        else:
            self.show_rows(judge, lines)

    def judge_again(self, judge: Judge, lines: tuple[Line, ...]) -> None:
        """All lines once more in the worker, with what was read of the register."""
        title = _("The rows are read …")
        self._begin(title, Watch())
        self._run(partial(_with, judge, partial(judge.together, lines)), title, self._on_judged)

    def _on_judged(self, answer: tuple[Judge, tuple[Line, ...]]) -> None:
        self.show_rows(*answer)

    def show_rows(self, judge: Judge, lines: tuple[Line, ...]) -> None:
        """The third step."""
        uses = shown_uses(self.pairs(), self.columns_step.chosen().uses)
        self.rows_step.show_lines(lines, uses, judge)
        self.go_to(Step.ROWS)

    def _show_deed(self) -> None:
        count = len(self.rows_step.taken())
        self.save_button.setText(self.deed(count))
        self.save_button.setEnabled(count > 0)

    # The deed

    def _take_in(self) -> None:
        model, watch = self.rows_step.model, Watch()
        assert model.judge is not None
        work = partial(_taken_in, model.judge, model.lines, self.work(watch))
        title = _("The list is taken in …")
        self._begin(title, watch)
        self._writing = True
        self._run(work, title, self._on_taken_in)

    def _on_taken_in(self, change: Change) -> None:
        self._rest()
        self._before = None
        self.accepted_value.emit(change)
        self.accept()

    # The worker

    def _begin(self, text: str, watch: Watch) -> None:
        self._watch = watch
        self.working.setText(text)
        self.working.show()
        self.save_button.setEnabled(False)
        self.back_button.setEnabled(False)
        self.setAcceptDrops(False)
        for step in self.steps:
            step.setEnabled(False)
        self._timer.start()

    def _run(self, work: Callable[[], Any], title: str, done: Callable[[Any], None]) -> None:
        assert self._watch is not None
        self._then = done
        tasks.run(
            partial(_turned, self._turn, work),
            title=title,
            on_done=self._on_done,
            on_error=self._on_failed,
            stop=self._watch.stop,
            quiet=True,
        )

    def _on_done(self, answer: tuple[int, Any]) -> None:
        turn, found = answer
        then = self._then
        if turn == self._turn and then is not None:
            self._rest()
            then(found)

    def _on_failed(self, error: AppError) -> None:
        self._rest()
        if self.step is Step.ROWS:
            self._show_deed()
        if isinstance(error, InvalidInputError):
            self.show_problems(error.problems)
        else:
            self.show_error(error)

    def _rest(self) -> None:
        self._watch = self._then = None
        self._writing = False
        self._timer.stop()
        self.bar.hide()
        self.working.hide()
        for step in self.steps:
            step.setEnabled(True)
        self.save_button.setEnabled(True)
        self.back_button.setEnabled(True)
        self.cancel_button.setEnabled(True)
        self.setAcceptDrops(True)

    def _show_progress(self) -> None:
        if self._watch is None or not self._watch.total:
            return
        self.bar.setRange(0, self._watch.total)
        self.bar.setValue(self._watch.done)
        self.bar.show()


def _turned(turn: int, work: Callable[[], Any]) -> tuple[int, Any]:
    return turn, work()


def _with(judge: Judge, work: Callable[[], Any]) -> tuple[Judge, Any]:
    return judge, work()


def _taken_in(
    judge: Judge, lines: tuple[Line, ...], work: Callable[[tuple[Line, ...]], Change]
) -> Change:
    """What goes in, judged without the rows that were left out meanwhile."""
    return work(tuple(line for line in judge.together(lines) if line.goes_in))
